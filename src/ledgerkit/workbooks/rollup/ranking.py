"""排名: how the districts stand to each other in every rate."""

from __future__ import annotations

from ledgerkit.rules.rollup import Rollup
from ledgerkit.workbooks.rollup.facts import facts
from ledgerkit.workbooks.summary.book import Book
from ledgerkit.workbooks.summary.contents import Content, Word
from ledgerkit.workbooks.summary.listing import Heading, Listing
from ledgerkit.workbooks.summary.styles import Styles
from ledgerkit.workbooks.summary.texts import NONE

NAME = "排名"


def write(book: Book, styles: Styles, held: Rollup) -> None:
    """Add the sheet: a line for each district, a rate and its rank side by side."""
    headings = [Heading("区县", 16)]
    for rate in held.rates:
        headings += [Heading(f"{rate.name}(%)", 12), Heading("名次", 7, added=True)]
    ranks = [
        {one.name: (share, rank) for rank, one, share in held.ranked(rate)} for rate in held.rates
    ]
    told = facts(held, "相同的并列", "没有分母的不排名")
    with Listing(book, styles, NAME, headings, told, frozen=1) as listing:
        for district in held.districts:
            cells: list[Content] = [district.name]
            for ranked in ranks:
                cells += ranked.get(district.name, (Word(NONE), Word(NONE)))
            listing.add(cells)
