"""Puts the sheets of the districts' 总表 together."""

from __future__ import annotations

import io

from ledgerkit.rules.rollup import Rollup
from ledgerkit.workbooks.package import canonical
from ledgerkit.workbooks.rollup import comparison, lists, registers
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.styles import Formats


def build(rollup: Rollup) -> bytes:
    """总表.xlsx of all districts: the same bytes for the same results."""
    target = io.BytesIO()
    districts = f"{len(rollup.districts)} 个区县"
    facts = (rollup.month, f"截至 {rollup.as_of}", districts)
    with SummaryBook(target, f"总表 {rollup.month}", "", "没有记录", facts) as book:
        formats = Formats(book, rollup.office.ladder)
        comparison.write(book, formats, rollup)
        registers.write(book, formats, rollup)
        lists.write(book, formats, rollup)
    return canonical(target.getvalue())
