"""What a caller hands over, on the command line or in Python: read and refused alike."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from ledgerkit import text
from ledgerkit.model.errors import NotThere, WrongCall
from ledgerkit.model.period import Cycle, Month, Period

StrPath = str | os.PathLike[str]


class PeriodForm(NamedTuple):
    """What a period is called, and how it is written."""

    word: str
    example: str


PERIODS = {
    Cycle.MONTH: PeriodForm("月份", "2026-10"),
    Cycle.QUARTER: PeriodForm("季度", "2026Q4"),
    Cycle.YEAR: PeriodForm("年份", "2026"),
}


def month(given: str | Month) -> Month:
    """A month such as 2026-10; WrongCall."""
    try:
        return Month.parse(str(given))
    except ValueError as error:
        raise _unlike(given, Cycle.MONTH) from error


def period(given: str | int | Month | Period, cycle: Cycle) -> Period:
    """A month such as 2026-10, a quarter such as 2026Q4, a year such as 2026; WrongCall."""
    try:
        found = Period.parse(str(given))
    except ValueError as error:
        raise _unlike(given, cycle) from error
    if found.cycle is not cycle:
        raise _unlike(given, cycle)
    return found


def _unlike(given: object, cycle: Cycle) -> WrongCall:
    word, example = PERIODS[cycle]
    return WrongCall(f"“{given}”不是{word},请写成 {example} 这样。")


def day(given: str | dt.date) -> dt.date:
    """A day such as 2026-10-31; WrongCall."""
    if isinstance(given, dt.datetime):
        return given.date()
    if isinstance(given, dt.date):
        return given
    try:
        return dt.date.fromisoformat(str(given))
    except ValueError as error:
        raise WrongCall(f"“{given}”不是日期,请写成 2026-10-31 这样。") from error


def as_of(given: str | dt.date | None, last: dt.date | None = None) -> dt.date:
    """The day up to which is reckoned: the one given, else today, or ``last`` if that is past."""
    if given is not None:
        return day(given)
    today = dt.date.today()
    return min(today, last) if last else today


def kinds(given: str | Iterable[str] | None, cycle: Cycle) -> tuple[str, ...]:
    """The kinds of documents to be written: 全部 stands for all, as nothing given does; WrongCall.

    A text names several with commas between, or 无.
    """
    from ledgerkit.run import letters

    if given is None:
        return (letters.ALL,)
    names = text.split(given) if isinstance(given, str) else tuple(given)
    if isinstance(given, str) and not names:
        raise WrongCall("没有写文书种类,请写“全部”“无”或者文书的名称。")
    known = (letters.ALL, letters.NONE, *letters.every_kind(cycle))
    for name in names:
        if name not in known:
            raise WrongCall(f"没有“{name}”这种文书,可选:{'、'.join(known)}。请改正写法。")
    if letters.NONE in names and len(names) > 1:
        raise WrongCall(f"写了“{letters.NONE}”就不能再写别的,请去掉其中一种。")
    return tuple(name for name in names if name != letters.NONE)


def choice(given: str, known: Sequence[str]) -> str:
    """One of the words known; WrongCall."""
    if given not in known:
        raise WrongCall(f"“{given}”不行,请写 {'、'.join(known)} 中的一个。")
    return given


def several(given: StrPath | Iterable[StrPath]) -> tuple[StrPath, ...]:
    """One path or several; WrongCall for none."""
    paths = (given,) if isinstance(given, str | os.PathLike) else tuple(given)
    if not paths:
        raise WrongCall("没有写文件或文件夹,请至少写一个。")
    return paths


def there(given: StrPath) -> Path:
    """A file or folder that is there; NotThere."""
    path = Path(given)
    if not path.exists():
        raise NotThere(f"找不到“{path}”,请核对文件名和所在的文件夹。")
    return path


def folder(given: StrPath) -> Path:
    """A folder that is there; NotThere."""
    path = Path(given)
    if path.is_dir():
        return path
    if path.exists():
        raise NotThere(f"“{path}”是文件,不是文件夹。请写它所在的办公文件夹。")
    raise NotThere(f"没有文件夹“{path}”。请核对路径;还没有办公文件夹的,请先用 new 建一个。")


def target(given: StrPath | None, *read: Path) -> Path | None:
    """Where results go; WrongCall among what is read: they would be read the next time."""
    if given is None:
        return None
    out = Path(given)
    for place in read:
        if out.resolve().is_relative_to(place.resolve()):
            raise WrongCall(f"结果不能写到 {place} 里面,请另选一个文件夹。")
    return out
