"""What a run concluded, as frames: the lists of 总表, in their order and under their headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from ledgerkit.findings.wordings import CATALOGUE
from ledgerkit.rules.run import Run
from ledgerkit.run.frames.series import counts, days, origin, texts


def _alerts(run: Run) -> pd.DataFrame:
    """Every item that is late or nearly so; 内容 and 企业 stand in its ledger under its 编号."""
    alerts = run.outcome.alerts
    rows = [alert.entry.row for alert in alerts]
    places = [alert.entry.row.place(alert.entry.ledger.key) for alert in alerts]
    return pd.DataFrame(
        {
            "级别": texts(alert.step.level for alert in alerts),
            "较上期": texts(alert.change for alert in alerts),
            "责任单位": texts(alert.unit for alert in alerts),
            "台账": texts(alert.entry.ledger.name for alert in alerts),
            "编号": texts(alert.entry.key for alert in alerts),
            "事项": texts(alert.matter for alert in alerts),
            "起始日": days(alert.started for alert in alerts),
            "到期日": days(alert.due for alert in alerts),
            "逾期工作日": counts(alert.days_late for alert in alerts),
            "升级日期": days(alert.since for alert in alerts),
            "算法说明": texts(alert.reckoning for alert in alerts),
            "暂按周末推算": pd.Series([alert.provisional for alert in alerts], dtype="boolean"),
            "抄送": texts(alert.step.copied for alert in alerts),
            **origin(places, (row.origin.row for row in rows)),
        }
    )


def _duties(run: Run) -> pd.DataFrame:
    """What each unit and point owed and did; 计入的编号 joined by 、."""
    duties = run.outcome.duties
    return pd.DataFrame(
        {
            "职责": texts(duty.duty for duty in duties),
            "单位或联系点": texts(duty.who for duty in duties),
            "周期": texts(str(duty.period) for duty in duties),
            "应完成次数": counts(duty.required for duty in duties),
            "已完成次数": counts(duty.done for duty in duties),
            "状态": texts(duty.state for duty in duties),
            "是否预警": pd.Series([duty.warns for duty in duties], dtype="boolean"),
            "计入的编号": texts("、".join(duty.rows) for duty in duties),
        }
    )


def _filings(run: Run) -> pd.DataFrame:
    """Which workbooks came, and what is still owed from before."""
    filings = (*run.outcome.filings, *run.outcome.arrears)
    return pd.DataFrame(
        {
            "单位或联系点": texts(filing.who for filing in filings),
            "台账": texts(filing.ledger for filing in filings),
            "月份": texts(str(filing.month) for filing in filings),
            "截止日": days(filing.due for filing in filings),
            "状态": texts(filing.state for filing in filings),
            "报送日": days(filing.sent for filing in filings),
            "来源文件": texts(filing.path for filing in filings),
        }
    )


def _findings(run: Run) -> pd.DataFrame:
    """Every finding that still wants somebody, those on 断链 among them."""
    units = {submission.path: submission.unit for submission in run.submissions}
    broken = {gap.code for gap in run.outcome.gaps}
    findings = run.open_findings
    codes = [finding.code for finding in findings]
    places = (finding.place for finding in findings)
    return pd.DataFrame(
        {
            "轻重": texts(finding.severity for finding in findings),
            "单位": texts(units.get(finding.place.path) for finding in findings),
            "编号": texts(finding.key for finding in findings),
            "列": texts(finding.column for finding in findings),
            "填的内容": texts(finding.found for finding in findings),
            "说明": texts(finding.message for finding in findings),
            "检查代码": texts(codes),
            "检查": texts(CATALOGUE[code].title for code in codes),
            "是否断链": pd.Series([code in broken for code in codes], dtype="boolean"),
            **origin(places, (finding.row for finding in findings)),
        }
    )


def _indicators(run: Run) -> pd.DataFrame:
    """Every figure with the numbers of its rows; 数值 is Float64, for shares have decimals."""
    indicators = run.outcome.indicators
    values = pd.Series([indicator.value for indicator in indicators], dtype="object")
    return pd.DataFrame(
        {
            "指标代码": texts(indicator.id for indicator in indicators),
            "指标": texts(indicator.name for indicator in indicators),
            "所指": texts(indicator.of for indicator in indicators),
            "数值": pd.to_numeric(values, errors="coerce").astype("Float64"),
            "来源行数": counts(len(indicator.rows) for indicator in indicators),
            "来源行的编号": texts("、".join(indicator.rows) for indicator in indicators),
        }
    )


def _changes(run: Run) -> pd.DataFrame:
    """Every cell that a later submission changed, with where it stood before and stands now."""
    changes = run.register.changes
    columns = [change.after.table.column(change.column) for change in changes]
    changed = list(zip(changes, columns, strict=True))
    before = [change.before.place(column) for change, column in changed]
    after = [change.after.place(column) for change, column in changed]
    return pd.DataFrame(
        {
            "台账": texts(change.after.table.name for change in changes),
            "编号": texts(change.key for change in changes),
            "列": texts(change.column for change in changes),
            "原值": texts(change.before.text(column) for change, column in changed),
            "新值": texts(change.after.text(column) for change, column in changed),
            "原文件": texts(place.path for place in before),
            "原单元格": texts(place.cell for place in before),
            **origin(after, (change.after.origin.row for change in changes)),
        }
    )


LISTS: Mapping[str, Callable[[Run], pd.DataFrame]] = {
    "预警清单": _alerts,
    "履职情况": _duties,
    "报送情况": _filings,
    "待改问题": _findings,
    "变更": _changes,
    "指标来源": _indicators,
}
