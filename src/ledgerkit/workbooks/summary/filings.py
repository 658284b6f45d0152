"""报送情况: who sent which workbook of the period; one look tells who is silent, then the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ledgerkit.model.outcome import Filing, FilingState
from ledgerkit.model.period import Cycle
from ledgerkit.model.place import Place
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.contents import Content, Word
from ledgerkit.workbooks.summary.links import Link
from ledgerkit.workbooks.summary.listing import Heading, Listing, Span
from ledgerkit.workbooks.summary.styles import FILING_TONES, Formats, Tone
from ledgerkit.workbooks.summary.texts import NONE

NAME = "报送情况"
_WORST_FIRST = (
    FilingState.MISSING,
    FilingState.RETURNED,
    FilingState.LATE,
    FilingState.PENDING,
    FilingState.ZERO,
    FilingState.FILED,
)
_BEFORE_FILE = (
    Span("单位或联系点"),
    Span("台账"),
    Span("月份"),
    Span("截止日"),
    Span("状态"),
    Span("报送日"),
)


def write(book: SummaryBook, formats: Formats, run: Run) -> None:
    """Add the sheet 报送情况: unit or point × ledger in words and colours, the list below."""
    filings, arrears = run.outcome.filings, run.outcome.arrears
    counts = Counter(filing.state for filing in filings)
    states = [f"{state} {counts[state]}" for state in FilingState if counts[state]]
    cycle = run.cycle
    eve = cycle.last if cycle is Cycle.MONTH else f"{cycle.last}末月"
    behind = [f"{eve}还欠 {len(arrears)}"] if arrears else []
    facts = [f"共 {len(filings)} 项", *states, *behind]
    headings = [Heading("单位或联系点", 22), Heading("没有报的", 13)]
    headings += [Heading(name, 13) for name in run.ledgers]
    spans = [*_BEFORE_FILE, Span("文件", len(headings) - len(_BEFORE_FILE))]
    with Listing(book, formats, NAME, headings, facts, frozen=2, repeated=0) as listing:
        for cells in _matrix(run):
            listing.add(cells)
        if filings or arrears:
            title = f"明细({cycle.this}应报的,{eve}至今没有报的)"
            listing.block(title, spans, map(_line, (*filings, *arrears)), filtered=True)


def _matrix(run: Run) -> Iterator[list[Content]]:
    """A row for each unit or point that owes anything, in the order of 名录."""
    owed: dict[tuple[str, str], list[Filing]] = {}
    for filing in run.outcome.filings:
        owed.setdefault((filing.who, filing.ledger), []).append(filing)
    known = [member.name for member in run.office.members]
    for who in [name for name in known if any(name == owing for owing, _ in owed)]:
        line = [owed.get((who, name), []) for name in run.ledgers]
        silent = sum(month.state is FilingState.MISSING for months in line for month in months)
        missing = Word(f"{silent} 份", Tone.RED) if silent else Word(NONE)
        yield [who, missing, *map(_state, line)]


def _state(filings: Sequence[Filing]) -> Word:
    """已报 11-03: the state and the day on which it came; of several months the worst, 未报 1/3."""
    if not filings:
        return Word(NONE)
    worst = min((filing.state for filing in filings), key=_WORST_FIRST.index)
    alike = [filing for filing in filings if filing.state is worst]
    if len(filings) > 1:
        return Word(f"{worst} {len(alike)}/{len(filings)}", FILING_TONES[worst])
    sent = f" {alike[0].sent:%m-%d}" if alike[0].sent else ""
    return Word(f"{worst}{sent}", FILING_TONES[worst])


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
