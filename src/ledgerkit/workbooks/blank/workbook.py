"""A book's blank workbook, put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from ledgerkit.model.columns import Computed
from ledgerkit.model.ledger import Book
from ledgerkit.model.period import Month
from ledgerkit.model.row import Row
from ledgerkit.office import Office
from ledgerkit.workbooks.blank import block, calendar_sheet, guide, ledger_sheet
from ledgerkit.workbooks.blank.dropdowns import DropDowns
from ledgerkit.workbooks.blank.layout import SheetLayout
from ledgerkit.workbooks.blank.rows_xml import ReadyRows
from ledgerkit.workbooks.blank.saving import finished, identify


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
    dropdowns = DropDowns(office)
    layouts = [SheetLayout(ledger, tuple(rows.get(ledger.name, ()))) for ledger in book.ledgers]
    first = layouts[0].ledger.name
    for layout in layouts:
        shown_from = None if layout.ledger.name == first else first
        ledger_sheet.write(workbook, layout, office, dropdowns, shown_from)
    block.validate(workbook[first], book, office, dropdowns)
    block.fill(workbook[first], unit, month)
    guide.write(workbook, book, office)
    dropdowns.write(workbook)
    if any(isinstance(column, Computed) for ledger in book.ledgers for column in ledger.columns):
        calendar_sheet.write(workbook, book.ledgers, office)
    identify(workbook, book.name)
    sheet_rows = (ReadyRows(layout, office) for layout in layouts)
    return finished(workbook, dict(enumerate(sheet_rows, start=1)))
