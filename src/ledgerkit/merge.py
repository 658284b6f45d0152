"""Merging without loss: which row stands for each key, and what became of all the others.

DESIGN 4, “The same key again”: all equal but 序号 → identical; same owner → the later submission
supersedes; otherwise a conflict, in which the first by path and row stands and the others return.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ledgerkit.messages import finding_at, written
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.period import Month
from ledgerkit.model.register import Change, Conflict, Entry, Fate, Register
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission

_EARLIEST = Month(1, 1)


@dataclass(frozen=True)
class _Candidate:
    """One row in the running for its key, and where its fate is to be noted."""

    row: Row
    submission: Submission
    at: tuple[int, int]
    """(submission, row) as positions in the run."""

    @property
    def version(self) -> tuple[Month, dt.date, dt.datetime]:
        """By which of two rows of one owner the later is told."""
        sent = self.submission
        return (sent.month or _EARLIEST, sent.filed_on or dt.date.min, sent.raw.modified)

    @property
    def where(self) -> tuple[str, int]:
        """Order by path and row."""
        return (self.submission.path, self.at[1])

    def entry(self, *, disputed: bool) -> Entry:
        row = self.row
        return Entry(row.key, row, row.owner, self.submission, row.provisional, disputed)


@dataclass
class _Merger:
    """Notes the fate of every row while the keys are settled one by one."""

    fates: dict[tuple[int, int], Fate] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    replaced: list[Row] = field(default_factory=list)

    def settle(self, key: str, candidates: Sequence[_Candidate]) -> Entry:
        """The entry that stands for a key."""
        before = len(self.conflicts)
        standing = [self._latest(key, own) for own in _by_owner(candidates)]
        first, *others = sorted(standing, key=lambda one: one.where)
        for other in others:
            if _same(first.row, other.row):
                self.fates[other.at] = Fate.IDENTICAL
            else:
                self._return(key, first, other)
        self.fates[first.at] = Fate.MERGED
        return first.entry(disputed=len(self.conflicts) > before)

    def _latest(self, key: str, candidates: list[_Candidate]) -> _Candidate:
        """The row that one owner means, in the order in which its versions were sent."""
        standing, *later = sorted(candidates, key=lambda one: (one.version, one.where))
        alike = [standing.row]
        for candidate in later:
            if _same(standing.row, candidate.row):
                self.fates[candidate.at] = Fate.IDENTICAL
                alike.append(candidate.row)
            elif candidate.version > standing.version:
                self.fates[standing.at] = Fate.SUPERSEDED
                self.changes += _changes(key, standing.row, candidate.row)
                self.replaced += alike
                standing, alike = candidate, [candidate.row]
            else:
                self._return(key, standing, candidate)
        return standing

    def _return(self, key: str, standing: _Candidate, returned: _Candidate) -> None:
        self.fates[returned.at] = Fate.RETURNED
        self.conflicts.append(Conflict(key, standing.row, returned.row))


def merge(submissions: Sequence[Submission], ledgers: Mapping[str, Ledger]) -> Register:
    """One register of all submissions; the same whatever the order in which they were read."""
    merger = _Merger()
    competing: dict[str, dict[str, list[_Candidate]]] = {name: {} for name in ledgers}
    for at, submission in enumerate(submissions):
        for number, row in enumerate(submission.rows):
            if not row.owner:
                merger.fates[at, number] = Fate.RETURNED
                continue
            candidate = _Candidate(row, submission, (at, number))
            competing[row.table.name].setdefault(row.key, []).append(candidate)
    entries = {
        name: _sorted(merger.settle(key, rows) for key, rows in by_key.items())
        for name, by_key in competing.items()
    }
    fates = tuple(
        (submission, tuple(merger.fates[at, number] for number in range(len(submission.rows))))
        for at, submission in enumerate(submissions)
    )
    return Register(
        entries,
        fates,
        tuple(merger.changes),
        tuple(merger.conflicts),
        tuple(merger.replaced),
    )


def findings(register: Register) -> Iterator[Finding]:
    """What merging has to say: rows without an owner, and rows that lost a conflict."""
    for submission, fates in register.fates:
        for row, fate in zip(submission.rows, fates, strict=True):
            if fate is Fate.RETURNED and not row.owner:
                yield finding_at(row, _key_column(row), "owner-unknown")
    for conflict in register.conflicts:
        standing, returned = conflict.standing, conflict.returned
        if standing.origin.path == returned.origin.path and not returned.provisional:
            continue  # a number that stands twice in one file is said there
        place = standing.place(_key_column(standing))
        other = f"{place.path} 的{place.cell or '同一行'}"
        yield finding_at(
            returned, _key_column(returned), "key-conflict", related=(place,), other=other
        )


def _by_owner(candidates: Sequence[_Candidate]) -> Iterable[list[_Candidate]]:
    owners: dict[str, list[_Candidate]] = {}
    for candidate in candidates:
        owners.setdefault(candidate.row.owner, []).append(candidate)
    return owners.values()


def _same(one: Row, other: Row) -> bool:
    """Whether two rows say the same in every column that people fill."""
    if one.values == other.values and not one.unread and not other.unread:
        return True
    assert isinstance(one.table, Ledger)
    return all(
        one.values[at] == other.values[at] and _unread_text(one, at) == _unread_text(other, at)
        for at in one.table.compared
    )


def _unread_text(row: Row, at: int) -> str:
    """What was typed where it could not be read: two such cells are equal if it is."""
    unread = row.table.columns[at].name in row.unread
    return written(row.raw.cells[at]) if unread else ""


def _changes(key: str, before: Row, after: Row) -> Iterator[Change]:
    assert isinstance(before.table, Ledger)
    for at in before.table.compared:
        texts = (_unread_text(before, at), _unread_text(after, at))
        if before.values[at] != after.values[at] or texts[0] != texts[1]:
            yield Change(key, before.table.columns[at].name, before, after)


def _sorted(entries: Iterable[Entry]) -> dict[str, Entry]:
    """By owner, day and key, so that a register reads the same on every run."""

    def order(entry: Entry) -> tuple[str, dt.date, str]:
        return (entry.owner, entry.row.day(entry.ledger.dated) or dt.date.min, entry.key)

    return {entry.key: entry for entry in sorted(entries, key=order)}


def _key_column(row: Row) -> str:
    assert isinstance(row.table, Ledger)
    return row.table.key.name
