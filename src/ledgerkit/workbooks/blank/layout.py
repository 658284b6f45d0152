"""Where everything stands on a ledger's sheet, and how formulas name it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ledgerkit.model.columns import AnyColumn, Column
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.place import column_letters
from ledgerkit.model.row import Row

TITLE, BLOCK, HINT, HEADER = 1, (2, 3), 4, 5
"""Rows as Excel counts them; the 填报 block takes two."""
FIRST = HEADER + 1
READY_ROWS = 500
"""Rows to be filled, over and above those that the workbook is handed out with."""

_SIGN, _QUOTED = re.compile(r"([\[\]#'])"), r"'\1"
"""Signs in a column's name that a reference into a table must quote."""

Refer = Callable[[Column[Any]], str]
"""A column → how a formula in one row refers to that column's cell."""


def sheet_name(title: str) -> str:
    """A sheet as formulas name it: always quoted, Chinese names and signs included."""
    return "'" + title.replace("'", "''") + "'"


def identifier(text: str) -> str:
    """The text with everything that a defined name may not hold turned into an underscore."""
    return re.sub(r"\W", "_", text)


@dataclass(frozen=True)
class SheetLayout:
    """The columns of one ledger by letter, and the names that its table goes by."""

    ledger: type[Ledger]
    rows: tuple[Row, ...] = ()
    """Rows that are there already, right under the header."""

    @property
    def last(self) -> int:
        """The last ready row."""
        return HEADER + len(self.rows) + READY_ROWS

    @property
    def table_name(self) -> str:
        return f"表_{identifier(self.ledger.name)}"

    @property
    def last_letter(self) -> str:
        return column_letters(len(self.ledger.columns) - 1)

    @property
    def ref(self) -> str:
        """The table with its header and its ready rows."""
        return f"A{HEADER}:{self.last_letter}{self.last}"

    def letter(self, column: Column[Any]) -> str:
        return column_letters(self.ledger.position(column))

    def lettered(self) -> Iterator[tuple[str, AnyColumn]]:
        """Every column with its letter."""
        for at, column in enumerate(self.ledger.columns):
            yield column_letters(at), column

    def body(self, letter: str) -> str:
        """The ready cells of one column."""
        return f"{letter}{FIRST}:{letter}{self.last}"

    def in_row(self, row: int) -> Refer:
        """References such as ``$E6``: plain ones, which old WPS versions also reckon."""
        return lambda column: f"${self.letter(column)}{row}"

    def in_table(self) -> Refer:
        """References such as ``表[[#This Row],[提出日期]]``, for rows by which the table grows."""
        return lambda column: f"{self.table_name}[[#This Row],[{_SIGN.sub(_QUOTED, column.name)}]]"
