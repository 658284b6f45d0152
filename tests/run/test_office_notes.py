"""What the office writes into 总表 lives on by the key of the row, and nothing of it is lost."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

import months
from ledgerkit.run.report import MonthReport
from months import PROBLEM, VISIT, block, file, problems, put, visits

SECOND = VISIT.replace("202610-001 | 2026", "202610-002 | 2026").replace(
    "是 | WT-法院-202610-001", "否 | "
)
FIRST_KEY, SECOND_KEY = "ZF-法院-202610-001", "ZF-法院-202610-002"
VISITS, CHANGES = "走访日志", "变更与冲突"


def run(folder: Path, as_of: str = "2026-10-31", month: str = "2026-10") -> MonthReport:
    """A month without letters: nothing of them is asked here."""
    return months.run(folder, as_of, month, documents=())


class Sheet:
    """A sheet of 总表 as a person goes about it: by the headers and the numbers of the rows."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet

    @property
    def titles(self) -> list[Any]:
        return [cell.value for cell in self.sheet[2]]

    def cell(self, key: str, title: str) -> Any:
        at = next(line[0].row for line in self.sheet.iter_rows(min_row=3) if self._is(line, key))
        return self.sheet.cell(at, self.titles.index(title) + 1)

    def _is(self, line: Any, key: str) -> bool:
        return key in [cell.value for cell in line]


def edit(folder: Path, change: Callable[[Any], None], month: str = "2026-10") -> None:
    path = folder / "结果" / month / "总表.xlsx"
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def sheet(folder: Path, name: str = VISITS, month: str = "2026-10") -> Sheet:
    return Sheet(openpyxl.load_workbook(folder / "结果" / month / "总表.xlsx")[name])


def changes(folder: Path, month: str = "2026-10") -> list[dict[str, Any]]:
    found = sheet(folder, CHANGES, month)
    lines = found.sheet.iter_rows(min_row=3, values_only=True)
    return [dict(zip(found.titles, line, strict=True)) for line in lines if line[1]]


def files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def note(report: MonthReport) -> str:
    return next(one.note for one in report.stored if one.kind == "总表")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    put(tmp_path, "a.xlsx", visits(VISIT, SECOND))
    put(tmp_path, "b.xlsx", problems(PROBLEM))
    run(tmp_path)
    return tmp_path


def write_notes(book: Any) -> None:
    found = Sheet(book[VISITS])
    found.cell(FIRST_KEY, "领导批示").value = "请区法院本周内回访。"
    found.cell(SECOND_KEY, "督办意见").value = "已电话督办"
    at = found.sheet.max_column + 1
    found.sheet.cell(2, at).value = "承办人"
    found.sheet.cell(found.cell(SECOND_KEY, "督办意见").row, at).value = "王五"
    found.cell(FIRST_KEY, "企业名称").comment = Comment("上次也来过", "李四")
    found.cell(FIRST_KEY, "走访日期").fill = PatternFill("solid", fgColor="FF00B050")


def assert_notes_stand(found: Sheet, *, colours: bool = True) -> None:
    assert found.cell(FIRST_KEY, "领导批示").value == "请区法院本周内回访。"
    assert found.cell(SECOND_KEY, "督办意见").value == "已电话督办"
    assert found.cell(SECOND_KEY, "承办人").value == "王五"
    assert found.cell(FIRST_KEY, "企业名称").comment.text == "上次也来过"
    filled = found.cell(FIRST_KEY, "走访日期").fill.fgColor.rgb == "FF00B050"
    assert filled is colours


def test_notes_columns_comments_and_colours_are_carried_and_the_edited_book_is_kept(
    office: Path,
) -> None:
    edit(office, write_notes)
    edited = (office / "结果/2026-10/总表.xlsx").read_bytes()
    second = run(office)
    assert_notes_stand(sheet(office))
    (kept,) = (office / "结果/2026-10/历次").glob("总表-*.xlsx")
    assert kept.read_bytes() == edited
    assert kept.name in note(second)
    assert "带过来批注、批示和底色 5 处" in note(second)
    before = files(office / "结果")
    run(office)
    after = files(office / "结果")
    assert after == before


def test_notes_follow_their_row_wherever_rows_and_columns_were_moved(office: Path) -> None:
    def sort(book: Any) -> None:
        write_notes(book)
        moved = book[VISITS]
        moved.move_range("A4:Z4", rows=3)
        moved.insert_cols(1)
        moved.insert_rows(1)
        moved.column_dimensions["H"].hidden = True
        moved.title = "走访(整理)"

    edit(office, sort)
    put(office, "c.xlsx", visits(VISIT.replace("-001 | 2026-10-13", "-000 | 2026-10-01")))
    run(office)
    assert_notes_stand(sheet(office))


