"""One sheet for each ledger: its declared columns, then whose, from where, its marks; then the
office's own columns, with what the office wrote so far.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from ledgerkit.findings.messages import quote
from ledgerkit.model.columns import (
    AnyColumn,
    Choice,
    Computed,
    Count,
    Date,
    DueDay,
    Key,
    Light,
    Name,
    Names,
    People,
    Reference,
    References,
    Serial,
    Text,
    Time,
)
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.notes import OFFICE_COLUMNS, RowNotes, WrittenSheet
from ledgerkit.model.place import Place
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Value
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.contents import Bad, Content, Marked, Plain, Word, plain
from ledgerkit.workbooks.summary.due import Clock
from ledgerkit.workbooks.summary.faults import Faults
from ledgerkit.workbooks.summary.links import Link
from ledgerkit.workbooks.summary.listing import Heading, Listing
from ledgerkit.workbooks.summary.styles import BAD_FILL, Formats, Tone

DISPUTED, PROVISIONAL, FAULTY, TYPED = "待裁定", "暂编号", "有必须改", "按总表"

ADDED = (
    Heading("归属单位", 16, added=True),
    Heading("来源文件", 34, added=True),
    Heading("来源表", 14, added=True),
    Heading("来源行", 8, added=True),
    Heading("标记", 14, added=True),
)
OFFICE = tuple(Heading(title, 24, office=True) for title in OFFICE_COLUMNS)


def own_titles(ledger: type[Ledger]) -> tuple[str, ...]:
    """The headers of the columns that the kit fills on a ledger's sheet."""
    return (*(column.name for column in ledger.columns), *(heading.title for heading in ADDED))


def write(book: SummaryBook, formats: Formats, run: Run) -> None:
    """Add the sheets of all ledgers, in the run's order."""
    clock = Clock.of(run, formats.levels)
    faults = Faults.of(run.open_findings)
    for ledger in run.ledgers.values():
        _write_ledger(book, formats, run, ledger, clock, faults)


def _write_ledger(
    book: SummaryBook,
    formats: Formats,
    run: Run,
    ledger: type[Ledger],
    clock: Clock,
    faults: Faults,
) -> None:
    entries = run.register.entries.get(ledger.name, {})
    headings = [_heading(column) for column in ledger.columns] + list(ADDED)
    office = (*OFFICE, *_of_office(run, ledger))
    facts = [f"共 {len(entries)} 行"]
    frozen = ledger.position(ledger.key) + 1
    typed = {edit.key for edit in run.notes.edits if edit.ledger == ledger.name and edit.adopted}
    written = book.written.sheets[ledger.name] = WrittenSheet(own_titles(ledger), book.nothing)
    with Listing(book, formats, ledger.name, [*headings, *office], facts, frozen=frozen) as listing:
        if on_headers := run.notes.of(ledger.name, ""):
            for at, heading in enumerate([*headings, *office]):
                if comment := on_headers.comments.get(heading.title):
                    listing.comment_header(at, comment)
        for number, entry in enumerate(entries.values(), 1):
            pairs = zip(ledger.columns, entry.row.values, strict=True)
            cells = [_cell(column, value, entry, number, clock) for column, value in pairs]
            cells += _added(entry, faults, typed=entry.key in typed)
            _note(written, entry.key, cells)
            listing.add(_noted(cells, [*headings, *office], run.notes.of(ledger.name, entry.key)))


def _of_office(run: Run, ledger: type[Ledger]) -> Iterator[Heading]:
    """The columns that the office added by itself."""
    for title, width in run.notes.columns.get(ledger.name, ()):
        yield Heading(title, width, office=True)


def _noted(
    cells: Sequence[Plain], headings: Sequence[Heading], notes: RowNotes | None
) -> list[Content]:
    """The row with the office's part behind, its comments and its colours."""
    office: list[Plain] = [None] * (len(headings) - len(cells))
    if not notes:
        return [*cells, *office]
    for at, heading in enumerate(headings[len(cells) :]):
        office[at] = notes.cells.get(heading.title)
    marks = (
        (notes.comments.get(heading.title, ""), notes.fills.get(heading.title, ""))
        for heading in headings
    )
    return [
        Marked(cell, comment, fill) if comment or fill else cell
        for cell, (comment, fill) in zip([*cells, *office], marks, strict=True)
    ]


def _note(written: WrittenSheet, key: str, cells: Sequence[Plain]) -> None:
    """Keep what the row says for the next run, which has to tell what people change."""
    written.rows[key] = tuple(map(plain, cells))
    for title, cell in zip(written.titles, cells, strict=True):
        match cell:
            case Word(tone=Tone() as tone):
                written.fills.setdefault(key, {})[title] = tone.fill[1:]
            case Bad():
                written.fills.setdefault(key, {})[title] = BAD_FILL[1:]
                written.comments.setdefault(key, {})[title] = cell.comment


def _heading(column: AnyColumn) -> Heading:
    return Heading(column.name, column.width, added=isinstance(column, Computed))


def _cell(column: AnyColumn, value: Value, entry: Entry, number: int, clock: Clock) -> Plain:
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
        case (
            Text()
            | Date()
            | Time()
            | Count()
            | Choice()
            | Name()
            | Names()
            | People()
            | Reference()
            | References()
        ):
            return Bad(quote(row.raw.typed(column))) if row.could_not_be_read(column) else value
        case _:
            assert_never(column)


def _added(entry: Entry, faults: Faults, *, typed: bool) -> Iterator[Plain]:
    origin = entry.row.origin
    place = entry.row.place(entry.ledger.key)
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
            (TYPED, typed),
        )
        if holds
    ]
    yield Word("、".join(marks), Tone.ORANGE) if marks else None
