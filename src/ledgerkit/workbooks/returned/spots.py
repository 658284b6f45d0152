"""What is marked: the findings of each cell, and the words of the note there.

The copies that go back and the button inside Excel mark alike, and know each other's marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ledgerkit.model.finding import Finding, Severity
from ledgerkit.workbooks.returned.listing import says

MARK = "【检查】"
"""The line under which our words stand in a note."""
_OURS = re.compile(rf"(?:^|\n){MARK}(?:\r?\n|$)")


def by_cell(findings: Iterable[Finding]) -> dict[str, dict[str, list[Finding]]]:
    """Findings by sheet and cell; those of the file or of a whole sheet are left out."""
    sheets: dict[str, dict[str, list[Finding]]] = {}
    for finding in findings:
        if finding.place.sheet is not None and finding.place.cell is not None:
            spots = sheets.setdefault(finding.place.sheet, {})
            spots.setdefault(finding.place.cell, []).append(finding)
    return sheets


def worst(findings: Iterable[Finding]) -> Severity:
    """The graver severity, which gives the cell its colour."""
    return Severity.MUST if any(map(_must, findings)) else Severity.LOOK


def note(findings: Sequence[Finding]) -> str:
    """What the note of a cell says, what must be mended first."""
    ordered = sorted(findings, key=lambda finding: not _must(finding))
    return "\n".join(f"{finding.severity}:{says(finding)}" for finding in ordered)


def marked(text: str) -> str:
    """Our words as they stand in a note."""
    return f"{MARK}\n{text}"


def beginning(text: str) -> int | None:
    """Where our words begin in a note's text, the line break before them included; None if none."""
    match = _OURS.search(text)
    return match.start() if match else None


def _must(finding: Finding) -> bool:
    return finding.severity is Severity.MUST
