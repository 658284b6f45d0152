"""Which clocks of the ledgers run at the as-of day: they decide what letters are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from ledgerkit.ledgers.matters import HANDLING
from ledgerkit.model.deadline import Deadline, Matter
from ledgerkit.model.register import Entry
from ledgerkit.rules.deadlines import due_day
from ledgerkit.rules.run import Run


def running(run: Run, entries: Iterable[Entry], matter: Matter) -> Iterator[tuple[Entry, Deadline]]:
    """Those entries on which a clock of this matter runs, each with its clock."""
    for entry in entries:
        for deadline in run.context.deadlines(entry):
            if deadline.matter == matter:
                yield entry, deadline


def handling_due(run: Run, entry: Entry) -> dt.date | None:
    """办结时限: the due day of an entry's 办理 clock; None where none runs or no limit is set."""
    for deadline in run.context.deadlines(entry):
        if deadline.matter == HANDLING:
            return due_day(run.office, deadline)
    return None
