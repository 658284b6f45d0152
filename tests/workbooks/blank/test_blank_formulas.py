"""The live formulas, reckoned by LibreOffice, say what Python says."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from chinese_calendar import constants
from openpyxl.worksheet.worksheet import Worksheet

from fixed_office import OFFICE
from ledgerkit.ledgers import catalog, words
from ledgerkit.ledgers.matters import HANDLING
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.columns import Column
from ledgerkit.office import Limit, Office
from ledgerkit.office.workdays import LAST_YEAR
from ledgerkit.rules.deadlines import limit_due, next_workday
from ledgerkit.workbooks import blank
from ledgerkit.workbooks.blank import formulas

Convert = Callable[[Path, str], Path]
FIRST = 6
DAY = dt.timedelta(days=1)
GRADES = words.GRADE.words


def filled(
    path: Path, office: Office, book: str, ledger: str, rows: Iterable[Mapping[str, object]]
) -> Path:
    """A blank workbook with these rows typed in."""
    package = blank.build(catalog.books()[book], office)
    workbook = openpyxl.load_workbook(io.BytesIO(package))
    table = catalog.ledgers()[ledger]
    for at, row in enumerate(rows, start=FIRST):
        for name, value in row.items():
            place = table.position(table.column(name))
            workbook[ledger].cell(at, place + 1).value = value  # type: ignore[assignment]  # stubs: MergedCell
    workbook.save(path)
    return path


def reckoned(path: Path, ledger: str) -> Worksheet:
    sheet = openpyxl.load_workbook(path, data_only=True)[ledger]
    assert isinstance(sheet, Worksheet)
    return sheet


def column(sheet: Worksheet, name: str, rows: int) -> list[object]:
    """The first values of a column; days as dates."""
    ledger = catalog.ledgers()[sheet.title]
    at = ledger.position(ledger.column(name)) + 1
    values = (sheet.cell(row, at).value for row in range(FIRST, FIRST + rows))
    return [value.date() if isinstance(value, dt.datetime) else value for value in values]


def starts_around_holidays(year: int) -> list[dt.date]:
    """Each holiday and make-up day of the year with the days about it, and the year's end."""
    marked = [day for day in (*constants.holidays, *constants.workdays) if day.year == year]
    near = {day + n * DAY for day in marked for n in (-2, -1, 0, 1)}
    return sorted(near | {dt.date(year, 12, day) for day in (15, 24, 28, 31)})


def test_due_days_equal_pythons_around_every_holiday_of_2026(
    convert: Convert, tmp_path: Path
) -> None:
    office = OFFICE
    cases = [(day, grade) for day in starts_around_holidays(2026) for grade in GRADES]
    assert 250 < len(cases) <= 500
    rows = [{"提出日期": day, "难易程度": grade} for day, grade in cases]
    path = filled(tmp_path / "due.xlsx", office, "三张清单", "走访问题清单", rows)
    sheet = reckoned(convert(path, "xlsx"), "走访问题清单")
    expected = [limit_due(office, HANDLING, grade, day) for day, grade in cases]
    assert column(sheet, "办理时限", len(cases)) == expected
    assert dict(zip(cases, expected, strict=True))[dt.date(2026, 9, 30), "简单"] == dt.date(
        2026, 10, 10
    )


def test_due_days_equal_pythons_for_every_day_of_2025_and_2026_and_every_limit(
    convert: Convert, tmp_path: Path
) -> None:
    """On a sheet of their own: a ledger's sheet has ready rows for one in six of them."""
    office, due = OFFICE, Problems.due
    first, last = dt.date(2025, 1, 1), dt.date(2026, 12, 31)
    days = [first + n * DAY for n in range((last - first).days + 1)]
    cases = [(day, grade) for day in days for grade in GRADES]
    book = openpyxl.load_workbook(io.BytesIO(blank.build(catalog.books()["三张清单"], office)))
    sheet = book.create_sheet("每一天")
    for row, case in enumerate(cases, start=1):
        cells: dict[Column[Any], str] = {due.start: f"A{row}", due.grade: f"B{row}"}
        sheet.append([*case, f"={formulas.due_day(Problems, due, cells.__getitem__)}"])
        sheet.cell(row, 3).number_format = "yyyy-mm-dd"
    book.save(tmp_path / "every-day.xlsx")
    found = openpyxl.load_workbook(convert(tmp_path / "every-day.xlsx", "xlsx"), data_only=True)
    reckoned_days = [
        value.date() if isinstance(value, dt.datetime) else value
        for (value,) in found["每一天"].iter_rows(min_col=3, max_col=3, values_only=True)
    ]
    expected = [limit_due(office, HANDLING, grade, day) for day, grade in cases]
    wrong = [
        case for case in zip(cases, reckoned_days, expected, strict=True) if case[1] != case[2]
    ]
    assert len(cases) == 730 * len(GRADES)
    assert wrong == []