def test_a_deleted_row_comes_back_with_its_notes_and_a_cleared_note_is_gone(office: Path) -> None:
    edit(office, write_notes)
    run(office)

    def delete(book: Any) -> None:
        found = Sheet(book[VISITS])
        found.cell(FIRST_KEY, "领导批示").value = None
        found.sheet.delete_rows(found.cell(SECOND_KEY, "走访编号").row)

    edit(office, delete)
    run(office)
    found = sheet(office)
    assert found.cell(SECOND_KEY, "督办意见").value == "已电话督办"
    assert found.cell(FIRST_KEY, "领导批示").value is None


def test_a_cell_of_the_unit_typed_over_is_a_conflict_shown_until_it_is_ruled(office: Path) -> None:
    def type_over(book: Any) -> None:
        Sheet(book[VISITS]).cell(FIRST_KEY, "企业名称").value = "乙公司"

    edit(office, type_over)
    report = run(office)
    assert sheet(office).cell(FIRST_KEY, "企业名称").value == "甲公司"
    (line,) = changes(office)
    assert (line["类型"], line["编号"], line["列"]) == ("总表改动", FIRST_KEY, "企业名称")
    assert [line[name] for name in list(line)[4:8]] == ["甲公司", "乙公司", "待裁定", None]
    assert line["后报的文件"].startswith("历次/总表-")
    assert "单位格子里的改动 1 处" in note(report)

    def rule(book: Any) -> None:
        Sheet(book[CHANGES]).cell(FIRST_KEY, "裁定").value = "采用总表的"

    edit(office, rule)
    adopted = run(office)
    assert sheet(office).cell(FIRST_KEY, "企业名称").value == "乙公司"
    assert sheet(office).cell(FIRST_KEY, "标记").value == "按总表"
    assert adopted.frame("走访日志")["企业名称"].tolist()[0] == "乙公司"
    (line,) = changes(office)
    assert (line["处理"], line["裁定"]) == ("已裁定:用总表填的", "采用总表的")
    assert adopted.record["registers"] == report.record["registers"]
    before = files(office / "结果")
    run(office)
    assert files(office / "结果") == before

    put(office, "c.xlsx", visits(VISIT.replace("甲公司", "丙公司")), of=block(filed="2026-11-09"))
    run(office)
    assert sheet(office).cell(FIRST_KEY, "企业名称").value == "丙公司"
    assert [one["处理"] for one in changes(office) if one["类型"] == "总表改动"] == ["待裁定"]
    put(office, "d.xlsx", visits(VISIT.replace("甲公司", "乙公司")), of=block(filed="2026-11-10"))
    run(office)
    assert [one for one in changes(office) if one["类型"] == "总表改动"] == []


