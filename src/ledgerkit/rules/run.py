"""One run, as the documents and the writers see it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from ledgerkit.findings.by_file import FindingsByFile
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledgers
from ledgerkit.model.notes import Notes
from ledgerkit.model.outcome import Outcome
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.register import Register
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office
from ledgerkit.rules.context import RegisterContext


@dataclass(frozen=True)
class Run:
    """Everything that was read, merged and concluded for one period at one as-of day.

    ``context`` holds the registers, the office, the ledgers and the day. Gaps in the chain are
    among the ``findings``; ``waived`` counts those that 豁免登记 silenced.
    """

    period: Period
    """A month, or a quarter or year made of its months' rows."""
    context: RegisterContext
    submissions: tuple[Submission, ...]
    outcome: Outcome
    findings: FindingsByFile
    notices: tuple[Finding, ...] = ()
    """What the office itself should see to: of 名录, of its folder, of the machine."""
    waived: int = 0
    notes: Notes = field(default_factory=Notes)
    """What the office wrote into 总表 so far."""

    def __repr__(self) -> str:
        return f"Run({self.period}, as_of={self.as_of}, files={len(self.submissions)})"

    @property
    def as_of(self) -> dt.date:
        return self.context.as_of

    @property
    def office(self) -> Office:
        return self.context.office

    @property
    def ledgers(self) -> Ledgers:
        return self.context.ledgers

    @property
    def register(self) -> Register:
        return self.context.register

    @property
    def cycle(self) -> Cycle:
        return self.period.cycle

    @property
    def month(self) -> Month:
        """The month of a monthly run, the last of a longer period."""
        return self.period.months[-1]

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Every finding that still wants somebody: none on superseded rows."""
        return self.findings.open
