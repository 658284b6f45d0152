"""Puts the sheets of 总表.xlsx together, in the contract's order."""

from __future__ import annotations

import io
from collections.abc import Callable

from ledgerkit.model.notes import NOTHING, Written
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.package import canonical
from ledgerkit.workbooks.summary import (
    alerts,
    changes,
    dashboard,
    duties,
    filings,
    findings,
    registers,
    sources,
)
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.styles import Formats

LISTS = (
    dashboard.NAME,
    alerts.NAME,
    duties.NAME,
    filings.NAME,
    findings.NAME,
    findings.GAPS_NAME,
    changes.NAME,
    sources.NAME,
)
"""The sheets beside those of the ledgers."""
BASE = "../../"
"""From 结果/2026-10/ to the office folder."""


def build(run: Run, base: str = BASE, seal: Callable[[Written], str] | None = None) -> bytes:
    """总表.xlsx of a month, a quarter or a year: the same bytes for the same run.

    The sheets: 看板, one for each ledger of ``run.ledgers``, 预警清单, 履职情况, 报送情况,
    待改问题, 断链, 变更与冲突, 指标来源. ``base`` leads, with “/” at its end, from the folder
    where the workbook will stand to the office folder; every link begins with it. ``seal`` sees
    what the office may change and gives the mark that the workbook bears.
    """
    target = io.BytesIO()
    nothing = f"{run.cycle.this}{NOTHING}"
    facts = (str(run.period), f"截至 {run.as_of}")
    with SummaryBook(target, f"总表 {run.period}", base, nothing, facts) as book:
        formats = Formats(book, run.office.ladder)
        for sheet in (dashboard, registers, alerts, duties, filings, findings, changes, sources):
            sheet.write(book, formats, run)
        if seal:
            book.set_seal(seal(book.everything_written()))
    return canonical(target.getvalue())
