"""What month and check share: merged registers, and every finding by its file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ledgerkit.intake.references import check_references
from ledgerkit.ledgers import catalog
from ledgerkit.model.finding import Finding
from ledgerkit.model.register import Register, Rulings
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office
from ledgerkit.register import findings as merge_findings
from ledgerkit.register import merge

Findings = Mapping[str, tuple[Finding, ...]]
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True)
class Examined:
    """The merged registers and all that check and merge have to say, by path."""

    register: Register
    findings: Findings


def examine(
    submissions: Sequence[Submission],
    office: Office,
    judged: Iterable[str],
    *,
    around: Sequence[Submission] = (),
    rulings: Rulings = MappingProxyType({}),
) -> Examined:
    """Merge, and judge what needs all files; ``judged``, ``around`` as in ``check_references``."""
    register = merge(submissions, catalog.ledgers(), rulings)
    said = [
        *(finding for submission in submissions for finding in submission.findings),
        *check_references(submissions, office, judged, around),
        *merge_findings(register),
    ]
    return Examined(register, by_file(said, submissions, register))


def by_file(
    said: Iterable[Finding], submissions: Sequence[Submission], register: Register
) -> Findings:
    """The findings of each file in the order of sheet, row and column; resolved ones marked."""
    origins = (row.origin for row in register.replaced)
    replaced = {(origin.path, origin.sheet, origin.row) for origin in origins}
    grouped: dict[str, list[Finding]] = {submission.path: [] for submission in submissions}
    for finding in dict.fromkeys(said):
        place = finding.place
        resolved = (place.path, place.sheet, finding.row) in replaced
        grouped[place.path].append(finding.resolve() if resolved else finding)
    sheets = {one.path: _sheet_order(one) for one in submissions}
    return {
        path: tuple(sorted(findings, key=lambda one: _order(one, sheets[path])))
        for path, findings in grouped.items()
    }


def _sheet_order(submission: Submission) -> dict[str, int]:
    sheets = dict.fromkeys(table.layout.sheet for table in submission.raw.tables)
    return {sheet: at for at, sheet in enumerate(sheets)}


def _order(finding: Finding, sheets: Mapping[str, int]) -> tuple[int, int, int, str, str]:
    place = finding.place
    match = _ADDRESS.fullmatch(place.cell or "")
    column, row = (match[1], int(match[2])) if match else ("", 0)
    sheet = -1 if place.sheet is None else sheets.get(place.sheet, len(sheets))
    return (sheet, row, len(column), column, finding.code)
