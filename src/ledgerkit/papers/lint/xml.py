"""Reading WordprocessingML: names, switches and measures, of Transitional and Strict documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
V = "urn:schemas-microsoft-com:vml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
EMU_A_MM = 36000
"""The unit of drawings."""
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.encode()),
)
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_TWIPS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pt": 20, "pc": 240, "pi": 240}
_OFF = frozenset(("0", "false", "off", "none"))

Element = etree._Element


def parsed(part: bytes) -> Element:
    """The root of a part; etree.XMLSyntaxError where it is no XML. Nothing outside it is read."""
    for strict, transitional in _STRICT:
        part = part.replace(strict, transitional)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(part, parser)


def w(name: str) -> str:
    """The full name of a tag or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def local(element: Element) -> str:
    """A tag without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element | None, path: str, attribute: str = "val") -> str | None:
    """An attribute of a child, both by their local names; None if either is absent."""
    if element is None:
        return None
    found = element.find("/".join(w(name) for name in path.split("/")))
    return None if found is None else found.get(w(attribute))


def spelt(element: Element, tag: str) -> str:
    """The texts of all elements of a tag below, joined."""
    return "".join(found.text or "" for found in element.iter(w(tag)))


def switched(element: Element | None, name: str) -> bool:
    """Whether a child that says yes or no is there and says yes."""
    if element is None or (found := element.find(w(name))) is None:
        return False
    return is_on(found.get(w("val")))


def is_on(text: str | None) -> bool:
    """What a switch means; one without a value is on."""
    return text is None or text.lower() not in _OFF


def twips(measure: str | None) -> float | None:
    """A length in twips, of “579” as of “210mm”; None for what is no length."""
    if measure is None or not (found := _MEASURE.fullmatch(measure.strip())):
        return None
    return float(found[1]) * _TWIPS.get(found[2], 1)


def whole_number(number: str | None) -> int | None:
    """A whole number, None for what is none."""
    try:
        return None if number is None else round(float(number))
    except (ValueError, OverflowError):
        return None


def chosen(element: Element) -> Iterator[Element]:
    """All below in document order; of alternative contents only the first."""
    for child in element:
        if child.tag == f"{{{MC}}}Fallback":
            continue
        yield child
        yield from chosen(child)
