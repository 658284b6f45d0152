"""The kinds of path and number that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ledgerkit import text
from ledgerkit.model.period import Cycle

FOLDER = click.Path(file_okay=False, path_type=Path)
EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
EXISTING = click.Path(exists=True, path_type=Path)
jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="个数",
    help="同时读几个文件,默认按处理器个数。",
)


class DocumentKinds(click.ParamType[tuple[str, ...]]):
    """Kinds of Word documents by their names, several with commas between."""

    name = "文书种类"

    def __init__(self, cycle: Cycle) -> None:
        self._cycle = cycle

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        from ledgerkit.run import letters

        if isinstance(value, tuple):
            return value
        named = text.split(value)
        known = (letters.ALL, letters.NONE, *letters.every_kind(self._cycle))
        strange = [name for name in named if name not in known]
        if strange or not named:
            said = f"没有“{strange[0]}”这种文书" if strange else "没有写文书种类"
            self.fail(f"{said},可选:{'、'.join(known)}", param, ctx)
        if letters.NONE in named and len(named) > 1:
            self.fail(f"写了“{letters.NONE}”就不能再写别的", param, ctx)
        return tuple(name for name in named if name != letters.NONE)


def documents(cycle: Cycle) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option --documents for the run of a month, a quarter or a year."""
    return click.option(
        "--documents",
        type=DocumentKinds(cycle),
        metavar="种类,…",
        default="全部",
        help="写哪几种文书,用逗号隔开;“无”不写文书,没有点名的文书留着不动。默认全部。",
    )


def refuse_received(out: Path | None, *received: Path) -> None:
    """UsageError for results among the received files: they would be read as such the next time."""
    for folder in received:
        if out and out.resolve().is_relative_to(folder.resolve()):
            raise click.UsageError(f"--out 不能在 {folder} 里面,请换一个文件夹")
