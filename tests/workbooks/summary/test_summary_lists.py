"""The lists of 总表: alerts, duties, filings, findings, gaps, changes, sources of figures."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ledgerkit.findings.messages import finding
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.deadline import Gap
from ledgerkit.model.outcome import (
    DutyState,
    Ended,
    Ending,
    Filing,
    FilingState,
    Forecast,
    Indicator,
    Referral,
    Visit,
)
from ledgerkit.model.place import Place
from ledgerkit.model.register import CellChange, Conflict
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary import build
from summary_runs import MONTH, alert, duty, entry, problem, row, run

PATH = "收件/法院/三张清单-2026-10.xlsx"
TARGET = f"../../{PATH}"


def sheet_of(made: Run, name: str) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(build(made)))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def lines(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(min_row=3, values_only=True))


def column(sheet: Worksheet, header: str) -> list[object]:
    at = [cell.value for cell in sheet[2]].index(header)
    return [line[at] for line in lines(sheet)]


def test_an_alert_tells_all_that_is_needed_to_act() -> None:
    late = entry(problem(1))
    sheet = sheet_of(run([late], alerts=[alert(late, "督办", 6)]), "预警清单")
    assert lines(sheet) == [
        (
            1,
            "督办",
            "—",
            "区法院",
            "走访问题清单",
            "WT-法院-202610-001",
            "办理",
            "岭东精密机械有限公司",
            "下游客户拖欠货款 42 万元,已逾期 8 个月。",
            dt.datetime(2026, 9, 30),
            dt.datetime(2026, 10, 25),
            6,
            None,
            None,
            None,
            "2026-09-30 提出,一般 7 个工作日,10月1日—7日放假、10月10日上班,应于 2026-10-15 前办结",
            "区委政法委",
            PATH,
            "B5",
        )
    ]
    link = sheet["S3"].hyperlink
    assert (link.target, link.location) == (TARGET, "'走访问题清单'!B5")


def test_alerts_stand_worst_first() -> None:
    late = [entry(problem(number)) for number in range(1, 5)]
    levels = [("催办", 2), ("通报", 12), ("临期提醒", -1), ("通报", 30)]
    alerts = [alert(item, *level) for item, level in zip(late, levels, strict=True)]
    sheet = sheet_of(run(late, alerts=alerts), "预警清单")
    assert column(sheet, "逾期工作日") == [30, 12, 2, -1]


def test_an_alert_on_a_measure_names_the_firm_of_its_problem() -> None:
    measure = entry(
        row("解决措施清单", 措施编号="CS-法院-202610-001", 问题编号="WT-法院-202610-001")
    )
    made = run([entry(problem(1)), measure], alerts=[alert(measure, "催办", 1, matter="措施")])
    assert column(sheet_of(made, "预警清单"), "企业") == ["岭东精密机械有限公司"]


def test_a_duty_stands_with_its_period_state_and_rows() -> None:
    done = duty("走访", "区法院", DutyState.DONE, 2, ("ZF-法院-202610-001", "ZF-法院-202610-002"))
    sheet = sheet_of(run(duties=[done]), "履职情况")
    keys = "ZF-法院-202610-001、ZF-法院-202610-002"
    assert lines(sheet) == [("走访", "区法院", "2026-10", 1, 2, "完成", "是", keys)]
    assert sheet["F3"].fill.fgColor.rgb == "FFD5EDD9"


def test_one_look_tells_who_is_silent_and_the_list_links_to_what_came() -> None:
    due, sent = dt.date(2026, 11, 5), dt.date(2026, 11, 3)
    filings = [
        Filing("走访日志", "区法院", MONTH, due, FilingState.FILED, sent, "收件/a.xlsx"),
        Filing("走访日志", "区检察院", MONTH, due, FilingState.MISSING, None, ""),
    ]
    before = Filing(
        "会议安排", "区法院", MONTH.shift(-1), dt.date(2026, 10, 8), FilingState.MISSING, None, ""
    )
    sheet = sheet_of(run(filings=filings, arrears=(before,)), "报送情况")
    matrix, found = lines(sheet)[:2], [line[:7] for line in lines(sheet)[5:]]
    assert [line[:4] for line in matrix] == [
        ("区法院", "—", "已报 11-03", "—"),
        ("区检察院", "1 份", "未报", "—"),
    ]
    assert [sheet[cell].fill.fgColor.rgb for cell in ("C3", "C4")] == ["FFD5EDD9", "FFF8CBCB"]
    day = dt.datetime(2026, 11, 5)
    assert found == [
        ("区法院", "走访日志", "2026-10", day, "已报", dt.datetime(2026, 11, 3), "收件/a.xlsx"),
        ("区检察院", "走访日志", "2026-10", day, "未报", None, None),
        ("区法院", "会议安排", "2026-09", dt.datetime(2026, 10, 8), "未报", None, None),
    ]
    assert sheet["G8"].hyperlink.target == "../../收件/a.xlsx"
    facts = "2026-10 · 截至 2026-10-31 · 共 2 项 · 已报 1 · 未报 1 · 上月还欠 1"
    assert sheet["C1"].value == facts


def test_what_alerted_last_month_and_no_longer_does_stands_below_with_the_reason() -> None:
    done = entry(problem(1))
    gone = Ended("走访问题清单", "WT-法院-202609-009", "催办", None, Ending.GONE)
    made = run([done], ended=(Ended("走访问题清单", done.key, "督办", done, Ending.SETTLED), gone))
    title, header, *found = [line[:6] for line in lines(sheet_of(made, "预警清单"))[2:]]
    assert title[0] == "上月预警、本月不再预警的事项"
    assert header == ("序号", "上月级别", "现况", "单位", "台账", "编号")
    assert found == [
        (1, "督办", "已了结", "区法院", "走访问题清单", done.key),
        (2, "催办", "已无此号", None, "走访问题清单", "WT-法院-202609-009"),
    ]


def test_under_the_duties_stands_what_to_do_next() -> None:
    running = duty("走访", "区法院", DutyState.RUNNING, 0)
    demand = entry(row("法治需求台账", 需求编号="XQ", 服务联系点="东岭联系点", 需求内容="用工"))
    made = run(
        duties=[running],
        forecast=(Forecast(running, 3),),
        visits=(Visit("甲公司", "", "东岭联系点", None, ("WT-1",), ("在办问题 1 个",)),),
        referrals=(Referral(demand, "区法院不予受理"),),
        indicators=[
            Indicator("outreach-targeted", "", 1, ("XC-1",)),
            Indicator("outreach-by-unit-01", "", 2, ("XC-1", "XC-2"), "区法院"),
        ],
    )
    found = [tuple(filter(None, line)) for line in lines(sheet_of(made, "履职情况"))]
    assert [line for line in found if line][1:] == [
        ("预计完不成的履职任务(1)",),
        ("职责", "单位或联系点", "周期", "应完成次数", "已完成次数", "本期还剩(工作日)"),
        ("走访", "区法院", "2026-10", 1, "3 日"),
        ("法治宣传的针对性(本月)(1)",),
        ("单位", "宣传场次", "针对走访问题的", "针对性(%)", "没有对应走访问题的活动"),
        ("区法院", 2, 1, 50, "XC-2"),
        ("建议提请专题联席会议的法治需求(1)",),
        ("联系点", "需求编号", "企业", "来源单元格", "理由和需求内容"),
        ("东岭联系点", "XQ", "B5", "区法院不予受理;用工"),
        ("建议走访名单(1)",),
        ("企业", "联系点", "上次走访", "在办问题(个)", "理由和在办问题的编号"),
        ("甲公司", "东岭联系点", "没有走访过", 1, "在办问题 1 个;WT-1"),
    ]


def test_findings_stand_by_severity_then_unit_file_sheet_and_row() -> None:
    other = "收件/公安/台账.xlsx"
    findings = [
        finding("phone-odd", Place(PATH, "走访问题清单", "D5"), column="电话", example="1"),
        finding("required-empty", Place(PATH, "走访问题清单", "J12"), column="a", example="b"),
        finding("required-empty", Place(PATH, "走访问题清单", "J9"), column="a", example="b"),
        finding("file-damaged", Place(other)),
        finding("required-empty", Place(PATH, "走访问题清单", "J5"), example="b").resolve(),
    ]
    made = run([entry(problem(1))], findings=findings, waived=2)
    sheet = sheet_of(made, "待改问题")
    assert column(sheet, "文件") == [other, PATH, PATH, PATH]
    assert column(sheet, "单元格") == [None, "J9", "J12", "D5"]
    assert column(sheet, "轻重") == ["必须改", "必须改", "必须改", "请核对"]
    assert column(sheet, "单位") == [None, "区法院", "区法院", "区法院"]
    assert sheet["C1"].value == (
        "2026-10 · 截至 2026-10-31 · 共 4 处 · 必须改 3 处 · 请核对 1 处"
        " · 另有 2 处经豁免登记不再提示"
    )


def test_a_finding_links_to_its_cell_or_else_to_its_file() -> None:
    findings = [
        finding("required-empty", Place(PATH, "走访问题清单", "J9"), column="a", example="b"),
        finding("file-damaged", Place("收件/坏.xlsx")),
    ]
    sheet = sheet_of(run(findings=findings), "待改问题")
    assert (sheet["F4"].hyperlink.target, sheet["F4"].hyperlink.location) == (
        TARGET,
        "'走访问题清单'!J9",
    )
    assert (sheet["D3"].hyperlink.target, sheet["D3"].hyperlink.location) == (
        "../../收件/坏.xlsx",
        None,
    )


def test_gaps_stand_with_key_and_unit_and_nothing_else_does() -> None:
    lacking = entry(problem(1))
    gap = Gap("problem-without-measure", lacking.row, Problems.key)
    place = lacking.row.place(Problems.key)
    findings = [
        finding(gap.code, place, column="问题编号", typed=lacking.key, key=lacking.key),
        finding("phone-odd", place, column="问题编号", example="1"),
    ]
    sheet = sheet_of(run([lacking], gaps=[gap], findings=findings), "断链")
    assert [line[1:7] for line in lines(sheet)] == [
        ("问题没有措施", "区法院", "走访问题清单", lacking.key, "问题编号", lacking.key)
    ]


def test_a_change_shows_both_values_and_both_cells() -> None:
    before = problem(1)
    after = problem(1, at=8, 办理状态="已办结")
    changed = CellChange("WT-法院-202610-001", "办理状态", before, after)
    sheet = sheet_of(run(changes=[changed]), "变更与冲突")
    assert lines(sheet) == [
        (
            "变更",
            "走访问题清单",
            "WT-法院-202610-001",
            "办理状态",
            "办理中",
            "已办结",
            "已采用后报的",
            None,
            PATH,
            "O5",
            PATH,
            "O8",
            None,
        )
    ]
    assert sheet["L3"].hyperlink.location == "'走访问题清单'!O8"


def test_a_conflict_shows_both_rows_in_full_and_waits_for_a_ruling() -> None:
    standing, returned = problem(1, 问题描述="甲"), problem(1, at=8, 问题描述="乙")
    conflict = Conflict("WT-法院-202610-001", standing, returned)
    ((kind, _, key, differing, left, right, state, *_),) = lines(
        sheet_of(run(conflicts=[conflict]), "变更与冲突")
    )
    assert (kind, key, differing, state) == (
        "冲突",
        "WT-法院-202610-001",
        "问题描述",
        "待裁定,暂用先报的",
    )
    assert "问题描述:甲\n问题类别:合同债务" in str(left)
    assert "问题描述:乙\n问题类别:合同债务" in str(right)


def test_a_conflict_too_long_for_a_cell_goes_on_below_with_nothing_lost() -> None:
    standing, returned = problem(1, 问题描述="甲" * 40_000), problem(1, 问题描述="乙")
    conflict = Conflict("WT-法院-202610-001", standing, returned)
    found = lines(sheet_of(run(conflicts=[conflict]), "变更与冲突"))
    assert len(found) == 2
    assert "".join(str(line[4]) for line in found).count("甲") == 40_000


def test_every_key_behind_a_figure_is_there_however_many() -> None:
    keys = tuple(f"WT-法院-202610-{number:05d}" for number in range(5_000))
    made = run(indicators=[Indicator("problems", "累计问题数", 5_000, keys)])
    sheet = sheet_of(made, "指标来源")
    listed = [str(text) for text in column(sheet, "来源行的编号")]
    assert tuple("、".join(listed).split("、")) == keys
    assert max(map(len, listed)) <= 32_767
    assert lines(sheet)[0][:5] == ("problems", "累计问题数", 5_000, 5_000, "1/84")
    assert sum(isinstance(value, int) for value in column(sheet, "数值")) == 1


def test_a_figure_without_rows_still_has_its_line() -> None:
    sheet = sheet_of(run(indicators=[Indicator("rate", "办结率(%)", 62.5, ())]), "指标来源")
    assert lines(sheet) == [("rate", "办结率(%)", 62.5, 0, "1/1", None)]
