"""Repeats of a finding down a column, said once by range (docs/contract.md#words-to-clerks)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledgerkit.model.finding import Finding

FEWEST = 3
"""From how many repeats on they are folded."""


@dataclass(frozen=True)
class Fold:
    """One finding, or a run of the same one down a column."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding that is told."""
        return self.findings[0]

    @property
    def message(self) -> str:
        """Place, what stands there, what to do; of a run also its range."""
        count = len(self.findings)
        if count == 1:
            return self.first.message
        last = self.findings[-1]
        return f"{self.first.message}({self.first.place.cell}:{last.place.cell},共 {count} 处)"

    @property
    def line(self) -> str:
        """The message with its weight before it, as one line."""
        return f"[{self.first.severity}] {self.message}"


def folded(findings: Sequence[Finding]) -> Iterator[Fold]:
    """Each finding by itself, or each run of the same one in a column."""
    groups: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_group(finding), []).append(finding)
    for group in groups.values():
        if len(group) < FEWEST or group[0].place.cell is None:
            yield from (Fold((finding,)) for finding in group)
        else:
            yield Fold(tuple(group))


def _group(finding: Finding) -> tuple[str, str, str, str]:
    return (finding.place.sheet or "", finding.code, finding.column, finding.found)
