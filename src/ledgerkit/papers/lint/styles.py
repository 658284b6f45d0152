"""The styles of a document, and what a paragraph or run gets from them.

In the order of ISO 29500-1, 17.7.2: document defaults, table style, numbering, paragraph style with
all that it is based on, character style, and what was set by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

from ledgerkit.papers.lint import formatting
from ledgerkit.papers.lint.formatting import ParagraphLayout, Properties, Type
from ledgerkit.papers.lint.numbering import ListNumbering
from ledgerkit.papers.lint.package import WordPackage
from ledgerkit.papers.lint.xml import A, Element, is_on, value, w

_DEEPEST = 50
"""Styles based on one another in a circle end somewhere."""


class WordStyles:
    """Resolves properties; a style that is referred to but missing counts as none."""

    def __init__(self, package: WordPackage) -> None:
        root = package.related("styles")
        self._styles: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        for style in root.iter(w("style")) if root is not None else ():
            identity, kind = style.get(w("styleId"), ""), style.get(w("type"), "paragraph")
            self._styles[identity] = style
            if is_on(style.get(w("default"), "0")):
                self._default[kind] = identity
        defaults = root.find(w("docDefaults")) if root is not None else None
        self._base = {
            kind: formatting.read(_child(defaults, f"{kind}Default", kind))
            for kind in ("pPr", "rPr")
        }
        self._chains: dict[tuple[str, str], Properties] = {}
        self._numbering = ListNumbering(package.related("numbering"))
        self.theme = _theme(package.related("theme"))

    def name(self, properties: Element | None) -> str:
        """The name, as people see it, of the paragraph style that a pPr refers to."""
        return value(self._styles.get(self._paragraph_style(properties)), "name") or ""

    def ordinal(self, properties: Element | None) -> str:
        """What automatic numbering puts before a paragraph, as “一、”; "" for nothing."""
        numbered = formatting.over(
            self._chain(self._paragraph_style(properties), "pPr"), formatting.read(properties)
        )
        return self._numbering.ordinal(numbered)

    def layout(
        self, properties: Element | None, table: str, first: Element | None
    ) -> ParagraphLayout:
        """A paragraph's layout; ``first`` is the rPr of its first run with text."""
        own = formatting.read(properties)
        styled = formatting.over(
            formatting.over(self._base["pPr"], self._chain(table, "pPr")),
            self._chain(self._paragraph_style(properties), "pPr"),
        )
        numbered = self._numbering.layout(formatting.over(styled, own))
        size = self.type(properties, table, first).size
        return ParagraphLayout(formatting.over(formatting.over(styled, numbered), own), size)

    def type(self, properties: Element | None, table: str, run: Element | None) -> Type:
        """The look of a run with this rPr in a paragraph with this pPr."""
        styled = formatting.over(self._base["rPr"], self._chain(table, "rPr"))
        styled = formatting.toggled(styled, self._chain(self._paragraph_style(properties), "rPr"))
        character = value(run, "rStyle") or self._default.get("character", "")
        styled = formatting.toggled(styled, self._chain(character, "rPr"))
        return formatting.type_of(formatting.over(styled, formatting.read(run)), self.theme)

    def _paragraph_style(self, properties: Element | None) -> str:
        named = value(properties, "pStyle")
        return named if named in self._styles else self._default.get("paragraph", "")

    def _chain(self, identity: str, kind: str) -> Properties:
        """What a style states of a kind, over what the styles state that it is based on."""
        if (identity, kind) not in self._chains:
            chain: list[Element] = []
            while identity in self._styles and len(chain) < _DEEPEST:
                chain.append(self._styles[identity])
                identity = value(chain[-1], "basedOn") or ""
            merged: dict[str, str] = {}
            for style in reversed(chain):
                merged = formatting.over(merged, formatting.read(style.find(w(kind))))
            key = chain[0].get(w("styleId"), "") if chain else identity
            self._chains[(key, kind)] = merged
            return merged
        return self._chains[(identity, kind)]


def _child(element: Element | None, *names: str) -> Element | None:
    for name in names:
        element = element.find(w(name)) if element is not None else None
    return element


def _theme(root: Element | None) -> Mapping[str, str]:
    """“majorEastAsia” … → the theme's font; that of Chinese where East Asia's is left open."""
    fonts: dict[str, str] = {}
    for scheme in ("major", "minor"):
        found = root.find(f".//{{{A}}}{scheme}Font") if root is not None else None
        if found is None:
            continue
        faces = {child.tag: child.get("typeface", "") for child in found}
        chinese = found.find(f"{{{A}}}font[@script='Hans']")
        latin = faces.get(f"{{{A}}}latin", "")
        east = faces.get(f"{{{A}}}ea", "") or (
            chinese.get("typeface", "") if chinese is not None else ""
        )
        fonts |= {f"{scheme}Ascii": latin, f"{scheme}HAnsi": latin, f"{scheme}EastAsia": east}
    return fonts
