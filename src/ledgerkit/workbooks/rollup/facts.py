"""What the line on top of every sheet of the roll-up says."""

from __future__ import annotations

from ledgerkit.rules.rollup import Rollup


def facts(held: Rollup, *more: str) -> str:
    """The month, the as-of day, how many districts, and what the sheet adds."""
    return " · ".join((held.month, f"截至 {held.as_of}", f"{len(held.districts)} 个区县", *more))
