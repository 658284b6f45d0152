"""What every sheet of 总表 has: the line on top, and the page that it is printed on."""

from __future__ import annotations

from typing import Any

from ledgerkit.rules.run import Run


def facts(run: Run, *more: str) -> str:
    """What the line on top says: the period, the as-of day, and what the sheet adds."""
    return " · ".join((str(run.period), f"截至 {run.as_of}", *more))


def set_up_page(sheet: Any, name: str) -> None:
    """A4 lying down, page numbers at the foot."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L&9{name}&C&9第 &P 页 共 &N 页")
    sheet.hide_gridlines(2)
