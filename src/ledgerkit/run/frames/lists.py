"""What a run concluded, as frames: the lists of 总表, in their order and under their headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from ledgerkit.findings.wordings import CATALOGUE
from ledgerkit.rules.run import Run
from ledgerkit.run.frames.series import counts, days, origin, texts


def alerts(run: Run) -> pd.DataFrame:
    """Every item that is late or nearly so; 内容 and 企业 stand in its ledger under its 编号."""
    told = run.outcome.alerts
    rows = [one.entry.row for one in told]
    places = [one.entry.row.place(one.entry.ledger.key) for one in told]
    return pd.DataFrame(
        {
            "级别": texts(one.step.level for one in told),
            "较上期": texts(one.change for one in told),
            "责任单位": texts(one.unit for one in told),
            "台账": texts(one.entry.ledger.name for one in told),
            "编号": texts(one.entry.key for one in told),
            "事项": texts(one.matter for one in told),
            "起始日": days(one.started for one in told),
            "到期日": days(one.due for one in told),
            "逾期工作日": counts(one.days_late for one in told),
            "升级日期": days(one.since for one in told),
            "算法说明": texts(one.reckoning for one in told),
            "暂按周末推算": pd.Series([one.provisional for one in told], dtype="boolean"),
            "抄送": texts(one.step.copied for one in told),
            **origin(places, (row.origin.row for row in rows)),
        }
    )


def duties(run: Run) -> pd.DataFrame:
    """What each unit and point owed and did; 计入的编号 joined by 、."""
    told = run.outcome.duties
    return pd.DataFrame(
        {
            "职责": texts(one.duty for one in told),
            "单位或联系点": texts(one.who for one in told),
            "周期": texts(str(one.period) for one in told),
            "应完成次数": counts(one.required for one in told),
            "已完成次数": counts(one.done for one in told),
            "状态": texts(one.state for one in told),
            "是否预警": pd.Series([one.warns for one in told], dtype="boolean"),
            "计入的编号": texts("、".join(one.rows) for one in told),
        }
    )


def filings(run: Run) -> pd.DataFrame:
    """Which workbooks came, and what is still owed from before."""
    told = (*run.outcome.filings, *run.outcome.arrears)
    return pd.DataFrame(
        {
            "单位或联系点": texts(one.who for one in told),
            "台账": texts(one.ledger for one in told),
            "月份": texts(str(one.month) for one in told),
            "截止日": days(one.due for one in told),
            "状态": texts(one.state for one in told),
            "报送日": days(one.sent for one in told),
            "来源文件": texts(one.path for one in told),
        }
    )


def findings(run: Run) -> pd.DataFrame:
    """Every finding that still wants somebody, those on 断链 among them."""
    units = {one.path: one.unit for one in run.submissions}
    broken = {gap.code for gap in run.outcome.gaps}
    told = run.open_findings
    return pd.DataFrame(
        {
            "轻重": texts(one.severity for one in told),
            "单位": texts(units.get(one.place.path) for one in told),
            "编号": texts(one.key for one in told),
            "列": texts(one.column for one in told),
            "填的内容": texts(one.found for one in told),
            "说明": texts(one.message for one in told),
            "检查代码": texts(one.code for one in told),
            "检查": texts(CATALOGUE[one.code].title for one in told),
            "是否断链": pd.Series([one.code in broken for one in told], dtype="boolean"),
            **origin((one.place for one in told), (one.row for one in told)),
        }
    )


def indicators(run: Run) -> pd.DataFrame:
    """Every figure with the numbers of its rows; 数值 is Float64, for shares have decimals."""
    told = run.outcome.indicators
    return pd.DataFrame(
        {
            "指标代码": texts(one.id for one in told),
            "指标": texts(one.name for one in told),
            "所指": texts(one.of for one in told),
            "数值": pd.to_numeric(
                pd.Series([one.value for one in told], dtype="object"), errors="coerce"
            ).astype("Float64"),
            "来源行数": counts(len(one.rows) for one in told),
            "来源行的编号": texts("、".join(one.rows) for one in told),
        }
    )


def changes(run: Run) -> pd.DataFrame:
    """Every cell that a later submission changed, with where it stood before and stands now."""
    told = run.register.changes
    columns = [one.after.table.column(one.column) for one in told]
    changed = list(zip(told, columns, strict=True))
    before = [one.before.place(column) for one, column in changed]
    after = [one.after.place(column) for one, column in changed]
    return pd.DataFrame(
        {
            "台账": texts(one.after.table.name for one in told),
            "编号": texts(one.key for one in told),
            "列": texts(one.column for one in told),
            "原值": texts(one.before.text(column) for one, column in changed),
            "新值": texts(one.after.text(column) for one, column in changed),
            "原文件": texts(place.path for place in before),
            "原单元格": texts(place.cell for place in before),
            **origin(after, (one.after.origin.row for one in told)),
        }
    )


LISTS: Mapping[str, Callable[[Run], pd.DataFrame]] = {
    "预警清单": alerts,
    "履职情况": duties,
    "报送情况": filings,
    "待改问题": findings,
    "变更": changes,
    "指标来源": indicators,
}
