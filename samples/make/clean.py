"""Our own blank workbook, filled in as its guide asks."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache, partial

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from samples.make.directory import office
from samples.make.filings import Entry, Filing
from samples.make.grid import Placement
from samples.make.mess import joined

from ledgerkit.ledgers import catalog
from ledgerkit.model.columns import Serial
from ledgerkit.model.ledger import Ledger
from ledgerkit.workbooks.blank import build
from ledgerkit.workbooks.blank.layout import FIRST
from ledgerkit.workbooks.package import canonical

_SCAN = 12
"""The block and the header stand in the first rows."""
_LABEL = re.compile(r"[\s★*::]+")
_ROW = re.compile(rb'<row r="(\d+)"(?:[^>]*/>|.*?</row>)', re.DOTALL)
_SPARE = 20
"""Ready rows kept under the last filled one: all 500 would make the samples thrice as big."""


@cache
def _blank(book: str) -> bytes:
    return build(catalog.books()[book], office())


def write(filing: Filing) -> tuple[bytes, Placement]:
    """The blank workbook of this sender and month with the filing's rows in it."""
    workbook = load_workbook(_shortened(_blank(filing.book), filing))
    placement = Placement()
    for at, (name, entries) in enumerate(filing.sheets.items()):
        sheet = workbook[name]
        if at == 0:
            _fill_block(sheet, filing, placement)
        _fill_table(sheet, catalog.ledgers()[name], entries, placement)
    target = io.BytesIO()
    workbook.save(target)
    return canonical(target.getvalue()), placement


def _shortened(blank: bytes, filing: Filing) -> io.BytesIO:
    """The blank workbook without the ready rows that are cut off below: to read them takes longest.

    The ledgers' sheets are the first of the book, in their order.
    """
    last = {
        f"xl/worksheets/sheet{number}.xml": FIRST - 1 + len(filing.sheets[ledger.name]) + _SPARE
        for number, ledger in enumerate(catalog.books()[filing.book].ledgers, start=1)
        if ledger.name in filing.sheets
    }
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blank)) as source, zipfile.ZipFile(target, "w") as out:
        for part in source.infolist():
            data = source.read(part)
            if part.filename in last:
                data = _ROW.sub(partial(_kept_to, last[part.filename]), data)
            out.writestr(part, data)
    return target


def _kept_to(last: int, row: re.Match[bytes]) -> bytes:
    return row[0] if int(row[1]) <= last else b""


def _labels(sheet: Worksheet) -> dict[str, tuple[int, int]]:
    """What the first rows say → 1-based row and column of the first cell that says so."""
    found: dict[str, tuple[int, int]] = {}
    for row in sheet.iter_rows(min_row=1, max_row=_SCAN):
        for cell in row:
            if cell.value is not None:
                found.setdefault(_LABEL.sub("", str(cell.value)), (cell.row, cell.column))
    return found


def _fill_block(sheet: Worksheet, filing: Filing, placement: Placement) -> None:
    labels = _labels(sheet)
    for label, value in filing.block.items():
        row, column = labels[label]
        cell = sheet.cell(row, column + 1)
        cell.value = joined(value, "、")
        placement.block[label] = (sheet.title, cell.coordinate)


def _fill_table(
    sheet: Worksheet, ledger: type[Ledger], entries: list[Entry], placement: Placement
) -> None:
    labels = _labels(sheet)
    header, _ = labels[ledger.key.name]
    columns = {column.name: labels[column.name][1] for column in ledger.columns}
    placement.first[ledger.name] = (sheet.title, sheet.cell(header, 1).coordinate)
    for number, entry in enumerate(entries):
        row = header + 1 + number
        for column in ledger.columns:
            cell = sheet.cell(row, columns[column.name])
            placement.cells[ledger.name, number, column.name] = (sheet.title, cell.coordinate)
            if isinstance(column, Serial):
                cell.value = number + 1
            elif column.is_filled_in:
                cell.value = joined(entry.values.get(column.name), "、")
    _trim(sheet, header + len(entries) + _SPARE)


def _trim(sheet: Worksheet, last: int) -> None:
    sheet.delete_rows(last + 1, sheet.max_row - last)
    for table in sheet.tables.values():
        table.ref = re.sub(r"\d+$", str(last), table.ref)
        if table.autoFilter:
            table.autoFilter.ref = table.ref
