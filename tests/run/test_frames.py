"""Registers and lists as frames: one dtype for a kind of value, whatever the rows hold."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from ledgerkit.run.report import MonthReport
from months import PROBLEM, VISIT, block, problems, put, run, visits

SECOND = PROBLEM.replace("WT-法院-202610-001", "WT-法院-202610-002")
LISTS = ("预警清单", "履职情况", "报送情况", "待改问题", "变更", "指标来源")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> MonthReport:
    folder = tmp_path_factory.mktemp("office")
    put(folder, "a.xlsx", visits(VISIT.replace("区法院 |", "区法院、区检察院 |", 1)))
    put(folder, "b.xlsx", problems(PROBLEM.replace("一般", "很难"), SECOND))
    put(
        folder,
        "c.xlsx",
        problems(SECOND.replace("拖欠货款", "别的")),
        of=block(filed="2026-11-05"),
    )
    return run(folder, documents=())


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> MonthReport:
    return run(tmp_path_factory.mktemp("empty"), documents=())


def test_a_kind_of_value_has_one_dtype_also_where_there_is_nothing(
    report: MonthReport, empty: MonthReport
) -> None:
    expected = {
        ("走访日志", "走访日期"): "datetime64[s]",
        ("走访日志", "走访单位"): "str",
        ("走访日志", "走访方式"): "str",
        ("走访日志", "来源行"): "Int64",
        ("解决措施清单", "督促次数"): "Int64",
        ("会议安排", "时间"): "str",
        ("会议安排", "完成时限"): "datetime64[s]",
        ("预警清单", "到期日"): "datetime64[s]",
        ("预警清单", "逾期工作日"): "Int64",
        ("预警清单", "暂按周末推算"): "boolean",
        ("履职情况", "应完成次数"): "Int64",
        ("履职情况", "是否预警"): "boolean",
        ("报送情况", "截止日"): "datetime64[s]",
        ("报送情况", "报送日"): "datetime64[s]",
        ("待改问题", "来源行"): "Int64",
        ("变更", "新值"): "str",
        ("指标来源", "数值"): "Float64",
    }
    for one in (report, empty):
        found = {(name, of): str(one.frame(name)[of].dtype) for name, of in expected}
        assert found == expected


def test_a_ledger_holds_one_line_a_number_with_its_origin(report: MonthReport) -> None:
    (line,) = report.frame("走访日志").to_dict("records")
    assert line["走访单位"] == "区法院、区检察院"
    assert line["走访日期"] == pd.Timestamp("2026-10-13")
    assert [line[name] for name in ("来源文件", "来源表", "来源行", "单元格")] == [
        "收件/a.xlsx",
        "走访日志",
        3,
        "A3",
    ]
    assert report.frame("走访问题清单")["难易程度"].isna().tolist() == [True, False]
    assert report.frame("走访问题清单")["来源文件"].tolist() == ["收件/b.xlsx", "收件/c.xlsx"]


def test_the_lists_say_what_the_record_says(report: MonthReport) -> None:
    alerts, record = report.frame("预警清单"), report.record
    told = alerts[["台账", "编号", "责任单位", "级别", "逾期工作日", "算法说明", "来源文件"]]
    expected = [
        (
            one["ledger"],
            one["key"],
            one["unit"],
            one["level"],
            one["days_late"],
            one["reckoning"],
            one["origin"]["path"],
        )
        for one in record["alerts"]  # type: ignore[attr-defined]  # the record is plain JSON
    ]
    assert [*told.itertuples(index=False, name=None)] == expected
    assert alerts["到期日"].tolist() == [pd.Timestamp("2026-10-22")]
    indicators = report.frame("指标来源")
    assert indicators["指标代码"].tolist() == [
        one["id"]
        for one in record["indicators"]  # type: ignore[attr-defined]  # as above
    ]
    assert dict(zip(indicators["指标代码"], indicators["数值"], strict=True))["visits"] == 1
    assert len(report.frame("履职情况")) == len(report.run.outcome.duties)
    assert len(report.frame("报送情况")) == len(report.run.outcome.filings)


def test_findings_are_those_that_still_want_somebody(report: MonthReport) -> None:
    findings = report.frame("待改问题")
    must = findings[findings["轻重"] == "必须改"]
    assert must[["检查代码", "列", "来源文件", "来源行", "单元格"]].values.tolist() == [
        ["choice-unknown", "难易程度", "收件/b.xlsx", 3, "J3"]
    ]
    assert len(findings) == len(report.run.open_findings)


def test_changes_name_both_places(report: MonthReport) -> None:
    (change,) = report.frame("变更").to_dict("records")
    assert (change["原值"], change["新值"]) == ("拖欠货款", "别的")
    assert (change["原文件"], change["原单元格"]) == ("收件/b.xlsx", "E4")
    assert (change["来源文件"], change["来源行"], change["单元格"]) == ("收件/c.xlsx", 3, "E3")


def test_what_there_is_not_is_said_with_what_there_is(report: MonthReport) -> None:
    with pytest.raises(KeyError) as raised:
        report.frame("走访台帐")
    said = str(raised.value)
    assert "没有“走访台帐”,可选:走访日志、走访问题清单" in said
    assert all(name in said for name in LISTS)


def test_days_are_whole(report: MonthReport) -> None:
    days = report.frame("走访问题清单")["提出日期"].dt.date
    assert days.tolist() == [dt.date(2026, 10, 13)] * 2
