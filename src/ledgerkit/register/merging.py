"""All submissions into one register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from ledgerkit.model.ledger import Ledger
from ledgerkit.model.place import Origin
from ledgerkit.model.register import Entry, Fate, Register, Rulings
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission
from ledgerkit.register.conflicts import Settling
from ledgerkit.register.copies import copies
from ledgerkit.register.vanished import vanished
from ledgerkit.register.version import Candidate

_NONE: Rulings = MappingProxyType({})


def merge(
    submissions: Sequence[Submission], ledgers: Mapping[str, type[Ledger]], rulings: Rulings = _NONE
) -> Register:
    """One register of all submissions; the same whatever the order in which they were read."""
    settling = Settling(rulings)
    again = copies(submissions)
    competing: dict[str, dict[str, list[Candidate]]] = {name: {} for name in ledgers}
    for at, submission in enumerate(submissions):
        for number, row in enumerate(submission.rows):
            if not row.owner:
                settling.fates[at, number] = Fate.RETURNED
            elif submission.path in again:
                settling.fates[at, number] = Fate.IDENTICAL
            else:
                candidate = Candidate(row, submission, (at, number))
                competing[row.table.name].setdefault(row.key, []).append(candidate)
    entries = {
        name: _sorted(settling.settle(key, by_key[key]) for key in sorted(by_key))
        for name, by_key in competing.items()
    }
    fates = tuple(
        (submission, tuple(settling.fates[at, number] for number in range(len(submission.rows))))
        for at, submission in enumerate(submissions)
    )
    sent_once = [one for one in submissions if one.path not in again]
    return Register(
        entries,
        fates,
        tuple(settling.changes),
        tuple(settling.conflicts),
        (*settling.replaced, *_replaced_too(submissions, again, settling.replaced)),
        tuple(vanished(sent_once, entries, rulings)),
        again,
    )


def _replaced_too(
    submissions: Sequence[Submission], again: Mapping[str, str], replaced: Sequence[Row]
) -> Iterator[Row]:
    """The rows of copies that stand where a row stands in the original that was replaced."""
    gone = {row.origin for row in replaced}
    for submission in submissions:
        if first := again.get(submission.path):
            for row in submission.rows:
                if Origin(first, row.origin.sheet, row.origin.row) in gone:
                    yield row


def _sorted(entries: Iterable[Entry]) -> dict[str, Entry]:
    """By owner, day and key, so that a register reads the same on every run."""

    def order(entry: Entry) -> tuple[str, dt.date, str]:
        return (entry.owner, entry.row[entry.ledger.dated] or dt.date.min, entry.key)

    return {entry.key: entry for entry in sorted(entries, key=order)}
