"""Which rows of the registers hold something 必须改."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ledgerkit.model.finding import Finding, Severity
from ledgerkit.model.register import Entry


@dataclass(frozen=True)
class Faults:
    """Where findings that must be mended stand: by the row's number, and by its line."""

    keys: frozenset[tuple[str, str]]
    """(path, 编号)."""
    lines: frozenset[tuple[str, str, int]]
    """(path, sheet, row as Excel counts)."""

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Faults:
        """The faults among these findings; those of a whole file belong to no row."""
        must = [finding for finding in findings if finding.severity is Severity.MUST]
        return cls(
            frozenset((finding.place.path, finding.key) for finding in must if finding.key),
            frozenset(
                (finding.place.path, finding.place.sheet, line)
                for finding in must
                if finding.place.sheet and (line := line_of(finding.place.cell))
            ),
        )

    def on(self, entry: Entry) -> bool:
        """Whether the row of this entry has one."""
        origin = entry.row.origin
        return (origin.path, entry.key) in self.keys or (
            origin.path,
            origin.sheet,
            origin.row,
        ) in self.lines


def line_of(cell: str | None) -> int:
    """The row in an Excel address: 7 for D7; 0 where no cell is meant."""
    digits = re.search(r"\d+$", cell or "")
    return int(digits[0]) if digits else 0
