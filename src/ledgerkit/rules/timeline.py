"""The life of one item: the rows it belongs with, what happened on which day, and its clocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledgerkit.ledgers import handling
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.columns import Date
from ledgerkit.model.deadline import Deadline
from ledgerkit.model.outcome import Step
from ledgerkit.model.register import Entry
from ledgerkit.rules.alerts import step
from ledgerkit.rules.context import RegisterContext
from ledgerkit.rules.deadlines import due_day, explain


@dataclass(frozen=True, slots=True)
class Event:
    """A day that stands in a row: which column says so, and whether it is still to come."""

    day: dt.date
    entry: Entry
    column: str
    to_come: bool


@dataclass(frozen=True, slots=True)
class RunningClock:
    """What is asked for and by when; ``step`` is the rung reached, None below the first."""

    entry: Entry
    deadline: Deadline
    due: dt.date
    days_late: int
    reckoning: str
    step: Step | None


@dataclass(frozen=True, slots=True)
class Closing:
    """When the item was closed, and by when it should have been."""

    day: dt.date
    due: dt.date
    reckoning: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """One item with what led to it (``origins``), followed from it, and speaks of it besides."""

    entry: Entry
    origins: tuple[Entry, ...]
    sequels: tuple[Entry, ...]
    related: tuple[Entry, ...]
    events: tuple[Event, ...]
    clocks: tuple[RunningClock, ...]
    closing: Closing | None

    @property
    def rows(self) -> tuple[Entry, ...]:
        """The item and every row around it, what led to it first."""
        return (*self.origins, self.entry, *self.sequels, *self.related)


def timeline_of(context: RegisterContext, entry: Entry) -> Timeline:
    """What the registers know of an item on the as-of day."""
    origins = _origins(context, entry)
    sequels = _sequels(context, entry)
    known = {item.identity for item in (entry, *origins, *sequels)}
    related = _related(context, (entry, *sequels), known)
    own = (entry, *sequels)
    return Timeline(
        entry,
        origins,
        sequels,
        related,
        tuple(sorted(_events(context, (*origins, *own, *related)), key=lambda event: event.day)),
        tuple(clock for item in own for clock in _clocks(context, item)),
        _closing(context, entry),
    )


def _origins(context: RegisterContext, entry: Entry) -> tuple[Entry, ...]:
    """The rows without which this one would not be, the first cause first."""
    found: dict[tuple[str, str], Entry] = {}
    waiting = [entry]
    while waiting:
        for parent in context.parents(waiting.pop()):
            if parent.identity not in found:
                found[parent.identity] = parent
                waiting.append(parent)
    return tuple(reversed(found.values()))


def _sequels(context: RegisterContext, entry: Entry) -> tuple[Entry, ...]:
    """The rows that would not be without this one, in the order of ledgers and registers."""
    found: dict[tuple[str, str], Entry] = {}
    waiting = [entry]
    while waiting:
        cause = waiting.pop(0)
        for sequel in _speaking_of(context, cause):
            if sequel.identity not in found and any(
                cause is parent for parent in context.parents(sequel)
            ):
                found[sequel.identity] = sequel
                waiting.append(sequel)
    return tuple(found.values())


def _related(
    context: RegisterContext,
    entries: Iterable[Entry],
    known: set[tuple[str, str]],
) -> tuple[Entry, ...]:
    """Rows that name one of these, or that one of these names, without hanging on it."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        named = (
            context.entry(row)
            for column in entry.ledger.references
            for row in context.referred(entry.row, column)
        )
        for related in (*_speaking_of(context, entry), *named):
            if related.identity not in known:
                found[related.identity] = related
    return tuple(found.values())


def _speaking_of(context: RegisterContext, entry: Entry) -> Iterator[Entry]:
    for ledger in context.ledgers.values():
        yield from (context.entry(row) for row in context.linked(entry.row, ledger))


def _events(context: RegisterContext, entries: Iterable[Entry]) -> Iterator[Event]:
    for entry in entries:
        for column in entry.ledger.filled_in:
            day = entry.row[column] if isinstance(column, Date) else None
            if day is not None:
                yield Event(day, entry, column.name, context.given(day) is None)


def _clocks(context: RegisterContext, entry: Entry) -> Iterator[RunningClock]:
    for deadline in context.deadlines(entry):
        due = due_day(context.office, deadline)
        if due is not None:
            late = context.office.calendar.between(due, context.as_of)
            reckoning = explain(context.office, deadline, due)
            reached = step(context.office.ladder, late)
            yield RunningClock(entry, deadline, due, late, reckoning, reached)


def _closing(context: RegisterContext, entry: Entry) -> Closing | None:
    """Of a problem; other ledgers keep no clock beyond their end."""
    if not issubclass(entry.ledger, Problems):
        return None
    closed = handling.closing(entry.row, context)
    due = due_day(context.office, closed[1]) if closed else None
    if closed is None or due is None:
        return None
    return Closing(closed[0], due, explain(context.office, closed[1], due))
