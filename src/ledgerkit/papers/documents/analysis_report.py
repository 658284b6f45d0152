"""季度分析研判报告, 年度 for a year: what recurs, how well it is dealt with, what follows (policy
一.5). It is laid before the 联席会议.
"""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.period import Cycle
from ledgerkit.papers.documents import (
    analysis_advice,
    analysis_quality,
    analysis_recurrent,
    phrasing,
)
from ledgerkit.papers.documents.figures import ReportFigures
from ledgerkit.papers.documents.letterhead import letterhead
from ledgerkit.papers.documents.paragraphs import BodyParagraph, numbered
from ledgerkit.papers.documents.report_overall import activities
from ledgerkit.rules.run import Run

KIND = "季度分析研判报告"
RECIPIENT = "政法机关联企联席会议各成员单位"


def _letters(run: Run) -> Iterator[Letter]:
    figures = ReportFigures(run)
    span = phrasing.period(run.period)
    period = f"{span}度" if run.cycle is Cycle.YEAR else span
    parts = {
        "recurrent": numbered(analysis_recurrent.parts(figures)),
        "quality": numbered(analysis_quality.parts(figures)),
        "advice": numbered(analysis_advice.plans(figures)),
    }
    present = [name for name, paragraphs in parts.items() if paragraphs]
    charts = {"trend": figures.trend(), "categories": analysis_recurrent.chart(figures)}
    yield Letter(
        stem(f"{period}分析研判报告"),
        KIND,
        RECIPIENT,
        letterhead(run)
        | {
            "period": period,
            "recipient": RECIPIENT,
            "overall": tuple(BodyParagraph("", text) for text in _overall(figures)),
            "table": figures.table(),
            **parts,
            "ordinals": {name: phrasing.ordinal(at) for at, name in enumerate(present, start=2)},
            "firms": analysis_recurrent.firms(figures),
        },
        {name: drawn for name, drawn in charts.items() if drawn},
    )


def _overall(figures: ReportFigures) -> tuple[str, ...]:
    """The paragraphs of 总体情况 that have something to say; never none."""
    now = figures.run.cycle.this
    texts = (
        _visits(figures),
        _demands(figures),
        phrasing.sentence(*activities(figures)),
    )
    quiet = f"{now}各单位、各服务联系点没有报送走访、需求、会议和宣传方面的记录。"
    return phrasing.unique(texts) or (quiet,)


def _visits(figures: ReportFigures) -> str:
    visits, raised = figures["visits"], figures["problems-raised"]
    joint = figures["visits-joint"]
    if not (visits or raised):
        return ""
    return phrasing.sentence(
        f"政法各单位走访企业{figures['firms-visited']}家、{visits}次" if visits else "",
        figures.change("visits", "次") if visits else "",
        f"其中联合走访{joint}次" if joint else "",
    ) + phrasing.sentence(
        f"走访发现问题{raised}个" if raised else "没有发现新的问题",
        figures.change("problems-raised", "个") if raised else "",
    )


def _demands(figures: ReportFigures) -> str:
    new, closed = figures["demands-registered"], figures["demands-closed"]
    if not (new or closed):
        return ""
    return phrasing.sentence(
        f"各服务联系点登记法治需求{new}件" if new else "",
        figures.change("demands-registered", "件") if new else "",
        f"{'' if new else '法治需求'}办结{closed}件" if closed else "",
    )


DOCUMENT = Document(KIND, _letters, after="研判会专报", cycles=(Cycle.QUARTER, Cycle.YEAR))
