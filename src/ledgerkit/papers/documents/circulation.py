"""送阅单: which cases a park or firm is given to read, to be signed for on the spot (policy 五).

Due for a case with 送阅对象 that nobody has signed for (签收人) and that was not sent round before
the run's period; only one that is desensitised and reviewed. One for each reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledgerkit.ledgers.cases import Cases
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.register import Entry
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.casebook import is_current, issue, may_be_read
from ledgerkit.papers.documents.letterhead import letterhead
from ledgerkit.rules.run import Run

KIND = "送阅单"


@dataclass(frozen=True)
class CirculatedCase:
    """A line of the table; every value as it is printed."""

    number: int
    title: str
    kind: str
    issue: str
    warning: str


def _letters(run: Run) -> Iterator[Letter]:
    readers: dict[str, list[Entry]] = {}
    for entry in run.register.entries.get(Cases.name, {}).values():
        row = entry.row
        signed = row[Cases.signed_by] is not None or row.could_not_be_read(Cases.signed_by)
        if may_be_read(entry) and is_current(run, entry) and not signed:
            for reader in row.names(Cases.sent_to):
                readers.setdefault(reader, []).append(entry)
    for reader, entries in readers.items():
        yield _letter(run, reader, entries)


def _letter(run: Run, reader: str, entries: Sequence[Entry]) -> Letter:
    context = letterhead(run) | {
        "recipient": reader,
        "count": len(entries),
        "cases": tuple(_case(number, entry) for number, entry in enumerate(entries, start=1)),
    }
    return Letter(stem(KIND, reader), KIND, reader, context)


def _case(number: int, entry: Entry) -> CirculatedCase:
    row = entry.row
    return CirculatedCase(
        number,
        phrasing.quoted(row.text(Cases.title)),
        row.text(Cases.kind) or phrasing.NONE,
        issue(row.text(Cases.issue)) or phrasing.NONE,
        phrasing.stated(row.text(Cases.lesson)) or phrasing.NONE,
    )


DOCUMENT = Document(KIND, _letters, after="旁听庭审邀请函", outside=True)
