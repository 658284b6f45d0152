"""The merged registers: which row stands for each key, and what became of all the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ledgerkit.model.ledger import Ledger
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission


class Fate(StrEnum):
    """What became of a row that was read; every row has exactly one."""

    MERGED = "merged"
    RETURNED = "returned"
    IDENTICAL = "identical"
    SUPERSEDED = "superseded"


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
    def ledger(self) -> Ledger:
        assert isinstance(self.row.table, Ledger)
        return self.row.table


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that a later submission changed; ``column`` of ``after`` differs from ``before``."""

    key: str
    column: str
    before: Row
    after: Row


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two owners, or two equal claims, for one key: ``standing`` counts, ``returned`` goes back."""

    key: str
    standing: Row
    returned: Row


@dataclass(frozen=True, slots=True)
class Register:
    """All ledgers of a run after merging.

    ``entries`` maps ledger name → key → the entry that stands, in order of owner, date and key.
    ``fates`` gives, for each submission in order, the fate of each of its rows in order;
    ``replaced`` are the superseded rows and those that were identical to one of them.
    """

    entries: Mapping[str, Mapping[str, Entry]]
    fates: tuple[tuple[Submission, tuple[Fate, ...]], ...]
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    replaced: tuple[Row, ...] = ()
