"""The two computed columns of a ledger: 办理时限 and 状态提示, as they stand at the as-of day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ledgerkit.model.columns import Date, DueDay, Light
from ledgerkit.model.outcome import Alert
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.office import Office
from ledgerkit.rules.deadlines import limit_due, next_workday
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary.contents import Word
from ledgerkit.workbooks.summary.styles import Tone

FINE, CLOSED, PASSED = "正常", "已办结", "已过原期限"


@dataclass(frozen=True)
class Clock:
    """What the computed cells of a run are reckoned from."""

    office: Office
    as_of: dt.date
    alerts: Mapping[tuple[str, str], Alert]
    """By (ledger name, key)."""
    tones: Mapping[str, Tone]

    @classmethod
    def of(cls, run: Run, tones: Mapping[str, Tone]) -> Clock:
        """The clock of a run."""
        alerts = {alert.entry.identity: alert for alert in run.outcome.alerts}
        return cls(run.office, run.as_of, alerts, tones)

    def due(self, column: DueDay, row: Row) -> dt.date | None:
        """The start day plus the limit; None without a start day or a limit."""
        started = row[column.start]
        if started is None:
            return None
        return limit_due(self.office, column.matter, row.text(column.grade), started)

    def is_closed(self, column: Light, row: Row) -> bool:
        """Whether the row needs no more handling at the as-of day."""
        given = (day for done in column.done if (day := row[done]))
        in_state = column.state is not None and row[column.state] in column.closed
        return in_state or any(day <= self.as_of for day in given)

    def light(self, column: Light, entry: Entry) -> Word | None:
        """The level that the row has reached, else whether it is closed or fine.

        A row past its day without an alert (put off, or its problem alerts in its place) says only
        that the first day is past.
        """
        row = entry.row
        if alert := self.alerts.get(entry.identity):
            return Word(alert.step.level, self.tones.get(alert.step.level, Tone.RED))
        if self.is_closed(column, row):
            return Word(CLOSED, Tone.GREY)
        due = self._day(column.due, row)
        if due is None:
            return None
        return Word(PASSED, Tone.GREY) if due < self.as_of else Word(FINE, Tone.GREEN)

    def _day(self, column: DueDay | Date, row: Row) -> dt.date | None:
        if isinstance(column, DueDay):
            return self.due(column, row)
        day = row[column]
        return next_workday(self.office.calendar, day) if day else None
