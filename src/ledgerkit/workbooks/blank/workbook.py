"""A book's blank workbook, put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from ledgerkit.model.columns import Computed
from ledgerkit.model.ledger import Book
from ledgerkit.model.period import Month
from ledgerkit.model.row import Row
from ledgerkit.office import Office
from ledgerkit.workbooks.blank import block, clockwork, guide, ledger_sheet, ready
from ledgerkit.workbooks.blank.dropdowns import Lists
from ledgerkit.workbooks.blank.identity import identify
from ledgerkit.workbooks.blank.layout import Grid


def build(
    book: Book,
    office: Office,
    unit: str,
    month: Month | None,
    rows: Mapping[str, Sequence[Row]],
) -> bytes:
    """``workbooks.blank.build``."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    lists = Lists(office)
    grids = [Grid(ledger, tuple(rows.get(ledger.name, ()))) for ledger in book.ledgers]
    first = grids[0].ledger.name
    for grid in grids:
        shown_from = None if grid.ledger.name == first else first
        ledger_sheet.write(workbook, grid, office, lists, shown_from)
    block.validate(workbook[first], book, office, lists)
    block.fill(workbook[first], unit, month)
    guide.write(workbook, book, office)
    lists.write(workbook)
    if any(isinstance(column, Computed) for ledger in book.ledgers for column in ledger.columns):
        clockwork.write(workbook, book.ledgers, office)
    identify(workbook, book.name)
    sheets = (ready.ReadyRows(grid, office) for grid in grids)
    return ready.finished(workbook, dict(enumerate(sheets, start=1)))
