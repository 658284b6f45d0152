"""名录.xlsx as it is shipped: one sheet a table, its rows filled, the rest ready to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo

from ledgerkit.model.columns import Listed, NameList
from ledgerkit.model.place import column_letters
from ledgerkit.office import FILE_NAME, Office, default, tables
from ledgerkit.office.tables import DirectoryTable
from ledgerkit.workbooks.blank import headers, page, styles, validations
from ledgerkit.workbooks.blank.dropdowns import DropDowns
from ledgerkit.workbooks.blank.layout import identifier, sheet_name
from ledgerkit.workbooks.blank.saving import finished, identify

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TITLE, _ABOUT, _HEADER = 1, 2, 3
_SPARE_ROWS = 30
_FIRM_ROWS = 400
"""Firms are many: that sheet has more room."""
_PAGE_WIDTH = 140
_SOURCES = {
    NameList.PARK: (tables.Points, tables.Points.park),
    NameList.POINT: (tables.Points, tables.Points.full_name),
}
"""Where names that 名录 itself refers to are written."""


def build_directory(office: Office | None) -> bytes:
    """名录.xlsx with the shipped rows; drop-downs offer the words of ``office`` where given."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    dropdowns = DropDowns(office or default())
    for table in tables.TABLES:
        _write(workbook, table, office or default(), dropdowns)
    dropdowns.write(workbook)
    identify(workbook, FILE_NAME.removesuffix(".xlsx"))
    return finished(workbook)


def _write(
    workbook: Workbook, table: type[DirectoryTable], office: Office, dropdowns: DropDowns
) -> None:
    sheet = workbook.create_sheet(table.name)
    sheet["A1"], sheet["A2"] = table.name, about(table)
    styles.title(sheet["A1"])
    styles.note(sheet["A2"])
    sheet.row_dimensions[_TITLE].height, sheet.row_dimensions[_HEADER].height = 34, 30
    sheet.row_dimensions[_ABOUT].height = 20
    last = _last_row(table)
    for at, column in enumerate(table.columns):
        letter = column_letters(at)
        sheet.column_dimensions[letter].width = max(column.width, 12)
        headers.write(sheet[f"{letter}{_HEADER}"], column, table, office)
        for row in range(_HEADER + 1, last + 1):
            styles.body(sheet[f"{letter}{row}"], column)
        cells = f"{letter}{_HEADER + 1}:{letter}{last}"
        options = _live(workbook, column) if isinstance(column, Listed) else dropdowns.of(column)
        rule = validations.for_column(column, table, cells, options)
        if rule.type or rule.prompt:
            sheet.add_data_validation(rule)
    for row, values in enumerate(table.shipped, start=_HEADER + 1):
        for at, value in enumerate(values, start=1):
            if value != "":
                sheet.cell(row, at, value)
    _finish(sheet, table, last)
    end = column_letters(len(table.columns) - 1)
    page.print_filled_rows(workbook, sheet, _HEADER, end)


def about(table: type[DirectoryTable]) -> str:
    """What the sheet is for, and what holds where it says nothing."""
    if table.keyed:
        return f"{table.about}删掉的行,仍按随软件发放的算。"
    return table.about


def _live(workbook: Workbook, column: Listed) -> str | None:
    """The defined name of the cells in this same workbook that a name comes from."""
    source = _SOURCES.get(column.of[0])
    if source is None:
        return None
    table, names = source
    letter = column_letters(table.position(names))
    cells = f"{sheet_name(table.name)}!${letter}${_HEADER + 1}:${letter}${_last_row(table)}"
    defined = f"选项_{identifier(column.name)}"
    workbook.defined_names[defined] = DefinedName(defined, attr_text=cells)
    return defined


def _last_row(table: type[DirectoryTable]) -> int:
    spare = _FIRM_ROWS if table is tables.Firms else _SPARE_ROWS
    return _HEADER + len(table.shipped) + spare


def _finish(sheet: Worksheet, table: type[DirectoryTable], last: int) -> None:
    end = column_letters(len(table.columns) - 1)
    sheet.add_table(
        ExcelTable(
            displayName=f"表_{identifier(table.name)}",
            ref=f"A{_HEADER}:{end}{last}",
            tableStyleInfo=TableStyleInfo(name=styles.TABLE_STYLE, showRowStripes=True),
        )
    )
    page.freeze(sheet, f"A{_HEADER + 1}")
    sheet.sheet_view.showGridLines = False
    page.set_up(sheet, _HEADER, _PAGE_WIDTH)
