"""The merged registers: which row stands for each key, and what became of all the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ledgerkit.model.ledger import Ledger, ledger_of
from ledgerkit.model.row import Cell, Row
from ledgerkit.model.submission import Submission


class Fate(StrEnum):
    """What became of a row that was read; every row has exactly one."""

    MERGED = "merged"
    RETURNED = "returned"
    IDENTICAL = "identical"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a ruling is about: digests of the key and of the two sides, in the order reported."""

    about: str
    first: str
    second: str

    @property
    def unordered(self) -> str:
        """The same whichever side was reported first."""
        return "-".join((self.about, *sorted((self.first, self.second))))


Rulings = Mapping[str, str]
"""``Claim.unordered`` → the digest of the side that the office lets stand."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The row that stands in a register for one key."""

    key: str
    row: Row
    owner: str
    submission: Submission
    provisional: bool = False
    """The key is a 暂编号: the row came without one."""
    disputed: bool = False
    """待裁定: another owner sent a different row with this key."""

    @property
    def ledger(self) -> type[Ledger]:
        return ledger_of(self.row)

    @property
    def identity(self) -> tuple[str, str]:
        """(ledger, key): what tells the entry from all others."""
        return self.ledger.name, self.key


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that a later submission changed; ``column`` of ``after`` differs from ``before``."""

    key: str
    column: str
    before: Row
    after: Row


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two owners, or two equal claims, for one key: ``standing`` counts, ``returned`` goes back.

    ``claim`` tells it from every other one by the ledger, the key and what both rows say, so that
    a row that says something else opens it anew. ``ruled``: the office has said which one counts.
    """

    key: str
    standing: Row
    returned: Row
    claim: Claim = Claim("", "", "")
    ruled: bool = False
    returned_first: bool = False
    """The row that goes back was reported before the one that counts."""

    @property
    def sides(self) -> tuple[Row, Row]:
        """Both rows, the one reported first in front."""
        pair = (self.standing, self.returned)
        return (pair[1], pair[0]) if self.returned_first else pair


@dataclass(frozen=True, slots=True)
class Vanished:
    """A row that stands though its owner sent the month again without it.

    ``row`` is as it was last sent, ``later`` the last submission that lacks it. ``ruled``: the
    office has said that it is to stay.
    """

    key: str
    row: Row
    later: Submission
    claim: Claim = Claim("", "", "")
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """All ledgers of a run after merging.

    ``entries`` maps ledger name → key → the entry that stands, in order of owner, date and key.
    ``fates`` gives, for each submission in order, the fate of each of its rows in order;
    ``replaced`` are the superseded rows and those that were identical to one of them; ``copies``
    maps the path of a file that is the same as another, byte by byte, to that other's.
    """

    entries: Mapping[str, Mapping[str, Entry]]
    fates: tuple[tuple[Submission, tuple[Fate, ...]], ...]
    changes: tuple[CellChange, ...]
    conflicts: tuple[Conflict, ...]
    replaced: tuple[Row, ...] = ()
    vanished: tuple[Vanished, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)

    def subject(self, entry: Entry) -> str:
        """The firm that a row names, or else the row that it refers to (a measure its problem)."""
        ledger, row = entry.ledger, entry.row
        if ledger.subject:
            return row.text(ledger.subject)
        for reference in ledger.references:
            for key in row.names(reference):
                if referred := self.entries.get(reference.to().name, {}).get(key):
                    return self.subject(referred)
        return ""


@dataclass(frozen=True)
class RegisterSheet:
    """A ledger's sheet of 总表 as it stands: its headers, and its rows as shown."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
