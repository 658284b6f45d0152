"""Who sent a file, for which month, and whether its 填报 block is complete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ledgerkit import text
from ledgerkit.findings.messages import finding, nearest, written
from ledgerkit.intake.values.dates import YearOf, month_in_name, read_date, read_month, year_in_name
from ledgerkit.intake.values.suggest import closest
from ledgerkit.model.columns import NameList
from ledgerkit.model.filing_block import FILED_ON, FILLED_BY, MONTH, NOTHING, UNIT
from ledgerkit.model.finding import Finding
from ledgerkit.model.period import Month
from ledgerkit.model.place import Place
from ledgerkit.model.row import Cell
from ledgerkit.model.submission import Filled, RawFile
from ledgerkit.office import Office

EXAMPLES = {UNIT: "区法院", MONTH: "2026-10", FILLED_BY: "张晓明", FILED_ON: "2026-11-03"}
SENDERS = (NameList.UNIT, NameList.POINT)


@dataclass(frozen=True, slots=True)
class Sender:
    """What the 填报 block, the file's name and its folder say together.

    ``named`` is what stands in 填报单位 where 名录 knows no such name.
    """

    unit: str | None
    named: str
    month: Month | None
    filed_on: dt.date | None
    nothing: bool
    findings: tuple[Finding, ...]


def read_sender(raw: RawFile, office: Office, around: Month) -> Sender:
    """Owner: 填报单位, else the file's name; month: 填报月份, else name, else folder.

    This is docs/contract.md#what-month-reads.
    ``around`` is the month that is reported on: it lends its year to “10月” where nothing tells it.
    """
    path = PurePosixPath(raw.path)
    typed = {label: filled.value for label, filled in raw.block.items()}
    findings: list[Finding] = list(_empty(raw))

    entry = written(typed.get(UNIT))
    is_filled = not text.says_nothing(text.plain(entry))
    unit, named = _unit(entry, office) if is_filled else (None, "")
    if named:
        known = office.known_names(SENDERS)
        findings += _block(raw, UNIT, "block-unit-unknown", nearest=nearest(closest(named, known)))
    unit = unit or office.sender(path.stem)

    month = _month(raw, typed.get(FILED_ON), around)
    if month is None or read_month(typed.get(MONTH), lambda _: month.year) is None:
        findings += _unreadable(raw, MONTH)
    if month is None and not any(
        fault.code == "block-unreadable" and fault.column == MONTH for fault in findings
    ):
        # one cause, one finding
        findings = [fault for fault in findings if fault.column != MONTH]
        findings.append(finding("month-unknown", Place(raw.path)))

    filed_on = read_date(typed.get(FILED_ON), month or around).value
    if not isinstance(filed_on, dt.date):
        filed_on = None
        findings += _unreadable(raw, FILED_ON)
    nothing = text.fold(written(typed.get(NOTHING))) in ("是", "√", "y", "yes", "true")
    return Sender(unit, named, month, filed_on, nothing, tuple(findings))


def _unit(typed: str, office: Office) -> tuple[str | None, str]:
    """(full name, "") or (the member that the text contains or None, the text as typed)."""
    if full := office.full_name(typed, SENDERS):
        return full, ""
    return office.sender(typed), typed


def _month(raw: RawFile, filed_on: Cell, around: Month) -> Month | None:
    """The month of 填报月份, else of the file's name, else of a folder from the inmost outwards."""
    path = PurePosixPath(raw.path)
    parts = (path.stem, *reversed(path.parent.parts))
    year_of = _year_of(parts, filed_on, around)
    entry = raw.block.get(MONTH)
    typed = read_month(entry.value, year_of) if entry else None
    return typed or next(filter(None, (month_in_name(part, year_of) for part in parts)), None)


def _year_of(parts: Sequence[str], filed_on: Cell, around: Month) -> YearOf:
    """The year that a name tells; else the last such month up to one after the day of filing, or
    after the month that is reported on.
    """
    named = next(filter(None, map(year_in_name, parts)), None)
    filed = read_date(filed_on, None).value
    last = Month.of(filed) if isinstance(filed, dt.date) else around.shift(1)

    def year_of(month: int) -> int:
        return named or (last.year if month <= last.month else last.year - 1)

    return year_of


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
