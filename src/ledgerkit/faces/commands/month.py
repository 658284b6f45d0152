"""``ledgerkit month``."""

from __future__ import annotations

from ledgerkit.faces.commands.period import of_period
from ledgerkit.model.period import Cycle

command = of_period(
    "month",
    Cycle.MONTH,
    word="月份",
    written="2026-10",
    help="汇总一个月:写出总表、批注副本、预警文书、会议通知和月度情况通报。",
)
