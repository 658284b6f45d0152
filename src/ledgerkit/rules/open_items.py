"""What is not settled yet, and whose it is: nobody types it again next month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from ledgerkit.model.ledger import Ledgers
from ledgerkit.model.register import Entry, Register
from ledgerkit.office import Office
from ledgerkit.rules.context import World

Unsettled = Mapping[str, Mapping[str, tuple[Entry, ...]]]
"""Unit or point → ledger → its rows that still wait for an entry, in register order."""


def unsettled(register: Register, office: Office, ledgers: Ledgers, as_of: dt.date) -> Unsettled:
    """The rows of each owner that a ledger calls unsettled at the end of the day ``as_of``."""
    world = World(register, office, ledgers, as_of)
    found: dict[str, dict[str, tuple[Entry, ...]]] = {}
    for ledger in ledgers.values():
        for entry in world.entries(ledger):
            if ledger.is_open(entry.row, world):
                own = found.setdefault(entry.owner, {})
                own[ledger.name] = (*own.get(ledger.name, ()), entry)
    return found
