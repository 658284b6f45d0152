"""A worksheet's XML searched as text: how far its values reach, and what calamine does not tell.

Parsing it again would cost more than all the rest of reading; a few searches cost next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ledgerkit.model.place import column_index
from ledgerkit.model.row import UNCALCULATED

_PREFIX = re.compile(rb"<(\w+:)?sheetData\b")
_WIDE = re.compile(rb'r="(?:[A-Z]{3}|[B-Z][A-Z])\d')
_NARROW, _WIDEST = 52, 16384
"""Columns up to AZ, where the forms of office tables end, and all that a sheet has."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Searches for one namespace prefix; nearly every program writes none."""

    row: re.Pattern[bytes]
    filled: re.Pattern[bytes]
    error: re.Pattern[bytes]
    formula: bytes
    without_value: re.Pattern[bytes]
    cell: bytes
    end: bytes
    address: re.Pattern[bytes]


@cache
def _patterns(prefix: bytes) -> _Patterns:
    def search(pattern: bytes) -> re.Pattern[bytes]:
        return re.compile(pattern.replace(b"~", prefix), re.DOTALL)

    return _Patterns(
        row=search(rb"""<~row\b[^>]*?\br=["'](\d+)"""),
        filled=search(
            rb"""<~c\b[^>]*?\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]*(?<!/)>\s*<~(?:v|is|f)\b"""
        ),
        error=search(
            rb"""<~c\b(?=[^>]*\bt="e")[^>]*?\br="([A-Z]+)(\d+)"[^>]*(?<!/)>"""
            rb"""(?:(?!</~c>).)*?<~v>([^<]+)<"""
        ),
        formula=b"<" + prefix + b"f",
        without_value=search(rb"(?:</~f>|<~f\b[^>]*/>)\s*(?:<~v\s*/>|<~v></~v>)?\s*</~c>"),
        cell=b"<" + prefix + b"c ",
        end=b"</" + prefix + b"c>",
        address=search(rb"""<~c\b[^>]*?\br="([A-Z]+)(\d+)"[^>]*>"""),
    )


def _of(sheet: bytes) -> _Patterns:
    found = _PREFIX.search(sheet)
    return _patterns(found[1] or b"" if found else b"")


def extent(sheet: bytes, enough: int) -> tuple[int, int]:
    """Rows and columns from A1 on that hold all values, at least where they make over ``enough``.

    What is merely formatted does not count, nor what the sheet claims as its dimension.
    """
    patterns = _of(sheet)
    rows = patterns.row.findall(sheet)
    last = max(max(map(int, rows), default=0), len(rows))
    if last * _NARROW <= enough and (
        last * _WIDEST <= enough or not (b"r='" in sheet or _WIDE.search(sheet))
    ):
        return last, _NARROW
    at = [
        (int(row), column_index(letters.decode()))
        for letters, row in patterns.filled.findall(sheet)
    ]
    if not at:
        return 0, 0
    down, across = zip(*at, strict=True)
    return max(down), max(across) + 1


def filled(sheet: bytes) -> int:
    """How many cells may hold a value: those that do not end where they begin."""
    return sheet.count(_of(sheet).end)


def has_marks(sheet: bytes) -> bool:
    """Whether any cell shows an error or holds a formula without a stored result."""
    patterns = _of(sheet)
    if b't="e"' in sheet:
        return True
    return patterns.formula in sheet and patterns.without_value.search(sheet) is not None


def marks(sheet: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """Such cells: ((row, column), 0-based; the error as Excel shows it, or UNCALCULATED)."""
    patterns = _of(sheet)
    for letters, row, text in patterns.error.findall(sheet):
        yield (int(row) - 1, column_index(letters.decode())), text.decode("utf-8", "replace")
    for match in patterns.without_value.finditer(sheet):
        start = max(sheet.rfind(patterns.cell, 0, match.start()), 0)
        cell = patterns.address.match(sheet, start)
        # t="str" with an empty value is a formula that gave an empty text.
        if cell and b't="str"' not in cell[0]:
            yield (int(cell[2]) - 1, column_index(cell[1].decode())), UNCALCULATED
