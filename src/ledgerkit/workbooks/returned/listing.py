"""The lines of 检查结果: one finding each, runs of the same finding folded into one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from ledgerkit.findings.messages import where
from ledgerkit.model.finding import Finding, Severity
from ledgerkit.model.place import Place
from ledgerkit.workbooks.returned.cells import position

FOLD = 3
"""So many rows in a run, and they become one line."""


Placed = TypeVar("Placed")


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line: ``cells`` is the range meant (D7 or D7:D206), "" for the file itself.

    ``severity`` is None for what was put in order already.
    """

    severity: Severity | None
    sheet: str
    cells: str
    count: int
    column: str
    found: str
    message: str

    @property
    def label(self) -> str:
        """The range as it is shown: D7, or D7:D206,共 200 处."""
        return f"{self.cells},共 {self.count} 处" if self.count > 1 else self.cells


def lines(findings: Iterable[Finding], sheets: Sequence[str] = ()) -> list[ReportLine]:
    """The file's own findings first, then sheet by sheet in this order, from top to bottom."""
    rank = sheet_rank(sheets)
    placed: list[Finding] = []
    others: list[Finding] = []
    for finding in findings:
        (placed if at(finding) else others).append(finding)
    placed.sort(key=lambda finding: (*rank(_sheet(finding)), at(finding), finding.code))
    others.sort(key=lambda finding: (_sheet(finding) != "", rank(_sheet(finding))[0]))
    return [_line([finding]) for finding in others] + [
        line
        for _, group in groupby(placed, key=_sheet)
        for line in sorted(map(_line, _runs(group)), key=top)
    ]


def sheet_rank(sheets: Sequence[str]) -> Callable[[str], tuple[int, str]]:
    """By what lines are sorted: as the sheets stand in the workbook, unknown ones behind."""
    places = {name: at for at, name in enumerate(sheets)}
    return lambda sheet: (places.get(sheet, len(places)), sheet)


def says(finding: Finding) -> str:
    """What is wrong and what to do, without the place, which stands beside it."""
    return finding.message.removeprefix(f"{where(finding.place, finding.column)}:")


def at(finding: Finding) -> tuple[int, int] | None:
    """Row and column of a finding from 1, None for one of the file or of a whole sheet."""
    return spot(finding.place)


def spot(place: Place) -> tuple[int, int] | None:
    """Row and column of a place from 1, None without a cell."""
    if place.sheet is None or place.cell is None:
        return None
    return position(place.cell)


def totals(findings: Sequence[Finding]) -> str:
    """How many there are of each severity: 共 3 处必须改、2 处请核对."""
    counts = [(sum(finding.severity is kind for finding in findings), kind) for kind in Severity]
    return "共 " + "、".join(f"{count} 处{kind}" for count, kind in counts if count)


def _sheet(finding: Finding) -> str:
    return finding.place.sheet or ""


def top(line: ReportLine) -> tuple[int, int]:
    """Where a line with cells begins."""
    return position(line.cells.split(":")[0])


def _runs(findings: Iterable[Finding]) -> list[list[Finding]]:
    return runs(findings, lambda finding: finding.place, lambda finding: finding.code)


def runs(
    items: Iterable[Placed], place: Callable[[Placed], Place], kind: Callable[[Placed], str]
) -> list[list[Placed]]:
    """Items of one sheet, by row: those of one kind in one column on consecutive rows together.

    Fewer than ``FOLD`` stay apart; items without a cell are left out.
    """
    found: list[list[Placed]] = []
    open_runs: dict[tuple[str, int, int], list[Placed]] = {}
    for item in items:
        at_cell = spot(place(item))
        if at_cell is None:
            continue
        row, column = at_cell
        run = open_runs.pop((kind(item), column, row - 1), None)
        if run is None:
            found.append(run := [])
        run.append(item)
        open_runs[(kind(item), column, row)] = run
    return [part for run in found for part in ([run] if len(run) >= FOLD else [[i] for i in run])]


def _line(run: list[Finding]) -> ReportLine:
    first, last = run[0], run[-1]
    cells = first.place.cell or ""
    if len(run) > 1:
        cells = f"{cells}:{last.place.cell}"
    alike = all(finding.found == first.found for finding in run)
    found = first.found if alike else f"{first.found} 等"
    found = found if cells else ""
    return ReportLine(
        first.severity, _sheet(first), cells, len(run), first.column, found, says(first)
    )
