"""The lines of 检查结果: one finding each, runs of the same finding folded into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ledgerkit.messages import where
from ledgerkit.model.finding import Finding, Severity
from ledgerkit.write.returned.cells import position

FOLD = 3
"""So many rows in a run, and they become one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``cells`` is the range meant (D7 or D7:D206), "" for the file itself."""

    severity: Severity
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


def lines(findings: Iterable[Finding], sheets: Sequence[str] = ()) -> list[Line]:
    """The file's own findings first, then sheet by sheet in this order, from top to bottom."""
    order = {name: at for at, name in enumerate(sheets)}
    placed: list[Finding] = []
    others: list[Finding] = []
    for finding in findings:
        (placed if at(finding) else others).append(finding)
    placed.sort(
        key=lambda one: (order.get(_sheet(one), len(order)), _sheet(one), at(one), one.code)
    )
    others.sort(key=lambda one: (_sheet(one) != "", order.get(_sheet(one), len(order))))
    return [_line([one]) for one in others] + [
        line
        for _, group in groupby(placed, key=_sheet)
        for line in sorted(map(_line, _runs(list(group))), key=_top)
    ]


def says(finding: Finding) -> str:
    """What is wrong and what to do, without the place, which stands beside it."""
    return finding.message.removeprefix(f"{where(finding.place, finding.column)}:")


def at(finding: Finding) -> tuple[int, int] | None:
    """Row and column of a finding from 1, None for one of the file or of a whole sheet."""
    if finding.place.sheet is None or finding.place.cell is None:
        return None
    return position(finding.place.cell)


def totals(findings: Sequence[Finding]) -> str:
    """How many there are of each severity: 共 3 处必须改、2 处请核对."""
    counts = [(sum(one.severity is kind for one in findings), kind) for kind in Severity]
    return "共 " + "、".join(f"{count} 处{kind}" for count, kind in counts if count)


def _sheet(finding: Finding) -> str:
    return finding.place.sheet or ""


def _top(line: Line) -> tuple[int, int]:
    return position(line.cells.split(":")[0])


def _runs(findings: list[Finding]) -> list[list[Finding]]:
    """Findings of one sheet, by row: the same code in the same column on consecutive rows."""
    runs: list[list[Finding]] = []
    open_runs: dict[tuple[str, int, int], list[Finding]] = {}
    for finding in findings:
        spot = at(finding)
        if spot is None:
            continue
        row, column = spot
        run = open_runs.pop((finding.code, column, row - 1), None)
        if run is None:
            runs.append(run := [])
        run.append(finding)
        open_runs[(finding.code, column, row)] = run
    return [
        part
        for run in runs
        for part in ([run] if len(run) >= FOLD else [[finding] for finding in run])
    ]


def _line(run: list[Finding]) -> Line:
    first, last = run[0], run[-1]
    cells = first.place.cell or ""
    if len(run) > 1:
        cells = f"{cells}:{last.place.cell}"
    alike = all(finding.found == first.found for finding in run)
    found = first.found if alike else f"{first.found} 等"
    found = found if cells else ""
    return Line(first.severity, _sheet(first), cells, len(run), first.column, found, says(first))
