"""One sheet for each ledger: its declared columns, then whose, from where, and its marks."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.messages import quote
from ledgerkit.model.columns import Column, DueDay, Key, Light, Serial
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.place import Place
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Value
from ledgerkit.run import Run
from ledgerkit.write.summary.book import Book
from ledgerkit.write.summary.due import Clock
from ledgerkit.write.summary.faults import Faults
from ledgerkit.write.summary.links import Link
from ledgerkit.write.summary.listing import Bad, Content, Heading, Listing, Word, facts
from ledgerkit.write.summary.styles import Styles, Tone

DISPUTED, PROVISIONAL, FAULTY = "待裁定", "暂编号", "有必须改"

ADDED = (
    Heading("归属单位", 16, added=True),
    Heading("来源文件", 34, added=True),
    Heading("来源表", 14, added=True),
    Heading("来源行", 8, added=True),
    Heading("标记", 14, added=True),
)


def write(book: Book, styles: Styles, run: Run) -> None:
    """Add the sheets of all ledgers, in the run's order."""
    clock = Clock.of(run, styles.levels)
    faults = Faults.of(run.open_findings)
    for ledger in run.ledgers.values():
        _write_ledger(book, styles, run, ledger, clock, faults)


def _write_ledger(
    book: Book, styles: Styles, run: Run, ledger: Ledger, clock: Clock, faults: Faults
) -> None:
    entries = run.register.entries.get(ledger.name, {})
    headings = [_heading(column) for column in ledger.columns] + list(ADDED)
    told = facts(run, f"共 {len(entries)} 行")
    frozen = ledger.position(ledger.key.name) + 1
    with Listing(book, styles, ledger.name, headings, told, frozen=frozen) as listing:
        for number, entry in enumerate(entries.values(), 1):
            pairs = zip(ledger.columns, entry.row.values, strict=True)
            cells = (_cell(column, value, entry, number, clock) for column, value in pairs)
            listing.add([*cells, *_added(entry, faults)])


def _heading(column: Column) -> Heading:
    return Heading(column.name, column.width, added=isinstance(column, DueDay | Light))


def _cell(column: Column, value: Value, entry: Entry, number: int, clock: Clock) -> Content:
    row = entry.row
    match column:
        case Serial():
            return number
        case Key():
            return Word(entry.key, Tone.YELLOW) if entry.provisional else entry.key
        case DueDay():
            return clock.due(column, row)
        case Light():
            return clock.light(column, entry)
    if column.name in row.unread:
        return Bad(quote(row.raw.typed(column.name)))
    return value


def _added(entry: Entry, faults: Faults) -> Iterator[Content]:
    origin = entry.row.origin
    place = entry.row.place(entry.ledger.key.name)
    yield entry.owner
    yield origin.path
    yield origin.sheet
    yield Link(origin.row, Place(origin.path, origin.sheet, place.cell or f"A{origin.row}"))
    marks = [
        word
        for word, holds in (
            (DISPUTED, entry.disputed),
            (PROVISIONAL, entry.provisional),
            (FAULTY, faults.on(entry)),
        )
        if holds
    ]
    yield Word("、".join(marks), Tone.ORANGE) if marks else None
