"""区县对比: every figure of every district beside the sum of all; 排名: who stands where."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.rules.rollup import Rollup
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.contents import Content, Word
from ledgerkit.workbooks.summary.listing import Heading, Listing
from ledgerkit.workbooks.summary.styles import Formats
from ledgerkit.workbooks.summary.texts import NONE

COMPARISON, RANKING = "区县对比", "排名"


def write(book: SummaryBook, formats: Formats, rollup: Rollup) -> None:
    """Add the two sheets."""
    _comparison(book, formats, rollup)
    _ranking(book, formats, rollup)


def _comparison(book: SummaryBook, formats: Formats, rollup: Rollup) -> None:
    """A rate of all districts is reckoned from their sums, never an average."""
    headings = (
        Heading("指标", 30),
        *(Heading(district.name, 14) for district in rollup.districts),
        Heading("合计", 12, added=True),
    )
    facts = ["合计的比率按各区县合计数重新计算"]
    with Listing(book, formats, COMPARISON, headings, facts, frozen=1) as listing:
        for row in _rows(rollup):
            listing.add(row)


def _rows(rollup: Rollup) -> Iterator[list[Content]]:
    for figure in rollup.figures:
        values = (district.value(figure.id) for district in rollup.districts)
        yield [figure.name, *map(_shown, values), rollup.total(figure.id)]
    for rate in rollup.rates:
        shares = (rollup.share(rate, district) for district in rollup.districts)
        yield [f"{rate.name}(%)", *map(_shown, shares), _shown(rollup.share(rate))]


def _shown(value: int | float | None) -> Content:
    return Word(NONE) if value is None else value


def _ranking(book: SummaryBook, formats: Formats, rollup: Rollup) -> None:
    """A line for each district, a rate and its rank side by side."""
    headings = [Heading("区县", 16)]
    for rate in rollup.rates:
        headings += [Heading(f"{rate.name}(%)", 12), Heading("名次", 7, added=True)]
    ranks = [
        {district.name: (share, rank) for rank, district, share in rollup.ranked(rate)}
        for rate in rollup.rates
    ]
    facts = ["相同的并列", "没有分母的不排名"]
    with Listing(book, formats, RANKING, headings, facts, frozen=1) as listing:
        for district in rollup.districts:
            cells: list[Content] = [district.name]
            for ranked in ranks:
                cells += ranked.get(district.name, (Word(NONE), Word(NONE)))
            listing.add(cells)
