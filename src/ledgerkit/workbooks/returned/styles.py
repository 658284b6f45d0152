"""The styles part: our two fills over whatever stands in a cell, and the way back.

What a cell looked like before is kept in a named cell style of its own, 检查标记 N NAME: that
style holds the former fill, and NAME is the former named style. The cell points at it, so the
memory goes wherever the cell goes when rows are inserted, sorted or copied, and it outlives
saving by Excel, WPS and LibreOffice, which renumber everything else in this part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element as Element

from ledgerkit.model.finding import Severity
from ledgerkit.workbooks.returned.opc import MAIN, OpcPackage

COLOURS: Mapping[Severity, str] = {Severity.MUST: "FFFFC4BD", Severity.LOOK: "FFFFEBA6"}
"""The fills of marked cells, ARGB; shades that no program offers, so that they are known again."""

_LIGHT = 0xA0
"""A colour all of whose parts are above this is light."""

MEMORY = re.compile(r"检查标记 \d+ (.*)", re.DOTALL)
"""The name of a named style that remembers a cell; the former named style is in the brackets."""
_SECTIONS = {
    "numFmts": "",
    "fonts": '<font><sz val="11"/><name val="宋体"/></font>',
    "fills": '<fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>',
    "borders": "<border><left/><right/><top/><bottom/><diagonal/></border>",
    "cellStyleXfs": '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    "cellXfs": '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    "cellStyles": '<cellStyle name="Normal" xfId="0" builtinId="0"/>',
}
"""The sections in their order, each with what it holds at the least."""
EMPTY = f'<styleSheet xmlns="{MAIN}"/>'.encode()


def fill_xml(argb: str) -> str:
    """A solid fill of one colour."""
    return (
        f'<fill><patternFill patternType="solid"><fgColor rgb="{argb}"/>'
        '<bgColor indexed="64"/></patternFill></fill>'
    )


class StylesPart:
    """The styles part of one package; what is added twice is there once."""

    def __init__(self, package: OpcPackage, part: str) -> None:
        self._package, self._part = package, part
        self._root = package.tree(part)
        self._marked: dict[tuple[int, Severity], int] = {}
        for section, least in _SECTIONS.items():
            if least:
                self._section(section)

    def marked(self, style: int, severity: Severity) -> int:
        """The style that looks like ``style`` with our fill, and remembers it."""
        key = (style, severity)
        if key not in self._marked:
            xf = _copy(self._xf(style))
            xf.set("xfId", str(self._memory(style)))
            xf.set("fillId", str(self.add("fills", fill_xml(COLOURS[severity]))))
            xf.set("applyFill", "1")
            if _is_light(self._font(xf)):
                xf.set("fontId", str(self._added("fonts", _darkened(self._font(xf)))))
            self._marked[key] = self._added("cellXfs", xf)
        return self._marked[key]

    def remembers(self) -> bool:
        """Whether any named style is a memory of ours."""
        return bool(self._memories())

    def originals(self) -> dict[int, int]:
        """Every marked style → the style that was there before."""
        ours = {self.find("fills", fill_xml(colour)) for colour in COLOURS.values()}
        ours |= self._coloured()
        memories = self._memories()
        count = len(self._section("cellXfs"))
        return {
            at: self._original(at, memories, ours)
            for at in range(count)
            if self._parent(at) in memories or int(self._xf(at).get("fillId", "0")) in ours
        }

    def add(self, section: str, xml: str) -> int:
        """The index of an element in fonts, fills or borders, added if it is not there."""
        return self._added(section, _element(xml))

    def find(self, section: str, xml: str) -> int:
        """The index of an element in a section, -1 if it is not there."""
        return self._index(section, _element(xml))

    def style(self, *, font: str, fill: str, border: str, alignment: str) -> int:
        """The index of a cell style made of these pieces of XML ("" is the default)."""
        ids = {
            "fontId": self.add("fonts", font),
            "fillId": self.add("fills", fill) if fill else 0,
            "borderId": self.add("borders", border) if border else 0,
        }
        applied = 'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
        pairs = " ".join(f'{name}="{value}"' for name, value in ids.items())
        return self._added(
            "cellXfs", _element(f'<xf numFmtId="0" {pairs} xfId="0" {applied}>{alignment}</xf>')
        )

    def _memory(self, style: int) -> int:
        """The index, among the named styles' formats, of the one that remembers ``style``."""
        before = _copy(self._xf(style))
        parent = self._style_name(int(before.attrib.pop("xfId", "0")))
        named = self._section("cellStyles")
        for index, name in self._memories().items():
            if name == parent and _key(self._section("cellStyleXfs")[index]) == _key(before):
                return index
        index = self._append("cellStyleXfs", before)
        taken = {style.get("name") for style in named}
        number = 1
        while (name := f"检查标记 {number} {parent[:200]}") in taken:
            number += 1
        memory = etree.SubElement(named, f"{{{MAIN}}}cellStyle")
        memory.set("name", name)
        memory.set("xfId", str(index))
        self._count(named)
        return index

    def _memories(self) -> dict[int, str]:
        """Formats of named styles that are ours → the name of the style before."""
        found = {}
        for named in self._section("cellStyles"):
            if match := MEMORY.fullmatch(named.get("name", "")):
                found[int(named.get("xfId", "0"))] = match[1]
        return found

    def _original(self, at: int, memories: Mapping[int, str], ours: set[int]) -> int:
        xf = _copy(self._xf(at))
        parent = self._parent(at)
        memory = self._section("cellStyleXfs")[parent] if parent in memories else None
        if int(xf.get("fillId", "0")) in ours:
            xf.set("fillId", "0" if memory is None else memory.get("fillId", "0"))
            xf.attrib.pop("applyFill", "")
            if memory is not None and memory.get("applyFill"):
                xf.set("applyFill", memory.get("applyFill", ""))
            if memory is not None and _is_light(self._font(memory)):
                xf.set("fontId", memory.get("fontId", "0"))
        if memory is not None:
            xf.set("xfId", str(self._style_index(memories[parent])))
        alike = [index for index, other in enumerate(self._section("cellXfs")) if _alike(other, xf)]
        exact = [index for index in alike if _key(self._xf(index)) == _key(xf)]
        return (exact or alike or [-1])[0] if exact or alike else self._append("cellXfs", xf)

    def _coloured(self) -> set[int]:
        """Fills of our colours, however another program has written them."""
        return {
            at
            for at, fill in enumerate(self._section("fills"))
            for colour in fill.iter(f"{{{MAIN}}}fgColor")
            if colour.get("rgb", "").upper() in COLOURS.values()
        }

    def _style_name(self, index: int) -> str:
        for named in self._section("cellStyles"):
            if int(named.get("xfId", "0")) == index:
                return named.get("name", "")
        return ""

    def _style_index(self, name: str) -> int:
        """The named style's format by name, else that of the built-in default style."""
        fallback = 0
        for named in self._section("cellStyles"):
            if named.get("name") == name:
                return int(named.get("xfId", "0"))
            if named.get("builtinId") == "0":
                fallback = int(named.get("xfId", "0"))
        return fallback

    def _xf(self, style: int) -> Element:
        formats = self._section("cellXfs")
        return formats[style if style < len(formats) else 0]

    def _font(self, xf: Element) -> Element:
        return self._section("fonts")[int(xf.get("fontId", "0"))]

    def _parent(self, style: int) -> int:
        return int(self._xf(style).get("xfId", "0"))

    def _section(self, name: str) -> Element:
        section = self._root.find(f"{{{MAIN}}}{name}")
        if section is None:
            section = _element(f"<{name}>{_SECTIONS[name]}</{name}>")
            before = list(_SECTIONS)[: list(_SECTIONS).index(name)]
            at = sum(1 for child in self._root if etree.QName(child).localname in before)
            self._root.insert(at, section)
            self._count(section)
        return section

    def _index(self, section: str, element: Element) -> int:
        for at, other in enumerate(self._section(section)):
            if _key(other) == _key(element):
                return at
        return -1

    def _added(self, section: str, element: Element) -> int:
        at = self._index(section, element)
        return at if at >= 0 else self._append(section, element)

    def _append(self, section: str, element: Element) -> int:
        parent = self._section(section)
        parent.append(element)
        self._count(parent)
        return len(parent) - 1

    def _count(self, section: Element) -> None:
        section.set("count", str(len(section)))
        self._package.edit(self._part)


