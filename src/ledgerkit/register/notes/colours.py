"""The colour that a person sees behind a cell: plain, of Excel's old palette, or of the theme."""

from __future__ import annotations

import colorsys
import xml.etree.ElementTree as ET
from typing import Any

from openpyxl.styles.colors import COLOR_INDEX, Color

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ORDER = (1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11)
"""Excel counts light before dark; the theme's part lists dark before light."""


def theme_colours(theme: bytes | str | None) -> tuple[str, ...]:
    """The theme's colours in the order in which cells number them; none without a theme."""
    if not theme:
        return ()
    scheme = ET.fromstring(theme).find(f".//{_DRAWING}clrScheme")
    if scheme is None:
        return ()
    found = [
        child.get("lastClr") or child.get("val") or "000000"
        for named in scheme
        for child in list(named)[:1]
    ]
    return tuple(found[at] for at in _ORDER) if len(found) == len(_ORDER) else ()


def fill_of(fill: Any, theme: tuple[str, ...]) -> str:
    """Six hexadecimal digits of a solid fill; "" for none, and for one that cannot be told.

    openpyxl hands out a proxy of the fill, which is of no class of its own; a gradient has no type.
    """
    if getattr(fill, "fill_type", None) != "solid":
        return ""
    rgb = _rgb(fill.fgColor, theme)
    return rgb.upper() if rgb else ""


def _rgb(color: Color, theme: tuple[str, ...]) -> str:
    if color.type == "rgb" and isinstance(color.rgb, str):
        return color.rgb[-6:]
    if color.type == "indexed" and color.indexed < len(COLOR_INDEX):
        return COLOR_INDEX[color.indexed][-6:]
    if color.type == "theme" and color.theme < len(theme):
        return _tinted(theme[color.theme], color.tint or 0.0)
    return ""


def _tinted(rgb: str, tint: float) -> str:
    """ECMA-376 18.8.19: a tint lightens or darkens in the HLS space."""
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)
