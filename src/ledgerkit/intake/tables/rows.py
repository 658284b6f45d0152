"""The rows under a header: what people typed, without totals, notes, titles and signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ledgerkit.intake.files.sheets import CellGrid
from ledgerkit.intake.tables.filing_block import is_signed
from ledgerkit.intake.tables.finder import Found
from ledgerkit.intake.tables.headers import normalise
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.row import Cell, Layout, RawRow
from ledgerkit.text import fold, says_nothing, tidy

_TOTAL = re.compile(
    r"(本[页月季年表]|全[年区部]|本单位)?(合计|小计|总计|共计|累计|总数)(:.*|\([^()]*\))?"
)
_NOTE = re.compile(
    r"(注|备注|附注|说明|填表说明|填报说明|注意事项|填写说明)\d*[:、.].*|[★*※].*|本月(无|没有).{0,12}",
    re.DOTALL,
)
_NUMBERING = re.compile(r"([一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d+[、.])")
_ACROSS = 0.6
"""A cell merged over this share of the table's width is a note, not a value."""
_SIGNATURES = 8
"""Cells that a line of signatures fills at most."""


@dataclass(frozen=True, slots=True)
class Body:
    """What stands under one header: the rows, and the lines that are none (0-based)."""

    layout: Layout
    rows: tuple[RawRow, ...]
    asides: tuple[int, ...]


def body(grid: CellGrid, found: Found, end: int, path: str, titles: Sequence[str]) -> Body:
    """The rows from below the header up to the row ``end``, exclusive.

    ``titles`` are the normalised names of all tables: a line that says one of them is a title.
    """
    layout = _layout(grid, found, end, path)
    places = [found.columns.get(column.name) for column in found.table.columns]
    typed = [found.columns[c.name] for c in found.table.filled_in if c.name in found.columns]
    plain = not (grid.covered or grid.marks)
    rows, asides = [], []
    for row in range(found.bottom + 1, end):
        values = grid.rows[row]
        if values.count("") == len(values):
            continue
        if _is_aside(grid, row, found, titles):
            asides.append(row)
        elif _is_filled(grid, row, typed):
            if plain:
                cells = tuple([None if at is None else values[at] for at in places])
                cells = tuple([None if value == "" else value for value in cells])
            else:
                cells = tuple([_cell(grid, row, at, found.bottom) for at in places])
            rows.append(RawRow(found.table, layout, row, cells))
    return Body(layout, tuple(rows), tuple(asides))


def _is_filled(grid: CellGrid, row: int, typed: Sequence[int]) -> bool:
    """Whether a row itself says anything in these columns.

    What a merge lends it is not enough, nor that it says “无” or “/” all along.
    """
    values, covered = grid.rows[row], grid.covered
    for column in typed:
        value = values[column]
        if value == "" or (covered and (row, column) in covered):
            continue
        if not isinstance(value, str) or not says_nothing(tidy(value)):
            return True
    return False


def _layout(grid: CellGrid, found: Found, end: int, path: str) -> Layout:
    columns = set(found.columns.values())
    merged = {
        (row, column): origin
        for (row, column), origin in grid.covered.items()
        if found.bottom < row < end and column in columns
    }
    return Layout(path, grid.name, found.bottom, found.columns, merged)


def _cell(grid: CellGrid, row: int, column: int | None, header: int) -> Cell:
    """A cell as typed; a merge downwards in the body holds for each of its rows."""
    if column is None:
        return None
    if grid.covered and (origin := grid.covered.get((row, column))):
        if origin[1] != column or origin[0] <= header:
            return None
        row = origin[0]
    value = grid.value(row, column)
    return grid.marks.get((row, column)) if value is None else value


def _is_aside(grid: CellGrid, row: int, found: Found, titles: Sequence[str]) -> bool:
    """Whether a line is a total, a note, a title or signatures.

    名录.xlsx has none of these but notes: its own entries read 联系人 or 单位.
    """
    values = grid.rows[row]
    count = len(values) - values.count("")
    if not issubclass(found.table, Ledger):
        return count == 1 and _is_across(grid, row, grid.first(row)[0][0], found)
    start = grid.first(row)
    if any(isinstance(value, str) and _is_total(value) for _, value in start):
        return True
    if not start or not isinstance(start[0][1], str) or count > _SIGNATURES:
        return False
    text = fold(start[0][1])
    if count == 1 and text.endswith(tuple(titles)):
        return True
    return is_signed(text) or (count <= 2 and _is_note(grid, row, start[0][0], text, found, titles))


def _is_total(text: str) -> bool:
    return ("计" in text or "数" in text) and _TOTAL.fullmatch(fold(text)) is not None


def _is_note(
    grid: CellGrid, row: int, column: int, text: str, found: Found, titles: Sequence[str]
) -> bool:
    """Whether a line that begins with this text and holds little else is a note or a title."""
    return (
        _NOTE.fullmatch(text) is not None
        or _is_across(grid, row, column, found)
        or _NUMBERING.sub("", normalise(text), count=1) in titles
    )


def _is_across(grid: CellGrid, row: int, column: int, found: Found) -> bool:
    right = grid.right_ends.get((row, column), column)
    places = found.columns.values()
    width = max(places) - min(places) + 1
    return width > 2 and right - column + 1 >= max(_ACROSS * width, 3)
