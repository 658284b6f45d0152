"""A cell's fill as Excel tells it: read before a mark is put over it, and set again."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Any

NONE, SOLID, _GRADIENTS = -4142, 1, (4000, 4001)
"""XlPattern."""
_TINT = 32767
"""Excel tells and takes a tint as so many parts of this."""
_LIGHT = 0xA0
"""A colour all of whose parts are above this is light: it cannot be read on our marks."""


@dataclass(frozen=True, slots=True)
class Fill:
    """The fill of cells: its pattern, its colour or the theme's with a tint, the pattern's ink."""

    pattern: int = NONE
    colour: int | None = None
    theme: int | None = None
    tint: int = 0
    ink: int | None = None

    @property
    def text(self) -> str:
        """The fill in letters that a defined name may hold."""
        return "_".join("x" if n is None else str(n).replace("-", "m") for n in astuple(self))

    @classmethod
    def parse(cls, text: str) -> Fill:
        """The fill of a text made by ``text``; ValueError, TypeError for any other."""
        numbers = [None if n == "x" else int(n.replace("m", "-")) for n in text.split("_")]
        return cls(*numbers)  # type: ignore[arg-type]

    def put(self, cells: Any) -> None:
        """Give cells this fill."""
        interior = cells.Interior
        interior.Pattern = self.pattern
        if self.pattern == NONE:
            return
        if self.theme is None:
            interior.Color = self.colour
        else:
            interior.ThemeColor = self.theme
            interior.TintAndShade = self.tint / _TINT
        if self.ink is not None:
            interior.PatternColor = self.ink


def solid(rgb: str) -> Fill:
    """A fill of one colour, given as RRGGBB or AARRGGBB; Excel counts blue highest."""
    red, green, blue = bytes.fromhex(rgb[-6:])
    return Fill(SOLID, red | green << 8 | blue << 16)


def read(cells: Any, *, single: bool = False) -> Fill | None:
    """The fill that all the cells have; None if they differ. ``single`` for a cell or a style."""
    interior = cells.Interior
    pattern = interior.Pattern
    if pattern is None:
        return None
    if int(pattern) == NONE or int(pattern) in _GRADIENTS:
        return Fill(int(pattern))
    colour = colour_of(cells, single=single)
    if colour is None:
        return None
    theme = _theme(interior)
    return Fill(
        int(pattern),
        colour,
        theme,
        round(interior.TintAndShade * _TINT) if theme else 0,
        None if int(pattern) == SOLID else int(interior.PatternColor),
    )


def colour_of(cells: Any, *, single: bool = False) -> int | None:
    """The colour that all the cells have; None if they differ, which Excel tells as black."""
    colour = cells.Interior.Color
    if colour is None or (int(colour) == 0 and not single and cells.Count > 1):
        return None
    return int(colour)


def can_be_marked(fill: Fill, cells: Any) -> bool | None:
    """Whether our colour may go over a fill: neither over a gradient nor under white letters.

    None if the cells' letters differ.
    """
    if fill.pattern in _GRADIENTS:
        return False
    if fill.pattern == NONE:
        return True
    ink = cells.Font.Color
    return None if ink is None else min(int(ink).to_bytes(3, "little")) <= _LIGHT


def _theme(interior: Any) -> int | None:
    """The number of the theme's colour; None for another, of which Excel tells no number."""
    try:
        theme = interior.ThemeColor
    except Exception:
        return None
    return int(theme) if theme and int(theme) > 0 else None
