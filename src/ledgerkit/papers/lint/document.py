"""A document as lint sees it: paragraphs in their order with their look, sections, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ledgerkit.papers.lint import drawings, sections
from ledgerkit.papers.lint.content import TAG, Paragraph, TextRun, WordTable
from ledgerkit.papers.lint.package import WordPackage
from ledgerkit.papers.lint.sections import PageSection
from ledgerkit.papers.lint.styles import WordStyles
from ledgerkit.papers.lint.xml import MC, Element, local, spelt, switched, value, w

_TEXTS = {"t": None, "tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CROWDED = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple"}
"""What stands around runs or paragraphs without being any."""


@dataclass(frozen=True)
class WordDocument:
    """All that the rules look at."""

    package: WordPackage
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[WordTable, ...]
    sections: tuple[PageSection, ...]
    odd_and_even: bool
    styles: WordStyles

    @cached_property
    def flow(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text itself: not in tables, boxes or frames, no mere tags."""
        return tuple(
            paragraph
            for paragraph in self.paragraphs
            if paragraph.table is None and not paragraph.placed and not paragraph.control
        )

    @cached_property
    def is_template(self) -> bool:
        texts = [paragraph.raw for paragraph in self.paragraphs]
        texts += [spelt(root, "t") for root in self.margins.values()]
        return any(TAG.search(text) for text in texts)

    @cached_property
    def margins(self) -> dict[str, Element]:
        """The headers and footers that sections refer to, by part."""
        names = [
            part
            for section in self.sections
            for part in (*section.headers.values(), *section.footers.values())
        ]
        found = {name: self.package.part(name) for name in names}
        return {name: root for name, root in found.items() if root is not None}

    @cached_property
    def first_header(self) -> tuple[Paragraph, ...]:
        """What stands above the text of the first page: a letter's mark."""
        first = self.sections[0]
        return tuple(self.margin_paragraphs(first.headers.get(first.front, ""), first))

    @cached_property
    def first_footer(self) -> tuple[Paragraph, ...]:
        """What stands under the text of the first page."""
        first = self.sections[0]
        return tuple(self.margin_paragraphs(first.footers.get(first.front, ""), first))

    def margin_paragraphs(self, part: str, section: PageSection) -> list[Paragraph]:
        """The paragraphs of a header or footer."""
        root = self.margins.get(part)
        if root is None:
            return []
        reader = _TextReader(self.package, self.styles, in_margin=True)
        return list(reader.paragraphs(root, section))


def read(package: WordPackage) -> WordDocument:
    """The document in this package."""
    styles = WordStyles(package)
    body = package.text.find(w("body"))
    assert body is not None  # opened() saw to it
    reader = _TextReader(package, styles)
    paragraphs = tuple(reader.body(body))
    settings = package.related("settings")
    return WordDocument(
        package,
        paragraphs,
        tuple(reader.tables),
        tuple(reader.sections),
        switched(settings, "evenAndOddHeaders"),
        styles,
    )


class _TextReader:
    """Walks a text once, counting paragraphs and tables."""

    def __init__(
        self, package: WordPackage, styles: WordStyles, *, in_margin: bool = False
    ) -> None:
        self._package, self._styles, self._in_margin = package, styles, in_margin
        self._count = 0
        self.tables: list[WordTable] = []
        self.sections: list[PageSection] = []

    def body(self, body: Element) -> Iterator[Paragraph]:
        """Every paragraph of the text; fills ``tables`` and ``sections``."""
        ends = [
            end for end in body.iter(w("sectPr")) if local(_parent(end)) in ("pPr", "body")
        ] or [body.makeelement(w("sectPr"))]
        for end in ends:
            before = self.sections[-1] if self.sections else None
            self.sections.append(sections.section(end, self._package.relations, before))
        at = 0
        for block in _blocks(body):
            for paragraph in self._block(block, self.sections[min(at, len(ends) - 1)], None):
                yield paragraph
                at += paragraph.ends_section

    def paragraphs(self, root: Element, section: PageSection) -> Iterator[Paragraph]:
        """Every paragraph of a header or footer."""
        for block in _blocks(root):
            yield from self._block(block, section, None)

    def _block(
        self, block: Element, section: PageSection, table: WordTable | None
    ) -> Iterator[Paragraph]:
        if local(block) == "p":
            yield self._paragraph(block, section, table, boxed=False)
            for box in _boxes(block):
                for inner in box.iter(w("p")):
                    yield self._paragraph(inner, section, table, boxed=True)
            return
        if table is None:
            style = value(block, "tblPr/tblStyle") or ""
            table = WordTable(len(self.tables) + 1, block, section, style)
            self.tables.append(table)
        for cell in block.iter(w("tc")):
            if next(cell.iterancestors(w("tbl")), None) is block:
                for inner in _blocks(cell):
                    yield from self._block(inner, section, table)

    def _paragraph(
        self, element: Element, section: PageSection, table: WordTable | None, *, boxed: bool
    ) -> Paragraph:
        self._count += 1
        properties = element.find(w("pPr"))
        styled = table.style if table else ""
        runs = [(_text(run), run.find(w("rPr"))) for run in _runs(element)]
        first = next((look for text, look in runs if text.strip()), None)
        return Paragraph(
            self._count,
            element,
            self._styles.name(properties),
            "".join(text for text, _ in runs),
            tuple(
                TextRun(text, self._styles.type(properties, styled, look))
                for text, look in runs
                if text
            ),
            self._styles.layout(properties, styled, first),
            section,
            self._styles.ordinal(properties),
            table,
            boxed,
            tuple(drawings.lines(element)),
            self._in_margin,
        )


def _parent(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables, also those in controls and the like."""
    for child in parent:
        if local(child) in ("p", "tbl"):
            yield child
        elif local(child) in _CROWDED:
            yield from _blocks(child)


def _runs(parent: Element) -> Iterator[Element]:
    """The runs of a paragraph: what was deleted but is still recorded is not printed."""
    for child in parent:
        if local(child) == "r":
            yield child
        elif local(child) in _CROWDED:
            yield from _runs(child)


def _text(run: Element) -> str:
    pieces: list[str] = []
    for child in run:
        name = local(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "br" and child.get(w("type")) in ("page", "column"):
            continue
        elif name == "sym":
            pieces.append("□")
        elif name in _TEXTS:
            pieces.append(_TEXTS[name] or "")
    return "".join(pieces)


def _boxes(paragraph: Element) -> Sequence[Element]:
    """The text boxes that hang on a paragraph, each once."""
    return [
        box
        for box in paragraph.iter(w("txbxContent"))
        if next(box.iterancestors(f"{{{MC}}}Fallback"), None) is None
    ]
