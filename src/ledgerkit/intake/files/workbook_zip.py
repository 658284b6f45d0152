"""Looking into a workbook's zip before and beside calamine.

calamine aborts the process on a value in a sheet's last corner, takes whatever a package unpacks
to, checks no CRC, and shows '' for errors and for formulas that were never calculated.
"""

from __future__ import annotations

import io
import math
import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Mapping
from functools import cached_property

from ledgerkit.findings import messages
from ledgerkit.intake.files import opendocument, sheetxml
from ledgerkit.model.sheets import BOOK_PROPERTY, REPORT_MARK
from ledgerkit.model.submission import FileProblem

UNPACKED_LIMIT = 256 * 1024 * 1024
"""Bytes that a package may unpack to: a workbook of 100,000 rows needs about 100 million."""
AREA_LIMIT = 8_000_000
"""Cells from each sheet's A1 to its last value: empty ones cost some 40 bytes each."""
FILLED_LIMIT = 2_500_000
"""Cells with a value: each costs some 200 bytes. A ledger of 100,000 rows has 1.8 million."""

_RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_WORKBOOK = "xl/workbook.xml"
_CUSTOM, _CONTENT = "docProps/custom.xml", "content.xml"
_CHECKED = ("xl/sharedStrings.xml", "xl/styles.xml")

Marks = Mapping[tuple[int, int], str]
"""(row, column), 0-based → the error's text or UNCALCULATED."""
Merge = tuple[tuple[int, int], tuple[int, int]]
"""Top left and bottom right, both 0-based and inclusive."""


class WorkbookZip:
    """The parts of a workbook's zip, their CRCs checked as they are read.

    Raises ``zipfile.BadZipFile``, ``zlib.error`` and the like where the zip is damaged.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._entries = {
            entry.filename.replace("\\", "/").lstrip("/"): entry for entry in self._zip.infolist()
        }
        self._sheets: dict[str, bytes] = {}
        self._ods_sheets: Mapping[str, opendocument.OdsSheet] = {}

    def examine(self) -> FileProblem | None:
        """Why the package must not be given to calamine; None if it may be."""
        unpacked = sum(entry.file_size for entry in self._entries.values())
        if unpacked > UNPACKED_LIMIT:
            return _too_big(messages.unpacked(unpacked))
        for name in self._entries:
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                self._sheets[name] = self._part(name)
            elif name in _CHECKED:
                self._part(name)
        if _CONTENT in self._entries:
            self._ods_sheets = opendocument.ods_sheets(self._part(_CONTENT))
        return self._crowding()

    def _crowding(self) -> FileProblem | None:
        """Why the sheets together would take too much memory; None if they do not."""
        sheets, ods_sheets = self._sheets.values(), self._ods_sheets.values()
        filled = sum(map(sheetxml.filled, sheets)) + sum(sheet.filled for sheet in ods_sheets)
        if filled > FILLED_LIMIT:
            return _too_big(messages.cells(filled))
        extents = [sheet.extent for sheet in ods_sheets]
        extents += (sheetxml.extent(sheet, AREA_LIMIT // max(len(sheets), 1)) for sheet in sheets)
        if sum(rows * columns for rows, columns in extents) > AREA_LIMIT:
            return _too_big(messages.spread(*max(extents, key=math.prod)))
        return None

    def _part(self, name: str) -> bytes:
        return self._zip.read(self._entries[name])

    @cached_property
    def book(self) -> str:
        """The book that a workbook of ours names in its custom properties, else ""."""
        if _CUSTOM not in self._entries:
            return ""
        for entry in ET.fromstring(self._part(_CUSTOM)):
            if entry.get("name") == BOOK_PROPERTY:
                return "".join(entry.itertext()).strip()
        return ""

    @cached_property
    def is_findings_list(self) -> bool:
        """Whether this is a findings workbook of ours: the list that we marked, and no more."""
        if _WORKBOOK not in self._entries:
            return False
        book = self._part(_WORKBOOK)
        if REPORT_MARK.encode() not in book:
            return False
        tags = [element.tag for element in ET.fromstring(book).iter()]
        return sum(tag.endswith("}sheet") for tag in tags) == 1

    def marks(self, sheet: str) -> Marks:
        """Cells of a sheet that show an error or hold a formula without a stored result."""
        if not self._has_marks:
            return {}
        return dict(sheetxml.marks(self._sheets.get(self._parts.get(sheet, ""), b"")))

    def merges(self, sheet: str) -> list[Merge]:
        """The merged ranges of an ODS sheet, which calamine does not tell."""
        return list(self._ods_sheets[sheet].merges) if sheet in self._ods_sheets else []

    @cached_property
    def _has_marks(self) -> bool:
        return any(map(sheetxml.has_marks, self._sheets.values()))

    @cached_property
    def _parts(self) -> dict[str, str]:
        """Sheet name → the part that holds it."""
        targets = {
            entry.get("Id"): entry.get("Target", "")
            for entry in ET.fromstring(self._part("xl/_rels/workbook.xml.rels"))
        }
        parts = {}
        for element in ET.fromstring(self._part(_WORKBOOK)).iter():
            if element.tag.endswith("}sheet"):
                identity = next(filter(None, map(element.get, _RELATIONS)), None)
                path = posixpath.join("/xl", targets.get(identity, ""))
                parts[element.get("name", "")] = posixpath.normpath(path).lstrip("/")
        return parts


def _too_big(size: str) -> FileProblem:
    return FileProblem("file-too-big", (("size", size),))
