"""One version of a row in the running for its key, and in which order versions were sent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ledgerkit.model.period import Month
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission

_EARLIEST = Month(1, 1)

WhenSent = tuple[Month, dt.date, dt.datetime]


def when_sent(submission: Submission) -> WhenSent:
    """What tells the later of two submissions: 填报月份, then 填报日期, then the file's time."""
    return (
        submission.month or _EARLIEST,
        submission.filed_on or dt.date.min,
        submission.raw.modified,
    )


@dataclass(frozen=True)
class RowVersion:
    """A row that might stand for its key, and where its fate is to be noted."""

    row: Row
    submission: Submission
    at: tuple[int, int]
    """(submission, row) as positions in the run."""

    @property
    def sent(self) -> WhenSent:
        return when_sent(self.submission)

    @property
    def where(self) -> tuple[str, int]:
        """Order by path and row."""
        return (self.submission.path, self.at[1])

    @property
    def order(self) -> tuple[WhenSent, tuple[str, int]]:
        """Order of sending; by path and row where nothing tells."""
        return (self.sent, self.where)

    def entry(self, *, disputed: bool) -> Entry:
        row = self.row
        return Entry(row.key, row, row.owner, self.submission, row.provisional, disputed)
