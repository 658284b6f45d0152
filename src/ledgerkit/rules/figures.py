"""Counting: how a figure is made from entries, so that each keeps the keys of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ledgerkit.model.outcome import Indicator
from ledgerkit.model.period import Month
from ledgerkit.model.register import Entry
from ledgerkit.rules.world import World


class Figures:
    """The rows of one run and month, and the figures made from them.

    A day after the as-of day counts as not yet given, so its row is in no month yet.
    """

    def __init__(self, world: World, month: Month) -> None:
        self.world = world
        self.month = month
        self._by_month: dict[tuple[str, str], Mapping[Month, list[Entry]]] = {}

    def all(self, ledger: str) -> tuple[Entry, ...]:
        """Every row of a ledger."""
        return self.world.entries(ledger)

    def in_month(self, ledger: str, column: str, month: Month | None = None) -> tuple[Entry, ...]:
        """The rows of a ledger whose day in ``column`` lies in the month, or in another."""
        if (ledger, column) not in self._by_month:
            self._by_month[ledger, column] = self._divided(ledger, column)
        return tuple(self._by_month[ledger, column].get(month or self.month, ()))

    def _divided(self, ledger: str, column: str) -> Mapping[Month, list[Entry]]:
        held: dict[Month, list[Entry]] = {}
        for entry in self.world.entries(ledger):
            if day := self.world.given(entry.row.day(column)):
                held.setdefault(Month.of(day), []).append(entry)
        return held


def count(id: str, name: str, entries: Sequence[Entry]) -> Indicator:
    """How many rows."""
    return Indicator(id, name, len(entries), keys(entries))


def distinct(
    id: str, name: str, entries: Sequence[Entry], names: Callable[[Entry], Iterable[str]]
) -> Indicator:
    """How many different names the rows hold."""
    return Indicator(
        id, name, len({one for entry in entries for one in names(entry)}), keys(entries)
    )


def total(id: str, name: str, entries: Sequence[Entry], column: str) -> Indicator:
    """The sum of a column of numbers; a cell without one adds nothing."""
    values = ((entry, entry.row[column]) for entry in entries)
    counted = [(entry, value) for entry, value in values if isinstance(value, int)]
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
