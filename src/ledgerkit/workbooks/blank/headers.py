"""The header row: the columns' names, coloured by need, each with a comment that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.comments import Comment

from ledgerkit.model.columns import AnyColumn
from ledgerkit.model.table import Table
from ledgerkit.office import Office
from ledgerkit.text import display_width
from ledgerkit.workbooks.blank import styles, wording

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

SIGNED = "填表提示"
"""Excel wants an author for every comment; this is no person."""
_WIDTH, _LINE_HEIGHT, _MARGIN = 280, 19, 14
_LINE_UNITS = 38
"""Half-width characters that one line of a comment holds at this width (9 pt)."""


def write(cell: Cell, column: AnyColumn, table: type[Table], office: Office) -> None:
    """One header cell. Its text is the column's name and nothing else: the reader goes by it."""
    cell.value = column.name
    styles.header(cell, column)
    text = comment_text(column, table, office)
    height = _MARGIN + _LINE_HEIGHT * sum(map(_lines, text.splitlines()))
    cell.comment = Comment(text, SIGNED, height=height, width=_WIDTH)


def comment_text(column: AnyColumn, table: type[Table], office: Office) -> str:
    """Need, manner, help, example and choices, a line each."""
    lines = (f"{heading}:{text}" for heading, text in wording.notes(column, table, office))
    return "\n".join((f"【{wording.need(column)}】{column.name}", *lines))


def _lines(text: str) -> int:
    return max(1, -(-display_width(text) // _LINE_UNITS))
