"""指标来源: the rows behind every figure of the monthly report, by their numbers."""

from __future__ import annotations

from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.contents import Word
from ledgerkit.workbooks.summary.listing import Heading, Listing
from ledgerkit.workbooks.summary.styles import Formats
from ledgerkit.workbooks.summary.texts import portions

NAME = "指标来源"
HEADINGS = (
    Heading("指标代码", 22),
    Heading("指标", 34),
    Heading("数值", 12),
    Heading("来源行数", 10),
    Heading("段", 8),
    Heading("来源行的编号", 110),
)


def write(book: SummaryBook, formats: Formats, run: Run) -> None:
    """Add the sheet 指标来源; a long list goes on in further rows, which repeat code and name."""
    indicators = run.outcome.indicators
    facts = [f"共 {len(indicators)} 项"]
    with Listing(book, formats, NAME, HEADINGS, facts, frozen=2) as listing:
        for indicator in indicators:
            cells = portions(indicator.rows)
            for at, keys in enumerate(cells):
                figures = (indicator.value, len(indicator.rows)) if at == 0 else (None, None)
                part = Word(f"{at + 1}/{len(cells)}")
                listing.add([indicator.id, indicator.name, *figures, part, keys])
