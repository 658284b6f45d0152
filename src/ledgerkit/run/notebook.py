"""Reports as a notebook shows them: the counts, and as many lines as somebody reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ledgerkit.model.register import Fate

if TYPE_CHECKING:
    from ledgerkit.run.report import CheckReport, MonthReport

MOST = 50
"""Lines of a table: what comes after them is counted."""


def of_check(report: CheckReport) -> str:
    """What is to be mended, file by file."""
    counts = (
        f"{len(report.findings)} 个文件、{report.rows} 行,"
        f"必须改 {report.must} 处,请核对 {report.look} 处"
    )
    rows = [
        (PurePosixPath(finding.place.path).name, finding.severity, finding.message)
        for finding in report.findings.open
    ]
    return f"<p>{counts}</p>{_table(('文件', '轻重', '说明'), rows)}"


def of_month(report: MonthReport) -> str:
    """How many rows came to what, who is late, and what was written."""
    run = report.run
    counts = (
        f"{run.period}(截至 {run.as_of}):{len(run.submissions)} 个文件、{report.rows()} 行 = "
        f"已汇总 {report.rows(Fate.MERGED)} + 退回 {report.rows(Fate.RETURNED)}"
        f" + 重复 {report.rows(Fate.IDENTICAL)} + 被更新 {report.rows(Fate.SUPERSEDED)};"
        f"必须改 {report.must} 处,请核对 {report.look} 处"
    )
    levels = Counter(alert.step.level for alert in run.outcome.alerts)
    ordered = [step.level for step in reversed(run.office.ladder) if levels[step.level]]
    kinds = Counter(stored.kind for stored in report.stored)
    return (
        f"<p>{escape(counts)}</p>"
        f"{_table(('预警', '件数'), [(level, levels[level]) for level in ordered])}"
        f"{_table(('写出', '份数'), kinds.items())}"
        f"<p>{escape(report.folder.as_posix())}</p>"
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as a table; nothing for none."""
    lines = list(rows)
    if not lines:
        return ""
    head = "".join(f"<th>{head}</th>" for head in heads)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in line)}</tr>"
        for line in lines[:MOST]
    )
    more = f"<p>……另有 {len(lines) - MOST} 条</p>" if len(lines) > MOST else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
