"""The pieces of a document: runs, paragraphs and tables, with the look that they come out in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from ledgerkit.papers.lint.drawings import DrawnLine
from ledgerkit.papers.lint.formatting import ParagraphLayout, Type
from ledgerkit.papers.lint.sections import PageSection
from ledgerkit.papers.lint.xml import Element, spelt, switched, w

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_CONTROL = re.compile(r"(?:\{%.*?%\}|\{#.*?#\})+", re.DOTALL)
BLANK = "\ufffc"
"""Stands in a template's text for what is filled in."""


@dataclass(frozen=True)
class TextRun:
    """A stretch of text of one look."""

    text: str
    type: Type


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph; ``number`` is its place among all, from 1."""

    number: int
    element: Element = field(repr=False)
    style: str
    raw: str
    """The text as it stands, tags and all."""
    runs: tuple[TextRun, ...]
    layout: ParagraphLayout
    section: PageSection
    ordinal: str
    """What automatic numbering puts before it."""
    table: WordTable | None
    boxed: bool
    """In a text box: placed apart from the text around it."""
    lines: tuple[DrawnLine, ...]
    in_margin: bool
    """In a header or footer."""

    @cached_property
    def control(self) -> bool:
        """Nothing but tags that say what to do: not printed."""
        return bool(self.raw.strip()) and not _CONTROL.sub("", self.raw).strip()

    @cached_property
    def text(self) -> str:
        """What is printed, with BLANK for each value to be filled in."""
        shown = TAG.sub(lambda tag: BLANK if tag[0].startswith("{{") else "", self.raw)
        return self.ordinal + shown

    @property
    def empty(self) -> bool:
        return not self.raw.strip() and not self.pictures

    @cached_property
    def pictures(self) -> bool:
        names = ("drawing", "pict", "object")
        return any(self.element.find(f".//{w(name)}") is not None for name in names)

    @cached_property
    def breaks(self) -> bool:
        """It begins a new page or section, or holds such a break."""
        properties = self.element.find(w("pPr"))
        return (
            switched(properties, "pageBreakBefore")
            or (properties is not None and properties.find(w("sectPr")) is not None)
            or any(line_break.get(w("type")) == "page" for line_break in self.element.iter(w("br")))
        )

    @property
    def ends_section(self) -> bool:
        properties = self.element.find(w("pPr"))
        return properties is not None and properties.find(w("sectPr")) is not None

    @property
    def placed(self) -> bool:
        """Taken out of the flow of the text."""
        return self.boxed or self.layout.framed

    @property
    def first(self) -> Type | None:
        """The look of its first printed character."""
        return next((run.type for run in self.runs if run.text.strip()), None)

    def called(self) -> str:
        """“第3段“二、办理要求”” for messages."""
        text = self.text.replace(BLANK, "…").strip()
        return f"第{self.number}段“{text[:12]}{'…' if len(text) > 12 else ''}”"


@dataclass(frozen=True, eq=False)
class WordTable:
    """A table of the text; one inside another is not among a document's tables."""

    number: int
    element: Element = field(repr=False)
    section: PageSection
    style: str

    @cached_property
    def rows(self) -> tuple[Element, ...]:
        """Its rows that are printed: not those of a template's loop tags."""
        return tuple(
            row
            for row in self.element.iter(w("tr"))
            if not _CONTROL.fullmatch(spelt(row, "t").strip() or "-")
        )

    @property
    def placed(self) -> Element | None:
        """How it is placed if it does not flow with the text."""
        return self.element.find(f"{w('tblPr')}/{w('tblpPr')}")
