"""A sheet written as a Markdown grid, read and checked as a file would be."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl

from ledgerkit import catalog
from ledgerkit import office as offices
from ledgerkit.check.file import check_file
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office
from ledgerkit.read.files import read_file

BLOCK = (
    ("填报单位", "区法院"),
    ("填报月份", "2026-10"),
    ("填表人", "张晓明"),
    ("填报日期", "2026-11-03"),
)


def workbook(sheets: dict[str, str], block: tuple[tuple[str, str], ...] = BLOCK) -> bytes:
    """An .xlsx with the block in row 1 and each Markdown grid from row 2 on."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, grid in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append([part for pair in block for part in pair])
        for line in grid.strip().splitlines():
            sheet.append([cell.strip() or None for cell in line.strip().strip("|").split("|")])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def check_grid(
    tmp_path: Path,
    sheets: dict[str, str],
    *,
    office: Office | None = None,
    name: str = "表.xlsx",
    block: tuple[tuple[str, str], ...] = BLOCK,
) -> Submission:
    path = tmp_path / name
    path.write_bytes(workbook(sheets, block))
    office = office or offices.default()
    return check_file(read_file(path, name, tuple(catalog.ledgers().values()), office), office)


def found(submission: Submission) -> list[tuple[str, str | None, str | None]]:
    """(code, sheet, cell) of every finding, in order of sheet and cell."""
    return [(one.code, one.place.sheet, one.place.cell) for one in submission.findings]
