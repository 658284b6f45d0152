"""How a sheet prints: A4 across, the header on every page, and no page of empty ready rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from ledgerkit.workbooks.blank.layout import identifier, sheet_name

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

PRINT_AREA = "_xlnm.Print_Area"
EMPTY_LINES = 20
"""Lines that a still empty form prints, to be filled by hand."""
ROOM = 2000
"""Rows under the header in which a filled one is looked for."""
_ONE_PAGE = 330
"""Column widths that still can be read when fitted to one page; wider ones take two."""


def freeze(sheet: Worksheet, cell: str) -> None:
    """Keep what is above and left of a cell in sight, and put the cursor there."""
    sheet.freeze_panes = cell
    for selection in sheet.sheet_view.selection:
        selection.activeCell = selection.sqref = cell


def set_up(sheet: Worksheet, header: int, width: float) -> None:
    """A4 landscape, fitted to the page's width, footer with page numbers."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1 if width <= _ONE_PAGE else 2
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(
        left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3
    )
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = f"{header}:{header}"
    if width > _ONE_PAGE:
        sheet.print_title_cols = "A:B"
    number_pages(sheet, left="&A")


def number_pages(sheet: Worksheet, left: str = "") -> None:
    """The page's number in the middle of the footer, and what stands left of it."""
    footer = HeaderFooterItem()
    footer.left.text, footer.center.text = left or None, "第 &P 页 共 &N 页"
    sheet.HeaderFooter.oddFooter = footer


def print_filled_rows(workbook: Workbook, sheet: Worksheet, header: int, last_letter: str) -> None:
    """The print area ends with the last filled row: a name that Excel reckons when it prints.

    It goes through a name of its own, since Excel turns a formula in Print_Area itself into a fixed
    range as soon as somebody opens the page set-up.
    """
    quoted = sheet_name(sheet.title)
    body = f"{quoted}!$B${header + 1}:${last_letter}${header + ROOM}"
    filled = f'SUMPRODUCT(MAX(({body}<>"")*ROW({body})))'
    end = f"INDEX({quoted}!${last_letter}:${last_letter},MAX({header + EMPTY_LINES},{filled}))"
    name = f"打印区_{identifier(sheet.title)}"
    workbook.defined_names[name] = DefinedName(name, attr_text=f"{quoted}!$A$1:{end}")
    sheet.defined_names[PRINT_AREA] = DefinedName(PRINT_AREA, attr_text=name)
