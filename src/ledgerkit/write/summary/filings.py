"""报送情况: who sent which workbook of the month; one look tells who is silent, then the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ledgerkit.model.outcome import Filing, FilingState
from ledgerkit.model.place import Place
from ledgerkit.run import Run
from ledgerkit.write.summary.book import Book
from ledgerkit.write.summary.links import Link
from ledgerkit.write.summary.listing import Content, Heading, Listing, Span, Word, facts
from ledgerkit.write.summary.styles import FILING_TONES, Styles, Tone

NAME = "报送情况"
NONE = "—"
LIST = "明细(本月应报的,上月至今没有报的)"
_BEFORE_FILE = (
    Span("单位或联系点"),
    Span("台账"),
    Span("月份"),
    Span("截止日"),
    Span("状态"),
    Span("报送日"),
)


def write(book: Book, styles: Styles, run: Run) -> None:
    """Add the sheet 报送情况: unit or point × ledger in words and colours, the list below."""
    filings, arrears = run.outcome.filings, run.outcome.arrears
    counts = Counter(filing.state for filing in filings)
    states = [f"{state} {counts[state]}" for state in FilingState if counts[state]]
    behind = [f"上月还欠 {len(arrears)}"] if arrears else []
    told = facts(run, f"共 {len(filings)} 项", *states, *behind)
    headings = [Heading("单位或联系点", 22), Heading("没有报的", 13)]
    headings += [Heading(name, 13) for name in run.ledgers]
    spans = [*_BEFORE_FILE, Span("文件", len(headings) - len(_BEFORE_FILE))]
    with Listing(book, styles, NAME, headings, told, frozen=2, repeated=0) as listing:
        for cells in _matrix(run):
            listing.add(cells)
        if filings or arrears:
            listing.block(LIST, spans, map(_line, (*filings, *arrears)), filtered=True)


def _matrix(run: Run) -> Iterator[list[Content]]:
    """A row for each unit or point that owes anything, in the order of 名录."""
    owed = {(one.who, one.ledger): one for one in run.outcome.filings}
    known = [member.name for member in run.office.members]
    for who in [name for name in known if any(name == one for one, _ in owed)]:
        line = [owed.get((who, name)) for name in run.ledgers]
        silent = sum(one is not None and one.state is FilingState.MISSING for one in line)
        told = Word(f"{silent} 份", Tone.RED) if silent else Word(NONE)
        yield [who, told, *map(_state, line)]


def _state(filing: Filing | None) -> Word:
    """已报 11-03: the state with the day on which it came."""
    if filing is None:
        return Word(NONE)
    sent = f" {filing.sent:%m-%d}" if filing.sent else ""
    return Word(f"{filing.state}{sent}", FILING_TONES[filing.state])


def _line(filing: Filing) -> list[Content]:
    return [
        filing.who,
        filing.ledger,
        Word(str(filing.month)),
        filing.due,
        Word(filing.state, FILING_TONES[filing.state]),
        filing.sent,
        Link(filing.path, Place(filing.path)) if filing.path else None,
    ]
