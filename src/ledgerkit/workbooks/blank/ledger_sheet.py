"""One ledger's sheet: title, 填报 block, header, first ready row, table, validations, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableFormula, TableStyleInfo

from ledgerkit.model.columns import AnyColumn, Light, Serial
from ledgerkit.office import Office
from ledgerkit.workbooks.blank import block, headers, page, styles, validations
from ledgerkit.workbooks.blank.dropdowns import DropDowns
from ledgerkit.workbooks.blank.formulas import formula
from ledgerkit.workbooks.blank.layout import BLOCK, FIRST, HEADER, HINT, TITLE, SheetLayout

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HINT_TEXT = (
    "深蓝色表头必填,浅蓝色选填,灰色列自动计算、不用填。鼠标停在表头上可看怎么填;详见“填表说明”。"
)
_HEIGHTS = {TITLE: 34.0, HINT: 18.0, HEADER: 36.0} | dict.fromkeys(BLOCK, 22.0)


def write(
    workbook: Workbook,
    layout: SheetLayout,
    office: Office,
    dropdowns: DropDowns,
    shown_from: str | None,
) -> None:
    """Add the sheet with everything but its ready rows after the first (``saving.finished``)."""
    sheet = workbook.create_sheet(layout.ledger.name)
    ledger = layout.ledger
    sheet["A1"] = ledger.name
    styles.title(sheet["A1"])
    block.write(sheet, shown_from)
    sheet[f"A{HINT}"] = f"{carried(len(layout.rows))}{HINT_TEXT}"
    styles.note(sheet[f"A{HINT}"])
    for letter, column in layout.lettered():
        sheet.column_dimensions[letter].width = column.width
        headers.write(sheet[f"{letter}{HEADER}"], column, ledger, office)
        styles.body(sheet[f"{letter}{FIRST}"], column)
        _validate(sheet, layout, column, letter, dropdowns)
        if isinstance(column, Light):
            styles.colour_light(sheet, layout.body(letter), office.ladder)
    for row, height in _HEIGHTS.items():
        sheet.row_dimensions[row].height = height
    page.freeze(sheet, f"C{FIRST}")
    sheet.sheet_view.showGridLines = False
    sheet.add_table(_table(layout))
    page.set_up(sheet, HEADER, sum(column.width for column in ledger.columns))
    page.print_filled_rows(workbook, sheet, HEADER, layout.last_letter)


def carried(count: int) -> str:
    """What the hint says first where the sheet is handed out with rows."""
    if not count:
        return ""
    return f"前 {count} 行是以前报来、还没有办完的事项,编号不要改,接着往下填;“本月无”不要选“是”。"


def _validate(
    sheet: Worksheet, layout: SheetLayout, column: AnyColumn, letter: str, dropdowns: DropDowns
) -> None:
    if isinstance(column, Serial):
        return
    cells = layout.body(letter)
    rule = validations.for_column(column, layout.ledger, cells, dropdowns.of(column))
    if rule.type or rule.prompt:
        sheet.add_data_validation(rule)


def _table(layout: SheetLayout) -> ExcelTable:
    """A real table: it sorts, filters, and takes its formulas along when it grows."""
    table = ExcelTable(
        displayName=layout.table_name,
        ref=layout.ref,
        autoFilter=AutoFilter(ref=layout.ref),
        tableStyleInfo=TableStyleInfo(name=styles.TABLE_STYLE, showRowStripes=True),
    )
    for number, (_, column) in enumerate(layout.lettered(), start=1):
        text = formula(layout.ledger, column, layout.in_table())
        grown = TableFormula(attr_text=text) if text else None
        table.tableColumns.append(
            TableColumn(id=number, name=column.name, calculatedColumnFormula=grown)
        )
    return table
