"""A sheet as cells, before it becomes .xlsx, .xls or .ods; and where each entry was put."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

Typed = str | int | float | dt.date | dt.time | None
Spot = tuple[int, int]


@dataclass
class Grid:
    """Cells by 0-based (row, column), and merges as (first row, first column, last row, last)."""

    name: str
    cells: dict[Spot, Typed] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    bold: set[int] = field(default_factory=set)

    def put(self, row: int, column: int, value: Typed) -> None:
        if value is not None:
            self.cells[row, column] = value

    def merge(self, row: int, column: int, last_row: int, last_column: int) -> None:
        if (row, column) != (last_row, last_column):
            self.merges.append((row, column, last_row, last_column))

    def widths(self) -> dict[int, int]:
        """A width for each column, in characters, that shows most of what stands in it."""
        merged = {area[:2] for area in self.merges}
        longest: dict[int, int] = {}
        for (row, column), value in self.cells.items():
            if (row, column) not in merged:
                longest[column] = max(longest.get(column, 0), len(str(value)) * 2)
        return {column: min(max(9, length), 30) for column, length in longest.items()}

    @property
    def height(self) -> int:
        return max((row for row, _ in self.cells), default=0) + 1

    @property
    def width(self) -> int:
        return max((column for _, column in self.cells), default=0) + 1


@dataclass
class Placement:
    """Where things stand in a written workbook, as (sheet, address).

    ``cells`` by (ledger, place in the ledger's list, column); ``headers`` by (ledger, column,
    turn); ``first`` the first cell of each ledger's header row; ``block`` by label (its value's
    cell).
    """

    cells: dict[tuple[str, int, str], tuple[str, str]] = field(default_factory=dict)
    headers: dict[tuple[str, str, int], tuple[str, str]] = field(default_factory=dict)
    first: dict[str, tuple[str, str]] = field(default_factory=dict)
    block: dict[str, tuple[str, str]] = field(default_factory=dict)


def letters(column: int) -> str:
    """A, B, … Z, AA for 0, 1, … 25, 26."""
    return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)


def address(row: int, column: int) -> str:
    return f"{letters(column)}{row + 1}"
