"""The workbook while it is written: what XlsxWriter is told once, and where its links start."""

from __future__ import annotations

import datetime as dt
from typing import BinaryIO

from xlsxwriter import Workbook

from ledgerkit.model.notes import SEAL, Written

_NO_GUESSES = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}
"""What a clerk typed as text stays text, “=1+1” too; nothing touches the disk."""

_BORN = dt.datetime(2000, 1, 1)


class Book(Workbook):  # type: ignore[misc]  # XlsxWriter ships no types
    """总表; ``base`` leads from its folder to the office folder, against which paths are told."""

    def __init__(self, target: BinaryIO, title: str, base: str, nothing: str) -> None:
        """``nothing`` is what an empty list says."""
        super().__init__(target, _NO_GUESSES)
        self.set_properties({"title": title, "created": _BORN})
        self.base = base
        self.nothing = nothing
        self.written = Written()

    def bear(self, seal: str) -> None:
        """Mark the workbook with what tells the next run which one it is, whoever saves it."""
        self.set_custom_property(SEAL, seal, "text")
