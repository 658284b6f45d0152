"""One row in the running for its key, and in which order rows were sent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ledgerkit.model.period import Month
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission

_EARLIEST = Month(1, 1)

Version = tuple[Month, dt.date, dt.datetime]


def version(sent: Submission) -> Version:
    """What tells the later of two submissions: 填报月份, then 填报日期, then the file's time."""
    return (sent.month or _EARLIEST, sent.filed_on or dt.date.min, sent.raw.modified)


@dataclass(frozen=True)
class Candidate:
    """A row that might stand for its key, and where its fate is to be noted."""

    row: Row
    submission: Submission
    at: tuple[int, int]
    """(submission, row) as positions in the run."""

    @property
    def version(self) -> Version:
        return version(self.submission)

    @property
    def where(self) -> tuple[str, int]:
        """Order by path and row."""
        return (self.submission.path, self.at[1])

    @property
    def sent(self) -> tuple[Version, tuple[str, int]]:
        """Order of sending; by path and row where nothing tells."""
        return (self.version, self.where)

    def entry(self, *, disputed: bool) -> Entry:
        row = self.row
        return Entry(row.key, row, row.owner, self.submission, row.provisional, disputed)
