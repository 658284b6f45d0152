"""The figures of a report, all of them read from the indicators: nothing is counted here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ledgerkit.model.document import Chart
from ledgerkit.model.outcome import Indicator
from ledgerkit.model.period import Month
from ledgerkit.office import Member
from ledgerkit.run import Run

_NONE = "—"
_TREND = {
    "visits": "走访（次）",
    "problems": "发现问题（个）",
    "demands": "法治需求（件）",
    "outreach": "法治宣传（场）",
}


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
    """What a run counted, as the sentences of a report ask for it: see the sheet 指标来源."""

    def __init__(self, run: Run) -> None:
        self.run = run

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return {one.id: one for one in self.run.outcome.indicators}

    def __getitem__(self, id: str) -> int:
        """A count among the indicators; 0 for one that was not reckoned."""
        found = self._indicators.get(id)
        return int(found.value) if found and isinstance(found.value, int | float) else 0

    def rate(self, id: str) -> str:
        """“62.5%”; "" for one that was not reckoned."""
        found = self._indicators.get(id)
        return f"{found.value:g}%" if found and isinstance(found.value, int | float) else ""

    def rows(self, id: str) -> tuple[str, ...]:
        """The keys of the rows behind a figure."""
        found = self._indicators.get(id)
        return found.rows if found else ()

    def divided(self, id: str) -> list[tuple[str, int]]:
        """The parts of a figure (“visits-by-unit”) that are not 0, the largest first."""
        parts = [(one.of, self[one.id]) for one in self._parts(id) if self[one.id]]
        return sorted(parts, key=lambda part: -part[1])

    def _parts(self, id: str) -> Iterator[Indicator]:
        yield from (
            one for one in self._indicators.values() if one.of and one.id.startswith(f"{id}-")
        )

    def _part(self, id: str, of: str) -> int:
        return next((self[one.id] for one in self._parts(id) if one.of == of), 0)

    def change(self, id: str, measure: str) -> str:
        """“较上月增加3次”; "" where the month before has nothing to compare with."""
        if id not in self._indicators:
            return ""
        more = self[id]
        if not more:
            return "与上月持平"
        return f"较上月{'增加' if more > 0 else '减少'}{abs(more)}{measure}"

    def table(self) -> tuple[Line, ...]:
        """A line for each unit, then for each point."""
        office = self.run.office
        return (
            *(self._line(unit, point=False) for unit in office.units),
            *(self._line(point, point=True) for point in office.points),
        )

    def _line(self, member: Member, *, point: bool) -> Line:
        def done(id: str, *, by_point: bool) -> int | str:
            return self._part(id, member.name) if by_point == point else _NONE

        return Line(
            member.name,
            done("visits-by-unit", by_point=False),
            done("problems-by-unit", by_point=False),
            done("demands-by-point", by_point=True),
            done("meetings-by-point", by_point=True),
            done("outreach-by-unit", by_point=False),
            self._part("items-near-by-who", member.name),
            self._part("items-overdue-by-who", member.name),
        )

    def trend(self) -> Chart | None:
        """The last months side by side, from the first that has a row; None where none has."""
        months = [Month.parse(id[-7:]) for id in self._indicators if id.startswith("visits-in-")]
        if not months:
            return None
        counts = {
            title: tuple(self[f"{slug}-in-{month}"] for month in months)
            for slug, title in _TREND.items()
        }
        return Chart(
            "近几个月工作情况" if len(months) > 1 else "本月工作情况",
            "数量",
            tuple(f"{one.year}年{one.month}月" for one in months),
            {title: values for title, values in counts.items() if any(values)},
        )


def next_filing(run: Run) -> dt.date | None:
    """The first day by which the next month's workbooks are due (报送要求); None without any."""
    after = run.month.shift(2)
    calendar = run.office.calendar
    days = (min(max(rule.day, 1), after.last.day) for rule in run.office.filings)
    return min((calendar.next_workday(after.first.replace(day=day)) for day in days), default=None)
