"""Saving a workbook: which one it is, its sheets' ready rows, and the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from openpyxl.packaging.custom import StringProperty

from ledgerkit.model.sheets import BOOK_PROPERTY, VERSION_PROPERTY
from ledgerkit.workbooks.blank.rows_xml import ReadyRows
from ledgerkit.workbooks.package import canonical

if TYPE_CHECKING:
    from openpyxl import Workbook

FORMAT_VERSION = "1"

_APPLICATION = re.compile(rb"(<Application>)[^<]*")
_MERGES = re.compile(r"(<mergeCells[^>]*>)(.*?)(</mergeCells>)")
_MERGE = re.compile(r"<mergeCell [^>]*/>")


def identify(workbook: Workbook, book: str) -> None:
    """Write the book's name and the version of its format into the document's properties.

    By them the reader knows which workbook this is, whatever the file is called later.
    """
    for name, value in ((BOOK_PROPERTY, book), (VERSION_PROPERTY, FORMAT_VERSION)):
        workbook.custom_doc_props.append(StringProperty(name=name, value=value))  # type: ignore[attr-defined]  # not in its stubs


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
    return canonical(_with_rows(saved, sheets or {}))


def _with_rows(saved: io.BytesIO, sheets: Mapping[int, ReadyRows]) -> bytes:
    parts = {f"xl/worksheets/sheet{number}.xml": rows for number, rows in sheets.items()}
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
                rows = parts.get(part.filename)
                data = (rows.into(xml) if rows else xml).encode()
            out.writestr(part.filename, data)
    return target.getvalue()


def _sorted_merges(found: re.Match[str]) -> str:
    """openpyxl keeps merges in a set, so their order changes from run to run."""
    return found[1] + "".join(sorted(_MERGE.findall(found[2]))) + found[3]
