"""报送情况: which workbook of which month came from whom, and when."""

from __future__ import annotations

from collections import Counter

from ledgerkit.model.outcome import Filing, FilingState
from ledgerkit.model.place import Place
from ledgerkit.run import Run
from ledgerkit.write.summary.book import Book
from ledgerkit.write.summary.links import Link
from ledgerkit.write.summary.listing import Content, Heading, Listing, Word, facts
from ledgerkit.write.summary.styles import FILING_TONES, Styles

NAME = "报送情况"
HEADINGS = (
    Heading("台账", 16),
    Heading("单位或联系点", 22),
    Heading("月份", 10),
    Heading("截止日", 12),
    Heading("状态", 10),
    Heading("报送日", 12),
    Heading("文件", 60),
)


def write(book: Book, styles: Styles, run: Run) -> None:
    """Add the sheet 报送情况."""
    filings = run.outcome.filings
    counts = Counter(filing.state for filing in filings)
    states = [f"{state} {counts[state]}" for state in FilingState if counts[state]]
    told = facts(run, f"共 {len(filings)} 项", *states)
    with Listing(book, styles, NAME, HEADINGS, told, frozen=2) as listing:
        for filing in filings:
            listing.add(_cells(filing))


def _cells(filing: Filing) -> list[Content]:
    return [
        filing.ledger,
        filing.who,
        Word(str(filing.month)),
        filing.due,
        Word(filing.state, FILING_TONES[filing.state]),
        filing.sent,
        Link(filing.path, Place(filing.path)) if filing.path else None,
    ]
