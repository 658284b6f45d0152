"""A row of a ledger: typed values, what was typed, and where each cell stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from ledgerkit.model.columns import Column
from ledgerkit.model.place import Origin, Place, address
from ledgerkit.model.table import Table

V = TypeVar("V")
Cell = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None
UNCALCULATED = "\ue000formula"
"""Stands in a cell whose formula has no stored result; no person can type it (private use)."""

Value = str | int | dt.date | dt.time | tuple[str, ...] | None


def shown(value: Value) -> str:
    """A value as text: "" when empty, several names joined by 、, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return str(value)


@dataclass(frozen=True, slots=True)
class Layout:
    """How one table lies in one sheet; shared by all its rows.

    ``columns`` maps a column's name to its 0-based position in the sheet; a column that the sheet
    lacks is absent. ``merged`` maps a covered (row, column) to the top left of its merge.
    """

    path: str
    sheet: str
    header_row: int
    columns: Mapping[str, int]
    merged: Mapping[tuple[int, int], tuple[int, int]]

    def cell(self, row: int, column: str) -> str | None:
        """Excel's address of a column's cell in a 0-based row; None where the sheet lacks it."""
        at = self.columns.get(column)
        if at is None:
            return None
        return address(*self.merged.get((row, at), (row, at)))


@dataclass(frozen=True, slots=True)
class RawRow:
    """A line of a table as it was typed: ``cells`` in the order of ``table.columns``."""

    table: type[Table]
    layout: Layout
    at: int
    """0-based row in the sheet."""
    cells: tuple[Cell, ...]

    def place(self, column: Column[Any]) -> Place:
        """Where this row's cell of a column stands."""
        return Place(self.layout.path, self.layout.sheet, self.layout.cell(self.at, column.name))

    @property
    def origin(self) -> Origin:
        return Origin(self.layout.path, self.layout.sheet, self.at + 1)

    def typed(self, column: Column[Any]) -> Cell:
        """What was typed into a column."""
        return self.cells[self.table.position(column)]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a ledger as the rules see it: ``values`` in the order of ``table.columns``.

    A cell that could not be read has the value None and its column stands in ``unread``.
    ``key`` is its 编号, or a 暂编号 when ``provisional``; ``owner`` the full name of the unit or
    point whose row it is, "" where that cannot be told.
    """

    raw: RawRow
    values: tuple[Value, ...]
    unread: frozenset[str] = frozenset()
    key: str = ""
    provisional: bool = False
    owner: str = ""

    @property
    def table(self) -> type[Table]:
        return self.raw.table

    @property
    def origin(self) -> Origin:
        return self.raw.origin

    def __getitem__(self, column: Column[V]) -> V | None:
        return cast(V | None, self.values[self.raw.table.position(column)])

    def place(self, column: Column[Any]) -> Place:
        """Where the cell of a column stands."""
        return self.raw.place(column)

    def could_not_be_read(self, *columns: Column[Any]) -> bool:
        """Whether something stands in one of these columns that could not be read."""
        return any(column.name in self.unread for column in columns)

    def text(self, column: Column[Any]) -> str:
        """The value of a column as text."""
        return shown(self[column])

    def names(self, column: Column[Any]) -> tuple[str, ...]:
        """The value of a column of one or several names, always as a tuple."""
        value = self[column]
        if isinstance(value, tuple):
            return value
        return (value,) if isinstance(value, str) else ()
