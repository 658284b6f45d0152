"""What two rows with one key say: the same, or what differs; 序号 and computed columns apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from ledgerkit.findings.messages import written
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.register import Change, Claim
from ledgerkit.model.row import Row, shown

_LENGTH = 8
"""Hexadecimal digits of a digest: it tells apart what few rows with one key say."""


def same(one: Row, other: Row) -> bool:
    """Whether two rows say the same in every column that people fill."""
    if one.values == other.values and not one.unread and not other.unread:
        return True
    return all(
        one.values[at] == other.values[at] and _unread_text(one, at) == _unread_text(other, at)
        for at in ledger_of(one).compared
    )


def changes(key: str, before: Row, after: Row) -> Iterator[Change]:
    """Every cell in which the later row differs."""
    for at in ledger_of(before).compared:
        texts = (_unread_text(before, at), _unread_text(after, at))
        if before.values[at] != after.values[at] or texts[0] != texts[1]:
            yield Change(key, before.table.columns[at].name, before, after)


def claim(key: str, first: Row, second: Row | None = None) -> Claim:
    """What a ruling on these rows would be about; on one row alone: that it stays as it is."""
    about = _digest((first.table.name, key))
    return Claim(about, digest(first), digest(second) if second else "")


def digest(row: Row) -> str:
    """What a row says, in a few signs; equal for rows that are the same."""
    compared = ledger_of(row).compared
    return _digest(f"{shown(row.values[at])}\x1e{_unread_text(row, at)}" for at in compared)


def ledger_of(row: Row) -> Ledger:
    """The ledger of a row that a submission holds: no other tables are merged."""
    assert isinstance(row.table, Ledger)
    return row.table


def _digest(parts: tuple[str, ...] | Iterator[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode(errors="replace")).hexdigest()[:_LENGTH]


def _unread_text(row: Row, at: int) -> str:
    """What was typed where it could not be read: two such cells are equal if it is."""
    unread = row.table.columns[at].name in row.unread
    return written(row.raw.cells[at]) if unread else ""
