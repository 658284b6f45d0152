"""Which fonts this machine has, by every name that they go by."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_FAMILY, _FULL, _TYPOGRAPHIC = 1, 4, 16
"""Name records (OpenType, table “name”): a Chinese font says each in English and in Chinese."""


@cache
def families() -> frozenset[str]:
    """Family names and full names of all fonts, 仿宋_GB2312 as well as FangSong_GB2312."""
    from matplotlib import font_manager

    return frozenset(name for path in font_manager.findSystemFonts() for name in names(path))


def names(path: str) -> set[str]:
    """The names of all faces of a font file; none of one that cannot be read."""
    found: set[str] = set()
    for face in _faces(path):
        found |= _names(face)
    return found


def _faces(path: str) -> Iterator[TTFont]:
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    with contextlib.suppress(TTLibError, OSError, ValueError), Path(path).open("rb") as stream:
        if path.lower().endswith((".ttc", ".otc")):
            yield from TTCollection(stream, lazy=True).fonts
        else:
            yield TTFont(stream, lazy=True)


def _names(face: TTFont) -> set[str]:
    try:
        records = face["name"].names
    except Exception:  # a broken table raises whatever its bytes happen to lead to
        return set()
    wanted = [one for one in records if one.nameID in (_FAMILY, _FULL, _TYPOGRAPHIC)]
    return {one.toUnicode(errors="replace").strip() for one in wanted}
