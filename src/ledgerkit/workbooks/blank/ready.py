"""A workbook is saved, and its sheets get their 500 ready rows straight in the XML.

openpyxl would need 10,000 cell objects a sheet for them; a row is the first one over again. So the
formulas also get the result that they have in an empty row, which Excel's protected view shows.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledgerkit.model.columns import AS_TEXT
from ledgerkit.model.row import Value
from ledgerkit.office import Office
from ledgerkit.workbooks.blank import filled
from ledgerkit.workbooks.blank.formulas import formula
from ledgerkit.workbooks.blank.layout import FIRST, Grid
from ledgerkit.workbooks.package import canonical

if TYPE_CHECKING:
    from openpyxl import Workbook

_CELL = re.compile(r'<c r="([A-Z]+)\d+"(?: t="\w+")?(?: s="(\d+)")?(?: t="\w+")?')
_APPLICATION = re.compile(rb"(<Application>)[^<]*")
_MERGES = re.compile(r"(<mergeCells[^>]*>)(.*?)(</mergeCells>)")
_MERGE = re.compile(r"<mergeCell [^>]*/>")
_AFTER_IGNORED = re.compile(r"<(?:drawing|legacyDrawing|tableParts)\b")


@dataclass(frozen=True)
class ReadyRows:
    """The rows of one ledger's sheet, to be multiplied from the first, filled where it has rows."""

    grid: Grid
    office: Office

    def into(self, xml: str) -> str:
        """The sheet's XML with all the ready rows in place of its first."""
        start = xml.index(f'<row r="{FIRST}"')
        end = xml.index("</row>", start) + len("</row>")
        cells = [(letter, style or "0") for letter, style in _CELL.findall(xml[start:end])]
        rows = "".join(self._row(row, cells) for row in range(FIRST, self.grid.last + 1))
        filled = xml[:start] + rows + xml[end:]
        at = _AFTER_IGNORED.search(filled)
        place = at.start() if at else filled.index("</worksheet>")
        return filled[:place] + self._ignored() + filled[place:]

    def _row(self, row: int, cells: list[tuple[str, str]]) -> str:
        refer, number = self.grid.in_row(row), row - FIRST
        given = self.grid.rows[number] if number < len(self.grid.rows) else None
        columns = self.grid.ledger.columns
        written = []
        for (letter, style), column in zip(cells, columns, strict=True):
            text = formula(self.grid.ledger, column, refer)
            shown: Value = "" if text else None
            if given:
                shown = filled.value(given, column, number + 1, self.office)
            written.append(filled.cell(f"{letter}{row}", style, shown, text))
        return f'<row r="{row}">{"".join(written)}</row>'

    def _ignored(self) -> str:
        """No green corners over codes kept as text and over formulas of our own."""
        marks = []
        for letter, column in self.grid.lettered():
            if column.number_format == AS_TEXT:
                marks.append((letter, "numberStoredAsText"))
            elif formula(self.grid.ledger, column, self.grid.in_row(FIRST)) is not None:
                marks.append((letter, "calculatedColumn"))
        errors = "".join(
            f'<ignoredError sqref="{self.grid.body(letter)}" {kind}="1"/>' for letter, kind in marks
        )
        return f"<ignoredErrors>{errors}</ignoredErrors>"


def finished(workbook: Workbook, sheets: Mapping[int, ReadyRows] | None = None) -> bytes:
    """The saved workbook, the same bytes every time.

    ``sheets`` are the ready rows by the number of their sheet from 1; the first sheet is shown.
    openpyxl signs as Microsoft Excel, whose results and row heights LibreOffice takes on trust.
    """
    workbook.active = 0
    workbook.worksheets[0].sheet_view.tabSelected = True
    workbook.security = None
    workbook.calculation.fullCalcOnLoad = True
    saved = io.BytesIO()
    workbook.save(saved)
    return canonical(_revised(saved, sheets or {}))


def _revised(saved: io.BytesIO, sheets: Mapping[int, ReadyRows]) -> bytes:
    parts = {f"xl/worksheets/sheet{number}.xml": ready for number, ready in sheets.items()}
    target = io.BytesIO()
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as out,
    ):
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "docProps/app.xml":
                data = _APPLICATION.sub(rb"\g<1>ledgerkit", data)
            if part.filename.startswith("xl/worksheets/sheet"):
                xml = _MERGES.sub(_sorted_merges, data.decode())
                ready = parts.get(part.filename)
                data = (ready.into(xml) if ready else xml).encode()
            out.writestr(part.filename, data)
    return target.getvalue()


def _sorted_merges(found: re.Match[str]) -> str:
    """openpyxl keeps merges in a set, so their order changes from run to run."""
    return found[1] + "".join(sorted(_MERGE.findall(found[2]))) + found[3]
