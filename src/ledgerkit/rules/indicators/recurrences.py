"""What recurs (policy 一.5: 普遍性、倾向性问题): the problems and demands of a period together, by
category, by park and by firm.

A demand that takes a problem up (关联问题编号) is the same matter and is counted once, as the
problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from ledgerkit.ledgers.demands import Demands
from ledgerkit.ledgers.problems import Problems
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.outcome import Indicator
from ledgerkit.model.period import Cycle, Period
from ledgerkit.model.register import Entry
from ledgerkit.rules.context import RegisterContext
from ledgerkit.rules.indicators.figures import Figures, count, keys

OFTEN = 2
"""So many matters make a firm or a park one where they recur."""
OPTIONAL = ("last-matters", "matters-change")
DIVIDED = (
    "matters-in",
    "matters-by-category",
    "last-matters-by-category",
    "matters-by-park",
    "matters-by-firm",
)


def recurrences(figures: Figures) -> Iterator[Indicator]:
    """How many matters there were, and where they gather, the most first."""
    now, last = figures.now, figures.period.cycle.last
    found, before = matters(figures, figures.period), matters(figures, figures.period.before)
    context = figures.context
    yield count("matters", f"{now}问题和需求数", found)
    if before:
        yield count("last-matters", f"{last}问题和需求数", before)
        yield Indicator(
            "matters-change",
            f"问题和需求数较{last}增减",
            len(found) - len(before),
            keys((*before, *found)),
        )
    yield from _by_month(figures)
    yield from _divided("matters-by-category", f"{now}问题和需求", found, _category, 1)
    yield from _divided("last-matters-by-category", f"{last}问题和需求", before, _category, 1)
    yield from _divided("matters-by-park", f"{now}园区的问题和需求", found, _park(context), OFTEN)
    yield from _divided("matters-by-firm", f"{now}企业的问题和需求", found, _firm(context), OFTEN)


def matters(figures: Figures, period: Period) -> tuple[Entry, ...]:
    """The problems raised and the demands registered in a period, each matter once."""
    problems = figures.within(Problems.raised_on, period)
    demands = figures.within(Demands.registered_on, period)
    known = {problem.key for problem in figures.all(Problems)}
    return (
        *problems,
        *(demand for demand in demands if known.isdisjoint(demand.row.names(Demands.problem))),
    )


def _by_month(figures: Figures) -> Iterator[Indicator]:
    """The months of a longer period, as far as they have begun."""
    months = [month for month in figures.period.months if month.first <= figures.context.as_of]
    if len(figures.period.months) == 1:
        return
    for month in months:
        found = matters(figures, Period.holding(month, Cycle.MONTH))
        yield count(f"matters-in-{month}", f"{month.year}年{month.month}月问题和需求数", found)


def _is_problem(entry: Entry) -> bool:
    return issubclass(entry.ledger, Problems)


def _category(entry: Entry) -> Iterable[str]:
    return entry.row.names(Problems.category if _is_problem(entry) else Demands.category)


def _firms(entry: Entry) -> Iterable[str]:
    return entry.row.names(Problems.firm if _is_problem(entry) else Demands.firm)


def _firm(context: RegisterContext) -> Callable[[Entry], Iterable[str]]:
    parks = frozenset(context.office.parks)
    return lambda entry: (name for name in _firms(entry) if name not in parks)


def _park(context: RegisterContext) -> Callable[[Entry], Iterable[str]]:
    """The park itself, that of the firm by 名录, or the one written down on the visit."""
    parks = frozenset(context.office.parks)
    of_firm = {firm.name: firm.park for firm in context.office.firms if firm.park}

    def parks_of(entry: Entry) -> Iterator[str]:
        for name in _firms(entry):
            if name in parks:
                yield name
            elif name in of_firm:
                yield of_firm[name]
            elif _is_problem(entry):
                visits = context.referred(entry.row, Problems.visit)
                yield from chain.from_iterable(visit.names(Visits.park) for visit in visits)

    return parks_of


def _divided(
    id: str,
    name: str,
    entries: Sequence[Entry],
    names: Callable[[Entry], Iterable[str]],
    least: int,
) -> Iterator[Indicator]:
    """A figure for each name that has at least so many rows, the most first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for named in dict.fromkeys(names(entry)):
            found.setdefault(named, []).append(entry)
    often = [(named, own) for named, own in found.items() if len(own) >= least]
    often.sort(key=lambda pair: -len(pair[1]))
    for place, (named, own) in enumerate(often, start=1):
        yield Indicator(f"{id}-{place:02d}", f"{name}:{named}", len(own), keys(own), named)
