"""Where something stands: file, sheet, and the address that Excel shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

_ADDRESS = re.compile(r"([A-Z]+)([1-9][0-9]*)")


@cache
def column_letters(index: int) -> str:
    """Excel's name of the column with this 0-based index: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=1 << 15)
def column_index(letters: str) -> int:
    """The 0-based index of a column by Excel's name: A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def address(row: int, column: int) -> str:
    """Excel's address of the cell at these 0-based positions: (0, 0) is A1."""
    return f"{column_letters(column)}{row + 1}"


def row_and_column(cell: str) -> tuple[int, int]:
    """The 0-based row and column of an address: A1 is (0, 0); ValueError for what is none."""
    match = _ADDRESS.fullmatch(cell)
    if not match:
        raise ValueError(cell)
    return int(match[2]) - 1, column_index(match[1])


@dataclass(frozen=True, slots=True)
class Place:
    """A spot that a finding or a related row points at; a file's own has no sheet and no cell."""

    path: str
    sheet: str | None = None
    cell: str | None = None

    def __reduce__(self) -> tuple[type[Place], tuple[str, str | None, str | None]]:
        """Many places come back from a worker; else that costs three times as much."""
        return Place, (self.path, self.sheet, self.cell)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row came from. ``path`` is relative to the office folder, ``row`` as Excel counts."""

    path: str
    sheet: str
    row: int
