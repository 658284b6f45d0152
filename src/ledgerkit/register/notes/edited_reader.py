"""Reads an edited 总表, whichever program saved it last."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import openpyxl
from openpyxl.utils.escape import unescape

from ledgerkit.model.errors import LedgerkitError
from ledgerkit.model.notes import SEAL, Noted
from ledgerkit.model.place import column_letters
from ledgerkit.model.sheets import HEADER_WITHIN
from ledgerkit.register.notes.cell_text import comment_of, text_of
from ledgerkit.register.notes.colours import fill_of, theme_colours
from ledgerkit.register.notes.edited_book import (
    EditedBook,
    EditedCell,
    EditedPage,
    EditedRow,
    EditedSheet,
)
from ledgerkit.workbooks.package import DAMAGED_ZIP

_ALIKE = 0.5
"""The share of a ledger's headers by which its sheet is known again under another name."""
_WIDTH = 13.0
_SEAL = re.compile(rf'name="{SEAL}"[^>]*>\s*<[^>]*lpwstr[^>]*>([^<]*)<')

Titles = Mapping[str, tuple[str, ...]]
"""Ledger → the headers of the kit's own columns, the key's among them."""


class NotReadable(LedgerkitError):
    """The workbook cannot be read: it has a password, or is damaged."""


def seal_in(data: bytes) -> str:
    """The mark that the kit put into the workbook; "" where there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found = _SEAL.search(package.read("docProps/custom.xml").decode("utf-8", "replace"))
    except DAMAGED_ZIP:
        return ""
    return found[1] if found else ""


def read_edited(
    data: bytes, ledgers: Titles, keys: Mapping[str, str], changes: tuple[str, str, str]
) -> EditedBook:
    """The ledgers' sheets and the rulings; NotReadable where it is no workbook that opens.

    ``keys`` names the key's column of each ledger, ``changes`` the sheet with the rulings and its
    columns for the ruling and for the mark.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that openpyxl passes over
            book = openpyxl.load_workbook(io.BytesIO(data))
            shown = _Results(data)
            theme = theme_colours(book.loaded_theme)
            sheets = _sheets(book.worksheets, ledgers, keys)
            found = {
                ledger: _SheetReader(sheet, keys[ledger], theme, shown).sheet(at)
                for ledger, (sheet, at) in sheets.items()
            }
            of = {sheet.title: (ledger, at - 1) for ledger, (sheet, at) in sheets.items()}
            pages = tuple(
                _SheetReader(page, "", theme, shown).page(*of.get(page.title, (page.title, None)))
                for page in book.worksheets
            )
            rulings = _rulings(book.worksheets, *changes)
    except Exception as error:
        # openpyxl raises whatever the damage of a file leads to; the file is kept whole in any case
        raise NotReadable(str(error)) from error
    return EditedBook(found, rulings, pages)


def _sheets(
    sheets: Sequence[Any], ledgers: Titles, keys: Mapping[str, str]
) -> dict[str, tuple[Any, int]]:
    """Ledger → its sheet and the row of its header; by name first, then by what it holds."""
    found: dict[str, tuple[Any, int]] = {}
    for named in (True, False):
        for ledger, titles in ledgers.items():
            taken = [sheet for sheet, _ in found.values()]
            for sheet in sheets if ledger not in found else ():
                if sheet in taken or (named and sheet.title != ledger):
                    continue
                if at := _header_row(sheet, titles, keys[ledger]):
                    found[ledger] = (sheet, at)
                    break
    return {ledger: found[ledger] for ledger in ledgers if ledger in found}


def _header_row(sheet: Any, titles: Sequence[str], key: str) -> int:
    """The row that holds the key's header and enough of the others; 0 where none does."""
    for cells in sheet.iter_rows(min_row=1, max_row=HEADER_WITHIN):
        texts = {text_of(cell.value) for cell in cells if isinstance(cell.value, str)}
        if key in texts and len(texts & set(titles)) >= len(titles) * _ALIKE:
            return int(cells[0].row)
    return 0


