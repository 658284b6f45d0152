"""The ledger sheets: every declared column, computed ones too, and the way back to the source."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ledgerkit.findings.messages import finding
from ledgerkit.ledgers import catalog
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.finding import Finding
from ledgerkit.model.outcome import Alert
from ledgerkit.model.register import Entry
from ledgerkit.workbooks.summary import build
from summary_runs import alert, entry, problem, row, run

PROBLEMS = "走访问题清单"
RED = "FFFBDADA"


def sheet_of(
    *entries: Entry,
    ledger: str = PROBLEMS,
    alerts: tuple[Alert, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> Worksheet:
    made = run(entries, alerts=alerts, findings=findings)
    sheet = openpyxl.load_workbook(io.BytesIO(build(made)))[ledger]
    assert isinstance(sheet, Worksheet)
    return sheet


def shown(sheet: Worksheet, column: str, row: int = 3) -> object:
    """What stands under a header."""
    headers = [cell.value for cell in sheet[2]]
    return sheet.cell(row, headers.index(column) + 1).value


@pytest.mark.parametrize("name", list(catalog.ledgers()))
def test_header_is_every_declared_column_the_source_and_the_office_s_part(name: str) -> None:
    declared = [column.name for column in catalog.ledgers()[name].columns]
    added = ["归属单位", "来源文件", "来源表", "来源行", "标记", "领导批示", "督办意见"]
    assert [cell.value for cell in sheet_of(ledger=name)[2]] == declared + added


def test_first_line_says_month_day_and_how_many() -> None:
    sheet = sheet_of(entry(problem(1)), entry(problem(2)))
    assert (sheet["A1"].value, sheet["C1"].value) == (
        PROBLEMS,
        "2026-10 · 截至 2026-10-31 · 共 2 行",
    )


def test_values_keep_their_kind() -> None:
    made = row(
        "旁听庭审台账",
        旁听编号="PT-法院-202610-001",
        开庭日期=dt.date(2026, 10, 28),
        开庭时间=dt.time(9, 30),
        邀请企业=("甲公司", "乙公司"),
        邀请人数=8,
    )
    sheet = sheet_of(entry(made), ledger="旁听庭审台账")
    assert shown(sheet, "开庭日期") == dt.datetime(2026, 10, 28)
    assert sheet["D3"].number_format == "yyyy-mm-dd"
    assert shown(sheet, "开庭时间") == dt.time(9, 30)
    assert shown(sheet, "邀请人数") == 8
    assert shown(sheet, "邀请企业") == "甲公司、乙公司"
    assert shown(sheet, "实到人数") is None


def test_the_serial_number_counts_the_rows_of_the_register() -> None:
    sheet = sheet_of(entry(problem(7, 序号="十二")), entry(problem(9)))
    assert [shown(sheet, "序号", at) for at in (3, 4)] == [1, 2]


def test_owner_and_source_stand_behind_with_a_link_to_the_cell() -> None:
    sheet = sheet_of(entry(problem(1, at=9), "区法院"))
    source = [shown(sheet, name) for name in ("归属单位", "来源文件", "来源表", "来源行", "标记")]
    assert source == ["区法院", "收件/法院/三张清单-2026-10.xlsx", PROBLEMS, 9, None]
    link = sheet["U3"].hyperlink
    assert (link.target, link.location) == (
        "../../收件/法院/三张清单-2026-10.xlsx",
        "'走访问题清单'!B9",
    )


def test_a_link_survives_odd_file_and_sheet_names() -> None:
    made = row(
        PROBLEMS, 5, "收件/1#楼 50%/a[1].xlsx", sheet="王's 表", 问题编号="WT-法院-202610-001"
    )
    link = sheet_of(entry(made))["U3"].hyperlink
    assert link.target == "../../收件/1%23楼%2050%25/a%5B1%5D.xlsx"
    assert link.location == "'王''s 表'!B5"


def test_links_begin_where_the_results_were_put() -> None:
    data = build(run([entry(problem(1))]), base="../样例/")
    sheet = openpyxl.load_workbook(io.BytesIO(data))[PROBLEMS]
    assert sheet["U3"].hyperlink.target == "../样例/收件/法院/三张清单-2026-10.xlsx"


def test_due_day_counts_working_days_with_make_up_days() -> None:
    sheet = sheet_of(entry(problem(1, 提出日期=dt.date(2026, 9, 30), 难易程度="简单")))
    assert shown(sheet, "办理时限") == dt.datetime(2026, 10, 10)


@pytest.mark.parametrize(
    "values",
    [{"提出日期": None}, {"提出日期": dt.date(1899, 12, 30)}, {"提出日期": dt.date(9999, 1, 1)}],
)
def test_no_due_day_without_a_start_that_the_calendar_knows(values: dict[str, Any]) -> None:
    assert shown(sheet_of(entry(problem(1, **values))), "办理时限") is None


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({"提出日期": dt.date(2026, 10, 30)}, "正常"),
        ({"提出日期": dt.date(2026, 9, 1)}, "已过原期限"),
        ({"办理状态": "已办结"}, "已办结"),
        ({"办结日期": dt.date(2026, 10, 20)}, "已办结"),
        ({"办结日期": dt.date(2026, 11, 2), "提出日期": dt.date(2026, 10, 30)}, "正常"),
        ({"提出日期": None}, None),
    ],
)
def test_light_without_an_alert(values: dict[str, Any], word: str | None) -> None:
    assert shown(sheet_of(entry(problem(1, **values))), "状态提示") == word


def test_light_is_the_level_of_the_alert_in_its_colour() -> None:
    late = entry(problem(1))
    sheet = sheet_of(late, alerts=(alert(late, "督办", 6),))
    assert shown(sheet, "状态提示") == "督办"
    assert sheet["Q3"].fill.fgColor.rgb == "FFFCE0C4"


def test_a_cell_that_could_not_be_read_is_blank_and_red_and_tells_what_was_typed() -> None:
    sheet = sheet_of(entry(problem(1, unread={"提出日期": "3月上旬"})))
    cell = sheet["E3"]
    assert (cell.value, cell.fill.fgColor.rgb) == (None, RED)
    assert cell.comment.text == "原填:3月上旬"
    assert shown(sheet, "办理时限") is None


def test_marks_name_what_is_open_about_a_row() -> None:
    disputed = entry(problem(1), disputed=True)
    unnumbered = entry(problem(2, at=6, 问题编号=None), key="暂-7f", provisional=True)
    faulty = problem(3, at=7)
    faulty_cell = finding(
        "required-empty",
        faulty.place(Problems.lead_unit),
        column="主办单位",
        key=faulty.text(Problems.key),
        example="区法院",
    )
    sheet = sheet_of(disputed, unnumbered, entry(faulty), findings=(faulty_cell,))
    assert [shown(sheet, "标记", at) for at in (3, 4, 5)] == ["待裁定", "暂编号", "有必须改"]
    assert shown(sheet, "问题编号", 4) == "暂-7f"


def test_resolved_findings_mark_no_row() -> None:
    good = problem(1)
    faulty_cell = finding(
        "required-empty", good.place(Problems.lead_unit), column="主办单位", example="区法院"
    )
    assert shown(sheet_of(entry(good), findings=(faulty_cell.resolve(),)), "标记") is None


def test_a_date_before_excels_calendar_is_written_as_text() -> None:
    sheet = sheet_of(entry(problem(1, 转办日期=dt.date(1899, 1, 2))))
    assert shown(sheet, "转办日期") == "1899-01-02"
