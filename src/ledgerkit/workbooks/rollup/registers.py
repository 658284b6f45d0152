"""One sheet for each ledger: the districts' rows one below the other, each as it stands there."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.findings.messages import quote
from ledgerkit.model.register import RegisterSheet
from ledgerkit.model.row import Cell
from ledgerkit.rules.rollup import District, Rollup
from ledgerkit.text import display_width
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.contents import Content
from ledgerkit.workbooks.summary.listing import Heading, Listing
from ledgerkit.workbooks.summary.styles import Formats

DISTRICT = "区县"
_WIDEST, _NARROWEST = 36, 10
_EMPTY = RegisterSheet((), ())


def write(book: SummaryBook, formats: Formats, rollup: Rollup) -> None:
    """Add the sheets of all ledgers, in the order of the run records."""
    for name in rollup.registers:
        _write_ledger(book, formats, rollup, name)


def _write_ledger(book: SummaryBook, formats: Formats, rollup: Rollup, name: str) -> None:
    sheets = [(district, district.sheets.get(name, _EMPTY)) for district in rollup.districts]
    headers = [*dict.fromkeys(header for _, sheet in sheets for header in sheet.headers)]
    rows = [row for district, sheet in sheets for row in _rows(district, sheet, headers)]
    headings = [Heading(DISTRICT, 14, added=True)]
    headings += [Heading(title, _width(title, rows, at)) for at, title in enumerate(headers, 1)]
    facts = [f"共 {len(rows)} 行"]
    frozen = min(3, len(headings))
    with Listing(book, formats, name, headings, facts, frozen=frozen) as listing:
        for row in rows:
            listing.add(row)


def _rows(district: District, sheet: RegisterSheet, headers: list[str]) -> Iterator[list[Content]]:
    """The district's rows in the order of all headers; a column that it lacks stays blank."""
    places = {header: at for at, header in enumerate(sheet.headers)}
    for row in sheet.rows:
        cells = (row[places[header]] if header in places else None for header in headers)
        yield [district.name, *map(_content, cells)]


def _content(value: Cell) -> Content:
    """What a list can show: a day without its midnight, everything unusual as text."""
    match value:
        case None | int() | float() if not isinstance(value, bool):
            return value
        case str():
            return value
    return quote(value)


def _width(title: str, rows: list[list[Content]], at: int) -> float:
    """Wide enough for the header and the longest of the first rows, within bounds."""
    longest = max((_widest_line(str(row[at] or "")) for row in rows[:200]), default=0)
    return max(_NARROWEST, min(_WIDEST, max(longest, _widest_line(title)) + 2))


def _widest_line(text: str) -> int:
    return max(map(display_width, text.split("\n")))
