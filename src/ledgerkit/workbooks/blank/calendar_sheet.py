"""The hidden sheet 工作日: what the live formulas look up instead of reckoning with WORKDAY.

Working days with 调休, the limits of 办理时限 and the ladder of 预警阶梯, all of them from the
office. A limit is kept as two steps, so that one formula serves working and calendar days: go
``平移`` calendar days on, then ``进位`` working days after the last working day so reached.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from openpyxl.workbook.defined_name import DefinedName

from ledgerkit.ledgers.matters import LONGEST
from ledgerkit.model.columns import Date, DueDay
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.outcome import Step
from ledgerkit.model.sheets import WORKDAYS
from ledgerkit.office import Limit, Office
from ledgerkit.office.tables import CALENDAR_DAYS, counted_in
from ledgerkit.office.workdays import LAST_YEAR, Calendar
from ledgerkit.workbooks.blank.layout import identifier, sheet_name

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FIRST_YEAR = 2024
DAYS = "工作日"
TODAY_AT, TODAY_WORD, KNOWN_UNTIL = "今日序", "今日提示", "日历末日"
RUNG_STARTS, RUNG_WORDS = "阶梯起始", "阶梯提示"
ALWAYS = -99999
"""Working days before the due day at which the first line of the ladder begins."""


def limits_name(ledger: type[Ledger], column: DueDay) -> str:
    """The defined name of the limits behind a column."""
    return f"时限_{identifier(ledger.name)}_{identifier(column.name)}"


def known_until(calendar: Calendar) -> dt.date:
    """The last day up to which holidays are known without a gap."""
    year = LAST_YEAR
    while calendar.knows(dt.date(year + 1, 1, 1)):
        year += 1
    return dt.date(year, 12, 31)


def write(workbook: Workbook, ledgers: tuple[type[Ledger], ...], office: Office) -> None:
    """Add the hidden sheet and its names."""
    sheet = workbook.create_sheet(WORKDAYS)
    sheet.sheet_state = "hidden"
    sheet.column_dimensions["A"].width = sheet.column_dimensions["D"].width = 13
    names = {
        **_days(sheet, office.calendar),
        **_today(sheet, known_until(office.calendar)),
        **_ladder(sheet, office.ladder),
        **_limits(sheet, ledgers, office),
    }
    for name, where in names.items():
        text = f"{sheet_name(WORKDAYS)}!{where}"
        workbook.defined_names[name] = DefinedName(name, attr_text=text)


def _days(sheet: Worksheet, calendar: Calendar) -> dict[str, str]:
    """Column A: every working day from FIRST_YEAR to a year past the known calendar."""
    last = known_until(calendar).year + 1
    days = [day for day in calendar.workdays if FIRST_YEAR <= day.year <= last]
    sheet["A1"] = DAYS
    for row, day in enumerate(days, start=2):
        cell = sheet.cell(row, 1, day)
        cell.number_format = Date.number_format
    return {DAYS: f"$A$2:$A${len(days) + 1}"}


def _today(sheet: Worksheet, known: dt.date) -> dict[str, str]:
    """Columns C and D: today's place among the working days, the word at 0, the calendar's end."""
    at = f"IF(TODAY()>MAX({DAYS}),NA(),MATCH(TODAY(),{DAYS},1))"
    word = f'IF(INDEX({DAYS},{TODAY_AT})=TODAY(),"今日到期","已到期")'
    sheet["C1"], sheet["D1"] = TODAY_AT, f"={at}"
    sheet["C2"], sheet["D2"] = TODAY_WORD, f"={word}"
    sheet["C3"], sheet["D3"] = KNOWN_UNTIL, known
    sheet["D3"].number_format = Date.number_format
    return {TODAY_AT: "$D$1", TODAY_WORD: "$D$2", KNOWN_UNTIL: "$D$3"}


def rungs(ladder: tuple[Step, ...]) -> Iterator[tuple[int, str]]:
    """(working days late, what 状态提示 says from there on), in rising order.

    After the due day the number of days follows, so these end in 逾期.
    """
    yield ALWAYS, "未到期"
    yield from ((step.start, step.level) for step in ladder if step.start < 0)
    levels = {1: ""} | {max(step.start, 1): step.level for step in ladder if step.start >= 0}
    yield from ((start, f"{level}·逾期" if level else "逾期") for start, level in levels.items())


def _ladder(sheet: Worksheet, ladder: tuple[Step, ...]) -> dict[str, str]:
    """Columns F and G: from how many days late which word."""
    sheet["F1"], sheet["G1"] = RUNG_STARTS, RUNG_WORDS
    lines = list(rungs(ladder))
    for row, (start, words) in enumerate(lines, start=2):
        sheet.cell(row, 6, start)
        sheet.cell(row, 7, words)
    end = len(lines) + 1
    return {RUNG_STARTS: f"$F$2:$F${end}", RUNG_WORDS: f"$G$2:$G${end}"}


def _limits(sheet: Worksheet, ledgers: tuple[type[Ledger], ...], office: Office) -> dict[str, str]:
    """Columns I to Q: for each computed due day its grades, their limit and the longest one."""
    names: dict[str, str] = {}
    row = 1
    for ledger in ledgers:
        for column in ledger.columns:
            if not isinstance(column, DueDay):
                continue
            heads = ("天数", "计日", "最长天数", "最长计日", "平移", "进位", "最长平移", "最长进位")
            for at, text in enumerate((limits_name(ledger, column), *heads)):
                sheet.cell(row, 9 + at, text)
            first = row + 1
            for grade, limit in _graded(column, office):
                row += 1
                _limit_row(sheet, row, grade, limit, office.limit(LONGEST.name))
            if row >= first:
                names[limits_name(ledger, column)] = f"$I${first}:$Q${row}"
            row += 2
    return names


def _graded(column: DueDay, office: Office) -> Iterator[tuple[str, Limit]]:
    for grade in office.words_of(column.grade).words:
        limit = office.limit(column.matter.name, grade)
        if limit:
            yield grade, limit


def _limit_row(sheet: Worksheet, row: int, grade: str, limit: Limit, longest: Limit | None) -> None:
    """A grade with its limit; without a longest one the limit itself stands in its place."""
    cap = longest or limit
    sheet[f"I{row}"], sheet[f"J{row}"], sheet[f"K{row}"] = grade, limit.days, counted_in(limit)
    sheet[f"L{row}"], sheet[f"M{row}"] = cap.days, counted_in(cap)
    sheet[f"N{row}"], sheet[f"O{row}"] = _steps(f"J{row}", f"K{row}")
    sheet[f"P{row}"], sheet[f"Q{row}"] = _steps(f"L{row}", f"M{row}")


def _steps(days: str, counted: str) -> tuple[str, str]:
    """平移 and 进位 as formulas of 天数 and 计日."""
    calendar = f'{counted}="{CALENDAR_DAYS}"'
    return f"=IF({calendar},{days}-1,IF({days}=0,-1,0))", f"=IF({calendar},1,MAX({days},1))"
