"""The figures of a report: indicators by their id, counts by month, by word, by unit or point."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ledgerkit.documents.alerted import acting
from ledgerkit.model.document import Chart
from ledgerkit.model.period import Month
from ledgerkit.model.register import Entry
from ledgerkit.office import Member
from ledgerkit.run import Run

TREND_MONTHS = 6
_NONE = "—"
_DAYS = {
    "走访日志": "走访日期",
    "走访问题清单": "提出日期",
    "法治需求台账": "登记日期",
    "会议安排": "实开日期",
    "法治宣传台账": "活动日期",
    "典型案例台账": "送阅日期",
    "旁听庭审台账": "开庭日期",
}
"""The day by which a row of a ledger belongs to a month's report."""
_TREND = (
    ("走访（次）", "走访日志"),
    ("发现问题（个）", "走访问题清单"),
    ("法治需求（件）", "法治需求台账"),
    ("法治宣传（场）", "法治宣传台账"),
)


@dataclass(frozen=True)
class Line:
    """One unit's or point's line of the table; — where the work is not its own."""

    who: str
    visits: int | str
    problems: int | str
    demands: int | str
    meetings: int | str
    outreach: int | str
    near: int
    late: int


class Figures:
    """What a run counted, as the sentences of a report ask for it."""

    def __init__(self, run: Run) -> None:
        self.run = run

    @cached_property
    def _indicators(self) -> Mapping[str, int | float | str]:
        return {one.id: one.value for one in self.run.outcome.indicators}

    def __getitem__(self, id: str) -> int:
        """A count among the indicators; 0 for one that was not reckoned."""
        value = self._indicators.get(id, 0)
        return int(value) if isinstance(value, int | float) else 0

    def rate(self, id: str) -> str:
        """“62.5%”; "" for one that was not reckoned."""
        value = self._indicators.get(id)
        return f"{value:g}%" if isinstance(value, int | float) else ""

    def rows(self, ledger: str, month: Month | None = None) -> tuple[Entry, ...]:
        """The rows of a ledger whose day, given by the as-of day, lies in the month (this one)."""
        of, column = month or self.run.month, _DAYS[ledger]
        return tuple(
            entry
            for entry in self.run.register.entries.get(ledger, {}).values()
            if (day := entry.row.day(column)) and day <= self.run.as_of and day in of
        )

    def change(self, ledger: str, measure: str) -> str:
        """“较上月增加3次”; "" where the month before has nothing to compare with."""
        before = len(self.rows(ledger, self.run.month.shift(-1)))
        more = len(self.rows(ledger)) - before
        if not before:
            return ""
        return (
            f"较上月{'增加' if more > 0 else '减少'}{abs(more)}{measure}" if more else "与上月持平"
        )

    def table(self) -> tuple[Line, ...]:
        """A line for each unit, then for each point."""
        office = self.run.office
        return (
            *(self._line(unit, point=False) for unit in office.units),
            *(self._line(point, point=True) for point in office.points),
        )

    def _line(self, member: Member, *, point: bool) -> Line:
        own = [one for one in self.run.outcome.alerts if member.name in acting(one)]
        late = sum(alert.days_late > 0 for alert in own)

        def done(ledger: str, column: str, *, by_point: bool) -> int | str:
            if by_point != point:
                return _NONE
            return sum(member.name in one.row.names(column) for one in self.rows(ledger))

        return Line(
            member.name,
            done("走访日志", "走访单位", by_point=False),
            done("走访问题清单", "首访单位", by_point=False),
            done("法治需求台账", "服务联系点", by_point=True),
            done("会议安排", "服务联系点", by_point=True),
            done("法治宣传台账", "主办单位", by_point=False),
            len(own) - late,
            late,
        )

    def trend(self) -> Chart | None:
        """The last months side by side, from the first that has a row; None where none has."""
        months = [self.run.month.shift(-back) for back in reversed(range(TREND_MONTHS))]
        counts = {name: [len(self.rows(of, one)) for one in months] for name, of in _TREND}
        first = next(
            (at for at, _ in enumerate(months) if any(c[at] for c in counts.values())), None
        )
        if first is None:
            return None
        return Chart(
            "近几个月工作情况" if len(months) - first > 1 else "本月工作情况",
            "数量",
            tuple(f"{one.year}年{one.month}月" for one in months[first:]),
            {name: tuple(values[first:]) for name, values in counts.items() if any(values)},
        )


def by_word(entries: Iterable[Entry], column: str) -> list[tuple[str, int]]:
    """How often each word of a column stands in the rows, the most frequent first."""
    counts = Counter(name for entry in entries for name in entry.row.names(column))
    return counts.most_common()


def total(entries: Iterable[Entry], column: str) -> int:
    """The sum of a column of numbers."""
    values = (entry.row[column] for entry in entries)
    return sum(value for value in values if isinstance(value, int))


def next_filing(run: Run) -> dt.date | None:
    """The first day by which the next month's workbooks are due (报送要求); None without any."""
    after = run.month.shift(2)
    calendar = run.office.calendar
    days = (min(max(rule.day, 1), after.last.day) for rule in run.office.filings)
    return min((calendar.next_workday(after.first.replace(day=day)) for day in days), default=None)
