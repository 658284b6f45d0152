"""What the office might do next: firms to visit (policy 二.1), 专题联席会议 (policy 一.3, 一.4)."""

from __future__ import annotations

import datetime as dt

from ledgerkit.ledgers import demands, handling, words
from ledgerkit.ledgers.demands import Demands
from ledgerkit.ledgers.matters import HANDLING
from ledgerkit.ledgers.meetings import Meetings
from ledgerkit.ledgers.problems import Problems
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.deadline import Matter
from ledgerkit.model.outcome import Referral, Visit
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.register import Entry
from ledgerkit.office import Firm
from ledgerkit.rules.context import RegisterContext
from ledgerkit.rules.deadlines import due_day, standing

MOST_TROUBLED = "重点走访企业数"
UNVISITED = "本季度还没有走访"


def visits(context: RegisterContext, month: Month) -> tuple[Visit, ...]:
    """The firms of 名录 not visited in the quarter, and those with the most open problems.

    The more open problems the sooner, then whoever was visited longest ago or never.
    """
    troubles, last = _open_problems(context), _last_visits(context)
    quarter = Period.holding(month, Cycle.QUARTER)
    ranked = sorted(troubles, key=lambda firm: -len(troubles[firm]))
    troubled = {*ranked[: context.office.days_setting(MOST_TROUBLED) or 0]}
    listed = {firm.name: firm for firm in context.office.firms}
    proposed = []
    for name in dict.fromkeys([*listed, *ranked]):
        unvisited = name in listed and not (name in last and last[name] in quarter)
        if unvisited or name in troubled:
            firm, keys = listed.get(name, Firm(name)), troubles.get(name, ())
            reasons = [f"在办问题 {len(keys)} 个"] if keys else []
            reasons += [UNVISITED] if unvisited else []
            day = last.get(name)
            proposed.append(Visit(name, firm.park, firm.point, day, keys, tuple(reasons)))
    return tuple(
        sorted(
            proposed,
            key=lambda proposal: (
                -len(proposal.open),
                proposal.last is not None,
                str(proposal.last),
            ),
        )
    )


def _open_problems(context: RegisterContext) -> dict[str, tuple[str, ...]]:
    """Firm → the keys of its open problems; a park is no firm."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in context.entries(Problems):
        raised = context.given(entry.row[Problems.raised_on])
        if raised and not handling.is_closed(entry.row, context):
            for firm in entry.row.names(Problems.firm):
                found[firm] = (*found.get(firm, ()), entry.key)
    return {firm: keys for firm, keys in found.items() if firm not in context.office.parks}


def _last_visits(context: RegisterContext) -> dict[str, dt.date]:
    last: dict[str, dt.date] = {}
    for entry in context.entries(Visits):
        day = context.given(entry.row[Visits.visited_on])
        for firm in entry.row.names(Visits.firm) if day else ():
            last[firm] = max(day, last.get(firm, day)) if day else last[firm]
    return last


def referrals(context: RegisterContext, month: Month) -> tuple[Referral, ...]:
    """The demands that their point could not settle, for a 专题联席会议.

    Such a demand was discussed (小会商) or submitted to a unit, and is past the day of its 办理 or
    of the unit's 方案; or the unit to which it was submitted in this quarter refused it (不予受理).
    One that was brought before a 专题联席会议 or 研判会, or soon will be, is not proposed again.
    """
    quarter = Period.holding(month, Cycle.QUARTER)
    return tuple(
        Referral(entry, reason)
        for entry in context.entries(Demands)
        if not _brought(context, entry)
        if (reason := _refused(context, entry, quarter) or _stuck(context, entry))
    )


def _refused(context: RegisterContext, entry: Entry, quarter: Period) -> str:
    submitted = context.given(entry.row[Demands.submitted_on])
    if entry.row[Demands.status] == words.REFUSED and submitted and submitted in quarter:
        return f"{entry.row.text(Demands.unit)}不予受理"
    return ""


def _stuck(context: RegisterContext, entry: Entry) -> str:
    row = entry.row
    submitted = context.given(row[Demands.submitted_on])
    tried = submitted or context.given(row[Demands.consulted_on])
    if not tried or demands.is_closed(row, context):
        return ""
    late: dict[Matter, str] = {}
    for deadline in context.deadlines(entry):
        due = due_day(context.office, deadline)
        days = context.office.calendar.between(due, context.as_of) if due else 0
        if due and days > 0:
            late[deadline.matter] = standing(days, due, context.as_of)
    if demands.PLANNING in late:
        return f"{row.text(Demands.unit)}没有按期提出方案,{late[demands.PLANNING]}"
    if HANDLING in late:
        tried_by = f"提交{row.text(Demands.unit)}后" if submitted else "小会商后"
        return f"{tried_by}仍未办结,{late[HANDLING]}"
    return ""


def _brought(context: RegisterContext, entry: Entry) -> bool:
    """Whether a higher meeting has it: by its own column, or one that its firm attends since."""
    row = entry.row
    registered = context.given(row[Demands.registered_on])
    if registered is None or row[Demands.for_study] == words.YES:
        return True
    firms = {*row.names(Demands.firm)}
    return any(
        day >= registered and not firms.isdisjoint(meeting.names(Meetings.firms))
        for entry in context.entries(Meetings)
        for meeting in (entry.row,)
        if meeting[Meetings.kind] in (words.SPECIAL, words.STUDY)
        if meeting[Meetings.state] != words.CANCELLED
        if (day := meeting[Meetings.held_on] or meeting[Meetings.scheduled_on])
    )
