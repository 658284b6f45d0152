"""An ODS content.xml searched as text: merged ranges, which calamine does not tell, and extents."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_TAG = re.compile(
    r"<table:(table|table-row|table-cell|covered-table-cell)((?:\s[^>]*)?/?)>|</table:(table-row)>"
)
_ATTRIBUTE = re.compile(
    r"\b(?:table:(name|number-rows-repeated|number-columns-repeated|number-rows-spanned"
    r'|number-columns-spanned)|office:(value-type))="([^"]*)"'
)


@dataclass
class OdsSheet:
    """What one sheet holds: its merges (0-based, inclusive), how far its values reach, how many."""

    merges: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    extent: tuple[int, int] = (0, 0)
    filled: int = 0


def ods_sheets(content: bytes) -> dict[str, OdsSheet]:
    """Every sheet of a content.xml by its name; what is repeated counts as often as it stands."""
    sheets: dict[str, OdsSheet] = {}
    sheet, row, column, repeated = OdsSheet(), 0, 0, 1
    for match in _TAG.finditer(content.decode("utf-8", "replace")):
        attributes = {
            name or other: value for name, other, value in _ATTRIBUTE.findall(match[2] or "")
        }
        if match[3] == "table-row":
            row += repeated
        elif match[1] == "table":
            sheet = sheets.setdefault(html.unescape(attributes.get("name", "")), OdsSheet())
            row = 0
        elif match[1] == "table-row":
            column, repeated = 0, int(attributes.get("number-rows-repeated", 1))
            if match[0].endswith("/>"):
                row += repeated
        elif match[1]:
            times = int(attributes.get("number-columns-repeated", 1))
            _note(sheet, row, column, repeated, times, attributes)
            column += times
    return sheets


def _note(
    sheet: OdsSheet, row: int, column: int, rows: int, columns: int, attributes: Mapping[str, str]
) -> None:
    """Take one cell into account: its span, and its value's place."""
    down = int(attributes.get("number-rows-spanned", 1))
    across = int(attributes.get("number-columns-spanned", 1))
    if down > 1 or across > 1:
        sheet.merges.append(((row, column), (row + down - 1, column + across - 1)))
    if "value-type" in attributes:
        sheet.filled += rows * columns
        sheet.extent = (
            max(sheet.extent[0], row + rows),
            max(sheet.extent[1], column + columns),
        )
