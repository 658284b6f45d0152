"""Automatic numbering: what stands before a paragraph, and the indents that come with it."""

from __future__ import annotations

from collections.abc import Mapping

from ledgerkit.papers.lint import formatting
from ledgerkit.papers.lint.formatting import Properties
from ledgerkit.papers.lint.xml import Element, value, w

_FIRST = {
    "decimal": "1",
    "chineseCounting": "一",
    "chineseCountingThousand": "一",
    "japaneseCounting": "一",
    "ideographDigital": "一",
    "chineseLegalSimplified": "壹",
    "decimalEnclosedCircle": "①",
    "decimalEnclosedCircleChinese": "①",
    "decimalFullWidth": "１",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}


class ListNumbering:
    """The lists of a document, each by its number and level."""

    def __init__(self, root: Element | None) -> None:
        abstract: dict[str, Element] = {}
        self._lists: dict[str, Mapping[str, Element]] = {}
        if root is None:
            return
        for definition in root.iter(w("abstractNum")):
            abstract[definition.get(w("abstractNumId"), "")] = definition
        for number in root.iter(w("num")):
            levels = _levels(abstract.get(value(number, "abstractNumId") or ""))
            for override in number.iter(w("lvlOverride")):
                levels |= _levels(override)
            self._lists[number.get(w("numId"), "")] = levels

    def _level(self, properties: Properties) -> Element | None:
        levels = self._lists.get(properties.get("numPr/numId@val", "0"), {})
        return levels.get(properties.get("numPr/ilvl@val", "0"))

    def ordinal(self, properties: Properties) -> str:
        """The first ordinal of the list that a paragraph with these properties is in."""
        level = self._level(properties)
        if level is None or (kind := value(level, "numFmt")) in ("bullet", "none"):
            return ""
        text = value(level, "lvlText") or ""
        for at in range(1, 10):
            text = text.replace(f"%{at}", _FIRST.get(kind or "", "1"))
        return text

    def layout(self, properties: Properties) -> Properties:
        """The indents that the list gives its paragraphs."""
        level = self._level(properties)
        return formatting.read(level.find(w("pPr"))) if level is not None else {}


def _levels(element: Element | None) -> dict[str, Element]:
    if element is None:
        return {}
    return {level.get(w("ilvl"), "0"): level for level in element.iter(w("lvl"))}
