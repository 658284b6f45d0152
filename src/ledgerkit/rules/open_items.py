"""What is still open, and whose it is: nobody types it again next month."""

from __future__ import annotations

from collections.abc import Mapping

from ledgerkit.model.register import Entry
from ledgerkit.rules.context import RegisterContext

OpenItems = Mapping[str, Mapping[str, tuple[Entry, ...]]]
"""Unit or point → ledger → its rows that still wait for an entry, in register order."""


def open_items(context: RegisterContext) -> OpenItems:
    """The rows of each owner that a ledger calls open at the end of the as-of day."""
    found: dict[str, dict[str, tuple[Entry, ...]]] = {}
    for ledger in context.ledgers.values():
        for entry in context.entries(ledger):
            if ledger.is_open(entry.row, context):
                own = found.setdefault(entry.owner, {})
                own[ledger.name] = (*own.get(ledger.name, ()), entry)
    return found
