"""Lines drawn as shapes: the red lines of a letterhead are often such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledgerkit.papers import standard
from ledgerkit.papers.lint.xml import (
    EMU_A_MM,
    WP,
    A,
    Element,
    V,
    chosen,
    local,
    twips,
    whole_number,
)

_THIN = 4
"""Millimetres: a shape no higher is a line."""
_COLOURS = {"red": standard.RED, "black": standard.BLACK}


@dataclass(frozen=True)
class DrawnLine:
    """A horizontal line; lengths in millimetres, ``compound`` as in DrawingML, sng or thickThin.

    ``page_offset`` is the distance from the page's upper edge, None where it is given otherwise.
    """

    width: float
    colour: str
    compound: str
    page_offset: float | None


def is_red(colour: str) -> bool:
    """Whether RRGGBB is a red: as 公文 is printed, FF0000 and its neighbours."""
    if not re.fullmatch("[0-9A-F]{6}", colour):
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 0xC0 and green <= 0x50 and blue <= 0x50


def lines(element: Element) -> Iterator[DrawnLine]:
    """Every line drawn in a paragraph, in DrawingML or VML."""
    for found in chosen(element):
        if found.tag in (f"{{{WP}}}anchor", f"{{{WP}}}inline"):
            yield from _drawn(found)
        elif local(found) in ("line", "rect", "shape") and found.tag.startswith(f"{{{V}}}"):
            yield from _vml(found)


def _drawn(element: Element) -> Iterator[DrawnLine]:
    extent = element.find(f"{{{WP}}}extent")
    stroke = element.find(f".//{{{A}}}ln")
    if extent is None or stroke is None:
        return
    width, height = (whole_number(extent.get(side)) or 0 for side in ("cx", "cy"))
    if height > _THIN * EMU_A_MM:
        return
    colour = stroke.find(f".//{{{A}}}srgbClr")
    vertical = element.find(f"{{{WP}}}positionV")
    offset = None
    if vertical is not None and vertical.get("relativeFrom") == "page":
        offset = whole_number(vertical.findtext(f"{{{WP}}}posOffset"))
    yield DrawnLine(
        width / EMU_A_MM,
        "" if colour is None else colour.get("val", "").upper(),
        stroke.get("cmpd", "sng"),
        None if offset is None else offset / EMU_A_MM,
    )


def _vml(element: Element) -> Iterator[DrawnLine]:
    style = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", element.get("style", "")))
    across = _across(element, style)
    colour = element.get("strokecolor", "black").split()[0].lstrip("#")
    stroke = element.find(f"{{{V}}}stroke")
    if across is None:
        return
    page = style.get("mso-position-vertical-relative") == "page"
    offset = twips(style.get("margin-top")) if page else None
    yield DrawnLine(
        across / standard.TWIPS_A_MM,
        _COLOURS.get(colour, colour.upper()),
        "sng" if stroke is None else stroke.get("linestyle", "sng"),
        None if offset is None else offset / standard.TWIPS_A_MM,
    )


def _across(element: Element, style: dict[str, str]) -> float | None:
    """Twips from end to end of what is a horizontal line, else None."""
    if local(element) == "line":
        ends = [[*element.get(name, "0,0").split(","), "0"][:2] for name in ("from", "to")]
        (left, top), (right, bottom) = (
            [twips(coordinate) or 0 for coordinate in end] for end in ends
        )
        return abs(right - left) if abs(bottom - top) <= _THIN * standard.TWIPS_A_MM else None
    height = twips(style.get("height"))
    width = twips(style.get("width"))
    thin = height is not None and height <= _THIN * standard.TWIPS_A_MM
    return width if thin else None
