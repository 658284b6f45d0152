"""Broken chains: the links that rows lack (断链)."""

from __future__ import annotations

from collections.abc import Mapping

from ledgerkit.model.deadline import Gap
from ledgerkit.model.ledger import Ledger
from ledgerkit.rules.context import World


def gaps(world: World, ledgers: Mapping[str, Ledger]) -> tuple[Gap, ...]:
    """Every gap that the ledgers see, in the order of ledgers and registers."""
    return tuple(
        gap
        for ledger in ledgers.values()
        if ledger.gaps
        for entry in world.entries(ledger.name)
        for gap in ledger.gaps(entry.row, world)
    )
