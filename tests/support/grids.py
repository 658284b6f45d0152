"""A sheet written as a Markdown grid, read and checked as a file would be."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import openpyxl

from fixed_office import OFFICE
from ledgerkit.intake.files.raw_file import read_file
from ledgerkit.intake.values.file_checks import check_file
from ledgerkit.ledgers import catalog
from ledgerkit.model.place import address
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office

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


def from_markdown(text: str) -> bytes:
    """An .xlsx of a Markdown file: a heading for each sheet, its cells as a grid from A1 on.

    “^” and “<” belong to the merge of the cell above or to the left, <br> is a line break, what
    stands in braces is a number or a day, and “(隐藏)” after a heading hides the sheet.
    """
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, grid = part.partition("\n")
        name, hidden, _ = heading.strip().partition("(隐藏)")
        sheet = book.create_sheet(name.strip())
        sheet.sheet_state = "hidden" if hidden else "visible"
        lines = [
            [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
            for line in grid.strip().splitlines()
        ]
        for line in lines:
            sheet.append([_cell(cell) for cell in line])
        for merge in _merges(lines):
            sheet.merge_cells(merge)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(text: str) -> str | float | dt.date | None:
    if text in ("", "^", "<"):
        return None
    if not (text[0] == "{" and text[-1] == "}"):
        return text.replace("<br>", "\n")
    try:
        return dt.date.fromisoformat(text[1:-1])
    except ValueError:
        return float(text[1:-1])


def _merges(lines: list[list[str]]) -> Iterator[str]:
    """The ranges that begin in cells with “^” below or “<” to the right of them."""
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            right = len(list(takewhile(lambda cell: cell == "<", line[column + 1 :])))
            below = (other[column] if column < len(other) else "" for other in lines[row + 1 :])
            down = len(list(takewhile(lambda cell: cell == "^", below)))
            if text not in ("<", "^") and (right or down):
                yield f"{address(row, column)}:{address(row + down, column + right)}"


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
    office = office or OFFICE
    return check_file(read_file(path, name, tuple(catalog.ledgers().values()), office), office)


def found(submission: Submission) -> list[tuple[str, str | None, str | None]]:
    """(code, sheet, cell) of every finding, in order of sheet and cell."""
    return [(one.code, one.place.sheet, one.place.cell) for one in submission.findings]
