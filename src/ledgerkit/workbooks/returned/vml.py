"""Shapes of notes in a VML drawing, the box that Excel, WPS and LibreOffice show a note in.

VML as Excel writes it is not always well-formed XML, so it is edited as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from ledgerkit.workbooks.returned.boxes import LINE, Box
from ledgerkit.workbooks.returned.cells import position
from ledgerkit.workbooks.returned.opc import UnfitError

Spot = tuple[int, int]
"""Row and column from 1."""

EMPTY = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" '
    b'xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_NAMESPACES = (
    b' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE_TYPE = (
    b'<v:shapetype%s id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    b'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    b'<v:shape%s id="_x0000_s%d" type="#_x0000_t202" '
    b'style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
    b'o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    b'<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    b'<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    b'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    b"<x:Anchor>%d, 15, %d, 4, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    b"<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
)
_ANY_SHAPE = re.compile(
    rb"<(?:\w+:)?shape\b(?:(?!</(?:\w+:)?shape>).)*</(?:\w+:)?shape>", re.DOTALL
)
_NOTE_AT = re.compile(
    rb"ObjectType=[\"']Note[\"'].*?<(?:\w+:)?Row>\s*(\d+)\s*<.*?<(?:\w+:)?Column>\s*(\d+)\s*<",
    re.DOTALL,
)
_IDMAP = re.compile(rb"(<(?:\w+:)?idmap\b[^>]*?\bdata=)([\"'])([\d, ]*)[\"']")
_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor>(?:\s*\d+\s*,){6}\s*)(\d+)")
_HEIGHT = re.compile(rb"(\bheight:\s*)([\d.]+)(?=px|pt)")


def added(vml: bytes, shapes: Mapping[str, Box]) -> bytes:
    """The drawing with notes in boxes, by address."""
    end = vml.rfind(b"</xml>")
    if end < 0:
        raise UnfitError("damaged")
    spaces = b"" if all(f"xmlns:{p}=".encode() in vml for p in "vox") else _NAMESPACES
    last = max([1024, *map(int, re.findall(rb"_x0000_s(\d+)", vml))])
    new = [] if b'"_x0000_t202"' in vml else [_SHAPE_TYPE % spaces]
    for number, (address, box) in enumerate(shapes.items(), last + 1):
        row, column = position(address)
        new.append(_SHAPE % (spaces, number, *box, row - 1, column - 1))
    return _widened(vml[:end] + b"".join(new) + vml[end:])


def _widened(vml: bytes) -> bytes:
    """The drawing with every block of 1,024 shape numbers that it uses named in its idmap."""

    def named(match: re.Match[bytes]) -> bytes:
        blocks = {int(block) for block in re.findall(rb"\d+", match[3])}
        blocks |= {int(number) // 1024 for number in re.findall(rb"_x0000_s(\d+)", vml)}
        data = ",".join(str(block) for block in sorted(blocks)).encode()
        return match[1] + b'"' + data + b'"'

    return _IDMAP.sub(named, vml, count=1)


def removed(vml: bytes, cells: Collection[Spot]) -> bytes:
    """The drawing without the notes of some cells."""
    return _each_note(vml, lambda shape, spot: b"" if spot in cells else shape)


def stretched(vml: bytes, lines: Mapping[Spot, int]) -> bytes:
    """The drawing with notes made taller by some lines of text, or shorter again."""

    def taller(shape: bytes, spot: Spot) -> bytes:
        more = lines.get(spot, 0)
        if not more:
            return shape
        if _ANCHOR.search(shape):
            return _ANCHOR.sub(lambda m: m[1] + b"%d" % max(1, int(m[2]) + more), shape, count=1)
        return _HEIGHT.sub(lambda m: m[1] + b"%g" % (float(m[2]) + LINE * more), shape, count=1)

    return _each_note(vml, taller)


def _each_note(vml: bytes, change: Callable[[bytes, Spot], bytes]) -> bytes:
    def changed(match: re.Match[bytes]) -> bytes:
        note = _NOTE_AT.search(match[0])
        return change(match[0], (int(note[1]) + 1, int(note[2]) + 1)) if note else match[0]

    return _ANY_SHAPE.sub(changed, vml)