@pytest.mark.parametrize(
    "limits, longest",
    [
        ({"紧急": Limit(0, True), "简单": Limit(3, False), "一般": Limit(40, True)}, None),
        (
            {"紧急": Limit(0, False), "简单": Limit(1, True), "一般": Limit(29, True)},
            Limit(12, True),
        ),
        (
            {"紧急": Limit(1, False), "简单": Limit(9, False), "一般": Limit(20, True)},
            Limit(8, False),
        ),
    ],
)
def test_the_office_limits_are_the_ones_reckoned_with(
    limits: Mapping[str, Limit], longest: Limit | None, convert: Convert, tmp_path: Path
) -> None:
    given = {("办理", grade): limit for grade, limit in limits.items()}
    cap = {("最长", ""): longest} if longest else {}
    office = replace(OFFICE, limits={**given, **cap})
    days = [dt.date(2026, 9, 20) + n * DAY for n in range(24)]
    cases = [(day, grade) for day in days for grade in limits]
    rows = [{"登记日期": day, "紧急程度": grade} for day, grade in cases]
    rows.append({"登记日期": days[0], "紧急程度": "复杂"})
    path = filled(tmp_path / "limits.xlsx", office, "法治需求台账", "法治需求台账", rows)
    sheet = reckoned(convert(path, "xlsx"), "法治需求台账")
    expected = [limit_due(office, HANDLING, grade, day) for day, grade in cases]
    *dues, unlimited = column(sheet, "办理时限", len(rows))
    assert dues == expected
    assert unlimited in (None, "")


def expected_light(office: Office, due: dt.date, today: dt.date) -> str:
    moved = next_workday(office.calendar, due)
    assert moved is not None
    late = office.calendar.between(moved, today)
    reached = [step.level for step in office.ladder if step.start <= late]
    if late > 0:
        word = f"{reached[-1]}·逾期{late}天"
    elif late == 0:
        word = "今日到期" if moved == today else "已到期"
    else:
        word = reached[-1] if reached else "未到期"
    return word + ("(暂按周末推算)" if due.year > LAST_YEAR else "")


def test_the_light_says_how_many_working_days_late(convert: Convert, tmp_path: Path) -> None:
    office, today = OFFICE, dt.date.today()
    days = [today + n * DAY for n in range(-30, 15)]
    rows = [{"计划完成日期": day} for day in days]
    path = filled(tmp_path / "light.xlsx", office, "三张清单", "解决措施清单", rows)
    sheet = reckoned(convert(path, "xlsx"), "解决措施清单")
    expected = [expected_light(office, day, today) for day in days]
    assert column(sheet, "状态提示", len(days)) == expected


def test_settled_empty_and_unreadable_rows(convert: Convert, tmp_path: Path) -> None:
    today = dt.date.today()
    late = {"提出日期": today - 40 * DAY, "难易程度": "紧急", "办理状态": "办理中"}
    rows: list[dict[str, object]] = [
        late | {"办结日期": today},
        late | {"办结日期": today + DAY},
        late | {"办结日期": "昨天"},
        *(late | {"办理状态": state} for state in words.CLOSED),
        late | {"办理状态": "已移交"},
        {"提出日期": "3月上旬", "难易程度": "一般"},
        {"提出日期": today},
        {"难易程度": "一般"},
        {"问题编号": "WT-法院-202610-001"},
        {},
    ]
    office = OFFICE
    path = filled(tmp_path / "settled.xlsx", office, "三张清单", "走访问题清单", rows)
    sheet = reckoned(convert(path, "xlsx"), "走访问题清单")
    shown = [str(value or "") for value in column(sheet, "状态提示", len(rows))]
    assert shown[0] == shown[2] == "已办结"
    assert shown[3:7] == ["已办结"] * 4
    assert shown[1] == shown[7]
    assert shown[1].startswith("通报·逾期")
    assert shown[8:] == [""] * 5
    assert column(sheet, "序号", len(rows))[-3:] == [None, 12, None]


@pytest.mark.parametrize("name", [*catalog.books(), "名录"])
def test_libreoffice_opens_and_saves_without_loss(
    name: str, convert: Convert, tmp_path: Path
) -> None:
    package = blank.templates(catalog.books(), OFFICE)[f"{name}.xlsx"]
    source = tmp_path / f"{name}.xlsx"
    source.write_bytes(package)
    before = openpyxl.load_workbook(source)
    after = openpyxl.load_workbook(convert(source, "xlsx"), data_only=True)
    assert after.sheetnames == before.sheetnames
    for sheet in before:
        again = after[sheet.title]
        assert sheet.sheet_state == again.sheet_state
        assert [*sheet.tables] == [*again.tables]
        for row in sheet.iter_rows():
            for cell in row:
                copy = again[cell.coordinate].value
                if cell.data_type != "f":
                    assert copy == cell.value, (sheet.title, cell.coordinate)
                else:
                    assert not str(copy).startswith("#"), (sheet.title, cell.coordinate)
