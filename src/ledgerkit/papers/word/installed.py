"""Which fonts this machine has, by every name that they go by: asked of the system each time, for
a font that somebody installs is there from the next document on.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_FAMILY, _FULL, _TYPOGRAPHIC = 1, 4, 16
"""Name records (OpenType, table “name”): a Chinese font says each in English and in Chinese."""
_REGULAR = 400
_ITALIC = 1
"""Bit of fsSelection (OpenType, table “OS/2”)."""


@dataclass(frozen=True)
class InstalledFace:
    """A face of a font file; one file may hold several."""

    path: Path
    names: frozenset[str]
    weight: int = _REGULAR
    italic: bool = False


def families() -> frozenset[str]:
    """Family names and full names of all fonts, 仿宋_GB2312 as well as FangSong_GB2312."""
    return frozenset(name for face in _installed() for name in face.names)


def file_of(*choice: str) -> Path | None:
    """The file of the first of these families that there is; its face nearest to regular."""
    found = tuple(_installed())
    for family in choice:
        if own := [face for face in found if family in face.names]:
            return min(own, key=_distance).path
    return None


def faces(path: Path) -> tuple[InstalledFace, ...]:
    """The faces of a font file; none of one that cannot be read."""
    try:
        return _faces(path, path.stat().st_mtime_ns)
    except OSError:
        return ()


def _installed() -> Iterator[InstalledFace]:
    from matplotlib import font_manager

    for path in font_manager.findSystemFonts():
        yield from faces(Path(path))


def _distance(face: InstalledFace) -> tuple[bool, int, str]:
    return face.italic, abs(face.weight - _REGULAR), str(face.path)


@cache
def _faces(path: Path, changed: int) -> tuple[InstalledFace, ...]:
    """What a file of this age holds."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    found: list[InstalledFace] = []
    with contextlib.suppress(TTLibError, OSError, ValueError), path.open("rb") as stream:
        if path.suffix.lower() in (".ttc", ".otc"):
            found += [_face(path, font) for font in TTCollection(stream, lazy=True).fonts]
        else:
            found.append(_face(path, TTFont(stream, lazy=True)))
    return tuple(found)


def _face(path: Path, font: TTFont) -> InstalledFace:
    try:
        records = [
            record
            for record in font["name"].names
            if record.nameID in (_FAMILY, _FULL, _TYPOGRAPHIC)
        ]
        names = frozenset(record.toUnicode(errors="replace").strip() for record in records)
        style = font.get("OS/2")
        if style is None:
            return InstalledFace(path, names)
        return InstalledFace(path, names, style.usWeightClass, bool(style.fsSelection & _ITALIC))
    except Exception:  # a broken table raises whatever its bytes happen to lead to
        return InstalledFace(path, frozenset())
