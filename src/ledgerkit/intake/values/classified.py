"""What of a file is marked as classified: no document says it (docs/domain.md#data-protection)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from ledgerkit.findings.messages import finding, quote
from ledgerkit.model.classification import marking
from ledgerkit.model.finding import Finding
from ledgerkit.model.place import Origin, Place, row_and_column
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Filled, RawFile

SheetRow = tuple[str, int]
"""A sheet, and a row as Excel counts."""
_THIS_ROW, _THIS_SHEET, _THIS_FILE = "这一行", "这张表", "这个文件里的各行"


def secret_rows(raw: RawFile, rows: Sequence[Row]) -> frozenset[Origin]:
    """The rows that are marked: themselves, or by what stands above them or in the file's name."""
    lines = {(row.origin.sheet, row.origin.row) for row in rows}
    sheets = {row.origin.sheet for row in rows}
    if marking(_stem(raw)) or any(mark.sheet not in sheets for mark in raw.marks):
        return frozenset(row.origin for row in rows)
    marked = {_line(mark) for mark in raw.marks}
    marked_sheets = {sheet for sheet, number in marked if (sheet, number) not in lines}
    marked_sheets |= {sheet for sheet in sheets if marking(sheet)}
    return frozenset(row.origin for row in rows if _is_marked(row, marked, marked_sheets))


def secret_findings(raw: RawFile, rows: Sequence[Row]) -> Iterator[Finding]:
    """One for each marking, at its cell, which says how much of the file no document tells."""
    if not rows:
        return
    by_line = {(row.origin.sheet, row.origin.row): row for row in rows}
    sheets = {sheet for sheet, _ in by_line}
    if mark := marking(_stem(raw)):
        yield finding("secret-named", Place(raw.path), mark=mark, scope=_THIS_FILE)
    for sheet in sorted(sheets):
        if mark := marking(sheet):
            yield finding("secret-named", Place(raw.path, sheet), mark=mark, scope=_THIS_SHEET)
    for cell in raw.marks:
        row = by_line.get(_line(cell))
        scope = _THIS_ROW if row else _THIS_SHEET if cell.sheet in sheets else _THIS_FILE
        yield finding(
            "secret-marked",
            Place(raw.path, cell.sheet, cell.cell),
            column=_column(row, cell.cell) if row else "",
            typed=cell.value,
            key=row.key if row else "",
            row=_line(cell)[1],
            mark=marking(quote(cell.value)),
            scope=scope,
        )


def _stem(raw: RawFile) -> str:
    return PurePosixPath(raw.path).stem


def _line(mark: Filled) -> SheetRow:
    return mark.sheet, row_and_column(mark.cell)[0] + 1


def _is_marked(row: Row, marked: set[SheetRow], marked_sheets: set[str]) -> bool:
    """Also where the marking stands in a cell that is merged over several rows."""
    sheet, number = row.origin.sheet, row.origin.row
    if sheet in marked_sheets or (sheet, number) in marked:
        return True
    return any(isinstance(cell, str) and marking(cell) for cell in row.raw.cells)


def _column(row: Row, cell: str) -> str:
    layout = row.raw.layout
    return next((name for name in layout.columns if layout.cell(row.raw.at, name) == cell), "")