def test_a_ruling_settles_a_conflict_until_a_side_says_something_else(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", visits(VISIT.replace("情况", "别的")), of=block("区检察院"))
    first = run(tmp_path)
    (line,) = changes(tmp_path)
    assert (line["类型"], line["处理"]) == ("冲突", "待裁定,暂用先报的")

    def rule(book: Any) -> None:
        Sheet(book[CHANGES]).cell(FIRST_KEY, "裁定").value = "采用后报的"

    edit(tmp_path, rule)
    second = run(tmp_path)
    assert sheet(tmp_path).cell(FIRST_KEY, "走访主要情况").value == "别的"
    assert (file(second, "a.xlsx")["rows"], file(second, "b.xlsx")["rows"]) == (
        file(first, "b.xlsx")["rows"],
        file(first, "a.xlsx")["rows"],
    )
    assert second.record["registers"] == first.record["registers"]
    (line,) = changes(tmp_path)
    assert (line["处理"], line["裁定"]) == ("已裁定:采用后报的", "采用后报的")
    assert "待裁定" not in sheet(tmp_path).cell(FIRST_KEY, "标记").value
    before = files(tmp_path / "结果")
    run(tmp_path)
    assert files(tmp_path / "结果") == before

    put(tmp_path, "c.xlsx", visits(VISIT.replace("情况", "新的")), of=block(filed="2026-11-09"))
    run(tmp_path)
    (line,) = [one for one in changes(tmp_path) if one["类型"] == "冲突"]
    assert line["处理"].startswith("待裁定")


def test_notes_of_a_row_that_vanished_are_shown_and_return_with_it(office: Path) -> None:
    edit(office, write_notes)
    run(office)
    (office / "收件" / "a.xlsx").rename(office / "a.xlsx")
    run(office)
    kept = {(one["编号"], one["列"], one["后报的(总表改动:总表里填的)"]) for one in changes(office)}
    assert kept == {
        (FIRST_KEY, "领导批示", "请区法院本周内回访。"),
        (FIRST_KEY, "企业名称", "上次也来过"),
        (SECOND_KEY, "督办意见", "已电话督办"),
        (SECOND_KEY, "承办人", "王五"),
    }
    (office / "a.xlsx").rename(office / "收件" / "a.xlsx")
    run(office)
    assert_notes_stand(sheet(office))
    assert changes(office) == []


def test_the_first_run_of_a_month_takes_the_notes_of_the_month_before(office: Path) -> None:
    edit(office, write_notes)
    report = run(office, "2026-11-10", "2026-11")
    assert_notes_stand(sheet(office, month="2026-11"))
    assert "接着 2026-10 的总表" in note(report)
    before = files(office / "结果")
    run(office, "2026-11-10", "2026-11")
    assert files(office / "结果").keys() == before.keys()


def test_what_a_person_adds_below_or_besides_is_kept_and_shown(office: Path) -> None:
    def add(book: Any) -> None:
        found = book[VISITS]
        found.cell(9, 3).value = "以上已核对"
        del book["走访问题清单"]

    edit(office, add)
    report = run(office)
    (line,) = changes(office)
    assert line["类型"] == "批注存档"
    assert line["后报的(总表改动:总表里填的)"] == "走访日期:以上已核对"
    assert "总表里找不到“走访问题清单”" in note(report)

    def drop(book: Any) -> None:
        found = Sheet(book[CHANGES])
        found.cell(line["识别码"], "裁定").value = "不再保留"

    edit(office, drop)
    run(office)
    assert changes(office) == []


@pytest.mark.parametrize("data", [b"PK\x03\x04 damaged", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_an_edited_book_that_cannot_be_read_is_kept_and_said(office: Path, data: bytes) -> None:
    edit(office, write_notes)
    run(office)
    (office / "结果/2026-10/总表.xlsx").write_bytes(data)
    report = run(office)
    assert "总表.xlsx 读不了(有密码或已损坏),批注按上次的带过来" in note(report)
    kept = [path.read_bytes() for path in (office / "结果/2026-10/历次").glob("总表-*.xlsx")]
    assert data in kept
    assert_notes_stand(sheet(office))


def test_a_book_without_its_base_still_gives_its_notes(office: Path) -> None:
    edit(office, write_notes)
    for base in (office / "结果/2026-10/历次").glob("底稿-*"):
        base.unlink()
    report = run(office)
    assert_notes_stand(sheet(office), colours=False)
    assert "底稿找不到" in note(report)
    assert changes(office) == []


def test_notes_of_a_book_that_was_open_and_of_the_one_beside_it_are_both_carried(
    office: Path,
) -> None:
    target = office / "结果" / "2026-10"
    opened = (target / "总表.xlsx").read_bytes()
    put(office, "c.xlsx", visits(VISIT.replace("-001 | 2026-10-13", "-000 | 2026-10-01")))
    run(office)
    # as it is left where 总表.xlsx could not be replaced
    (target / "总表.xlsx").rename(target / "总表(新版).xlsx")
    (target / "总表.xlsx").write_bytes(opened)

    def first(book: Any) -> None:
        Sheet(book[VISITS]).cell(FIRST_KEY, "领导批示").value = "写在原来那份"

    def second(book: Any) -> None:
        Sheet(book[VISITS]).cell(SECOND_KEY, "督办意见").value = "写在新版"
        Sheet(book[VISITS]).cell(FIRST_KEY, "企业名称").comment = Comment("两份都有", "")

    edit(office, first)
    beside = target / "总表(新版).xlsx"
    book = openpyxl.load_workbook(beside)
    second(book)
    book.save(beside)
    run(office)
    assert {path.name for path in target.glob("*.xlsx")} == {"总表.xlsx"}
    assert len(list((target / "历次").glob("*.xlsx"))) == 2
    found = sheet(office)
    assert found.cell(FIRST_KEY, "领导批示").value == "写在原来那份"
    assert found.cell(SECOND_KEY, "督办意见").value == "写在新版"
    assert found.cell(FIRST_KEY, "企业名称").comment.text == "两份都有"
    assert changes(office) == []
    before = files(office / "结果")
    run(office)
    assert files(office / "结果") == before


def write_elsewhere(book: Any) -> None:
    alerts = book["预警清单"]
    at = alerts.max_column + 1
    alerts.cell(2, at).value = "局长批示"
    alerts.cell(3, at).value = "限三日办结"
    book["看板"]["A1"].comment = Comment("打印给书记", "李四")
    book["履职情况"].cell(book["履职情况"].max_row + 2, 1).value = "以上已电话核实"
    added = book.create_sheet("会议记事")
    added["B2"], added["C2"], added["B3"] = "周五", 3, "再议一次"
    book[VISITS].insert_rows(1)
    book[VISITS]["D1"].value = "领导已阅"


def test_what_is_written_on_other_sheets_is_kept_and_shown_once(office: Path) -> None:
    run(office, "2026-11-30")
    below = sheet(office, "履职情况").sheet.max_row + 2
    edit(office, write_elsewhere)

    report = run(office, "2026-11-30")
    again = run(office, "2026-11-30")

    assert "没有位置的内容 5 条" in note(report)
    kept = {
        (one["台账"], one["编号"], str(one["后报的(总表改动:总表里填的)"]), one["后报的单元格"])
        for one in changes(office)
        if one["类型"] == "批注存档"
    }
    assert kept == {
        ("看板", None, "服务联系点工作看板 · 2026 年 10 月(批注:打印给书记)", "A1"),
        ("走访日志", None, "领导已阅", "D1"),
        ("预警清单", "WT-法院-202610-001", "局长批示:限三日办结", "T3"),
        ("履职情况", None, "以上已电话核实", f"A{below}"),
        ("会议记事", None, "周五\t3\n再议一次", "B2"),
    }
    assert note(again) == ""


def test_signs_that_no_cell_shows_are_no_edit(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT.replace("情况", "<r>a_x0007_b</r>"), SECOND))
    run(tmp_path)
    edit(tmp_path, write_notes)

    report = run(tmp_path)

    assert changes(tmp_path) == []
    assert_notes_stand(sheet(tmp_path))
    assert "单位格子里的改动" not in note(report)


def test_without_the_base_an_added_sheet_and_comments_are_still_kept(office: Path) -> None:
    edit(office, write_elsewhere)
    for base in (office / "结果/2026-10/历次").glob("底稿*"):
        base.unlink()

    report = run(office)

    assert "没有位置的内容 2 条" in note(report)
    kept = [(one["台账"], one["后报的单元格"]) for one in changes(office)]
    assert kept == [("看板", "A1"), ("会议记事", "B2")]


def test_a_formula_that_failed_is_carried_as_it_was_typed(office: Path) -> None:
    def fail(book: Any) -> None:
        Sheet(book[VISITS]).cell(SECOND_KEY, "督办意见").value = "=3/0"

    edit(office, fail)
    path = office / "结果/2026-10/总表.xlsx"
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            shown = re.sub(rb"><f>3/0</f><v ?(/>|></v>)", b' t="e"><f>3/0</f><v>#DIV/0!</v>', data)
            assert name != "xl/worksheets/sheet2.xml" or shown != data
            package.writestr(name, shown)
    run(office)

    assert sheet(office).cell(SECOND_KEY, "督办意见").value == "=3/0"


def test_an_older_book_put_back_loses_no_note_written_since(office: Path) -> None:
    def write(key: str, text: str) -> None:
        edit(office, lambda book: setattr(Sheet(book[VISITS]).cell(key, "领导批示"), "value", text))
        run(office)

    write(FIRST_KEY, "先批的")
    (older,) = (office / "结果/2026-10/历次").glob("总表*")
    write(FIRST_KEY, "后批的")
    write(SECOND_KEY, "另一件")
    (office / "结果/2026-10/总表.xlsx").write_bytes(older.read_bytes())

    run(office)

    stands = sheet(office)
    assert stands.cell(FIRST_KEY, "领导批示").value == "先批的"
    assert stands.cell(SECOND_KEY, "领导批示").value == "另一件"
    kept = [
        (one["类型"], one["编号"], one["后报的(总表改动:总表里填的)"]) for one in changes(office)
    ]
    assert kept == [("批注存档", FIRST_KEY, "后批的")]
