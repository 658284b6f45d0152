"""The figures of a month, a quarter or a year, each with the keys of the rows that make it up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ledgerkit.ledgers import demands, handling, words
from ledgerkit.ledgers.cases import Cases
from ledgerkit.ledgers.demands import Demands
from ledgerkit.ledgers.feedbacks import Feedbacks
from ledgerkit.ledgers.hearings import Hearings
from ledgerkit.ledgers.measures import Measures
from ledgerkit.ledgers.meetings import Meetings
from ledgerkit.ledgers.outreach import Outreach
from ledgerkit.ledgers.problems import Problems
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.columns import Date
from ledgerkit.model.outcome import Alert, Indicator
from ledgerkit.model.period import Period
from ledgerkit.model.register import Entry
from ledgerkit.rules.context import RegisterContext
from ledgerkit.rules.deadlines import due_day
from ledgerkit.rules.indicators import breakdowns, comparisons, recurrences
from ledgerkit.rules.indicators.figures import Figures, count, distinct, share, total

_CONTENT = ("非常满意", "满意", "基本满意")
_MEETINGS = (
    ("joint", words.JOINT),
    ("special", words.SPECIAL),
    ("consultation", words.CONSULTATION),
    ("study", words.STUDY),
)
RATES = ("closing-rate", "on-time-rate", "satisfaction-rate", "outreach-targeted-rate")


def indicators(
    context: RegisterContext,
    period: Period,
    alerts: Sequence[Alert],
    concluded: Iterable[Indicator],
) -> tuple[Indicator, ...]:
    """Every figure, in the order of the report; what cannot be reckoned is left out.

    ``concluded`` are those of what else the rules concluded (``conclusions``).
    """
    figures = Figures(context, period)
    own = tuple(_of_period(figures))
    return (
        *own,
        *concluded,
        *breakdowns.by_word(figures),
        *breakdowns.by_who(figures),
        *breakdowns.alerts_by_who(context.office, alerts),
        *breakdowns.by_month(figures),
        *comparisons.changes(own, _of_period(figures.earlier()), period.cycle),
        *recurrences.recurrences(figures),
    )


def _of_period(figures: Figures) -> Iterator[Indicator]:
    yield from _visits(figures)
    yield from _problems(figures)
    yield from _answers(figures)
    yield from _demands(figures)
    yield from _meetings(figures)
    yield from _outreach(figures)
    yield from _cases_and_hearings(figures)


def _visits(figures: Figures) -> Iterator[Indicator]:
    now = figures.now
    visits = figures.within(Visits.visited_on)
    joint = [entry for entry in visits if len(entry.row.names(Visits.units)) > 1]
    troubled = [entry for entry in visits if entry.row[Visits.found_problem] == words.YES]
    yield count("visits", f"{now}走访次数", visits)
    yield distinct(
        "firms-visited", f"{now}走访企业数", visits, lambda visit: visit.row.names(Visits.firm)
    )
    yield count("visits-joint", f"{now}联合走访次数", joint)
    yield count("visits-with-problems", f"{now}发现问题的走访次数", troubled)


def _problems(figures: Figures) -> Iterator[Indicator]:
    now = figures.now
    context = figures.context
    known = [
        problem
        for problem in figures.all(Problems)
        if context.given(problem.row[Problems.raised_on])
    ]
    closed = [entry for entry in known if handling.is_closed(entry.row, context)]
    ended = {entry.key for entry in closed}
    still_open = [entry for entry in known if entry.key not in ended]
    just_now = [problem for problem in closed if _closed_in(figures, problem)]
    yield count("problems-raised", f"{now}提出问题数", figures.within(Problems.raised_on))
    yield count("problems-closed", f"{now}办结问题数", just_now)
    yield count("problems-total", "累计问题数", known)
    yield count("problems-closed-total", "累计办结问题数", closed)
    yield count("problems-open", "在办问题数", still_open)
    yield distinct(
        "firms-with-open-problems",
        "有在办问题的企业数",
        still_open,
        lambda problem: problem.row.names(Problems.firm),
    )
    yield from share("closing-rate", "累计办结率(%)", len(closed), known)
    judged = [(entry, on_time) for entry in just_now for on_time in _on_time(context, entry)]
    timed = [entry for entry, _ in judged]
    punctual = [entry for entry, on_time in judged if on_time]
    yield count("problems-timed", f"{now}办结、有时限的问题数", timed)
    yield count("problems-on-time", f"{now}按时办结问题数", punctual)
    yield from share("on-time-rate", f"{now}办结按时率(%)", len(punctual), timed)


def _closed_in(figures: Figures, entry: Entry) -> bool:
    day = figures.context.given(entry.row[Problems.closed_on])
    return day is not None and day in figures.period


def _on_time(context: RegisterContext, entry: Entry) -> Iterator[bool]:
    """Whether a problem was closed by its due day; nothing where that cannot be reckoned."""
    closing = handling.closing(entry.row, context)
    due = due_day(context.office, closing[1]) if closing else None
    if closing and due:
        yield closing[0] <= due


def _answers(figures: Figures) -> Iterator[Indicator]:
    now = figures.now
    given = figures.within(Feedbacks.given_on)
    judged = [
        feedback
        for feedback in given
        if feedback.row[Feedbacks.satisfaction] in (*_CONTENT, words.DISSATISFIED)
    ]
    content = [entry for entry in judged if entry.row[Feedbacks.satisfaction] in _CONTENT]
    done = figures.within(Measures.done_on)
    handed = figures.within(Measures.transferred_on)
    yield count("measures-done", f"{now}完成措施数", done)
    yield count("problems-transferred", f"{now}移交部门件数", handed)
    yield count("feedback-given", f"{now}反馈数", given)
    yield count("feedback-judged", f"{now}评价了满意度的反馈数", judged)
    yield count("feedback-content", f"{now}评价满意的反馈数", content)
    yield from share("satisfaction-rate", f"{now}反馈满意率(%)", len(content), judged)


def _demands(figures: Figures) -> Iterator[Indicator]:
    now = figures.now
    context = figures.context
    known = [
        demand
        for demand in figures.all(Demands)
        if context.given(demand.row[Demands.registered_on])
    ]
    still_open = [entry for entry in known if not demands.is_closed(entry.row, context)]
    closed = figures.within(Demands.closed_on)
    new = figures.within(Demands.registered_on)
    yield count("demands-registered", f"{now}登记需求数", new)
    yield count(
        "demands-discussed",
        f"{now}登记、已小会商的需求数",
        _given(figures, new, Demands.consulted_on),
    )
    yield count(
        "demands-submitted",
        f"{now}登记、已提交单位的需求数",
        _given(figures, new, Demands.submitted_on),
    )
    yield count("demands-closed", f"{now}办结需求数", closed)
    yield count("demands-open", "在办需求数", still_open)


def _given(figures: Figures, entries: Sequence[Entry], column: Date) -> list[Entry]:
    return [entry for entry in entries if figures.context.given(entry.row[column])]


def _meetings(figures: Figures) -> Iterator[Indicator]:
    now = figures.now
    entries = figures.within(Meetings.held_on)
    yield count("meetings-held", f"{now}召开会议数", entries)
    for slug, kind in _MEETINGS:
        of_kind = [entry for entry in entries if entry.row[Meetings.kind] == kind]
        yield count(f"meetings-{slug}", f"{now}召开{kind}数", of_kind)
    resolved = [entry for entry in entries if entry.row[Meetings.resolutions]]
    yield count("meetings-resolved", f"{now}有议定事项的会议数", resolved)


def _outreach(figures: Figures) -> Iterator[Indicator]:
    now = figures.now
    entries = figures.within(Outreach.held_on)
    targeted = [entry for entry in entries if entry.row.names(Outreach.problems)]
    yield count("outreach-activities", f"{now}法治宣传活动数", entries)
    yield total("outreach-people", f"{now}法治宣传参加人数", entries, Outreach.attendance)
    yield total("outreach-papers", f"{now}法治宣传发放资料份数", entries, Outreach.handouts)
    yield count("outreach-targeted", f"{now}针对走访问题的宣传数", targeted)
    yield from share("outreach-targeted-rate", f"{now}宣传针对性(%)", len(targeted), entries)


def _cases_and_hearings(figures: Figures) -> Iterator[Indicator]:
    now = figures.now
    hearings = figures.within(Hearings.opens_on)
    yield count("cases-total", "累计典型案例数", figures.all(Cases))
    yield count("cases-sent", f"{now}送阅典型案例数", figures.within(Cases.sent_on))
    yield count("hearings", f"{now}旁听庭审场次", hearings)
    yield total("hearing-guests", f"{now}旁听庭审实到人数", hearings, Hearings.attended)
