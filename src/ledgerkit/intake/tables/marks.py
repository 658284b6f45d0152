"""Markings of classified papers anywhere in a sheet: in a row, above the table, beside it."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.intake.files.sheets import Grid
from ledgerkit.model.classification import marking
from ledgerkit.model.place import address
from ledgerkit.model.submission import Filled

_COMMON = "密"
"""What every marking holds: looked for first, as it is rare."""


def marks(grid: Grid) -> Iterator[Filled]:
    """Every cell that bears a marking; under a merge only its top left."""
    for row, values in enumerate(grid.rows):
        for column, value in enumerate(values):
            if isinstance(value, str) and _COMMON in value and marking(value):
                if (row, column) not in grid.covered:
                    yield Filled(value, grid.name, address(row, column))
