"""Counting: how a figure is made from entries, so that each keeps the keys of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ledgerkit.model.columns import Count, Date
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.outcome import Indicator
from ledgerkit.model.period import Month, Period
from ledgerkit.model.register import Entry
from ledgerkit.rules.context import RegisterContext

_Divided = Mapping[Month, list[tuple[int, Entry]]]
"""Month → the rows of one ledger by one of their days, each with its place in the register."""


class Figures:
    """The rows of one run and its period, and the figures made from them.

    A day after the as-of day counts as not yet given, so its row is in no period yet.
    """

    def __init__(self, context: RegisterContext, period: Period) -> None:
        self.context = context
        self.period = period
        self._by_month: dict[Date, _Divided] = {}

    @property
    def now(self) -> str:
        """What a figure of the period is called by: 本月, 本季度, 本年."""
        return self.period.cycle.this

    def earlier(self) -> Figures:
        """The same for the period before."""
        other = Figures(self.context, self.period.before)
        other._by_month = self._by_month
        return other

    def all(self, ledger: type[Ledger]) -> tuple[Entry, ...]:
        """Every row of a ledger."""
        return self.context.entries(ledger)

    def within(self, column: Date, period: Period | None = None) -> tuple[Entry, ...]:
        """The rows whose day in a column lies in the period, in register order."""
        months = (period or self.period).months
        if column not in self._by_month:
            self._by_month[column] = self._divided(column)
        by_month = self._by_month[column]
        placed = [placing for month in months for placing in by_month.get(month, ())]
        if len(months) > 1:
            placed.sort(key=lambda placing: placing[0])
        return tuple(entry for _, entry in placed)

    def _divided(self, column: Date) -> _Divided:
        by_month: dict[Month, list[tuple[int, Entry]]] = {}
        for at, entry in enumerate(self.context.entries(column.table)):
            if day := self.context.given(entry.row[column]):
                by_month.setdefault(Month.of(day), []).append((at, entry))
        return by_month


def count(id: str, name: str, entries: Sequence[Entry]) -> Indicator:
    """How many rows."""
    return Indicator(id, name, len(entries), keys(entries))


def distinct(
    id: str, name: str, entries: Sequence[Entry], names: Callable[[Entry], Iterable[str]]
) -> Indicator:
    """How many different names the rows hold."""
    return Indicator(
        id, name, len({named for entry in entries for named in names(entry)}), keys(entries)
    )


def total(id: str, name: str, entries: Sequence[Entry], column: Count) -> Indicator:
    """The sum of a column of numbers; a cell without one adds nothing."""
    values = ((entry, entry.row[column]) for entry in entries)
    counted = [(entry, value) for entry, value in values if value is not None]
    return Indicator(
        id, name, sum(value for _, value in counted), keys([entry for entry, _ in counted])
    )


def share(id: str, name: str, part: int, whole: Sequence[Entry]) -> Iterator[Indicator]:
    """Per cent, to one decimal, with the rows of the whole; nothing where the whole is empty."""
    if whole:
        yield Indicator(id, name, round(100 * part / len(whole), 1), keys(whole))


def keys(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The keys of rows, in their order."""
    return tuple(entry.key for entry in entries)
