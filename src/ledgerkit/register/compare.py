"""What two rows with one key say: the same, or what differs; 序号 and computed columns apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from ledgerkit.findings.messages import written
from ledgerkit.model.columns import Column
from ledgerkit.model.ledger import ledger_of
from ledgerkit.model.register import CellChange, Claim
from ledgerkit.model.row import Row

_LENGTH = 8
"""Hexadecimal digits of a digest: it tells apart what few rows with one key say."""


def same(first: Row, second: Row) -> bool:
    """Whether two rows say the same in every column that people fill."""
    if first.values == second.values and not first.unread and not second.unread:
        return True
    return all(
        first[column] == second[column]
        and _unread_text(first, column) == _unread_text(second, column)
        for column in ledger_of(first).filled_in
    )


def changes(key: str, before: Row, after: Row) -> Iterator[CellChange]:
    """Every cell in which the later row differs."""
    for column in ledger_of(before).filled_in:
        texts = (_unread_text(before, column), _unread_text(after, column))
        if before[column] != after[column] or texts[0] != texts[1]:
            yield CellChange(key, column.name, before, after)


def claim(key: str, first: Row, second: Row | None = None) -> Claim:
    """What a ruling on these rows would be about; on one row alone: that it stays as it is."""
    about = _digest((first.table.name, key))
    return Claim(about, digest(first), digest(second) if second else "")


def digest(row: Row) -> str:
    """What a row says, in a few signs; equal for rows that are the same."""
    compared = ledger_of(row).filled_in
    return _digest(f"{row.text(column)}\x1e{_unread_text(row, column)}" for column in compared)


def _digest(parts: tuple[str, ...] | Iterator[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode(errors="replace")).hexdigest()[:_LENGTH]


def _unread_text(row: Row, column: Column[Any]) -> str:
    """What was typed where it could not be read: two such cells are equal if it is."""
    return written(row.raw.typed(column)) if row.could_not_be_read(column) else ""