class _Results:
    """What the formulas of a workbook came to (not their errors), read only where there are any."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._book: Any = None

    def value(self, sheet: str, address: str) -> Any:
        if self._book is None:
            self._book = openpyxl.load_workbook(io.BytesIO(self._data), data_only=True)
        cell = self._book[sheet][address]
        return None if cell.data_type == "e" else cell.value


class _SheetReader:
    """Reads one ledger's sheet."""

    def __init__(self, sheet: Any, key: str, theme: tuple[str, ...], shown: _Results) -> None:
        self._sheet, self._key, self._theme, self._shown = sheet, key, theme, shown
        self._merged = {
            (row, column): (area.min_row, area.min_col)
            for area in sheet.merged_cells.ranges
            for row in range(area.min_row, area.max_row + 1)
            for column in range(area.min_col, area.max_col + 1)
        }

    def sheet(self, header: int) -> EditedSheet:
        titles = self._titles(header)
        key = next(at for at, title in titles.items() if title == self._key)
        rows = []
        headers = {}
        for line in self._sheet.iter_rows(min_row=header):
            cells = dict(self._cells(line, titles))
            if line[0].row == header:
                headers = cells
            elif any(cell.value is not None or cell.comment for cell in cells.values()):
                number = cells.get(titles[key])
                rows.append(EditedRow(text_of(number.value) if number else "", line[0].row, cells))
        widths = {title: self._width(at) for at, title in titles.items()}
        return EditedSheet(self._sheet.title, widths, tuple(rows), headers)

    def page(self, name: str, last: int | None) -> EditedPage:
        """What stands on the sheet down to a row, whatever it is."""
        if last == 0:
            return EditedPage(name, ())
        lines = []
        for line in self._sheet.iter_rows(max_row=last):
            cells = {}
            for cell in line:
                value = self._value(cell)
                comment = comment_of(cell.comment.text) if cell.comment else ""
                if value is not None or comment:
                    cells[cell.column] = EditedCell(cell.coordinate, value, comment)
            lines.append(cells)
        return EditedPage(name, tuple(cells for cells in lines if cells))

    def _titles(self, header: int) -> dict[int, str]:
        """Column → header: one of its own for each column that holds anything."""
        found: dict[int, str] = {}
        for cell in self._sheet[header]:
            title = text_of(self._value(cell)) or ("" if self._is_empty(cell.column) else "未命名")
            if title:
                number, name = 1, title
                while name in found.values():
                    number += 1
                    name = f"{title}({number})"
                found[cell.column] = name
        return found

    def _is_empty(self, column: int) -> bool:
        lines = self._sheet.iter_rows(min_col=column, max_col=column)
        return all(cell.value is None and not cell.comment for (cell,) in lines)

    def _cells(
        self, line: Sequence[Any], titles: Mapping[int, str]
    ) -> Iterator[tuple[str, EditedCell]]:
        for cell in line:
            title = titles.get(cell.column)
            if title is None:
                continue
            origin = self._sheet.cell(
                *self._merged.get((cell.row, cell.column), (cell.row, cell.column))
            )
            value = self._value(origin)
            comment = comment_of(origin.comment.text) if origin.comment else ""
            fill = fill_of(origin.fill, self._theme) if origin.has_style else ""
            if value is not None or comment or fill:
                yield title, EditedCell(origin.coordinate, value, comment, fill)

    def _value(self, cell: Any) -> Noted | None:
        """What the cell shows: of a formula its result, or itself where it was never worked out."""
        value = cell.value
        if cell.data_type == "f":
            result = self._shown.value(self._sheet.title, cell.coordinate)
            value = result if result is not None else str(getattr(value, "text", value))
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, dt.datetime):
            return value.date() if value.time() == dt.time() else f"{value:%Y-%m-%d %H:%M}"
        if isinstance(value, str):
            return unescape(value).replace("\r\n", "\n") if value.strip() else None
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if value is None or isinstance(value, int | float | dt.date | dt.time):
            return value
        return str(value)

    def _width(self, column: int) -> float:
        """The column's width; one dimension may stand for several columns."""
        dimension = self._sheet.column_dimensions.get(column_letters(column - 1))
        if dimension is None:
            for other in self._sheet.column_dimensions.values():
                if (other.min or 0) <= column <= (other.max or 0):
                    dimension = other
        width = dimension.width if dimension is not None else None
        return round(float(width), 2) if width else _WIDTH


def _rulings(sheets: Sequence[Any], name: str, ruling: str, mark: str) -> dict[str, str]:
    """Mark → the word in 裁定, of the sheet 变更与冲突, whatever it is called now."""
    for sheet in sorted(sheets, key=lambda sheet: sheet.title != name):
        for header in sheet.iter_rows(min_row=1, max_row=HEADER_WITHIN):
            texts = [text_of(cell.value) for cell in header if not isinstance(cell.value, float)]
            if ruling in texts and mark in texts:
                at = {text_of(cell.value): cell.column for cell in header if cell.value is not None}
                lines = sheet.iter_rows(min_row=header[0].row + 1)
                pairs = ((line[at[mark] - 1].value, line[at[ruling] - 1].value) for line in lines)
                return {text_of(line): text_of(word) for line, word in pairs if line is not None}
    return {}
