"""The lines of the section 已自动规范: what was read as something other than what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from ledgerkit.model.place import Place
from ledgerkit.model.repair import Repair
from ledgerkit.workbooks.returned.listing import ReportLine, runs, sheet_rank, spot, top


def lines(repairs: Iterable[Repair], sheets: Sequence[str] = ()) -> list[ReportLine]:
    """Sheet by sheet in this order, from top to bottom; runs down a column folded into one."""
    rank = sheet_rank(sheets)
    placed = sorted(
        (repair for repair in repairs if spot(repair.place)),
        key=lambda repair: (*rank(_sheet(repair)), spot(repair.place)),
    )
    return [
        line
        for _, group in groupby(placed, key=_sheet)
        for line in sorted(map(_line, runs(group, _place, _column)), key=top)
    ]


def _sheet(repair: Repair) -> str:
    return repair.place.sheet or ""


def _place(repair: Repair) -> Place:
    return repair.place


def _column(repair: Repair) -> str:
    return repair.column


def _line(run: list[Repair]) -> ReportLine:
    first, last = run[0], run[-1]
    cells = first.place.cell or ""
    if len(run) > 1:
        cells = f"{cells}:{last.place.cell}"
    alike = all((repair.before, repair.after) == (first.before, first.after) for repair in run)
    rest = "" if alike else " 等"
    found, message = f"{first.before}{rest}", f"读作“{first.after}”{rest}"
    return ReportLine(None, _sheet(first), cells, len(run), first.column, found, message)
