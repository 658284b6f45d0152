"""The workbooks that are handed out to be filled: built from the declarations and the office.

In come a book, the office, and for whom and which month it is, with the rows that are still open;
out go the bytes of an .xlsx with drop-downs, live formulas and a guide. ``run.new`` calls it.

openpyxl, which every file of this room uses, is loaded with the first call and not with the room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from ledgerkit.model.ledger import Book
from ledgerkit.model.period import Month
from ledgerkit.model.row import Row
from ledgerkit.office import FILE_NAME, Office


def build(
    book: Book,
    office: Office,
    *,
    unit: str = "",
    month: Month | None = None,
    rows: Mapping[str, Sequence[Row]] = MappingProxyType({}),
) -> bytes:
    """The .xlsx in which one unit or point files a book for a month.

    ``unit`` (a full name) and ``month`` are written into the 填报 block, ``rows`` by ledger right
    under the headers; the same input gives the same bytes.
    """
    from ledgerkit.workbooks.blank.workbook import build

    return build(book, office, unit, month, rows)


def build_directory(office: Office | None) -> bytes:
    """名录.xlsx with the shipped rows; drop-downs offer the words of ``office`` where given."""
    from ledgerkit.workbooks.blank.directory import build_directory

    return build_directory(office)


def templates(books: Mapping[str, Book] | Iterable[Book], office: Office) -> dict[str, bytes]:
    """File name → bytes of everything under templates/xlsx: each book, and 名录.xlsx."""
    shelf = books.values() if isinstance(books, Mapping) else books
    built = {f"{book.name}.xlsx": build(book, office) for book in shelf}
    return built | {FILE_NAME: build_directory(office)}
