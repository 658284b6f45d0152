"""Puts the sheets of the districts' 总表 together."""

from __future__ import annotations

import io

from ledgerkit.rules.rollup import Rollup
from ledgerkit.workbooks.package import canonical
from ledgerkit.workbooks.rollup import comparison, lists, ranking, registers
from ledgerkit.workbooks.summary.book import Book
from ledgerkit.workbooks.summary.styles import Styles


def build(held: Rollup) -> bytes:
    """总表.xlsx of all districts: the same bytes for the same results."""
    target = io.BytesIO()
    with Book(target, f"总表 {held.month}", "", "没有记录") as book:
        styles = Styles(book, held.office.ladder)
        comparison.write(book, styles, held)
        ranking.write(book, styles, held)
        registers.write(book, styles, held)
        lists.write(book, styles, held)
    return canonical(target.getvalue())
