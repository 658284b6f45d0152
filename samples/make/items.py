"""An item of a ledger and its life: what its row says at the end of each month."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from samples.make.days import month_end, month_of

Value = str | int | float | dt.date | dt.time | tuple[str, ...] | None
Line = dict[str, Value]


@dataclass
class Item:
    """One key of one ledger. ``cells`` maps a column to what it holds from which day on.

    The item stands in the workbook of the month in which it was born, and again in each later one
    until the month in which it is ``settled``.
    """

    ledger: str
    key: str
    owner: str
    born: dt.date
    settled: dt.date | None
    cells: dict[str, list[tuple[dt.date, Value]]] = field(default_factory=dict)

    def set(self, column: str, value: Value, since: dt.date | None = None) -> None:
        """Let a column hold a value from a day on (a date: from that date on)."""
        if since is None:
            since = value if isinstance(value, dt.date) else self.born
        self.cells.setdefault(column, []).append((since, value))

    def fill(self, line: Line) -> Item:
        """Let columns hold values from the item's birth on."""
        for column, value in line.items():
            self.set(column, value, self.born)
        return self

    def at(self, moment: dt.date) -> Line:
        """The row as it stood on a day."""
        line: Line = {}
        for column, steps in self.cells.items():
            known = [value for since, value in steps if since <= moment]
            if known and known[-1] is not None:
                line[column] = known[-1]
        return line

    def stands_in(self, month: str) -> bool:
        """Whether the workbook of this month holds the row."""
        if self.born > month_end(month):
            return False
        return self.settled is None or month_of(self.settled) >= month or self.in_month(month)

    def in_month(self, month: str) -> bool:
        return month_of(self.born) == month
