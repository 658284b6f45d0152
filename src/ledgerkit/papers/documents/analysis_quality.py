"""办理质效 of 季度分析研判报告: how fast and how well, who is late, what was not done or sent."""

from __future__ import annotations

from ledgerkit.model.outcome import UNFULFILLED, FilingState
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.figures import POINTS, ReportFigures
from ledgerkit.papers.documents.paragraphs import Section
from ledgerkit.papers.documents.report_troubles import faults, overdue


def parts(figures: ReportFigures) -> tuple[Section, ...]:
    """(heading, text) of each side of it that has something to show."""
    return (
        ("办理情况", _handled(figures)),
        ("逾期情况", overdue(figures)),
        ("履职情况", duties(figures)),
        ("台账报送和填报情况", _filed(figures) + faults(figures)),
    )


def _handled(figures: ReportFigures) -> str:
    closed, still_open = figures["problems-closed"], figures["problems-open"]
    punctual, content = figures.rate("on-time-rate"), figures.rate("satisfaction-rate")
    return (
        phrasing.sentence(
            f"{figures.run.cycle.this}办结问题{closed}个" if closed else "",
            figures.change("problems-closed", "个") if closed else "",
            f"按时办结率{punctual}" if punctual else "",
            figures.change("on-time-rate", POINTS) if punctual else "",
        )
        + phrasing.sentence(
            f"企业反馈满意率{content}" if content else "",
            figures.change("satisfaction-rate", POINTS) if content else "",
        )
        + phrasing.sentence(
            f"截至{phrasing.date(figures.run.as_of)}，仍在办理的问题{still_open}个"
            if still_open
            else "",
            f"累计办结率{figures.rate('closing-rate')}" if still_open else "",
        )
    )


def duties(figures: ReportFigures) -> str:
    """How often each duty was missed, and by whom."""
    run = figures.run
    missed: dict[str, dict[str, None]] = {}
    for duty in run.outcome.duties:
        if duty.warns and duty.state in UNFULFILLED:
            missed.setdefault(duty.duty, {})[duty.who] = None
    return phrasing.sentence(
        *(
            f"{duty}任务有{figures.missed(duty)}家次没有完成，涉及{phrasing.listed(who)}"
            for duty, who in missed.items()
        )
    )


def _filed(figures: ReportFigures) -> str:
    owed, missing, late = (figures[f"filings-{what}"] for what in ("owed", "missing", "late"))
    punctual, returned = figures["filings-on-time"], figures["filings-returned"]
    pending = figures["filings-pending"]
    if not owed:
        return ""
    silent = [
        filing.who for filing in figures.run.outcome.filings if filing.state is FilingState.MISSING
    ]
    return phrasing.sentence(
        f"应报送台账{owed}份",
        f"按时报送{punctual}份" if punctual else "",
        f"迟报{late}份" if late else "",
        f"退回待改正{returned}份" if returned else "",
        f"还没有到截止日{pending}份" if pending else "",
        f"没有报送{missing}份，涉及{phrasing.listed(silent)}" if missing else "",
    )
