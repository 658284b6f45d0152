"""Who sent a file, for which month, and whether its 填报 block is complete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from ledgerkit import text
from ledgerkit.check.dates import month_in_name, read_date, read_month, year_in_name
from ledgerkit.check.suggest import closest
from ledgerkit.messages import finding, nearest, written
from ledgerkit.model.columns import Names
from ledgerkit.model.finding import Finding
from ledgerkit.model.period import Month
from ledgerkit.model.place import Place
from ledgerkit.model.submission import Filled, RawFile
from ledgerkit.office import Office

UNIT, MONTH, FILLER, FILED_ON, NOTHING = "填报单位", "填报月份", "填表人", "填报日期", "本月无"
EXAMPLES = {UNIT: "区法院", MONTH: "2026-10", FILLER: "张晓明", FILED_ON: "2026-11-03"}
_SENDERS = (Names.UNIT, Names.POINT)


@dataclass(frozen=True, slots=True)
class Filing:
    """What the 填报 block, the file's name and its folder say together.

    ``named`` is what stands in 填报单位 where 名录 knows no such name.
    """

    unit: str | None
    named: str
    month: Month | None
    filed_on: dt.date | None
    nothing: bool
    findings: tuple[Finding, ...]


def read_filing(raw: RawFile, office: Office) -> Filing:
    """Owner: 填报单位, else the file's name; month: 填报月份, else name, else folder (DESIGN 4)."""
    path = PurePosixPath(raw.path)
    typed = {label: filled.value for label, filled in raw.block.items()}
    said: list[Finding] = list(_empty(raw))

    filed_on = read_date(typed.get(FILED_ON), None).value
    if isinstance(filed_on, dt.datetime) or not isinstance(filed_on, dt.date):
        filed_on = None
        said += _unreadable(raw, FILED_ON)

    unit, named = _unit(written(typed.get(UNIT)), office) if typed.get(UNIT) else (None, "")
    if named:
        known = office.known_names(_SENDERS)
        said += _block(raw, UNIT, "block-unit-unknown", nearest=nearest(closest(named, known)))
    unit = unit or office.sender(path.stem)

    month = read_month(typed.get(MONTH), _year(path, filed_on))
    if month is None:
        said += _unreadable(raw, MONTH)
        month = _month_of_path(path, filed_on)
    if month is None and not any(
        one.code == "block-unreadable" and one.column == MONTH for one in said
    ):
        said = [one for one in said if one.column != MONTH]  # one cause, one finding
        said.append(finding("month-unknown", Place(raw.path)))
    nothing = text.fold(written(typed.get(NOTHING))) in ("是", "√", "y", "yes", "true")
    return Filing(unit, named, month, filed_on, nothing, tuple(said))


def _unit(typed: str, office: Office) -> tuple[str | None, str]:
    """(full name, "") or (the member that the text contains or None, the text as typed)."""
    if full := office.full_name(typed, _SENDERS):
        return full, ""
    return office.sender(typed), typed


def _year(path: PurePosixPath, filed_on: dt.date | None) -> int | None:
    """The year for a month written without one: the name's, a folder's, the filing day's."""
    named = (year_in_name(part) for part in (path.stem, *reversed(path.parent.parts)))
    return next(filter(None, named), filed_on.year if filed_on else None)


def _month_of_path(path: PurePosixPath, filed_on: dt.date | None) -> Month | None:
    year = _year(path, filed_on)
    parts = (path.stem, *reversed(path.parent.parts))
    return next(filter(None, (month_in_name(part, year) for part in parts)), None)


def _empty(raw: RawFile) -> Iterator[Finding]:
    """One finding for each entry of the block that is there but empty, or not there at all."""
    for label, example in EXAMPLES.items():
        filled = raw.block.get(label)
        if filled is None:
            yield finding(
                "block-empty", Place(raw.path), column=label, label=label, example=example
            )
        elif text.says_nothing(text.plain(written(filled.value))):
            yield from _block(raw, label, "block-empty", example=example)


def _unreadable(raw: RawFile, label: str) -> Iterator[Finding]:
    filled = raw.block.get(label)
    if filled and not text.says_nothing(text.plain(written(filled.value))):
        yield from _block(raw, label, "block-unreadable", example=EXAMPLES[label])


def _block(raw: RawFile, label: str, code: str, **facts: str) -> Iterator[Finding]:
    filled: Filled = raw.block[label]
    place = Place(raw.path, filled.sheet, filled.cell)
    more = {"label": label, **facts}
    yield finding(code, place, column=label, typed=filled.value, facts=more.items())
