"""``ledgerkit quarter``."""

from __future__ import annotations

from ledgerkit.faces.commands.period import of_period
from ledgerkit.model.period import Cycle

command = of_period(
    "quarter",
    Cycle.QUARTER,
    word="季度",
    written="2026Q4",
    help="汇总一个季度:用各月报来的表写出季度总表和季度分析研判报告。",
)
