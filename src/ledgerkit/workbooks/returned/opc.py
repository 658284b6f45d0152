"""An OOXML package in memory: its parts, what they are, and how they refer to one another.

A part that is only looked at keeps its bytes; one that is edited is written anew by lxml, which
keeps prefixes, attribute order and white space. (Open Packaging Conventions, ECMA-376 part 2.)
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice

from lxml import etree
from lxml.etree import _Element as Element

from ledgerkit.model.errors import LedgerkitError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
TYPES_PART = "[Content_Types].xml"


class UnfitError(LedgerkitError):
    """This package cannot be marked without harm; ``args[0]`` is the reason (fidelity.py)."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship; ``target`` is a part's name, or an outside address as it stands."""

    id: str
    type: str
    target: str
    external: bool


def parse(data: bytes) -> Element:
    """The root of an XML part; UnfitError for what is not plain, bounded XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise UnfitError("damaged") from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnfitError("doctype")
    return root


def rels_part(part: str) -> str:
    """The name of the part that holds another part's relationships ("" is the package itself)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class OpcPackage:
    """The parts of one package; names are found whatever their case, as Excel finds them."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self._names = {name.lower(): name for name in parts}
        self._trees: dict[str, Element] = {}
        self._edited: set[str] = set()

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._names

    def read(self, part: str) -> bytes:
        """The bytes of a part; UnfitError if there is no such part."""
        try:
            return self.parts[self._names[part.lower()]]
        except KeyError as fault:
            raise UnfitError("damaged") from fault

    def tree(self, part: str) -> Element:
        """The root of an XML part, for looking only."""
        if part not in self._trees:
            self._trees[part] = parse(self.read(part))
        return self._trees[part]

    def edit(self, part: str) -> Element:
        """The root of an XML part, to be written anew."""
        self._edited.add(part)
        return self.tree(part)

    def is_edited(self, part: str) -> bool:
        """Whether a part will be written anew."""
        return part in self._edited

    def put(self, part: str, data: bytes) -> None:
        """Add a part or replace its bytes."""
        self.parts[self._names.setdefault(part.lower(), part)] = data
        self._trees.pop(part, None)
        self._edited.discard(part)

    def drop(self, part: str) -> None:
        """Take a part and its relationships out of the package."""
        for name in (part, rels_part(part)):
            if name in self:
                del self.parts[self._names.pop(name.lower())]
            self._trees.pop(name, None)
            self._edited.discard(name)
        types = self.edit(TYPES_PART)
        for override in types.findall(f"{{{_TYPES}}}Override"):
            if override.get("PartName", "").lower() == f"/{part}".lower():
                types.remove(override)

    def free_name(self, pattern: str) -> str:
        """The first part name of a pattern such as ``xl/comments{}.xml`` that is not taken."""
        number = 1
        while pattern.format(number) in self:
            number += 1
        return pattern.format(number)

    def declare(self, part: str, content_type: str) -> None:
        """Say what a part is."""
        override = etree.SubElement(self.edit(TYPES_PART), f"{{{_TYPES}}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", content_type)

    def declare_extension(self, extension: str, content_type: str) -> None:
        """Say what parts with this extension are, unless that is said already."""
        types = self.tree(TYPES_PART)
        defaults = types.findall(f"{{{_TYPES}}}Default")
        if all(default.get("Extension", "").lower() != extension for default in defaults):
            default = etree.Element(f"{{{_TYPES}}}Default")
            default.set("Extension", extension)
            default.set("ContentType", content_type)
            self.edit(TYPES_PART).insert(0, default)

    def content_type(self, part: str) -> str:
        """What a part is said to be, "" if nothing is said."""
        types = self.tree(TYPES_PART)
        for override in types.findall(f"{{{_TYPES}}}Override"):
            if override.get("PartName", "").lower() == f"/{part}".lower():
                return override.get("ContentType", "")
        for default in types.findall(f"{{{_TYPES}}}Default"):
            if part.lower().endswith(f".{default.get('Extension', '').lower()}"):
                return default.get("ContentType", "")
        return ""

    def relations(self, part: str = "") -> Iterator[Relation]:
        """The relationships of a part, or of the package itself."""
        name = rels_part(part)
        if name not in self:
            return
        for element in self.tree(name).findall(f"{{{_RELS}}}Relationship"):
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            yield Relation(
                element.get("Id", ""),
                element.get("Type", ""),
                target if external else _resolved(part, target),
                external,
            )

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relationship of an Office ``kind`` (its last word) to a part; its id."""
        return self._relate(part, kind, [{"Target": f"/{target}"}])[0]

    def relate_outside(self, part: str, kind: str, target: str, times: int) -> list[str]:
        """Add relationships to one outside address, one for each use as Excel has it; their ids."""
        return self._relate(part, kind, [{"Target": target, "TargetMode": "External"}] * times)

    def _relate(self, part: str, kind: str, targets: list[dict[str, str]]) -> list[str]:
        name = rels_part(part)
        if name not in self:
            self.put(name, f'<Relationships xmlns="{_RELS}"/>'.encode())
        taken = {relation.id for relation in self.relations(part)}
        free = (f"rId{number}" for number in count(1) if f"rId{number}" not in taken)
        ids = list(islice(free, len(targets)))
        for relation_id, target in zip(ids, targets, strict=True):
            element = etree.SubElement(self.edit(name), f"{{{_RELS}}}Relationship")
            element.set("Id", relation_id)
            element.set("Type", f"{OFFICE}/{kind}")
            for attribute, value in target.items():
                element.set(attribute, value)
        return ids

    def unrelate(self, part: str, relation_id: str) -> None:
        """Take a relationship away."""
        relations = self.edit(rels_part(part))
        for element in relations.findall(f"{{{_RELS}}}Relationship"):
            if element.get("Id") == relation_id:
                relations.remove(element)

    def save(self) -> bytes:
        """The package as a zip; its times and authors are for workbooks/package.py to fix."""
        for part in self._edited:
            self.parts[self._names[part.lower()]] = etree.tostring(
                self._trees[part].getroottree(),
                xml_declaration=True,
                encoding="UTF-8",
                standalone=True,
            )
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as out:
            for name, data in self.parts.items():
                out.writestr(name, data)
        return target.getvalue()


def _resolved(part: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
