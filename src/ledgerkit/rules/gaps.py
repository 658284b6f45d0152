"""Broken chains: the links that rows lack (断链)."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.model.deadline import Gap
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.table import DeclarationError
from ledgerkit.rules.context import RegisterContext


def gaps(context: RegisterContext) -> tuple[Gap, ...]:
    """Every gap that the ledgers see, in the order of ledgers and registers."""
    return tuple(
        gap
        for ledger in context.ledgers.values()
        for entry in context.entries(ledger)
        for gap in _declared(ledger, ledger.gaps(entry.row, context))
    )


def _declared(ledger: type[Ledger], gaps: Iterator[Gap]) -> Iterator[Gap]:
    """The gaps; DeclarationError for one that the ledger does not declare."""
    for gap in gaps:
        if gap.code not in ledger.gap_codes:
            raise DeclarationError(f"{ledger.name}: 没有声明断链“{gap.code}”")
        yield gap
