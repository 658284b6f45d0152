"""A workbook that is handed out with rows: what stands in its cells, and what it reads back as."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from builders import MEETINGS, PROBLEMS, Values, row
from fixed_office import OFFICE
from ledgerkit.intake.files.raw_file import read_file
from ledgerkit.intake.values.file_checks import check_file
from ledgerkit.ledgers import catalog
from ledgerkit.ledgers.measures import Measures
from ledgerkit.ledgers.meetings import Meetings
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.row import UNCALCULATED, Cell, Row
from ledgerkit.workbooks import blank
from made_up import meeting, problem

STRANGE = "=1+1 <a & \"b\"> '引' _x0041_ \x07第二行\n末行 😀"


def built(ledger: str, rows: Sequence[Row], unit: str = "区法院") -> bytes:
    book = catalog.books()[catalog.ledgers()[ledger].workbook]
    return blank.build(book, OFFICE, unit=unit, rows={ledger: rows})


def read_back(package: bytes, tmp_path: Path) -> tuple[Row, ...]:
    path = tmp_path / "表.xlsx"
    path.write_bytes(package)
    tables = tuple(catalog.ledgers().values())
    return check_file(read_file(path, path.name, tables, OFFICE), OFFICE).rows


def unread(ledger: str, values: Values, **typed: Cell) -> Row:
    """A row with cells that could not be read, as they were typed."""
    made = row(ledger, values, unread=typed)
    cells = tuple(
        typed.get(column.name, cell)
        for column, cell in zip(made.table.columns, made.raw.cells, strict=True)
    )
    return replace(made, raw=replace(made.raw, cells=cells))


def test_every_kind_of_value_comes_back_as_it_was(tmp_path: Path) -> None:
    given = row(
        MEETINGS,
        {
            **meeting(
                参会企业="岭东精密机械有限公司、东岭工业园",
                通知日期="2026-10-19",
                议定事项="一、二;三",
            ),
            "时间": dt.time(9, 30),
        },
    )
    (back,) = read_back(built(MEETINGS, [given]), tmp_path)
    assert back.values == given.values
    assert back[Meetings.time] == dt.time(9, 30)
    measure = row("解决措施清单", {"措施编号": "CS-法院-202610-001", "督促次数": "12"})
    (back,) = read_back(built("解决措施清单", [measure]), tmp_path)
    assert back[Measures.times_pressed] == 12


def test_dates_are_dates_counts_are_numbers_and_codes_are_text() -> None:
    given = row(PROBLEMS, problem(1, 转办日期="2026-10-10"))
    sheet = openpyxl.load_workbook(io.BytesIO(built(PROBLEMS, [given])))[PROBLEMS]
    cells = {sheet.cell(5, at).value: sheet.cell(6, at) for at in range(1, 18)}
    assert cells["提出日期"].value == dt.datetime(2026, 9, 30)
    assert cells["提出日期"].number_format == "yyyy-mm-dd"
    assert cells["问题编号"].value == "WT-法院-202609-001"
    assert cells["问题编号"].number_format == "@"
    assert str(cells["办理时限"].value).startswith("=IF(")


def test_formulas_show_their_result_before_they_are_reckoned_anew() -> None:
    rows = [row(PROBLEMS, problem(1)), row(PROBLEMS, {**problem(2), "难易程度": None})]
    package = io.BytesIO(built(PROBLEMS, rows))
    sheet = openpyxl.load_workbook(package, data_only=True)[PROBLEMS]
    columns = {sheet.cell(5, at).value: at for at in range(1, 18)}
    shown = [
        [sheet.cell(line, columns[name]).value for name in ("序号", "办理时限", "状态提示")]
        for line in (6, 7, 8)
    ]
    assert shown == [[1, dt.datetime(2026, 10, 15), None], [2, None, None], [None, None, None]]


@pytest.mark.parametrize("text", [STRANGE, "=HYPERLINK(1)", "+86 10", "@甲", "001", "<r>x</r>"])
def test_text_stays_text_whatever_it_looks_like(text: str, tmp_path: Path) -> None:
    (back,) = read_back(built(PROBLEMS, [row(PROBLEMS, problem(1, 问题描述=text))]), tmp_path)
    assert back[Problems.description] == text


def test_what_could_not_be_read_stays_as_it_was_typed(tmp_path: Path) -> None:
    given = unread(
        PROBLEMS,
        {**problem(1), "提出日期": None},
        提出日期="10月上旬",
        难易程度="很难",
        办结日期=7.25,
    )
    (back,) = read_back(built(PROBLEMS, [given]), tmp_path)
    assert back.could_not_be_read(Problems.raised_on)
    assert back.could_not_be_read(Problems.grade)
    assert back.raw.typed(Problems.raised_on) == "10月上旬"
    assert back.raw.typed(Problems.grade) == "很难"
    assert back.raw.typed(Problems.closed_on) == "7.25"
    formula = unread(PROBLEMS, {**problem(1), "办结日期": None}, 办结日期=UNCALCULATED)
    (back,) = read_back(built(PROBLEMS, [formula]), tmp_path)
    assert back.raw.typed(Problems.closed_on) is None


def test_a_row_without_a_number_comes_without_one_and_keeps_its_provisional_key(
    tmp_path: Path,
) -> None:
    values = problem(1)
    path = tmp_path / "旧.xlsx"
    path.write_bytes(built(PROBLEMS, [row(PROBLEMS, {**values, "问题编号": None})]))
    tables = tuple(catalog.ledgers().values())
    (old,) = check_file(read_file(path, path.name, tables, OFFICE), OFFICE).rows
    assert old.provisional
    (back,) = read_back(built(PROBLEMS, [old]), tmp_path)
    assert (back.key, back.values) == (old.key, old.values)


def test_there_is_as_much_room_below_as_in_an_empty_one() -> None:
    rows = [row(PROBLEMS, problem(n)) for n in range(1, 8)]
    sheet = openpyxl.load_workbook(io.BytesIO(built(PROBLEMS, rows)))[PROBLEMS]
    assert sheet.tables["表_走访问题清单"].ref == "A5:Q512"
    assert sheet.max_row == 512
    assert sheet["B512"].number_format == "@"
    assert str(sheet["N512"].value).startswith("=IF(")
    ranges = {str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    assert {"B6:B512", "E6:E512", "G6:G512"} <= ranges
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["Q6:Q512"]


def test_the_hint_says_what_stands_there_already() -> None:
    rows = [row(PROBLEMS, problem(n)) for n in (1, 2)]
    book = openpyxl.load_workbook(io.BytesIO(built(PROBLEMS, rows)))
    assert str(book[PROBLEMS]["A4"].value).startswith("前 2 行是以前报来、还没有办完的事项")
    assert str(book["解决措施清单"]["A4"].value).startswith("深蓝色表头必填")


def test_the_same_rows_give_the_same_bytes() -> None:
    rows = [row(PROBLEMS, problem(n)) for n in (1, 2)]
    assert built(PROBLEMS, rows) == built(PROBLEMS, rows)
