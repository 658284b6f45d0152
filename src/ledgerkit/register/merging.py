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
from ledgerkit.register.conflicts import Decisions
from ledgerkit.register.vanished import vanished
from ledgerkit.register.version import RowVersion, when_sent

_NONE: Rulings = MappingProxyType({})


def merge(
    submissions: Sequence[Submission], ledgers: Mapping[str, type[Ledger]], rulings: Rulings = _NONE
) -> Register:
    """One register of all submissions; the same whatever the order in which they were read."""
    decisions = Decisions(rulings)
    originals = _copies(submissions)
    competing: dict[str, dict[str, list[RowVersion]]] = {name: {} for name in ledgers}
    for at, submission in enumerate(submissions):
        for number, row in enumerate(submission.rows):
            if not row.owner:
                decisions.fates[at, number] = Fate.RETURNED
            elif submission.path in originals:
                decisions.fates[at, number] = Fate.IDENTICAL
            else:
                version = RowVersion(row, submission, (at, number))
                competing[row.table.name].setdefault(row.key, []).append(version)
    entries = {
        name: _sorted(decisions.decide(key, by_key[key]) for key in sorted(by_key))
        for name, by_key in competing.items()
    }
    fates = tuple(
        (submission, tuple(decisions.fates[at, number] for number in range(len(submission.rows))))
        for at, submission in enumerate(submissions)
    )
    sent_once = [submission for submission in submissions if submission.path not in originals]
    return Register(
        entries,
        fates,
        tuple(decisions.changes),
        tuple(decisions.conflicts),
        (*decisions.replaced, *_replaced_too(submissions, originals, decisions.replaced)),
        tuple(vanished(sent_once, entries, rulings)),
        originals,
    )


def _copies(submissions: Sequence[Submission]) -> dict[str, str]:
    """Path of a copy → path of the file that it is, by the SHA-256: the first that was sent.

    Files in which the rows would be another's, because only the names tell whose they are, are
    compared row by row like any others.
    """
    same: dict[tuple[str, tuple[str, ...]], list[Submission]] = {}
    for submission in submissions:
        if submission.rows:
            owners = tuple(row.owner for row in submission.rows)
            same.setdefault((submission.raw.sha256, owners), []).append(submission)
    found = {}
    for alike in same.values():
        first, *others = sorted(alike, key=lambda file: (when_sent(file), file.path))
        found.update({other.path: first.path for other in others})
    return found


def _replaced_too(
    submissions: Sequence[Submission], originals: Mapping[str, str], replaced: Sequence[Row]
) -> Iterator[Row]:
    """The rows of copies that stand where a row stands in the original that was replaced."""
    gone = {row.origin for row in replaced}
    for submission in submissions:
        if original := originals.get(submission.path):
            for row in submission.rows:
                if Origin(original, row.origin.sheet, row.origin.row) in gone:
                    yield row


def _sorted(entries: Iterable[Entry]) -> dict[str, Entry]:
    """By owner, day and key, so that a register reads the same on every run."""

    def order(entry: Entry) -> tuple[str, dt.date, str]:
        return (entry.owner, entry.row[entry.ledger.dated] or dt.date.min, entry.key)

    return {entry.key: entry for entry in sorted(entries, key=order)}
