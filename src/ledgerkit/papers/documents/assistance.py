"""协办函: a problem across 政法单位, and whose help with it is asked for (policy 二.2).

A letter is due while the clock 转办 of an open problem of 跨政法单位 runs: until the ledger has a
转办日期 (or 移交日期). 主办单位 asks every 协办单位 to help; where another unit made the visit,
首访单位 asks 主办单位 to handle it. One letter for each pair of units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledgerkit.ledgers import words
from ledgerkit.ledgers.matters import HANDING_OVER
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.papers.documents.clocks import handling_due, running
from ledgerkit.papers.documents.letterhead import letter_head, reply_by
from ledgerkit.papers.documents.referred import POLICY, has_description, problem_paragraphs
from ledgerkit.rules.run import Run

KIND = "协办函"


@dataclass(frozen=True)
class Request:
    """Who asks whom, to handle a problem or to help with it."""

    sender: str
    recipient: str
    helping: bool


def _letters(run: Run) -> Iterator[Letter]:
    asked: dict[Request, list[Entry]] = {}
    across = (
        entry
        for entry in run.context.entries(Problems)
        if entry.row[Problems.responsibility] == words.ACROSS and has_description(entry.row)
    )
    for entry, _ in running(run, across, HANDING_OVER):
        for request in _requests(run, entry.row):
            asked.setdefault(request, []).append(entry)
    for request, entries in asked.items():
        yield _letter(run, request, entries)


def _requests(run: Run, row: Row) -> Iterator[Request]:
    visitor, handler = row.text(Problems.first_unit), row.text(Problems.lead_unit)
    if visitor and handler and visitor != handler:
        yield Request(visitor, handler, helping=False)
    sender = handler if run.context.is_unit(handler) else visitor or handler
    for helper in row.names(Problems.assisting_units):
        if sender and helper not in (sender, handler):
            yield Request(sender, helper, helping=True)


def _letter(run: Run, request: Request, entries: Sequence[Entry]) -> Letter:
    due = [handling_due(run, entry) for entry in entries]
    task = "协助办理" if request.helping else "办理"
    context = letter_head(run, request.sender) | {
        "recipient": request.recipient,
        "task": task,
        "policy": POLICY,
        "parts": problem_paragraphs(
            run, [(entry.row, day) for entry, day in zip(entries, due, strict=True)]
        ),
        "reply_by": reply_by(run, *due),
    }
    purpose = "" if request.helping else "转办"
    name = stem(KIND, request.recipient, f"{request.sender}{purpose}")
    return Letter(name, KIND, request.recipient, context)


DOCUMENT = Document(KIND, _letters, after="交办单")
