"""Which workbook this is, for the reader, whatever the file is called later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.packaging.custom import StringProperty

from ledgerkit.model.sheets import BOOK_PROPERTY, VERSION_PROPERTY

if TYPE_CHECKING:
    from openpyxl import Workbook

FORMAT_VERSION = "1"


def identify(workbook: Workbook, book: str) -> None:
    """Write the book's name and the version of its format into the document's properties."""
    for name, value in ((BOOK_PROPERTY, book), (VERSION_PROPERTY, FORMAT_VERSION)):
        workbook.custom_doc_props.append(StringProperty(name=name, value=value))  # type: ignore[attr-defined]  # not in its stubs
