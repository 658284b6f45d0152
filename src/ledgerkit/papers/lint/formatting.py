"""How a paragraph and its characters come out: every property with the value that holds.

Properties are kept flat, “rFonts@ascii” → “宋体”, so that one layer over another is one mapping
over another; attributes of fonts, indents and spacing are inherited one by one, as Word does it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ledgerkit.papers import standard
from ledgerkit.papers.lint.xml import Element, is_on, local, twips, whole_number

Properties = Mapping[str, str]
"""“child@attribute” or “child/grandchild@attribute” → value as written."""
TOGGLES = ("b@val", "i@val", "strike@val", "vanish@val")
"""Set in two kinds of style, they cancel each other out (ISO 29500-1, 17.7.3)."""
_FACES = ("ascii", "hAnsi", "eastAsia", "cs")
_SKIPPED = frozenset(("sectPr", "rPr", "pPrChange", "rPrChange"))


def read(element: Element | None) -> dict[str, str]:
    """The properties that a pPr or rPr states; a switch without a value is “1”."""
    found: dict[str, str] = {}
    for child in element if element is not None else ():
        if (name := local(child)) and name not in _SKIPPED:
            _state(found, name, child)
            for inner in child:
                _state(found, f"{name}/{local(inner)}", inner)
    return found


def _state(found: dict[str, str], name: str, element: Element) -> None:
    if not element.attrib:
        found[f"{name}@val"] = "1"
    for attribute, content in element.attrib.items():
        found[f"{name}@{str(attribute).rpartition('}')[2]}"] = str(content)


def over(base: Properties, layer: Properties) -> dict[str, str]:
    """A layer over what was inherited: a font it names takes the place of a theme's."""
    merged = dict(base)
    for face in _FACES:
        theme = "cstheme" if face == "cs" else f"{face}Theme"
        if f"rFonts@{face}" in layer and f"rFonts@{theme}" not in layer:
            merged.pop(f"rFonts@{theme}", None)
    merged.update(layer)
    return merged


def toggled(base: Properties, layer: Properties) -> dict[str, str]:
    """As ``over``, for the next kind of style: what both switch on is off."""
    merged = over(base, layer)
    for name in TOGGLES:
        if name in layer:
            merged[name] = "1" if _is_on(base, name) != is_on(layer[name]) else "0"
    return merged


@dataclass(frozen=True)
class Type:
    """How characters look; sizes in points, ``spacing`` in twips, colour as RRGGBB."""

    ascii: str
    high: str
    """The font of quotes, dashes and accented letters, where nothing says that they are Chinese."""
    east: str
    themed: bool
    """A font was taken from the theme."""
    hint: bool
    """Signs that both scripts have are Chinese ones."""
    size: float
    bold: bool
    italic: bool
    hidden: bool
    colour: str
    spacing: float


def type_of(properties: Properties, theme: Mapping[str, str]) -> Type:
    """The look that these properties give; ``theme`` maps “majorEastAsia” … to fonts."""
    fonts, themed = {}, False
    for face in _FACES[:3]:
        reference = properties.get(f"rFonts@{face}Theme")
        themed = themed or reference is not None
        named = properties.get(f"rFonts@{face}", "Times New Roman")
        fonts[face] = theme.get(reference, "") if reference else named
    size = whole_number(properties.get("sz@val"))
    return Type(
        fonts["ascii"],
        fonts["hAnsi"],
        fonts["eastAsia"],
        themed,
        properties.get("rFonts@hint") == "eastAsia",
        size / 2 if size and size > 0 else 10,
        _is_on(properties, "b@val"),
        _is_on(properties, "i@val"),
        _is_on(properties, "vanish@val"),
        _colour(properties),
        twips(properties.get("spacing@val")) or 0,
    )


def _is_on(properties: Properties, name: str) -> bool:
    return name in properties and is_on(properties[name])


def _colour(properties: Properties) -> str:
    """RRGGBB; automatic is black."""
    if properties.get("color@themeColor") in ("text1", "dark1"):
        return standard.BLACK
    colour = properties.get("color@val", "auto").upper()
    return standard.BLACK if colour in ("AUTO", "1") else colour


@dataclass(frozen=True)
class ParagraphLayout:
    """How a paragraph stands; lengths in twips, indents also in characters of its own size."""

    properties: Properties
    size: float
    """Points of its first characters: what an indent in characters is measured by."""

    @property
    def align(self) -> str:
        alignment = self.properties.get("jc@val", "both")
        return {"start": "left", "end": "right", "distribute": "both"}.get(alignment, alignment)

    def _twips(self, name: str) -> float:
        return twips(self.properties.get(name)) or 0

    def _indent(self, *names: str) -> float:
        """In characters: those that are given in characters count, unless they are 0."""
        for name in names:
            if counted := whole_number(self.properties.get(f"ind@{name}Chars")):
                return counted / 100
        for name in names:
            if f"ind@{name}" in self.properties:
                return self._twips(f"ind@{name}") / (self.size * standard.TWIPS_A_POINT)
        return 0

    @property
    def left(self) -> float:
        return self._indent("left", "start")

    @property
    def right(self) -> float:
        return self._indent("right", "end")

    @property
    def first(self) -> float:
        """Of the first line; negative where it hangs."""
        hanging = self._indent("hanging")
        return -hanging if hanging else self._indent("firstLine")

    def gap(self, side: str, line: float) -> float:
        """Space ``before`` or ``after``, where it is given in lines by this pitch."""
        lines = whole_number(self.properties.get(f"spacing@{side}Lines"))
        return lines / 100 * line if lines else self._twips(f"spacing@{side}")

    @property
    def exact(self) -> float | None:
        """The fixed pitch; None where it follows the characters."""
        if self.properties.get("spacing@lineRule", "auto") == "exact":
            return self._twips("spacing@line")
        return None

    @property
    def multiple(self) -> float:
        """Lines per line where the pitch is not fixed."""
        if self.properties.get("spacing@lineRule", "auto") != "auto":
            return 1
        return (twips(self.properties.get("spacing@line")) or 240) / 240

    @property
    def on_grid(self) -> bool:
        return is_on(self.properties.get("snapToGrid@val", "1"))

    @property
    def framed(self) -> bool:
        return any(name.startswith("framePr@") for name in self.properties)

    def border(self, side: str) -> Border | None:
        """The line above (``top``) or below (``bottom``)."""
        kind = self.properties.get(f"pBdr/{side}@val", "nil")
        if kind in ("nil", "none"):
            return None
        return Border(
            kind,
            (whole_number(self.properties.get(f"pBdr/{side}@sz")) or 0) / 8,
            whole_number(self.properties.get(f"pBdr/{side}@space")) or 0,
            self.properties.get(f"pBdr/{side}@color", "auto").upper(),
        )


@dataclass(frozen=True)
class Border:
    """A line along a paragraph; width and distance from the text in points."""

    kind: str
    width: float
    space: int
    colour: str
