"""区县对比: every figure of every district beside the sum of all."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.rules.rollup import Rollup
from ledgerkit.workbooks.rollup.facts import facts
from ledgerkit.workbooks.summary.book import Book
from ledgerkit.workbooks.summary.contents import Content, Word
from ledgerkit.workbooks.summary.listing import Heading, Listing
from ledgerkit.workbooks.summary.styles import Styles
from ledgerkit.workbooks.summary.texts import NONE

NAME = "区县对比"


def write(book: Book, styles: Styles, held: Rollup) -> None:
    """Add the sheet; a rate of all districts is reckoned from their sums, never an average."""
    headings = (
        Heading("指标", 30),
        *(Heading(one.name, 14) for one in held.districts),
        Heading("合计", 12, added=True),
    )
    told = facts(held, "合计的比率按各区县合计数重新计算")
    with Listing(book, styles, NAME, headings, told, frozen=1) as listing:
        for row in _rows(held):
            listing.add(row)


def _rows(held: Rollup) -> Iterator[list[Content]]:
    for figure in held.figures:
        values = (one.value(figure.id) for one in held.districts)
        yield [figure.name, *map(_shown, values), held.total(figure.id)]
    for rate in held.rates:
        shares = (held.share(rate, one) for one in held.districts)
        yield [f"{rate.name}(%)", *map(_shown, shares), _shown(held.share(rate))]


def _shown(value: int | float | None) -> Content:
    return Word(NONE) if value is None else value
