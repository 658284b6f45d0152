"""Where a note's box lies on the sheet, and how large it must be for its text."""

from __future__ import annotations

import math

from lxml.etree import _Element as Element

from ledgerkit.workbooks.returned.cells import position
from ledgerkit.workbooks.returned.opc import MAIN

Box = tuple[int, int, int, int]
"""First column, first row, last column, last row of a box, all from 0."""

_WIDE = 270
"""Pixels that a note is wide at the least."""
_CHARACTERS = 18
"""Chinese characters of 10 points in a line of that width."""
LINE = 18
"""Pixels from line to line."""


class Measure:
    """The column widths and the usual row height of one sheet, in pixels."""

    def __init__(self, sheet: Element) -> None:
        usual = sheet.find(f"{{{MAIN}}}sheetFormatPr")
        self._height = float("15" if usual is None else usual.get("defaultRowHeight", "15")) * 4 / 3
        self._width = float("8.43" if usual is None else usual.get("defaultColWidth", "8.43"))
        self._columns = [
            (int(col.get("min", "0")), int(col.get("max", "0")), float(col.get("width", "8.43")))
            for col in sheet.iter(f"{{{MAIN}}}col")
        ]

    def box(self, address: str, text: str) -> Box:
        """A box to the right of a cell, large enough for the text."""
        row, column = position(address)
        right = column
        wide = 0.0
        while wide < _WIDE and right < column + 8:
            wide += self._pixels(right + 1)
            right += 1
        rows = min(40, math.ceil((1 + lines(text)) * LINE / max(self._height, 12)))
        top = max(0, row - 2)
        return column, top, right, top + max(4, rows)

    def _pixels(self, column: int) -> float:
        for first, last, width in self._columns:
            if first <= column <= last:
                return width * 7 + 5
        return self._width * 7 + 5


def lines(text: str) -> int:
    """How many lines a text takes in a note."""
    return sum(math.ceil((len(line) or 1) / _CHARACTERS) for line in text.split("\n"))
