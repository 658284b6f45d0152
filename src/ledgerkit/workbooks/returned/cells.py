"""The cells of one sheet part: finding them, making those that are not there, their styles."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element as Element

from ledgerkit.model.place import column_letters, row_and_column
from ledgerkit.workbooks.returned.opc import MAIN

_ROW, _CELL, _COL = f"{{{MAIN}}}row", f"{{{MAIN}}}c", f"{{{MAIN}}}col"


def position(address: str) -> tuple[int, int]:
    """Row and column of an address, both from 1: D7 is (7, 4); ValueError for what is none."""
    row, column = row_and_column(address)
    return row + 1, column + 1


class SheetCells:
    """The rows and cells of a worksheet's root element."""

    def __init__(self, sheet: Element) -> None:
        self._sheet = sheet
        found = sheet.find(f"{{{MAIN}}}sheetData")
        self._data = found if found is not None else etree.SubElement(sheet, f"{{{MAIN}}}sheetData")
        _number(self._data)
        self._rows = {int(row.get("r", "0")): row for row in self._data.iterfind(_ROW)}

    def cell(self, address: str) -> Element:
        """The cell at an address; made, with the style that it shows anyway, if not there."""
        number, column = position(address)
        row = self._row(number)
        for at, cell in enumerate(row.iterfind(_CELL)):
            here = position(cell.get("r", ""))[1]
            if here == column:
                return cell
            if here > column:
                return self._new_cell(row, at, number, column)
        return self._new_cell(row, len(row.findall(_CELL)), number, column)

    def _row(self, number: int) -> Element:
        if number not in self._rows:
            row = etree.Element(_ROW, r=str(number))
            later = [at for at in self._rows if at > number]
            if later:
                self._rows[min(later)].addprevious(row)
            else:
                self._data.append(row)
            self._rows[number] = row
        return self._rows[number]

    def _new_cell(self, row: Element, at: int, number: int, column: int) -> Element:
        cell = etree.Element(_CELL, r=f"{column_letters(column - 1)}{number}")
        style = row.get("s", "0") if row.get("customFormat") in ("1", "true") else None
        style = style or self._column_style(column)
        if style != "0":
            cell.set("s", style)
        row.insert(at, cell)
        row.attrib.pop("spans", "")  # a hint that the new cell could belie
        return cell

    def _column_style(self, column: int) -> str:
        for col in self._sheet.iter(_COL):
            if int(col.get("min", "0")) <= column <= int(col.get("max", "0")):
                return col.get("style", "0")
        return "0"


def restyle(sheet: Element, styles: Mapping[int, int]) -> bool:
    """Put other styles in place of some, in cells, rows and columns; whether any was met."""
    met = False
    for tag, attribute in ((_CELL, "s"), (_ROW, "s"), (_COL, "style")):
        for element in sheet.iter(tag):
            style = styles.get(int(element.get(attribute, "0")))
            if style is not None:
                if style:
                    element.set(attribute, str(style))
                else:
                    element.attrib.pop(attribute, "")
                met = True
    return met


def _number(data: Element) -> None:
    """Write out the addresses that a writer may leave to be counted."""
    number = 0
    for row in data.iterfind(_ROW):
        number = int(row.get("r", number + 1))
        row.set("r", str(number))
        column = 0
        for cell in row.iterfind(_CELL):
            column = position(cell.get("r", ""))[1] if cell.get("r") else column + 1
            cell.set("r", f"{column_letters(column - 1)}{number}")
