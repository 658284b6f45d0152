"""Which packages may be marked: those where patching a few parts harms nothing else.

Safe, because their parts are carried over byte for byte: VBA projects, drawings, shapes, pictures,
charts, form controls, ActiveX, slicers, pivot tables, external links, queries, connections, custom
XML, printer settings, themes, shared strings with rich text; and, inside the sheets that are
edited, every element that is not ours (x14 validations and conditional formats, sparklines).

Not safe, and therefore answered with a findings workbook:

==============  ===================================================================================
``not-ooxml``   .xls, .ods, an OLE .et, or an encrypted workbook (an OLE container)
``damaged``     a zip that cannot be read to its end, or without the parts that a workbook needs
``too-big``     more than MAX_UNPACKED bytes unpacked: a zip bomb, or nothing a clerk would fill
``binary``      .xlsb: its sheets are not XML
``strict``      Strict Open XML: other namespaces throughout, which LibreOffice and WPS half read
``signed``      a digital signature covers the parts and would be broken by any change
``shared``      a workbook shared the old way keeps a log that a new sheet would contradict
``encoding``    a part to be edited is not in UTF-8
``doctype``     a part with a document type: entities, that is to say an attack
==============  ===================================================================================
"""

from __future__ import annotations

import io
import zipfile

from ledgerkit.workbooks.package import DAMAGED_ZIP
from ledgerkit.workbooks.returned.opc import MAIN, OFFICE, TYPES_PART, OpcPackage, UnfitError

MAX_UNPACKED = 256 * 2**20
MAX_PART = 48 * 2**20
"""Bytes of one XML part to be edited: lxml needs about ten times as much memory."""

_SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


def opened(data: bytes) -> OpcPackage:
    """The package of a workbook that may be marked; UnfitError with one of the reasons above."""
    package = OpcPackage(_parts(data))
    if TYPES_PART not in package:
        raise UnfitError("not-ooxml")
    book = workbook_part(package)
    if book.lower().endswith(".bin"):
        raise UnfitError("binary")
    kinds = {relation.type for relation in package.relations()}
    if _SIGNATURE in kinds:
        raise UnfitError("signed")
    for relation in package.relations(book):
        if relation.type.endswith(("/revisionHeaders", "/usernames")):
            raise UnfitError("shared")
    if package.tree(book).tag != f"{{{MAIN}}}workbook":
        raise UnfitError("strict")
    return package


def workbook_part(package: OpcPackage) -> str:
    """The name of the main part; UnfitError if the package has none or is a Strict one."""
    for relation in package.relations():
        if relation.type == f"{OFFICE}/officeDocument" and relation.target in package:
            return relation.target
        if relation.type.endswith("/officeDocument") and "purl.oclc.org" in relation.type:
            raise UnfitError("strict")
    raise UnfitError("damaged")


def _parts(data: bytes) -> dict[str, bytes]:
    if not data.startswith(b"PK"):
        raise UnfitError("not-ooxml")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _look_at_the_directory(entries)
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except DAMAGED_ZIP as fault:
        raise UnfitError("damaged") from fault
    for name, content in parts.items():
        if name.lower().endswith((".xml", ".rels", ".vml")) and content.startswith(_UTF16):
            raise UnfitError("encoding")
    return parts


def _look_at_the_directory(entries: list[zipfile.ZipInfo]) -> None:
    """Judge a zip by its directory, before anything is unpacked."""
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) < len(names) or any(
        entry.flag_bits & 1 or entry.compress_type not in _PLAIN for entry in entries
    ):
        raise UnfitError("damaged")
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED or any(
        entry.file_size > MAX_PART
        for entry in entries
        if entry.filename.lower().startswith("xl/worksheets/")
    ):
        raise UnfitError("too-big")
