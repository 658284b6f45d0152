"""The kinds of path and number that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from ledgerkit.faces import arguments
from ledgerkit.model.errors import WrongCall
from ledgerkit.model.period import Cycle, Period

T = TypeVar("T")

FOLDER = click.Path(file_okay=False, path_type=Path)
EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
EXISTING = click.Path(exists=True, path_type=Path)
jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="个数",
    help="同时读几个文件,默认按处理器个数。",
)


class Given(click.ParamType[T]):
    """A kind of argument that is read, and refused, as it is in Python."""

    def __init__(self, name: str, read: Callable[[Any], T]) -> None:
        self.name, self._read = name, read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> T:
        try:
            return self._read(value)
        except WrongCall as error:
            self.fail(str(error), param, ctx)


MONTH = Given("月份", arguments.month)
DAY = Given("日期", arguments.day)


def period(cycle: Cycle) -> Given[Period]:
    """A month, a quarter or a year."""
    return Given(arguments.PERIODS[cycle].word, partial(arguments.period, cycle=cycle))


def documents(cycle: Cycle) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option --documents for the run of a month, a quarter or a year."""
    return click.option(
        "--documents",
        type=Given("文书种类", partial(arguments.kinds, cycle=cycle)),
        metavar="种类,…",
        default="全部",
        help="写哪几种文书,用逗号隔开;“无”不写文书,没有点名的文书留着不动。默认全部。",
    )
