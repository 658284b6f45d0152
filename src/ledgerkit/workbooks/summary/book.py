"""The workbook while it is written: the settings of XlsxWriter, and where its links start."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ledgerkit.model.notes import SEAL, Written

_NO_GUESSES = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}
"""What a clerk typed as text stays text, “=1+1” too; nothing touches the disk."""

_BORN = dt.datetime(2000, 1, 1)


_TOP = 2
"""Rows above the rows of a list: its name with the facts, and its header."""


class _Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter ships no types
    """A sheet that knows its texts: whatever else is found there later, a person wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, None] = {}
        self.above: list[str] = []

    def write_string(self, row: int, column: int, text: str, style: Any = None) -> Any:
        self.remember(row, text)
        return super().write_string(row, column, text, style)

    def write_url(self, row: int, column: int, url: Any, style: Any = None) -> Any:
        self.remember(row, str(url.text))
        return super().write_url(row, column, url, style)

    def write_rich_string(self, row: int, column: int, *parts: Any) -> Any:
        self.remember(row, "".join(part for part in parts if isinstance(part, str)))
        return super().write_rich_string(row, column, *parts)

    def set_up_page(self) -> None:
        """A4 lying down, the sheet's name and page numbers at the foot."""
        self.set_landscape()
        self.set_paper(9)
        self.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.set_footer(f"&L&9{self.name}&C&9第 &P 页 共 &N 页")
        self.hide_gridlines(2)

    def remember(self, row: int, text: str) -> None:
        """Note a text that stands on the sheet."""
        self.texts[text] = None
        if row < _TOP:
            self.above.append(text)


class SummaryBook(Workbook):  # type: ignore[misc]  # XlsxWriter ships no types
    """总表; ``base`` leads from its folder to the office folder, from which paths begin."""

    def __init__(
        self, target: BinaryIO, title: str, base: str, nothing: str, facts: Sequence[str]
    ) -> None:
        """``nothing`` is what an empty list says; ``facts`` begin the line on every list."""
        super().__init__(target, _NO_GUESSES)
        self.set_properties({"title": title, "created": _BORN})
        self.base = base
        self.nothing = nothing
        self.facts = facts
        self.written = Written()

    def add_worksheet(self, name: str) -> _Sheet:
        """A further sheet."""
        sheet = super().add_worksheet(name, _Sheet)
        assert isinstance(sheet, _Sheet)
        return sheet

    def everything_written(self) -> Written:
        """What was written, so that what people write later stands out."""
        for sheet in self.worksheets():
            ledger = sheet.name in self.written.sheets
            self.written.texts[sheet.name] = sheet.above if ledger else list(sheet.texts)
        return self.written

    def set_seal(self, seal: str) -> None:
        """Mark the workbook with what tells the next run which one it is, whoever saves it."""
        self.set_custom_property(SEAL, seal, "text")
