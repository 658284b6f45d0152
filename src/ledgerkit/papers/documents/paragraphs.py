"""Paragraphs of a document's body, with or without a heading of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ledgerkit.papers.documents import phrasing

Section = tuple[str, *tuple[str, ...]]
"""A heading and the paragraphs under it; "" where there is nothing to say."""


@dataclass(frozen=True)
class BodyParagraph:
    """A paragraph, with a heading of its own or without ("")."""

    heading: str
    text: str


def numbered(sections: Iterable[Section]) -> tuple[BodyParagraph, ...]:
    """(一), (二) … before the headings; those without text are left out, and a section that
    stands alone needs no heading.
    """
    found = [section for section in sections if any(section[1:])]
    alone = len(found) == 1
    return tuple(
        BodyParagraph("" if alone or after else f"（{phrasing.ordinal(at)}）{heading}", text)
        for at, (heading, *texts) in enumerate(found, start=1)
        for after, text in enumerate(texts)
    )
