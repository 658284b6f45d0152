"""存在问题 and 下步安排 of the monthly report: what is lacking, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ledgerkit.ledgers import words
from ledgerkit.ledgers.demands import Demands
from ledgerkit.ledgers.meetings import Meetings
from ledgerkit.model.finding import Severity
from ledgerkit.model.outcome import UNFULFILLED, Filing, FilingState
from ledgerkit.model.period import Cycle, Period
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.figures import ReportFigures, next_filing
from ledgerkit.papers.documents.paragraphs import Section
from ledgerkit.rules.run import Run

MOST_FIRMS = 5
"""So many firms are named; the rest stands on 履职情况."""
NAMED = 3
"""So many kinds of gaps are named; the rest is counted."""
_FILED_BADLY = (
    (FilingState.MISSING, "没有报送"),
    (FilingState.LATE, "迟报"),
    (FilingState.RETURNED, "需要改正后重报"),
)

_ARREARS = {FilingState.MISSING: "没有报送", FilingState.RETURNED: "没有改正重报"}


def troubles(figures: ReportFigures) -> tuple[Section, ...]:
    """(heading, text) of each thing that is lacking; nothing where nothing is."""
    return (
        ("履职任务没有完成", undone_duties(figures)),
        ("台账报送不及时", _filings(figures)),
        ("部分事项逾期未办结", overdue(figures)),
        ("台账填报不规范", faults(figures)),
    )


def plans(figures: ReportFigures) -> tuple[Section, ...]:
    """(heading, text) of what follows from the troubles, and what the next month brings."""
    late = figures["items-overdue"]
    return (
        (
            "抓紧办结逾期事项",
            f"对{late}件逾期事项，责任单位要逐件明确承办人和完成日期，限期办结并向企业反馈；"
            "自身难以解决的，及时提请会商研判。"
            if late
            else "",
        ),
        (
            "补齐履职任务",
            "没有完成任务的单位、服务联系点要尽快补齐，安排好下月的走访、宣传和会议。"
            if undone_duties(figures)
            else "",
        ),
        ("抓好将要到期的履职任务", _forecast(figures)),
        ("突出重点走访企业", _visits(figures)),
        ("提请召开专题联席会议", _referrals(figures)),
        (
            "改正台账中的差错",
            "请有关单位对照退回的批注副本逐处改正，随下月台账一并报送。"
            if figures["findings-must"]
            else "",
        ),
        ("开好计划中的会议", _meetings(figures)),
        ("按时报送下月台账", _next(figures)),
    )


def undone_duties(figures: ReportFigures) -> str:
    """Who has not done which duty of which period."""
    undone: dict[tuple[Period, str], list[str]] = {}
    for duty in figures.run.outcome.duties:
        if duty.warns and duty.state in UNFULFILLED:
            undone.setdefault((duty.period, duty.duty), []).append(duty.who)
    return phrasing.sentence(
        *(
            f"{phrasing.listed(who)}没有完成{_period(figures.run, period)}的{duty}任务"
            for (period, duty), who in undone.items()
        )
    )


def _period(run: Run, period: Period) -> str:
    """A duty's round as the report of this run speaks of it: 本月, but 10月 in a quarter's."""
    match period.cycle:
        case Cycle.MONTH:
            return "本月" if period == run.period else f"{period.first.month}月"
        case Cycle.QUARTER:
            return f"第{phrasing.ordinal((period.first.month + 2) // 3)}季度"
        case Cycle.HALF:
            return "上半年" if period.first.month == 1 else "下半年"
        case Cycle.YEAR:
            return "全年"


def _filings(figures: ReportFigures) -> str:
    return phrasing.sentence(
        *(
            f"{phrasing.listed(who)}{verb}{phrasing.listed(books)}"
            for state, verb in _FILED_BADLY
            for books, who in _owed(figures, figures.run.outcome.filings, state)
        ),
        *(
            f"{phrasing.listed(who)}上月的{phrasing.listed(books)}至今{_ARREARS[state]}"
            for state in _ARREARS
            for books, who in _owed(figures, figures.run.outcome.arrears, state)
        ),
    )


def _owed(
    figures: ReportFigures, filings: Sequence[Filing], state: FilingState
) -> Iterable[tuple[tuple[str, ...], list[str]]]:
    """(workbooks, who): those whose filings of the same workbooks are in this state."""
    by_who: dict[str, dict[str, None]] = {}
    for filing in filings:
        if filing.state is state:
            book = figures.run.ledgers[filing.ledger].workbook
            by_who.setdefault(filing.who, {})[book] = None
    by_books: dict[tuple[str, ...], list[str]] = {}
    for who, books in by_who.items():
        by_books.setdefault(tuple(books), []).append(who)
    return by_books.items()


def overdue(figures: ReportFigures) -> str:
    """What is late, whose it is, and how late at the worst."""
    late, longest = figures["items-overdue"], figures["longest-overdue"]
    if not late:
        return ""
    units = figures.divided("items-overdue-by-who")
    named = (f"{name}（{n}件）" if len(units) > 1 else name for name, n in units)
    worst = phrasing.listed(figures.rows("longest-overdue"))
    return phrasing.sentence(
        f"逾期事项{late}件",
        f"由{phrasing.listed(named)}承办",
        f"{'最长的' if late > 1 else ''}已逾期{longest}个工作日（{worst}）",
    )


def faults(figures: ReportFigures) -> str:
    """What is still to be mended in the ledgers, and which links lack."""
    must, gaps = figures["findings-must"], figures.divided("gaps")
    titles = phrasing.counted(gaps[:NAMED], "处")
    more = f"等，共{figures['gaps']}处" if len(gaps) > NAMED else ""
    return phrasing.sentence(
        f"台账中还有{must}处必须改正" if must else "",
        f"涉及{phrasing.listed(_senders(figures))}" if must and any(_senders(figures)) else "",
        f"问题办理链条有缺环（{titles}{more}）" if titles else "",
    )


def _senders(figures: ReportFigures) -> Iterable[str]:
    """Who sent the files in which something must be mended, in the order of 名录."""
    run = figures.run
    sent_by = {submission.path: submission.unit for submission in run.submissions}
    faulty = {
        sent_by.get(finding.place.path)
        for finding in run.open_findings
        if finding.severity is Severity.MUST
    }
    return [member.name for member in run.office.members if member.name in faulty]


def _forecast(figures: ReportFigures) -> str:
    undone: dict[tuple[Period, str], list[str]] = {}
    for coming in figures.run.outcome.forecast:
        undone.setdefault((coming.duty.period, coming.duty.duty), []).append(coming.duty.who)
    undone_clauses = phrasing.sentence(
        *(
            f"{phrasing.listed(who)}还没有完成{_period(figures.run, period)}的{duty}任务"
            for (period, duty), who in undone.items()
        )
    )
    return f"{undone_clauses}期限将到，请抓紧安排。" if undone_clauses else ""


def _visits(figures: ReportFigures) -> str:
    firms = [visit.firm for visit in figures.run.outcome.visits]
    total, unvisited = figures["firms-to-visit"], figures["firms-unvisited"]
    if not firms:
        return ""
    more = f"等{total}家企业" if total > MOST_FIRMS else ""
    return phrasing.sentence(
        f"下一步优先走访{phrasing.listed(firms[:MOST_FIRMS])}{more}",
        f"其中本季度还没有走访的{unvisited}家" if unvisited else "",
        "了解企业法治需求，跟进保障措施",
    )


def _referrals(figures: ReportFigures) -> str:
    referred = figures.run.outcome.referrals
    if not referred:
        return ""
    named = phrasing.listed(
        f"{referral.entry.row.text(Demands.firm)}"
        f"（{referral.entry.key}，{phrasing.full_width(referral.reason)}）"
        for referral in referred[:MOST_FIRMS]
    )
    more = "等" if len(referred) > MOST_FIRMS else ""
    return (
        f"{named}{more}{figures['demands-to-refer']}件法治需求，联系点难以协调解决，"
        "建议由召集人提请召开专题联席会议研究。"
    )


def _meetings(figures: ReportFigures) -> str:
    run = figures.run
    after = run.month.shift(1)
    planned = sorted(
        (day, f"{row.text(Meetings.point)}{row.text(Meetings.kind)}（{day.month}月{day.day}日）")
        for entry in run.register.entries.get(Meetings.name, {}).values()
        for row in (entry.row,)
        if row[Meetings.state] == words.PLANNED
        and (day := row[Meetings.scheduled_on])
        and day > run.as_of
        and day in after
    )
    if not planned:
        return ""
    return f"做好{phrasing.listed(name for _, name in planned)}的筹备，提前收集企业法治需求。"


def _next(figures: ReportFigures) -> str:
    due = next_filing(figures.run)
    if due is None:
        return ""
    coming = figures.run.month.shift(1)
    return f"{coming.month}月的台账请于{phrasing.date(due)}前报送，当月没有工作内容的也要零报告。"
