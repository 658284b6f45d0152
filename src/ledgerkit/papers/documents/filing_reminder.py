"""催报单: which workbooks are still owed after their day, to each unit or point that is silent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.outcome import Filing, FilingState
from ledgerkit.model.period import Month
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.letterhead import letterhead, reply_by
from ledgerkit.rules.run import Run

KIND = "催报单"
_STANDING = {FilingState.MISSING: "没有收到", FilingState.RETURNED: "已退回，待改正重报"}


@dataclass(frozen=True)
class Owed:
    """A line of the table; every value as it is printed."""

    number: int
    book: str
    month: str
    due: str
    late: str
    standing: str


def _letters(run: Run) -> Iterator[Letter]:
    """One for each unit or point that sent nothing for a ledger; what went back is named too."""
    filings = (*run.outcome.arrears, *run.outcome.filings)
    owed = [filing for filing in filings if filing.state in _STANDING and filing.due < run.as_of]
    for member in run.office.members:
        own = [filing for filing in owed if filing.who == member.name]
        if any(filing.state is FilingState.MISSING for filing in own):
            yield _letter(run, member.name, own)


def _letter(run: Run, who: str, filings: Sequence[Filing]) -> Letter:
    owed = tuple(_owed(run, filings))
    context = letterhead(run) | {
        "recipient": who,
        "count": len(owed),
        "owed": owed,
        "reply_by": reply_by(run),
    }
    return Letter(stem(KIND, who), KIND, who, context)


def _owed(run: Run, filings: Sequence[Filing]) -> Iterator[Owed]:
    """A line for each workbook; it names the ledgers where only some of the workbook's lack."""
    books: dict[tuple[str, Month, dt.date, FilingState], list[str]] = {}
    for filing in filings:
        book = run.ledgers[filing.ledger].workbook
        books.setdefault((book, filing.month, filing.due, filing.state), []).append(filing.ledger)
    for number, ((book, month, due, state), names) in enumerate(books.items(), start=1):
        in_book = [name for name, ledger in run.ledgers.items() if ledger.workbook == book]
        part = "" if len(names) == len(in_book) else f"（{phrasing.listed(names)}）"
        late = run.office.calendar.between(due, run.as_of)
        yield Owed(
            number,
            f"{book}{part}",
            phrasing.month(month),
            due.isoformat(),
            f"{late} 个工作日",
            _STANDING[state],
        )


DOCUMENT = Document(KIND, _letters, after="月度情况通报")
