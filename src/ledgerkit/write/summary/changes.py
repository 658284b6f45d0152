"""变更与冲突: what later submissions changed, and the numbers that two rows claim."""

from __future__ import annotations

from itertools import zip_longest

from ledgerkit.messages import EMPTY, quote
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.place import Place
from ledgerkit.model.register import Change, Conflict
from ledgerkit.model.row import Row
from ledgerkit.run import Run
from ledgerkit.write.summary.book import Book
from ledgerkit.write.summary.links import Link
from ledgerkit.write.summary.listing import Content, Heading, Listing, Word, facts
from ledgerkit.write.summary.styles import Styles, Tone
from ledgerkit.write.summary.texts import pieces

NAME = "变更与冲突"
CHANGED, CONFLICT = "变更", "冲突"
TAKEN, PENDING = "已采用后报的", "待裁定"
HEADINGS = (
    Heading("类型", 8),
    Heading("台账", 14),
    Heading("编号", 22),
    Heading("列", 16),
    Heading("先报的(冲突:暂用的)", 44),
    Heading("后报的(冲突:退回的)", 44),
    Heading("处理", 14),
    Heading("先报的文件", 24),
    Heading("先报的单元格", 9),
    Heading("后报的文件", 24),
    Heading("后报的单元格", 9),
)


def write(book: Book, styles: Styles, run: Run) -> None:
    """Add the sheet 变更与冲突: conflicts first, they want a ruling."""
    conflicts, changes = run.register.conflicts, run.register.changes
    told = facts(run, f"冲突 {len(conflicts)} 件", f"变更 {len(changes)} 处")
    with Listing(book, styles, NAME, HEADINGS, told, frozen=3) as listing:
        for conflict in conflicts:
            for cells in _conflict(conflict):
                listing.add(cells)
        for change in changes:
            listing.add(_change(change))


def _change(change: Change) -> list[Content]:
    return [
        Word(CHANGED, Tone.BLUE),
        change.after.table.name,
        change.key,
        change.column,
        _shown(change.before, change.column),
        _shown(change.after, change.column),
        TAKEN,
        *_source(change.before, change.column),
        *_source(change.after, change.column),
    ]


def _conflict(conflict: Conflict) -> list[list[Content]]:
    """Both rows in full; what no cell holds goes on in further rows."""
    standing, returned = conflict.standing, conflict.returned
    differing = "、".join(
        column.name
        for column in standing.table.typed_columns
        if _shown(standing, column.name) != _shown(returned, column.name)
    )
    sides = zip_longest(pieces(_full(standing)), pieces(_full(returned)))
    key = _key_column(standing)
    return [
        [
            Word(CONFLICT, Tone.ORANGE),
            standing.table.name,
            conflict.key,
            differing,
            left,
            right,
            Word(PENDING, Tone.ORANGE),
            *_source(standing, key),
            *_source(returned, key),
        ]
        for left, right in sides
    ]


def _full(row: Row) -> str:
    """All that was filled in, a line for each column."""
    shown = ((column.name, _shown(row, column.name)) for column in row.table.typed_columns)
    return "\n".join(f"{name}:{text}" for name, text in shown if text != EMPTY)


def _shown(row: Row, column: str) -> str:
    """The value, or what was typed where it could not be read; 空白 for nothing."""
    if column in row.unread:
        return quote(row.raw.typed(column))
    return row.text(column) or EMPTY


def _key_column(row: Row) -> str:
    assert isinstance(row.table, Ledger)
    return row.table.key.name


def _source(row: Row, column: str) -> tuple[str, Link]:
    """The file, and the cell as a link."""
    origin = row.origin
    cell = row.place(column).cell or f"A{origin.row}"
    return origin.path, Link(cell, Place(origin.path, origin.sheet, cell))
