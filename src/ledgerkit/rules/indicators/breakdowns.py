"""Figures divided by unit, by point, by word and by month, as the report's sentences need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ledgerkit.ledgers.demands import Demands
from ledgerkit.ledgers.meetings import Meetings
from ledgerkit.ledgers.outreach import Outreach
from ledgerkit.ledgers.problems import Problems
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.columns import Column
from ledgerkit.model.outcome import Alert, Indicator
from ledgerkit.model.period import Cycle, Period
from ledgerkit.model.register import Entry
from ledgerkit.office import Member, Office
from ledgerkit.rules.indicators.figures import Figures, count, keys

TREND_MONTHS = 6
"""How many months stand side by side in the report of one month."""

_BY_WHO = (
    ("visits-by-unit", "走访次数", Visits.visited_on, Visits.units),
    ("problems-by-unit", "提出问题数", Problems.raised_on, Problems.first_unit),
    ("outreach-by-unit", "法治宣传活动数", Outreach.held_on, Outreach.units),
    ("demands-by-point", "登记需求数", Demands.registered_on, Demands.point),
    ("meetings-by-point", "召开会议数", Meetings.held_on, Meetings.point),
)
"""(id, name after 本月 or the like, day, the column that names who)."""
_BY_WORD = (
    ("visits-by-way", "走访方式", Visits.visited_on, Visits.manner),
    ("problems-category", "提出问题", Problems.raised_on, Problems.category),
    ("problems-by-duty", "提出问题职责归属", Problems.raised_on, Problems.responsibility),
    ("demands-by-source", "需求来源", Demands.registered_on, Demands.source),
    ("demands-category", "登记需求", Demands.registered_on, Demands.category),
    ("meetings-by-kind", "召开会议", Meetings.held_on, Meetings.kind),
    ("outreach-by-form", "法治宣传形式", Outreach.held_on, Outreach.form),
)
_TREND = (
    ("visits", "走访次数", Visits.visited_on),
    ("problems", "提出问题数", Problems.raised_on),
    ("demands", "登记需求数", Demands.registered_on),
    ("outreach", "法治宣传活动数", Outreach.held_on),
)
_ALERTS_BY_WHO = (
    ("items-near-by-who", "临期事项数", False),
    ("items-overdue-by-who", "逾期事项数", True),
)
"""(id, name, whether it counts those past their due day)."""
DIVIDED = (
    *(id for id, *_ in (*_BY_WHO, *_BY_WORD, *_ALERTS_BY_WHO)),
    *(f"{slug}-in" for slug, *_ in _TREND),
)


def by_who(figures: Figures) -> Iterator[Indicator]:
    """What each unit and point did, those of 名录 first, also where it is nothing."""
    office = figures.context.office
    for id, name, day, column in _BY_WHO:
        members = office.units if id.endswith("unit") else office.points
        found = figures.within(day)
        yield from _divided(id, f"{figures.now}{name}", _by(found, column), _names(members))


def by_word(figures: Figures) -> Iterator[Indicator]:
    """How the period's rows divide over the words of a column; a word that none has is left out."""
    for id, name, day, column in _BY_WORD:
        found = figures.within(day)
        if not found:
            continue
        words = figures.context.office.words_of(column).words
        divided = _divided(id, f"{figures.now}{name}", _by(found, column), words)
        yield from (figure for figure in divided if figure.rows)


def by_month(figures: Figures) -> Iterator[Indicator]:
    """The period's months side by side, of one month the last six, from the first in which there
    is anything up to the one that holds the as-of day.
    """
    months = figures.period.months
    if len(months) == 1:
        months = tuple(months[0].shift(-back) for back in reversed(range(TREND_MONTHS)))
    else:
        months = tuple(month for month in months if month.first <= figures.context.as_of)
    started = False
    for month in months:
        own = Period.holding(month, Cycle.MONTH)
        found = [figures.within(day, own) for _, _, day in _TREND]
        started = started or any(found)
        if started:
            for (slug, name, _), entries in zip(_TREND, found, strict=True):
                yield count(f"{slug}-in-{month}", f"{month.year}年{month.month}月{name}", entries)


def alerts_by_who(office: Office, alerts: Sequence[Alert]) -> Iterator[Indicator]:
    """The alerts of each unit and point, and of others who must act: not yet late, and late."""
    members = _names(office.members)
    for id, name, late in _ALERTS_BY_WHO:
        own = [(alert.entry, alert.parties) for alert in alerts if (alert.days_late > 0) is late]
        yield from _divided(id, name, own, members)


def _names(members: Iterable[Member]) -> tuple[str, ...]:
    return tuple(member.name for member in members)


def _by(entries: Iterable[Entry], column: Column[Any]) -> list[tuple[Entry, tuple[str, ...]]]:
    return [(entry, entry.row.names(column)) for entry in entries]


def _divided(
    id: str, name: str, entries: Iterable[tuple[Entry, tuple[str, ...]]], known: Iterable[str]
) -> Iterator[Indicator]:
    """A figure for each known name, then for others that the rows hold, numbered in this order."""
    found: dict[str, list[Entry]] = {named: [] for named in known}
    for entry, names in entries:
        for named in dict.fromkeys(names):
            found.setdefault(named, []).append(entry)
    for place, (named, own) in enumerate(found.items(), start=1):
        yield Indicator(f"{id}-{place:02d}", f"{name}:{named}", len(own), keys(own), named)
