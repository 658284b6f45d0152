"""``ledgerkit year``."""

from __future__ import annotations

from ledgerkit.faces.commands.period import of_period
from ledgerkit.model.period import Cycle

command = of_period(
    "year",
    Cycle.YEAR,
    word="年份",
    written="2026",
    help="汇总一年:用各月报来的表写出全年总表和全年的文书。",
)
