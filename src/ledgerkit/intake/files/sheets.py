"""Sheets as grids of typed cells at their true positions, through calamine."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from python_calamine import CalamineWorkbook, SheetTypeEnum

from ledgerkit.intake.files.workbook_zip import Marks, Merge, WorkbookZip
from ledgerkit.model.row import Cell
from ledgerkit.model.sheets import is_helper

Value = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta
"""A cell as calamine gives it: '' where nothing stands."""


@dataclass(frozen=True)
class CellGrid:
    """One sheet: ``rows`` from the sheet's first row and column on, all equally long.

    ``merges`` are 0-based and inclusive. Values that hide under a merge are not shown by Excel;
    ``cell`` and ``shown`` leave them out.
    """

    name: str
    rows: list[list[Value]]
    merges: list[Merge] = field(default_factory=list)
    marks: Marks = field(default_factory=dict)

    @cached_property
    def covered(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Covered (row, column) → the top left of its merge, within what holds values."""
        height, width = len(self.rows), len(self.rows[0]) if self.rows else 0
        return {
            (row, column): (top, left)
            for (top, left), (bottom, right) in self.merges
            for row in range(top, min(bottom + 1, height))
            for column in range(left, min(right + 1, width))
            if (row, column) != (top, left)
        }

    @cached_property
    def merged_rows(self) -> frozenset[int]:
        """The rows in which a merge begins or runs on."""
        return frozenset(
            row
            for (top, _), (bottom, _) in self.merges
            for row in range(top, min(bottom, len(self.rows) - 1) + 1)
        )

    @cached_property
    def right_ends(self) -> dict[tuple[int, int], int]:
        """Top left of a merge → its last column."""
        return {start: end[1] for start, end in self.merges}

    def value(self, row: int, column: int) -> Cell:
        """What a cell shows by itself; None when blank or covered by a merge."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        value = self.rows[row][column]
        if value == "" or (self.covered and (row, column) in self.covered):
            return None
        return value

    def filled(self, row: int) -> list[tuple[int, Cell]]:
        """(column, value) of the cells of a row that show anything but blanks."""
        return list(self._shown(row))

    def first(self, row: int) -> list[tuple[int, Cell]]:
        """The first two of them."""
        return list(islice(self._shown(row), 2))

    def _shown(self, row: int) -> Iterator[tuple[int, Cell]]:
        for column, value in enumerate(self.rows[row]):
            if value != "" and not blank(value) and (row, column) not in self.covered:
                yield column, value


def blank(value: Cell) -> bool:
    """Whether a cell shows nothing: empty, or only blanks and zero-width characters."""
    if value is None or value == "":
        return True
    return isinstance(value, str) and not value.strip(" \t\r\n\u3000\xa0\u200b\u200c\u200d\ufeff")


def grids(data: bytes, package: WorkbookZip | None) -> Iterator[CellGrid]:
    """Every sheet, hidden ones too, but for our own helpers; what calamine raises goes through."""
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        for sheet in workbook.sheets_metadata:
            if sheet.typ is not SheetTypeEnum.WorkSheet or is_helper(sheet.name):
                continue
            found = workbook.get_sheet_by_name(sheet.name)
            merges = found.merged_cell_ranges
            if merges is None:
                merges = package.merges(sheet.name) if package else []
            yield CellGrid(
                sheet.name,
                found.to_python(skip_empty_area=False),
                [merge for merge in merges if merge[0] != merge[1]],
                package.marks(sheet.name) if package else {},
            )
