"""The buttons pressed in an open workbook: what Excel holds and what is said afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill

import excel_com
from excel_com import Excel
from grids import workbook
from ledgerkit import office as offices
from ledgerkit.faces.button import press
from ledgerkit.faces.excel.host import Press, give_back, may_be
from ledgerkit.model.sheets import REPORT_MARK
from ledgerkit.run.check import run_check
from ledgerkit.workbooks import blank
from ledgerkit.workbooks.returned import build
from wording import says

HEADER = "| 走访编号 | 走访日期 | 走访单位 | 企业名称 | 走访人员 | 走访主要情况 | 是否发现问题 |"
ROWS = (
    "| ZF-法院-202610-001 | 2026-10-13 | 区法院 | 甲公司 | 张三 | 情况 | 否 |",
    "| ZF-法院-202610-002 | 十月 | 区法院 | 乙公司 | | 情况 | 否 |",
    "| ZF-法院-202610-003 | 下旬 | 区法院 | 丙公司 | 张三 | 情况 | 也许 |",
)
RED = "FFFFC4BD"


def visits(*rows: str) -> bytes:
    return workbook({"走访日志": "\n".join((HEADER, *(rows or ROWS)))})


@pytest.fixture
def excel() -> Excel:
    return excel_com.start()


def pressed(excel: Excel, action: str, name: str, home: Path) -> str:
    return press([action, "--from_xl=1", f"--hwnd={excel.window}", f"--wb={name}"], home)


def opened(excel: Excel, folder: Path, data: bytes, name: str = "区法院走访日志.xlsx") -> Any:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return excel.open(path)


def held(excel: Excel, book: Any, folder: Path) -> openpyxl.Workbook:
    """What Excel would save now."""
    return openpyxl.load_workbook(excel.saved(book, folder / "held.xlsx"))


def look(book: openpyxl.Workbook) -> Mapping[str, object]:
    """Everything of a workbook that marks could change."""
    return {
        sheet.title: {
            cell.coordinate: (cell.value, repr(cell.fill), repr(cell.font), note(cell))
            for row in sheet.iter_rows()
            for cell in row
            if cell.has_style or cell.value is not None or cell.comment
        }
        for sheet in book.worksheets
    }


def note(cell: Any) -> str | None:
    return cell.comment.text if cell.comment else None


def coloured(sheet: Any) -> set[str]:
    return {
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb in (RED, "FFFFEBA6")
    }


def test_checking_colours_annotates_lists_and_says_the_counts(excel: Excel, tmp_path: Path) -> None:
    book = opened(excel, tmp_path, visits())
    message = pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    assert message.splitlines()[:2] == [
        "共 1 个文件、3 行,必须改 4 处,请核对 0 处。",
        "要改的格子已经标上颜色和批注,清单在“检查结果”表。",
    ]
    after = held(excel, book, tmp_path)
    assert after.sheetnames == ["检查结果", "走访日志"]
    assert after.active is not None
    assert after.active.title == "检查结果"
    sheet = after["走访日志"]
    assert coloured(sheet) == {"B4", "B5", "E4", "G5"}
    assert (
        sheet["B4"].comment.text
        == f"【检查】\n必须改:{says('date-unreadable', '十月', example='2026-03-01')}"
    )
    listed = after["检查结果"]
    assert [cell.value for cell in listed[4]] == [
        "级别",
        "工作表",
        "单元格",
        "列",
        "填的内容",
        "说明和改法",
    ]
    assert listed["C5"].value == '=HYPERLINK("#\'走访日志\'!B4","B4")'
    assert (listed["A5"].value, listed["D5"].value, listed["E5"].value) == (
        "必须改",
        "走访日期",
        "十月",
    )
    assert after.defined_names[REPORT_MARK].hidden
    assert excel.model.application.vba_get("StatusBar") is False
    assert excel.model.application.vba_get("ScreenUpdating") is True


def test_clearing_gives_every_cell_and_note_its_former_look(excel: Excel, tmp_path: Path) -> None:
    path = tmp_path / "look.xlsx"
    path.write_bytes(visits())
    drawn = openpyxl.load_workbook(path)
    sheet = drawn["走访日志"]
    # as Excel itself writes them: a tint that is a whole number of 32767ths, the usual ground
    ground = Color(indexed=64)
    theme = Color(theme=4, tint=13105 / 32767)
    sheet["B4"].fill = PatternFill("solid", fgColor=theme, bgColor=ground)
    sheet["B5"].fill = PatternFill("solid", fgColor="FFCCFFCC", bgColor=ground)
    sheet["E4"].fill = PatternFill("lightGrid", fgColor="FF0000FF", bgColor="FFFFFF00")
    sheet["E4"].comment = Comment("李四:核实过", "李四")
    sheet["G5"].fill = PatternFill("solid", fgColor="FF1F4E79")
    sheet["G5"].font = Font(color="FFFFFFFF", bold=True)
    drawn.save(path)
    book = excel.open(path)
    before = look(held(excel, book, tmp_path))
    pressed(excel, "check", path.name, tmp_path)
    marked = held(excel, book, tmp_path)["走访日志"]
    assert coloured(marked) == {"B4", "B5", "E4"}, "white letters on a dark fill keep their fill"
    assert marked["E4"].comment.text.startswith("李四:核实过\n【检查】\n必须改:")
    assert marked["G5"].comment.text.startswith("【检查】")
    message = pressed(excel, "clear", path.name, tmp_path)
    assert message == "检查的颜色、批注和“检查结果”表已经清除。"
    after = held(excel, book, tmp_path)
    assert look(after) == before
    assert [name for name in after.defined_names if REPORT_MARK in name] == []
    assert pressed(excel, "clear", path.name, tmp_path) == "这份表里没有检查留下的标记。"


def test_marks_go_along_when_a_row_is_inserted(excel: Excel, tmp_path: Path) -> None:
    book = opened(excel, tmp_path, visits())
    sheet = book.sheets_[0]
    sheet.Range("B4").vba_get("Interior").vba_set("Color", 0xCCFFCC)
    pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    sheet.Range("A3").vba_get("EntireRow").vba_get("Insert")
    pressed(excel, "clear", "区法院走访日志.xlsx", tmp_path)
    after = held(excel, book, tmp_path)["走访日志"]
    assert coloured(after) == set()
    assert after["B5"].fill.fgColor.rgb == "FFCCFFCC"
    assert after["B4"].fill.patternType is None


def test_a_copy_that_somebody_made_of_a_marked_sheet_is_cleared_too(
    excel: Excel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ledgerkit.faces.excel.notes.MOST", 0)  # the model copies no notes
    book = opened(excel, tmp_path, visits())
    pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    sheet = book.sheets_[1]
    sheet.vba_get("Copy", [], {"After": sheet})
    # Excel gives the copy names of its own, which the model does not
    for name in list(book.names_.entries):
        if sheet.name in name.refers_to:
            copied = f"='{sheet.name} (2)'".join(name.refers_to.split(f"='{sheet.name}'"))
            copied = copied.replace(f",'{sheet.name}'", f",'{sheet.name} (2)'")
            given = {"Name": f"'{sheet.name} (2)'!{name.name}", "RefersTo": copied}
            book.vba_get("Names").vba_get("Add", [], given)
    assert coloured(held(excel, book, tmp_path)["走访日志 (2)"]) == {"B4", "B5", "E4", "G5"}
    pressed(excel, "clear", "区法院走访日志.xlsx", tmp_path)
    after = held(excel, book, tmp_path)
    assert [coloured(one) for one in after.worksheets] == [set(), set()]


def test_a_second_press_checks_what_stands_there_now(excel: Excel, tmp_path: Path) -> None:
    book = opened(excel, tmp_path, visits())
    pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    sheet = book.sheets_[1]
    for cell, value in (("B4", "2026-10-14"), ("B5", "2026-10-15"), ("G5", "否")):
        sheet.Range(cell).vba_set("Value", value)
    message = pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    assert message.splitlines()[0] == "共 1 个文件、3 行,必须改 1 处,请核对 0 处。"
    after = held(excel, book, tmp_path)
    assert after.sheetnames == ["检查结果", "走访日志"]
    assert coloured(after["走访日志"]) == {"E4"}
    assert after["走访日志"]["B4"].comment is None
    sheet.Range("E4").vba_set("Value", "张三")
    message = pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    assert message.splitlines()[1] == "没有要改的,可以报送。"
    after = held(excel, book, tmp_path)
    assert after.sheetnames == ["走访日志"]
    assert coloured(after["走访日志"]) == set()


def test_a_returned_copy_is_cleared_too(excel: Excel, tmp_path: Path) -> None:
    path = tmp_path / "收到的.xlsx"
    path.write_bytes(visits())
    report = run_check([path], jobs=1)
    copy = build(path, next(iter(report.findings.values())))
    assert copy is not None
    book = opened(excel, tmp_path / "退回修改", copy.data, copy.name)
    pressed(excel, "clear", copy.name, tmp_path)
    after = held(excel, book, tmp_path)
    assert after.sheetnames == ["走访日志"]
    assert coloured(after["走访日志"]) == set()
    assert after["走访日志"]["B4"].comment is None


def test_before_the_first_mark_a_backup_is_kept_outside_of_the_folder(
    excel: Excel, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    opened(excel, tmp_path / "表", visits())
    pressed(excel, "check", "区法院走访日志.xlsx", home)
    pressed(excel, "check", "区法院走访日志.xlsx", home)
    kept = list((home / "台账检查前备份").iterdir())
    assert len(kept) == 1
    assert look(openpyxl.load_workbook(kept[0])).keys() == {"走访日志"}
    assert sorted(path.name for path in (tmp_path / "表").iterdir()) == ["区法院走访日志.xlsx"]


def test_changes_that_are_not_saved_count_and_nothing_is_saved(
    excel: Excel, tmp_path: Path
) -> None:
    book = opened(excel, tmp_path, visits(ROWS[0]))
    before = (tmp_path / "区法院走访日志.xlsx").read_bytes()
    book.sheets_[0].Range("B3").vba_set("Value", "十月")
    message = pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    assert "必须改 1 处" in message
    assert (tmp_path / "区法院走访日志.xlsx").read_bytes() == before


def test_a_workbook_that_was_never_saved_is_checked(excel: Excel, tmp_path: Path) -> None:
    book = excel.new()
    sheet = book.sheets_[0]
    for row, line in enumerate((HEADER, *ROWS), start=1):
        for column, text in enumerate(line.strip("| ").split("|")):
            sheet.Range(f"{'ABCDEFG'[column]}{row}").vba_set("Value", text.strip())
    message = pressed(excel, "check", book.name, tmp_path)
    assert "3 行,必须改 4 处" in message
    assert [one.name for one in book.sheets_] == ["检查结果", sheet.name]


def test_a_protected_sheet_is_listed_and_left_alone(excel: Excel, tmp_path: Path) -> None:
    book = opened(excel, tmp_path, visits())
    book.sheets_[0].vba_get("Protect")
    message = pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    assert "「走访日志」有保护,格子没有动。请先撤销工作表保护再点按钮。" in message
    after = held(excel, book, tmp_path)
    assert coloured(after["走访日志"]) == set()
    assert after["检查结果"]["D5"].value == "走访日期"
    pressed(excel, "clear", "区法院走访日志.xlsx", tmp_path)
    assert held(excel, book, tmp_path).sheetnames == ["走访日志"]


def test_where_no_sheet_may_be_added_the_list_comes_in_a_workbook_of_its_own(
    excel: Excel, tmp_path: Path
) -> None:
    book = opened(excel, tmp_path, visits())
    book.vba_get("Protect", ["", True])
    message = pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    assert "工作簿结构有保护,加不了表,“检查结果”放在新开的工作簿里。" in message
    other = excel.model.workbooks()[-1]
    assert other.sheets_[0].Range("D5").vba_get("Value") == "走访日期"
    assert coloured(held(excel, book, tmp_path)["走访日志"]) == {"B4", "B5", "E4", "G5"}


def test_a_workbook_opened_for_reading_only_is_marked_and_said_so(
    excel: Excel, tmp_path: Path
) -> None:
    path = tmp_path / "只读.xlsx"
    path.write_bytes(visits())
    excel.open(path, read_only=True)
    assert "只读打开的,改好后请另存一份" in pressed(excel, "check", path.name, tmp_path)


def test_while_a_cell_is_being_edited_excel_is_asked_a_while_and_then_said_so(
    excel: Excel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(excel, tmp_path, visits())
    monkeypatch.setattr("ledgerkit.faces.excel.host._PAUSE", 0.001)
    excel.refusals = 5
    assert "必须改 4 处" in pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    excel.refusals = 10**6
    message = pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    assert message.endswith("请先按回车结束编辑,再点一次按钮。")
    assert excel.refusals > 10**6 - 1000, "it gives up after some tries"


def test_an_excel_that_becomes_busy_in_between_gets_its_screen_back_afterwards(
    excel: Excel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = opened(excel, tmp_path, visits())
    monkeypatch.setattr("ledgerkit.faces.excel.host._PAUSE", 0.001)
    excel.busy_at, excel.busy_for = "AddComment", 10**6
    message = pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    assert message.endswith("请先按回车结束编辑,再点一次按钮。")
    assert excel.model.application.vba_get("ScreenUpdating") is False
    excel.refusals = 5
    give_back()
    assert excel.model.application.vba_get("ScreenUpdating") is True
    assert excel.model.application.vba_get("EnableEvents") is True
    assert excel.model.application.vba_get("StatusBar") is False
    excel.busy_at = ""
    pressed(excel, "clear", "区法院走访日志.xlsx", tmp_path)
    assert coloured(held(excel, book, tmp_path)["走访日志"]) == set()


@pytest.mark.parametrize("name", ["a=b [1].xlsx", "区法院 (最终版)&'1'.xlsx", "100%=完成.xlsx"])
def test_odd_names_are_found(excel: Excel, tmp_path: Path, name: str) -> None:
    opened(excel, tmp_path, visits(ROWS[0]))
    book = opened(excel, tmp_path, visits(), name)
    assert "必须改 4 处" in pressed(excel, "check", name, tmp_path)
    assert len(book.sheets_) == 2


def test_a_letter_that_vba_cannot_hand_over_is_found_all_the_same(
    excel: Excel, tmp_path: Path
) -> None:
    opened(excel, tmp_path, visits(), "𬱖某走访.xlsx")
    assert "必须改 4 处" in pressed(excel, "check", "??某走访.xlsx", tmp_path)
    assert "没有找到工作簿" in pressed(excel, "check", "别的.xlsx", tmp_path)


@pytest.mark.parametrize(
    ("name", "handed_over"),
    [
        ("走访.xlsx", "??.xlsx"),
        ("𬱖某.xlsx", "??某.xlsx"),
        ("区\u00a0法院 №1.xlsx", "区 法院 ?1.xlsx"),
        ("Café.XLSX", "cafe.xlsx"),
    ],
)
def test_a_name_is_known_as_the_code_page_writes_it(name: str, handed_over: str) -> None:
    assert may_be(name, handed_over)
    assert not may_be(name, "会议.xlsx")
    assert not may_be(name, f"{handed_over}x")


def test_of_several_that_a_lossy_name_may_mean_the_one_in_front_is_checked(
    excel: Excel, tmp_path: Path
) -> None:
    other = opened(excel, tmp_path, visits(), "会议.xlsx")
    meant = opened(excel, tmp_path, visits(), "走访.xlsx")
    assert "必须改 4 处" in pressed(excel, "check", "??.xlsx", tmp_path)
    assert (len(other.sheets_), len(meant.sheets_)) == (1, 2)


def test_of_two_workbooks_of_one_name_the_one_in_the_window_is_meant(tmp_path: Path) -> None:
    first = excel_com.start()
    second = Excel()
    one = opened(first, tmp_path / "甲", visits(ROWS[0]))
    other = opened(second, tmp_path / "乙", visits())
    pressed(second, "check", "区法院走访日志.xlsx", tmp_path)
    assert (len(one.sheets_), len(other.sheets_)) == (1, 2)


def test_a_window_that_was_closed_meanwhile_does_not_matter(excel: Excel, tmp_path: Path) -> None:
    opened(excel, tmp_path, visits())
    words = ["check", "--hwnd=99", "--wb=区法院走访日志.xlsx"]
    assert "必须改 4 处" in press(words, tmp_path)


MEETINGS = (
    "| 序号 | 会议编号 | 会议类型 | 服务联系点 | 召集人 | 拟开日期 | 时间 | 地点 | 议题 | 参会单位 "
    "| 参会企业 | 通知日期 | 实开日期 | 纪要文号 | 议定事项 | 责任单位 | 完成时限 | 落实情况 "
    "| 完成日期 | 会议状态 |"
)
WRONG = {2: "聚会", 5: "十月", 7: "", 11: "月初", 16: "月底", 19: "开了"}


def meeting(number: int) -> str:
    """A row of 20 columns; two or three entries are wrong, each time others."""
    cells = [str(number), f"HY-法院-202610-{number:03}", "联席会议", "甲点", "王五", "2026-10-13"]
    cells += ["9:00", "会议室", "议题", "区法院", "", "2026-10-10", "2026-10-13", "", "事项"]
    cells += ["区法院", "2026-10-20", "落实", "2026-10-19", "已召开"]
    for at, column in enumerate(WRONG):
        if number % 5 == at or number % 7 == at or number % 11 == at:
            cells[column] = WRONG[column]
    return f"| {' | '.join(cells)} |"


def test_five_hundred_rows_of_twenty_columns_go_in_blocks(excel: Excel, tmp_path: Path) -> None:
    rows = "\n".join((MEETINGS, *map(meeting, range(1, 501))))
    book = opened(excel, tmp_path, workbook({"会议安排": rows}))
    message = pressed(excel, "check", "区法院走访日志.xlsx", tmp_path).splitlines()
    marked = len(coloured(held(excel, book, tmp_path)["会议安排"]))
    assert marked > 1000
    assert message[:2] == [
        f"共 1 个文件、500 行,必须改 {marked} 处,请核对 0 处。",
        f"要改的格子已经标上颜色,批注只加了 300 处(一共 {marked} 处),清单在“检查结果”表。",
    ]
    assert excel.calls["Range.AddComment"] == 300
    on_notes = 5 * 300
    assert excel.calls.total() - on_notes < 1000, "some hundreds; cell by cell it would be 20,000"


def test_what_must_be_mended_has_its_notes_first(
    excel: Excel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ledgerkit.faces.excel.notes.MOST", 1)
    doubtful = ROWS[0].replace("2026-10-13", "2036-10-13")
    book = opened(excel, tmp_path, visits(doubtful, ROWS[1]))
    pressed(excel, "check", "区法院走访日志.xlsx", tmp_path)
    sheet = held(excel, book, tmp_path)["走访日志"]
    assert sheet["B3"].fill.fgColor.rgb == "FFFFEBA6"
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment] == ["B4"]


def test_cells_one_below_the_other_are_marked_though_their_letters_differ(
    excel: Excel, tmp_path: Path
) -> None:
    path = tmp_path / "look.xlsx"
    path.write_bytes(visits(*(ROWS[1].replace("002", f"00{at}") for at in range(1, 6))))
    drawn = openpyxl.load_workbook(path)
    sheet = drawn["走访日志"]
    for row in range(3, 8):
        sheet[f"B{row}"].fill = PatternFill("solid", fgColor="FFCCFFCC")
    sheet["B4"].font = Font(color="FFFF0000")
    sheet["B6"].font = Font(color="FFFFFFFF")
    drawn.save(path)
    book = excel.open(path)
    pressed(excel, "check", path.name, tmp_path)
    marked = coloured(held(excel, book, tmp_path)["走访日志"])
    assert {one for one in marked if one[0] == "B"} == {"B3", "B4", "B5", "B7"}, "B6 is white"


def test_numbers_are_filled_free_in_the_whole_office(excel: Excel, tmp_path: Path) -> None:
    office = tmp_path / "区"
    (office / "收件").mkdir(parents=True)
    (office / "名录.xlsx").write_bytes(blank.build_directory(offices.default()))
    taken = "| ZF-法院-202610-007 | 2026-10-09 | 区法院 | 丁公司 | 张三 | 情况 | 否 |"
    (office / "收件" / "别的.xlsx").write_bytes(visits(taken))
    missing = "| | 2026-10-20 | 区法院 | 乙公司 | 张三 | 情况 | 否 |"
    book = opened(excel, office / "收件", visits(ROWS[0], missing, missing))
    message = pressed(excel, "number", "区法院走访日志.xlsx", tmp_path)
    first, kept = message.splitlines()
    assert first == "补了 2 个编号:ZF-法院-202610-008 …… ZF-法院-202610-009。请看一遍,再保存。"
    assert Path(kept.removeprefix("补编号前的样子备份在:")).is_file()
    cells = [book.sheets_[0].Range(f"A{row}").vba_get("Value") for row in (3, 4, 5)]
    assert cells == ["ZF-法院-202610-001", "ZF-法院-202610-008", "ZF-法院-202610-009"]
    assert pressed(excel, "number", "区法院走访日志.xlsx", tmp_path) == "没有缺编号的行。"


def test_numbers_given_outside_of_an_office_are_said_to_be_so(excel: Excel, tmp_path: Path) -> None:
    opened(excel, tmp_path, visits("| | 2026-10-20 | 区法院 | 乙公司 | 张三 | 情况 | 否 |"))
    message = pressed(excel, "number", "区法院走访日志.xlsx", tmp_path).splitlines()
    assert message[0] == "补了 1 个编号:ZF-法院-202610-001。请看一遍,再保存。"
    assert message[1].startswith("这份表不在办公文件夹里,编号只和这份表里的核对过,可能与别的")


def test_the_month_of_the_office_around_the_workbook_is_run(excel: Excel, tmp_path: Path) -> None:
    office = tmp_path / "区"
    (office / "名录.xlsx").parent.mkdir()
    (office / "名录.xlsx").write_bytes(blank.build_directory(offices.default()))
    book = opened(excel, office / "收件", visits(ROWS[0]))
    shown: list[Path] = []
    words = ["month", f"--hwnd={excel.window}", f"--wb={book.name}"]
    message = press(words, tmp_path, shown.append)
    assert message.splitlines()[0] == "汇总的月份:2026-10"
    assert shown == [office / "结果" / "2026-10" / "总表.xlsx"]
    assert shown[0].is_file()
    book.sheets_[0].Range("B3").vba_set("Value", "2026-10-14")
    assert "请先保存,再点一次。" in press(words, tmp_path, shown.append)


def test_one_box_holds_what_there_is_to_say_of_a_bad_directory(
    excel: Excel, tmp_path: Path
) -> None:
    office = tmp_path / "区"
    office.mkdir()
    (office / "名录.xlsx").write_bytes(blank.build_directory(offices.default()))
    directory = openpyxl.load_workbook(office / "名录.xlsx")
    for row in range(30):
        directory["节假日"].cell(row=60 + row, column=1, value=f"十月{row}")
    directory.save(office / "名录.xlsx")
    book = opened(excel, office / "收件", visits(ROWS[0]))
    words = ["month", f"--hwnd={excel.window}", f"--wb={book.name}"]
    message = press(words, tmp_path, lambda _: None).splitlines()
    assert sum(line.startswith("「") for line in message) == 5
    assert message[6].startswith("……另有 ")
    assert len(message) < 30


def test_without_an_office_folder_the_month_is_not_run(excel: Excel, tmp_path: Path) -> None:
    opened(excel, tmp_path, visits())
    message = pressed(excel, "month", "区法院走访日志.xlsx", tmp_path)
    assert message.startswith("没有找到办公文件夹。请把这份表存进办公文件夹")
    assert excel.model.application.vba_get("StatusBar") is False
    pressed(excel, "month", "别的.xlsx", tmp_path)
    assert excel.model.application.vba_get("StatusBar") is False


def test_the_guide_opens_and_nothing_is_said(excel: Excel, tmp_path: Path) -> None:
    opened(excel, tmp_path, visits())
    shown: list[str] = []
    words = ["guide", f"--hwnd={excel.window}", "--wb=区法院走访日志.xlsx"]
    assert press(words, tmp_path, lambda page: shown.append(page.read_text("utf-8"))) == ""
    assert "<title>台账工具:按钮说明</title>" in shown[0]


def test_a_cold_press_imports_none_of_what_xlwings_takes_along_and_all_can_be_had_later() -> None:
    script = (
        "import sys; from ledgerkit.faces.button import import_xlwings; import_xlwings();"
        "early = {'pandas', 'matplotlib', 'numpy'} & sys.modules.keys();"
        "import xlwings, pandas, matplotlib.figure; print(early, pandas.Series([1]).sum())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set() 1\n"


def test_a_library_that_is_missing_is_said_and_named(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib; sys.modules['click'] = None;"
        "from ledgerkit.faces.button import press;"
        "print(press(['check', '--hwnd=1', '--wb=x.xlsx'], pathlib.Path(sys.argv[1])))"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.startswith("台账工具缺少程序库 click,这次没有检查。请")


def test_what_the_add_in_hands_over_is_understood() -> None:
    words = ["check", "--from_xl=1", "--hwnd=66", "--wb=a=b --hwnd=7 [x].xlsx"]
    assert Press.parse(words) == Press("check", 66, "a=b --hwnd=7 [x].xlsx")
    assert Press.parse(["clear"]) == Press("clear", 0, "")
