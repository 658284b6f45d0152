"""The ladder: from the clocks of every item to at most one alert each (预警阶梯)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ledgerkit.model.deadline import Deadline
from ledgerkit.model.outcome import Alert, Rung, Step
from ledgerkit.model.register import Entry
from ledgerkit.rules.context import RegisterContext
from ledgerkit.rules.deadlines import due_day, explain, is_provisional


def alerts(context: RegisterContext) -> tuple[Alert, ...]:
    """One alert for every item that has reached a rung, in the order of ledgers and registers."""
    lateness = _Lateness(context)
    raised = [
        alarm
        for ledger in context.ledgers.values()
        for entry in context.entries(ledger)
        if (alarm := lateness.worst(entry, context.deadlines(entry)))
    ]
    return tuple(lateness.alert(alarm) for alarm in _one_per_item(context, raised))


def step(ladder: Sequence[Step], days_late: int) -> Step | None:
    """The highest rung reached; None below the first. ``ladder`` is in the order of its starts."""
    reached = [rung for rung in ladder if rung.start <= days_late]
    return reached[-1] if reached else None


@dataclass(frozen=True, slots=True)
class _Alarm:
    """The worst clock of an item, and the rung that it has reached."""

    entry: Entry
    deadline: Deadline
    due: dt.date
    step: Step


class _Lateness:
    """Reckons clocks against one as-of day; what many items share is reckoned once."""

    def __init__(self, context: RegisterContext) -> None:
        office = context.office
        self._context = context
        self.days_late = cache(lambda due: office.calendar.between(due, context.as_of))
        self._reached = cache(lambda due: step(office.ladder, self.days_late(due)))
        self._due_of_plan = cache(lambda deadline: due_day(office, deadline))
        self._words = cache(
            lambda deadline, due: (
                explain(office, deadline, due),
                is_provisional(office, deadline, due),
            )
        )

    def worst(self, entry: Entry, deadlines: Iterable[Deadline]) -> _Alarm | None:
        """The latest of an item's clocks; None if none has reached a rung."""
        running = [(deadline, due) for deadline in deadlines if (due := self._due(deadline))]
        if not running:
            return None
        deadline, due = min(running, key=lambda clock: clock[1])
        reached = self._reached(due)
        return _Alarm(entry, deadline, due, reached) if reached else None

    def alert(self, alarm: _Alarm) -> Alert:
        """The alarm with how its due day was reckoned."""
        deadline = alarm.deadline
        reckoning, provisional = self._words(replace(deadline, unit=""), alarm.due)
        return Alert(
            alarm.entry,
            deadline.matter.name,
            deadline.unit or alarm.entry.owner,
            alarm.step,
            deadline.started,
            alarm.due,
            self.days_late(alarm.due),
            reckoning,
            provisional,
            self._climb(deadline.started, alarm.due),
        )

    def _climb(self, started: dt.date, due: dt.date) -> tuple[Rung, ...]:
        """Every rung reached: so many working days from the due day, never before the start."""
        office, as_of = self._context.office, self._context.as_of
        reached = [rung for rung in office.ladder if rung.start <= self.days_late(due)]
        since = [max(started, office.calendar.add(due, rung.start)) for rung in reached]
        until = [*since[1:], as_of]
        return tuple(
            Rung(rung, first, office.calendar.between(first, last))
            for rung, first, last in zip(reached, since, until, strict=True)
        )

    def _due(self, deadline: Deadline) -> dt.date | None:
        if deadline.due or deadline.extended:
            return self._due_of_plan(deadline)
        return self._context.due(deadline.matter, deadline.grade, deadline.started)


def _one_per_item(context: RegisterContext, raised: Sequence[_Alarm]) -> Iterator[_Alarm]:
    """Without those whose item is part of another that already alerts (a measure of a problem)."""
    alerting = {alarm.entry.identity for alarm in raised}
    for alarm in raised:
        if alerting.isdisjoint(parent.identity for parent in context.parents(alarm.entry)):
            yield alarm
