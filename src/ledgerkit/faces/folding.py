"""Repeats of one finding down a column, told once with their range (DESIGN 6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledgerkit.model.finding import Finding

FEWEST = 3
"""From how many repeats on they are folded."""


def fold(findings: Sequence[Finding]) -> Iterator[str]:
    """One line for each finding, or for each run of the same one in a column."""
    groups: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_group(finding), []).append(finding)
    for group in groups.values():
        if len(group) < FEWEST or group[0].place.cell is None:
            yield from (f"[{one.severity}] {one.message}" for one in group)
        else:
            first, last = group[0], group[-1]
            yield (
                f"[{first.severity}] {first.message}"
                f"({first.place.cell}:{last.place.cell},共 {len(group)} 处)"
            )


def _group(finding: Finding) -> tuple[str, str, str, str]:
    return (finding.place.sheet or "", finding.code, finding.column, finding.found)
