"""One month's run, as the documents and the writers see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from ledgerkit.model.finding import Finding, open_findings
from ledgerkit.model.ledger import Ledgers
from ledgerkit.model.notes import Notes
from ledgerkit.model.outcome import Outcome
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.register import Register
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office


@dataclass(frozen=True)
class Run:
    """Everything that was read, merged and concluded for one month at one as-of day.

    ``findings`` holds every finding by the path of its file, in the order of sheet, row and column,
    those on superseded rows marked ``resolved``; gaps in the chain are among them. ``waived``
    counts the findings that 豁免登记 silenced.
    """

    month: Month
    as_of: dt.date
    office: Office
    ledgers: Ledgers
    submissions: tuple[Submission, ...]
    register: Register
    outcome: Outcome
    findings: Mapping[str, tuple[Finding, ...]]
    waived: int = 0
    cycle: Cycle = Cycle.MONTH
    """Whether the run is of a month, or of the quarter or year that ``month`` is the last of."""
    notes: Notes = field(default_factory=Notes)
    """What the office wrote into 总表 so far."""

    def __repr__(self) -> str:
        return f"Run({self.period}, as_of={self.as_of}, files={len(self.submissions)})"

    @property
    def period(self) -> Period:
        return Period.holding(self.month, self.cycle)

    def saying(self, findings: Iterable[Finding]) -> Run:
        """The same run with more to say to the office itself."""
        said = (*self.office.findings, *findings)
        return replace(self, office=replace(self.office, findings=said))

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Every finding that still wants somebody: none on superseded rows."""
        return open_findings(chain.from_iterable(self.findings.values()))
