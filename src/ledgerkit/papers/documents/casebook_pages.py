"""The parts of 典型案例汇编 and its table of contents, with the page on which each part begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ledgerkit.papers.documents import paging
from ledgerkit.papers.documents.paging import Block

LABELS = ("【基本案情】", "【处理结果】", "【风险提示】")
"""Each stands in the first line of its text."""
PART, KIND, CASE = "目录一", "目录二", "目录三"


@dataclass(frozen=True)
class BookletCase:
    """One case; each text by paragraphs."""

    number: int
    title: str
    facts: tuple[str, ...]
    outcome: tuple[str, ...]
    warning: tuple[str, ...]
    source: str

    @property
    def heading(self) -> str:
        return f"案例{self.number}　{self.title}"

    @property
    def sections(self) -> tuple[CaseSection, ...]:
        """The labelled texts; what was not written has no label."""
        texts = zip(LABELS, (self.facts, self.outcome, self.warning), strict=True)
        return tuple(CaseSection(label, text[0], text[1:]) for label, text in texts if text)


@dataclass(frozen=True)
class CaseSection:
    """A labelled text: what stands in the label's line, and the paragraphs below."""

    label: str
    first: str
    more: tuple[str, ...]


@dataclass(frozen=True)
class CasesOfKind:
    """The cases of one 案件类型."""

    heading: str
    cases: tuple[BookletCase, ...]


@dataclass(frozen=True)
class BookletPart:
    """The cases of one 来源层级; begins on a new page."""

    heading: str
    kinds: tuple[CasesOfKind, ...]


@dataclass(frozen=True)
class ContentsLine:
    """A line of the table of contents; ``mark`` is the number of its heading's bookmark."""

    level: str
    text: str
    mark: int
    page: int


@dataclass(frozen=True)
class Booklet:
    """All parts; the contents are reckoned from what is printed, so they follow any masking."""

    parts: tuple[BookletPart, ...]

    @property
    def contents(self) -> tuple[ContentsLine, ...]:
        """A line for each heading, with the page that it should come to stand on."""
        blocks = list(self._blocks())
        starts = paging.pages(block for _, _, block in blocks)
        headings = (
            (level, text, page)
            for (level, text, _), page in zip(blocks, starts, strict=True)
            if level
        )
        return tuple(
            ContentsLine(level, text, mark, page)
            for mark, (level, text, page) in enumerate(headings, start=1)
        )

    def _blocks(self) -> Iterator[tuple[str, str, Block]]:
        """(level of a heading or "", its text, block): as the template sets them."""
        for part in self.parts:
            yield PART, part.heading, Block(1, after=1, keep=True, new_page=True)
            for kind in part.kinds:
                yield KIND, kind.heading, Block(paging.lines(kind.heading), keep=True)
                for case in kind.cases:
                    yield CASE, case.heading, Block(paging.lines(case.heading), keep=True)
                    for block in _body(case):
                        yield "", "", block


def _body(case: BookletCase) -> Iterator[Block]:
    for section in case.sections:
        yield Block(paging.lines(section.label + section.first))
        for text in section.more:
            yield Block(paging.lines(text))
    if case.source:
        yield Block(1, after=1)
