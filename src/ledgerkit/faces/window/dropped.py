r"""Which files a person dragged onto 检查.cmd or 汇总.cmd, told from what cmd.exe was started with.

Explorer starts ``cmd /c ""D:\办公\检查.cmd" D:\a&b.xlsx "D:\c d.xlsx""``: a name with a blank
has quotes, any other has none, whatever else is in it. cmd itself cuts such a name at & and
drops ^.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True)
class Launch:
    """How a script started us: the folder in which it lies, and what was dragged onto it."""

    here: Path | None
    paths: tuple[Path, ...]


def launch(environment: Mapping[str, str]) -> Launch:
    """What the scripts of ``run/launchers`` left in the environment; nothing without them."""
    here = environment.get("LEDGERKIT_HERE", "")
    line = environment.get("LEDGERKIT_LINE", "")
    script = environment.get("LEDGERKIT_SCRIPT", "")
    given = _after(line, script) if script else None
    if given is None:
        given = environment.get("LEDGERKIT_ARGS", "")
    return Launch(Path(here) if here else None, tuple(Path(name) for name in _names(given)))


def _after(line: str, script: str) -> str | None:
    """What follows the script's name in the line that started cmd; None if it is not there.

    Not there: the script was called from a console or from another script.
    """
    at = line.lower().find(script.lower())
    if at < 0:
        return None
    rest = line[at + len(script) :]
    # The quote that closes the script's own path, and the one that closes the whole line.
    return rest.removeprefix('"').strip().removesuffix('"') if rest.startswith('"') else rest


def _names(given: str) -> Iterator[str]:
    """The names of a command line, quoted or not."""
    for quoted, plain in _PIECE.findall(given):
        if name := quoted or plain:
            yield name
