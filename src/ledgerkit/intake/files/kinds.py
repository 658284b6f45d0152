"""What a file is, told by its content: names and extensions lie."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from ledgerkit.model.submission import FileProblem
from ledgerkit.workbooks.package import DAMAGED_ZIP

_SUFFIXES = frozenset((".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".et", ".ett", ".ods"))

_MAGIC = (
    (b"%PDF", "PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"{\\rtf", "Word 文档(RTF)"),
    (b"\x09\x08", "旧版 Excel(5.0 以前)"),
    (b"\x09\x04", "旧版 Excel(5.0 以前)"),
)
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = (
    ("<html", "网页(HTML)"),
    ("<!doctype html", "网页(HTML)"),
    ("<table", "网页(HTML)"),
    ("mime-version:", "网页(MHT)"),
    ("<?xml", "XML 文本"),
)
_SNIFFED = 4096


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is: xlsx, xlsm, xlsb, xls or ods, or what else it is, in words.

    ``problem`` is set where nothing can be read from it.
    """

    name: str
    problem: FileProblem | None = None


def kind_of(data: bytes, path: str) -> FileKind:
    """The kind of a file with this content; the name counts only where the content says nothing."""
    if not data:
        return FileKind("", FileProblem("file-empty"))
    if data.startswith(_OLE):
        return _compound(data, _is_named_workbook(path))
    if data.startswith(_ZIP):
        return _zipped(data)
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return _other(name)
    if text := _text(data[:_SNIFFED]):
        return _other(next((name for mark, name in _MARKS if mark in text.lower()), "文本"))
    return _damaged("") if _is_named_workbook(path) else _other("其他文件")


def _is_named_workbook(path: str) -> bool:
    return PurePosixPath(path).suffix.lower() in _SUFFIXES


def _other(name: str) -> FileKind:
    return FileKind(name, FileProblem("file-not-workbook", (("kind", name),)))


def _damaged(name: str) -> FileKind:
    return FileKind(name, FileProblem("file-damaged"))


def _encrypted(name: str) -> FileKind:
    return FileKind(name, FileProblem("file-encrypted"))


def _zipped(data: bytes) -> FileKind:
    """A zip's kind by its directory; a cut-off one has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            names = {entry.filename.replace("\\", "/").lstrip("/") for entry in entries}
            if any(entry.flag_bits & 1 for entry in entries):
                return _encrypted("zip")
            if "mimetype" in names:
                return _open_document(package)
    except DAMAGED_ZIP:
        return _damaged("zip")
    if "xl/workbook.bin" in names:
        return FileKind("xlsb")
    if any(name.startswith("xl/") for name in names):
        return FileKind("xlsm" if "xl/vbaProject.bin" in names else "xlsx")
    if any(name.startswith("word/") for name in names):
        return _other("Word 文档")
    if any(name.startswith("ppt/") for name in names):
        return _other("演示文稿")
    return _other("压缩包")


def _open_document(package: zipfile.ZipFile) -> FileKind:
    mime = package.read("mimetype").decode("ascii", "replace")
    if "opendocument.spreadsheet" not in mime:
        return _other("文档" if "opendocument" in mime else "压缩包")
    manifest = "META-INF/manifest.xml"
    if manifest in package.namelist() and b"encryption-data" in package.read(manifest):
        return _encrypted("ods")
    return FileKind("ods")


def _compound(data: bytes, named: bool) -> FileKind:
    """An OLE file's kind: a legacy workbook or document, or an encrypted package."""
    # Imported here: cryptography is slow to load and most folders hold no OLE file.
    import msoffcrypto
    from msoffcrypto.exceptions import FileFormatError
    from msoffcrypto.format.doc97 import Doc97File
    from msoffcrypto.format.ooxml import OOXMLFile
    from msoffcrypto.format.ppt97 import Ppt97File

    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        if isinstance(office, Doc97File):
            return _other("Word 文档")
        if isinstance(office, Ppt97File):
            return _other("演示文稿")
        if isinstance(office, OOXMLFile) or office.is_encrypted():
            return _encrypted("ole" if isinstance(office, OOXMLFile) else "xls")
    except FileFormatError:
        # No Workbook stream of Excel 97: perhaps the Book of Excel 95, or either in capitals.
        if "book".encode("utf-16-le") in data.lower():
            return FileKind("xls")
        return _damaged("xls") if named else _other("其他文件")
    except Exception:
        # Damaged OLE files raise whatever their damage leads to: IndexError, struct.error, OSError.
        return _damaged("xls")
    return FileKind("xls")


def _text(head: bytes) -> str:
    """The beginning as text if it is text in a coding that offices use, else ""."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        codings: tuple[str, ...] = ("utf-16",)
    else:
        codings = ("utf-8-sig", "gb18030")
    for coding in codings:
        # A character cut in two at the end is no reason to call it no text.
        for end in range(len(head), max(len(head) - 4, 0), -1):
            try:
                text = head[:end].decode(coding)
            except UnicodeDecodeError:
                continue
            if all(char.isprintable() or char in "\r\n\t\ufeff\u3000\xa0" for char in text):
                return text.lstrip("\ufeff")
    return ""
