"""What month and check share: merged registers, and all that check and merge have to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ledgerkit.findings.by_file import FindingsByFile, by_file
from ledgerkit.intake.references import check_references
from ledgerkit.ledgers import catalog
from ledgerkit.model.finding import Finding
from ledgerkit.model.register import Register, Rulings
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office
from ledgerkit.register import findings as merge_findings
from ledgerkit.register import merge


@dataclass(frozen=True)
class Examined:
    """The merged registers and what check and merge found, file after file."""

    submissions: Sequence[Submission]
    register: Register
    findings: Sequence[Finding]

    def by_file(self) -> FindingsByFile:
        """The findings of each file."""
        return by_file(self.findings, self.submissions, self.register)


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
    found = (
        *(finding for submission in submissions for finding in submission.findings),
        *check_references(submissions, office, judged, around),
        *merge_findings(register),
    )
    return Examined(submissions, register, found)
