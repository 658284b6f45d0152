"""A .docx opened: its parts as XML, or why it cannot be read."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from ledgerkit.model.errors import LedgerkitError
from ledgerkit.papers.lint.xml import PACKAGE_RELATIONS, Element, parsed, w
from ledgerkit.workbooks.package import DAMAGED_ZIP

UNPACKED_LIMIT = 256 * 1024 * 1024
"""Bytes: a document of 500 pages with pictures needs about 100 million."""
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN = "/officeDocument"


class Unreadable(LedgerkitError):
    """Not a Word document that can be read; ``code`` says why in the catalogue of wordings."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class WordPackage:
    """The parts of a document by name; ``main`` is the name of its text."""

    data: bytes
    parts: Mapping[str, bytes]
    main: str

    @cached_property
    def text(self) -> Element:
        return parsed(self.parts[self.main])

    @cached_property
    def relations(self) -> Mapping[str, str]:
        """Relation id of the text → the part it points to."""
        return {key: target for key, (_, target) in _relations(self.parts, self.main).items()}

    def related(self, kind: str) -> Element | None:
        """The part of this kind that the text refers to (styles, settings, theme …)."""
        for found, target in _relations(self.parts, self.main).values():
            if found.endswith(f"/{kind}") and target in self.parts:
                return parsed(self.parts[target])
        return None

    def part(self, name: str) -> Element | None:
        """A part as XML, None if the package has none of this name."""
        return parsed(self.parts[name]) if name in self.parts else None


def opened(data: bytes) -> WordPackage:
    """The package with every part that lint reads found to be good; Unreadable if it is not."""
    if not data:
        raise Unreadable("word-empty")
    if data.startswith(_OLE):
        raise Unreadable("word-encrypted" if _ENCRYPTED in data else "word-old")
    if not data.startswith(_ZIP):
        raise Unreadable("word-other")
    parts = _unzipped(data)
    try:
        return _examined(data, parts)
    except etree.XMLSyntaxError as error:
        raise Unreadable("word-damaged") from error


def _unzipped(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                raise Unreadable("word-encrypted")
            if sum(entry.file_size for entry in entries) > UNPACKED_LIMIT:
                raise Unreadable("word-too-big")
            return {
                entry.filename.replace("\\", "/").lstrip("/"): archive.read(entry)
                for entry in entries
            }
    except DAMAGED_ZIP as error:
        raise Unreadable("word-damaged") from error


def _examined(data: bytes, parts: dict[str, bytes]) -> WordPackage:
    mains = [target for kind, target in _relations(parts, "").values() if kind.endswith(_MAIN)]
    main = next((name for name in (*mains, "word/document.xml") if name in parts), None)
    if main is None:
        raise Unreadable("word-other")
    package = WordPackage(data, parts, main)
    if package.text.tag != w("document") or package.text.find(w("body")) is None:
        raise Unreadable("word-other")
    for kind in ("styles", "settings", "numbering", "theme", "fontTable"):
        package.related(kind)
    for target in package.relations.values():
        if target in parts and target.endswith(".xml"):
            parsed(parts[target])
    return package


def _relations(parts: Mapping[str, bytes], source: str) -> dict[str, tuple[str, str]]:
    """Relation id → kind and target part, of a part or ("") of the whole package."""
    folder, name = posixpath.split(source)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in parts:
        return {}
    found = {}
    for relation in parsed(parts[path]).iter(f"{{{PACKAGE_RELATIONS}}}Relationship"):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", ""), name)
    return found
