"""总体情况 of 季度分析研判报告: what the period's figures come to, beside those of the last."""

from __future__ import annotations

from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.figures import Figures
from ledgerkit.papers.documents.report_overall import activities


def paragraphs(figures: Figures) -> tuple[str, ...]:
    """The paragraphs that have something to say; never none."""
    now = figures.run.cycle.this
    said = (
        _visits(figures),
        _demands(figures),
        phrasing.sentence(*activities(figures)),
    )
    quiet = f"{now}各单位、各服务联系点没有报送走访、需求、会议和宣传方面的记录。"
    return phrasing.unique(said) or (quiet,)


def _visits(figures: Figures) -> str:
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


def _demands(figures: Figures) -> str:
    new, closed = figures["demands-registered"], figures["demands-closed"]
    if not (new or closed):
        return ""
    return phrasing.sentence(
        f"各服务联系点登记法治需求{new}件" if new else "",
        figures.change("demands-registered", "件") if new else "",
        f"{'' if new else '法治需求'}办结{closed}件" if closed else "",
    )
