"""What a run writes or may remove, a sum and a path to a line.

Should the run be killed, the next one knows what is the kit's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ledgerkit.run.store.atomic import write_atomically

_JOURNAL = ".ledgerkit.journal"


def entries(folder: Path) -> Iterator[tuple[str, str]]:
    """(sum, path) of what a run that did not end wrote or might have removed."""
    try:
        lines = (folder / _JOURNAL).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return
    for line in lines:
        digest, space, path = line.partition(" ")
        if space and len(digest) == 64:
            yield digest, path


def begin(folder: Path, own: Mapping[str, set[str]]) -> None:
    """Write the journal anew: path → the sums of what the kit wrote there."""
    lines = (f"{digest} {path}\n" for path, sums in own.items() for digest in sorted(sums))
    write_atomically(folder / _JOURNAL, "".join(lines).encode())


def note(folder: Path, path: str, digest: str) -> None:
    """Add what is about to be written."""
    with (folder / _JOURNAL).open("ab") as journal:
        journal.write(f"{digest} {path}\n".encode())


def end(folder: Path) -> None:
    """Remove the journal of a run that ended."""
    (folder / _JOURNAL).unlink(missing_ok=True)
