"""Paragraphs of a document's body, with or without a heading of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ledgerkit.papers.documents import phrasing


@dataclass(frozen=True)
class BodyParagraph:
    """A paragraph, with a heading of its own or without ("")."""

    heading: str
    text: str


def numbered(parts: Iterable[tuple[str, *tuple[str, ...]]]) -> tuple[BodyParagraph, ...]:
    """(一), (二) … before the headings; a part that stands alone needs no heading.

    A part is its heading and its paragraphs.
    """
    found = list(parts)
    alone = len(found) == 1
    return tuple(
        BodyParagraph("" if alone or after else f"（{phrasing.ordinal(at)}）{heading}", text)
        for at, (heading, *texts) in enumerate(found, start=1)
        for after, text in enumerate(texts)
    )
