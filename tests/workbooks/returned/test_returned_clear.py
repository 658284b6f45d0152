from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from ledgerkit.model.finding import Finding
from ledgerkit.workbooks import returned
from returned_support import (
    canonical_xml,
    full_workbook,
    month_unknown,
    odd_phone,
    parts,
    saved,
    unreadable_date,
)

# openpyxl, by which these tests look at results, cannot hold what the copies keep
pytestmark = pytest.mark.filterwarnings("ignore:.*will be removed:UserWarning")


@pytest.fixture
def full(tmp_path: Path) -> Path:
    full_workbook(tmp_path / "走访日志.xlsm")
    return tmp_path / "走访日志.xlsm"


def _copy(source: Path, *findings: Finding) -> bytes:
    built = returned.build(source, findings)
    assert built is not None
    assert built.kind == "批注副本"
    return built.data


def test_clearing_gives_back_the_sheets_as_they_were(full: Path) -> None:
    before = parts(full.read_bytes())
    after = parts(returned.clear(_copy(full, unreadable_date("B4"), odd_phone("C5"))))
    assert set(after) == set(before)
    for sheet in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"):
        assert canonical_xml(after[sheet]) == canonical_xml(before[sheet])
    assert after["xl/drawings/vmlDrawing1.vml"] == before["xl/drawings/vmlDrawing1.vml"]


def test_clearing_keeps_the_persons_own_notes_names_and_fills(full: Path) -> None:
    data = returned.clear(_copy(full, unreadable_date("B4"), odd_phone("B5"), odd_phone("C7")))
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["走访日志"]
    notes = {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment}
    assert notes == {"B4": "这个日期要问一下\n老张"}
    assert (sheet["B5"].fill.fgColor.rgb, sheet["B5"].font.bold) == ("FF00FF00", True)
    assert book.sheetnames == ["走访日志", "说'a'明", "藏"]
    assert book["说'a'明"].print_area == "'说''a''明'!$A$1:$C$9"
    assert list(book.defined_names) == ["人数"]


def test_a_workbook_without_marks_comes_back_as_it_is(full: Path) -> None:
    assert returned.clear(full.read_bytes()) == full.read_bytes()


def test_marks_do_not_pile_up_when_a_copy_comes_back(full: Path, tmp_path: Path) -> None:
    findings = [unreadable_date("B4"), odd_phone("C5"), month_unknown()]
    first = _copy(full, *findings)
    second = _copy(saved(tmp_path / "二.xlsm", first), *findings)
    assert second == first


def test_only_what_is_still_wrong_is_marked_the_second_time(full: Path, tmp_path: Path) -> None:
    first = _copy(full, unreadable_date("B4"), odd_phone("C5"))
    second = _copy(saved(tmp_path / "二.xlsm", first), odd_phone("C5"))
    sheet = openpyxl.load_workbook(io.BytesIO(second))["走访日志"]
    assert sheet["B4"].comment.text == "这个日期要问一下\n老张"
    assert sheet["B4"].fill.fill_type is None
    assert sheet["C5"].fill.fgColor.rgb == "FFFFEBA6"


def test_marks_are_cleared_where_the_cells_have_gone(full: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(_copy(full, odd_phone("B5"), odd_phone("C5"))))
    sheet = book["走访日志"]
    sheet.insert_rows(2, 3)
    sheet["A30"]._style = sheet["C8"]._style
    saved_again = io.BytesIO()
    book.save(saved_again)
    after = openpyxl.load_workbook(io.BytesIO(returned.clear(saved_again.getvalue())))["走访日志"]
    assert after["B8"].fill.fgColor.rgb == "FF00FF00"
    assert [after[cell].fill.fill_type for cell in ("C8", "A30")] == [None, None]


def test_white_letters_of_a_header_turn_dark_while_it_is_marked(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "走访日志"
    sheet["A1"].fill = PatternFill("solid", fgColor="FF1F4E79")
    sheet["A1"].font = Font(color="FFFFFFFF", bold=True)
    book.save(tmp_path / "a.xlsx")
    copy = _copy(tmp_path / "a.xlsx", odd_phone("A1"))
    looks = []
    for data in (copy, returned.clear(copy)):
        cell = openpyxl.load_workbook(io.BytesIO(data))["走访日志"]["A1"]
        looks.append((cell.fill.fgColor.rgb, cell.font.color.rgb, cell.font.bold))
    assert looks == [("FFFFEBA6", "FF1F1F1F", True), ("FF1F4E79", "FFFFFFFF", True)]


def test_marks_are_cleared_after_another_program_has_saved_the_copy(
    full: Path, tmp_path: Path, convert: Callable[[Path, str], Path]
) -> None:
    copy = saved(tmp_path / "副本.xlsx", _copy(full, unreadable_date("B4"), odd_phone("B5")))
    data = returned.clear(convert(copy, "xlsx").read_bytes())
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["走访日志"]
    notes = {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment}
    assert book.sheetnames == ["走访日志", "说'a'明", "藏"]
    assert notes == {"B4": "这个日期要问一下\n老张"}
    assert (sheet["B4"].fill.fill_type, sheet["B5"].fill.fgColor.rgb) == (None, "FF00FF00")


def test_a_fill_that_a_person_has_put_over_ours_stays(full: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(_copy(full, odd_phone("B5"))))
    book["走访日志"]["B5"].fill = PatternFill("solid", fgColor="FF0000FF")
    saved_again = io.BytesIO()
    book.save(saved_again)
    after = openpyxl.load_workbook(io.BytesIO(returned.clear(saved_again.getvalue())))["走访日志"]
    assert after["B5"].fill.fgColor.rgb == "FF0000FF"


def test_our_sheet_is_found_under_another_name(full: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(_copy(full, odd_phone("B5"))))
    book["检查结果"].title = "改过名"
    book.defined_names["_检查标记"].attr_text = "改过名!$A$1"
    saved_again = io.BytesIO()
    book.save(saved_again)
    after = openpyxl.load_workbook(io.BytesIO(returned.clear(saved_again.getvalue())))
    assert after.sheetnames == ["走访日志", "说'a'明", "藏"]


def test_marks_are_cleared_after_our_sheet_was_deleted_by_hand(full: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(_copy(full, odd_phone("B5"), odd_phone("C5"))))
    del book["检查结果"], book.defined_names["_检查标记"]
    book["走访日志"]["D5"].comment = Comment("我的", "某人")
    saved_again = io.BytesIO()
    book.save(saved_again)
    after = openpyxl.load_workbook(io.BytesIO(returned.clear(saved_again.getvalue())))["走访日志"]
    notes = {cell.coordinate for row in after for cell in row if cell.comment}
    assert notes == {"B4", "D5"}
    assert after["C5"].fill.fill_type is None