def _element(xml: str) -> Element:
    """An element of the main namespace from a piece of XML without prefixes."""
    return etree.fromstring(f'<x xmlns="{MAIN}">{xml}</x>')[0]


def _copy(element: Element) -> Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def _is_light(font: Element) -> bool:
    """Whether a font, made for a dark fill, could not be read on one of ours."""
    colour = font.find(f"{{{MAIN}}}color")
    if colour is None:
        return False
    if rgb := colour.get("rgb"):
        return min(bytes.fromhex(rgb[-6:])) > _LIGHT
    return colour.get("theme") == "0" or colour.get("indexed") in ("1", "9")


def _darkened(font: Element) -> Element:
    dark = _copy(font)
    for colour in dark.findall(f"{{{MAIN}}}color"):
        colour.attrib.clear()
        colour.set("rgb", "FF1F1F1F")
    return dark


_Key = tuple[str, tuple[tuple[str, str], ...], tuple[object, ...]]


def _key(element: Element, *but: str) -> _Key:
    """What makes two elements the same, whatever their prefixes and the order of attributes."""
    attributes = sorted((str(k), str(v)) for k, v in element.attrib.items() if k not in but)
    return str(element.tag), tuple(attributes), tuple(_key(child) for child in element)


def _alike(first: Element, second: Element) -> bool:
    """Equal but for applyFill, which programs add and drop as they save."""
    return _key(first, "applyFill") == _key(second, "applyFill")
