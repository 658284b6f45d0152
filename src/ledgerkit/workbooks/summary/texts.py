"""Texts in cells: exactly what a clerk typed, within what a cell can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

LONGEST = 32_767
"""Excel's limit of characters in a cell, counted in UTF-16."""
NONE = "—"
"""In a cell of a list: there is nothing, or nothing is known."""
KEYS_IN_A_CELL = 60
"""About a dozen lines; Excel shows no row higher than 27 lines of text."""

_UNPRINTABLE = re.compile("[\ud800-\udfff]")


def write_exact(sheet: Any, row: int, column: int, text: str, style: Any) -> None:
    """A text as it is, whatever it looks like.

    XlsxWriter takes a text that begins with “<r>” and ends with “</r>” for markup of its own; such
    a one goes in as three runs.
    """
    text = exact(text)
    if text.startswith("<r>") and text.endswith("</r>"):
        sheet.write_rich_string(row, column, text[0], text[1], text[2:], style)
    else:
        sheet.write_string(row, column, text, style)


def exact(text: str) -> str:
    """The text as a cell can hold it: broken characters become �, an overlong text says so.

    Control characters stay: XlsxWriter writes them as Excel does (``_x0007_``).
    """
    text = _UNPRINTABLE.sub("�", text.replace("\r\n", "\n"))
    if len(text) * 2 <= LONGEST or _utf16(text) <= LONGEST:
        return text
    ending = f"……(全文共 {len(text)} 字,请看来源文件)"
    return _start(text, LONGEST - len(ending)) + ending


def pieces(text: str, longest: int = LONGEST) -> list[str]:
    """The text cut so that each piece fits a cell; together they are the whole text."""
    parts = []
    while _utf16(text) > longest:
        part = _start(text, longest)
        parts.append(part)
        text = text[len(part) :]
    return [*parts, text]


def portions(keys: Sequence[str]) -> list[str]:
    """All the keys joined by 、, in as many texts as cells are needed; one, empty, without any."""
    cells = [
        "、".join(keys[at : at + KEYS_IN_A_CELL]) for at in range(0, len(keys), KEYS_IN_A_CELL)
    ]
    return [piece for cell in cells for piece in pieces(cell)] or [""]


def _utf16(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _start(text: str, units: int) -> str:
    """As much of the text's start as so many UTF-16 units hold, never half a character."""
    return text.encode("utf-16-le", "replace")[: units * 2].decode("utf-16-le", "ignore")
