"""From a clock to its due day, and how that came about, in words (docs/domain.md#the-clock)."""

from __future__ import annotations

import datetime as dt

from ledgerkit.ledgers.matters import HANDLING, LONGEST
from ledgerkit.model.deadline import Deadline, Limit, Matter
from ledgerkit.office import Office
from ledgerkit.office.tables import in_words
from ledgerkit.office.workdays import FIRST_YEAR, HORIZON, Calendar

PROVISIONAL = "暂按周末推算"

_POSTPONED = "遇休息日顺延"


def limit_due(office: Office, matter: Matter, grade: str, started: dt.date) -> dt.date | None:
    """The last day of the limit, days off moved to the next working day; 办理 not past 最长.

    None where the office sets no limit, or the calendar does not reach so far.
    """
    limit = office.limit(matter.name, grade)
    if limit is None:
        return None
    limits = (limit, office.limit(LONGEST.name) if matter == HANDLING else None)
    days = [_last_day(office.calendar, started, allowed) for allowed in limits if allowed]
    return min(filter(None, days), default=None)


def next_workday(calendar: Calendar, day: dt.date) -> dt.date | None:
    """The day, or the first working day after it; None for one that the calendar does not reach."""
    if not FIRST_YEAR <= day.year < HORIZON.year:
        return None
    return calendar.next_workday(day)


def due_day(office: Office, deadline: Deadline) -> dt.date | None:
    """The day by which a clock asks for something: by its extension, its plan or its limit."""
    written = deadline.extended or deadline.due
    if written:
        return next_workday(office.calendar, written)
    return limit_due(office, deadline.matter, deadline.grade, deadline.started)


def is_provisional(office: Office, deadline: Deadline, due: dt.date) -> bool:
    """Whether ``due`` rests on days whose holidays nobody knows yet."""
    first = deadline.extended or deadline.due or deadline.started
    days = (first.replace(year, 1, 1) for year in range(first.year, due.year + 1))
    return not all(map(office.calendar.knows, days))


def explain(office: Office, deadline: Deadline, due: dt.date) -> str:
    """The reckoning of ``due`` in words.

    “2026-09-30 提出,一般 7 个工作日,10月1日—7日放假、10月10日上班,应于 2026-10-15 前办结”
    """
    demanded = deadline.matter.demanded or deadline.matter.name
    words = [f"{deadline.started} {deadline.event}", *_basis(office, deadline)]
    if deadline.extended:
        first = due_day(office, _unextended(deadline))
        words += [f"原应于 {first} 前{demanded}", f"经批准延期至 {deadline.extended}"]
        words += [_POSTPONED] if due != deadline.extended else []
    words.append(f"应于 {due} 前{demanded}")
    words += [PROVISIONAL] if is_provisional(office, deadline, due) else []
    return ",".join(words)


def standing(days_late: int, due: dt.date, as_of: dt.date) -> str:
    """How an item stands: 还有 2 个工作日, 今日到期, 已到期 or 已逾期 3 个工作日."""
    if days_late > 0:
        return f"已逾期 {days_late} 个工作日"
    if days_late < 0:
        return f"还有 {-days_late} 个工作日"
    return "今日到期" if as_of == due else "已到期"


def _last_day(calendar: Calendar, started: dt.date, limit: Limit) -> dt.date | None:
    if started.year < FIRST_YEAR:
        return None
    try:
        if limit.working:
            return calendar.add(started, limit.days)
        return calendar.next_workday(started + dt.timedelta(limit.days))
    except (IndexError, OverflowError):
        return None


def _unextended(deadline: Deadline) -> Deadline:
    return Deadline(
        deadline.matter,
        deadline.event,
        deadline.started,
        deadline.unit,
        deadline.grade,
        deadline.due,
    )


def _basis(office: Office, deadline: Deadline) -> list[str]:
    """What the due day rests on: the plan as written, or the limit and the days off in it."""
    if deadline.due:
        planned = deadline.matter.planned
        words = [f"{planned.name if planned else '期限'} {deadline.due}"]
        moved = not deadline.extended and not office.calendar.is_workday(deadline.due)
        return words + ([_POSTPONED] if moved else [])
    limit = office.limit(deadline.matter.name, deadline.grade)
    due = limit_due(office, deadline.matter, deadline.grade, deadline.started)
    if limit is None or due is None:
        return []
    graded = (deadline.matter.name, deadline.grade) in office.limits and deadline.grade
    words = [f"{deadline.grade} {in_words(limit)}" if graded else in_words(limit)]
    own, counted = _last_day(office.calendar, deadline.started, limit), limit
    if own != due and (longest := office.limit(LONGEST.name)):
        words.append(f"{LONGEST} {in_words(longest)}")
        counted = longest
    if counted.working:
        words.append(office.calendar.exceptions(deadline.started, due))
    elif due != deadline.started + dt.timedelta(counted.days):
        words.append(_POSTPONED)
    return [*filter(None, words)]
