"""变更与冲突: what wants a ruling, what has got one, and what later submissions changed.

The office fills 裁定 in, the next run obeys and shows it here. 识别码 tells the lines apart,
wherever they are sorted to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from ledgerkit.findings.messages import EMPTY, quote
from ledgerkit.model.columns import Column, Key
from ledgerkit.model.ledger import ledger_of
from ledgerkit.model.notes import Edit, EditState, Kept, Ruling, Source, mark_of, word_for
from ledgerkit.model.place import Place
from ledgerkit.model.register import CellChange, Conflict, Vanished
from ledgerkit.model.row import Row, shown
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.contents import Answer, Content, Word
from ledgerkit.workbooks.summary.links import Link
from ledgerkit.workbooks.summary.listing import Heading, Listing
from ledgerkit.workbooks.summary.styles import Formats, Tone
from ledgerkit.workbooks.summary.texts import pieces

NAME = "变更与冲突"
CHANGED, CONFLICT, EDITED, VANISHED, KEPT = "变更", "冲突", "总表改动", "后报未见", "批注存档"
TAKEN, PENDING, STANDS = "已采用后报的", "待裁定", "仍算在内"
RULING, MARK = "裁定", "识别码"
HEADINGS = (
    Heading("类型", 9),
    Heading("台账", 14),
    Heading("编号", 22),
    Heading("列", 16),
    Heading("先报的(总表改动:单位报的)", 44),
    Heading("后报的(总表改动:总表里填的)", 44),
    Heading("处理", 16),
    Heading(RULING, 14, office=True),
    Heading("先报的文件", 24),
    Heading("先报的单元格", 9),
    Heading("后报的文件", 24),
    Heading("后报的单元格", 9),
    Heading(MARK, 18, added=True),
)
_NOWHERE = ("", None)


def write(book: SummaryBook, formats: Formats, run: Run) -> None:
    """Add the sheet 变更与冲突: first what wants a ruling."""
    register, notes = run.register, run.notes
    counts = (
        ("冲突", len(register.conflicts), "件"),
        ("总表改动", len(notes.edits), "处"),
        ("后报未见", len(register.vanished), "行"),
        ("批注存档", len(notes.archive), "条"),
        ("变更", len(register.changes), "处"),
    )
    facts = [f"{what} {count} {unit}" for what, count, unit in counts]
    with Listing(book, formats, NAME, HEADINGS, facts, frozen=3) as listing:
        for cells in _lines(run, book.written.rulings):
            listing.add(cells)


def _lines(run: Run, rulings: dict[str, str]) -> Iterator[list[Content]]:
    """Every line; the rulings that they show are noted by their marks."""
    register, notes = run.register, run.notes
    for conflict in register.conflicts:
        rulings[mark_of(conflict.claim)] = word_for(conflict)
        yield from _conflict(conflict)
    for edit in notes.edits:
        rulings[edit.mark] = edit.ruling
        yield _edit(edit, run)
    for vanished in register.vanished:
        rulings[mark_of(vanished.claim, vanished=True)] = word_for(vanished)
        yield from _vanished(vanished)
    for kept in notes.archive:
        rulings[kept.mark] = ""
        yield from _kept(kept)
    for change in register.changes:
        yield _change(change)


def _change(change: CellChange) -> list[Content]:
    column = change.after.table.column(change.column)
    return [
        Word(CHANGED, Tone.BLUE),
        change.after.table.name,
        change.key,
        change.column,
        _shown(change.before, column),
        _shown(change.after, column),
        TAKEN,
        None,
        *_source(change.before, column),
        *_source(change.after, column),
        None,
    ]


def _conflict(conflict: Conflict) -> Iterator[list[Content]]:
    """Both rows in full, the one reported first on the left."""
    first, second = conflict.sides
    differing = "、".join(
        column.name
        for column in first.table.filled_in
        if _shown(first, column) != _shown(second, column)
    )
    key = _key_column(first)
    taken = Ruling.SECOND if conflict.returned_first else Ruling.FIRST
    if conflict.ruled:
        state = Word(f"已裁定:{taken}", Tone.GREEN)
    else:
        state = Word(f"{PENDING},暂{taken.removeprefix('采')}", Tone.ORANGE)
    answer = Answer(word_for(conflict), (Ruling.FIRST, Ruling.SECOND))
    return _over(
        [Word(CONFLICT, Tone.ORANGE), first.table.name, conflict.key, differing],
        (_full(first), _full(second)),
        [state, answer, *_source(first, key), *_source(second, key), mark_of(conflict.claim)],
    )


def _edit(edit: Edit, run: Run) -> list[Content]:
    """What the unit reported, and what somebody typed over it in 总表."""
    entry = run.register.entries.get(edit.ledger, {}).get(edit.key)
    there = entry and entry.ledger.has(edit.column)
    mine = _source(entry.row, entry.ledger.column(edit.column)) if entry and there else _NOWHERE
    decided = edit.state in (EditState.ADOPTED, EditState.REFUSED)
    drops = edit.state in (EditState.COMPUTED, EditState.ROWLESS)
    choices = (Ruling.DROP,) if drops else (Ruling.UNIT, Ruling.OFFICE)
    return [
        Word(EDITED, Tone.YELLOW),
        edit.ledger,
        edit.key,
        edit.column,
        edit.unit or EMPTY,
        shown(_value(edit)) or EMPTY,
        Word(edit.state, Tone.GREEN if decided else Tone.ORANGE),
        Answer(edit.ruling, choices),
        *mine,
        *_kept_source(edit.source),
        edit.mark,
    ]


def _value(edit: Edit) -> str | int | None:
    return edit.typed if isinstance(edit.typed, str | int | None) else str(edit.typed)


def _vanished(vanished: Vanished) -> Iterator[list[Content]]:
    key = _key_column(vanished.row)
    state = Word("已裁定:仍保留", Tone.GREEN) if vanished.ruled else Word(STANDS, Tone.YELLOW)
    return _over(
        [Word(VANISHED, Tone.YELLOW), vanished.row.table.name, vanished.key, None],
        (_full(vanished.row), "后报的没有这一行"),
        [
            state,
            Answer(word_for(vanished), (Ruling.KEEP,)),
            *_source(vanished.row, key),
            vanished.later.path,
            None,
            mark_of(vanished.claim, vanished=True),
        ],
    )


def _kept(kept: Kept) -> Iterator[list[Content]]:
    """A note of the office that has no row or column any more."""
    return _over(
        [Word(KEPT, Tone.GREY), kept.ledger, kept.key, kept.column],
        ("", kept.text),
        [
            Word("留存"),
            Answer("", (Ruling.DROP,)),
            *_NOWHERE,
            *_kept_source(kept.source),
            kept.mark,
        ],
    )


def _over(
    head: Sequence[Content], sides: tuple[str, str], tail: Sequence[Content]
) -> Iterator[list[Content]]:
    """One line; what no cell holds goes on in further lines, which are not ruled on."""
    for at, (left, right) in enumerate(zip_longest(*map(pieces, sides))):
        state, _, *sources, _ = tail
        yield [*head, left, right, *(tail if at == 0 else (state, None, *sources, None))]


def _full(row: Row) -> str:
    """All that was filled in, a line for each column."""
    pairs = ((column.name, _shown(row, column)) for column in row.table.filled_in)
    return "\n".join(f"{name}:{text}" for name, text in pairs if text != EMPTY)


def _shown(row: Row, column: Column[Any]) -> str:
    """The value, or what was typed where it could not be read; 空白 for nothing."""
    if row.could_not_be_read(column):
        return quote(row.raw.typed(column))
    return row.text(column) or EMPTY


def _key_column(row: Row) -> Key:
    return ledger_of(row).key


def _source(row: Row, column: Column[Any]) -> tuple[str, Link]:
    """The file, and the cell as a link."""
    origin = row.origin
    cell = row.place(column).cell or f"A{origin.row}"
    return origin.path, Link(cell, Place(origin.path, origin.sheet, cell))


def _kept_source(source: Source) -> tuple[str, str | Link]:
    """The edited 总表 as it was kept beside this one, and the cell as a link."""
    if not source.cell:
        return source.file, ""
    place = Place(source.file, source.sheet, source.cell)
    return source.file, Link(source.cell, place, near=True)
