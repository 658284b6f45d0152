"""The figures of a report, all of them read from the indicators: nothing is counted here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ledgerkit.model.document import Chart
from ledgerkit.model.outcome import Indicator
from ledgerkit.model.period import Cycle, Month
from ledgerkit.office import Member
from ledgerkit.papers.documents import phrasing
from ledgerkit.rules.indicators import DIVIDED, OPTIONAL
from ledgerkit.rules.run import Run

POINTS = "个百分点"
"""The measure of a change of rates."""
_TREND = {
    "visits": "走访（次）",
    "problems": "发现问题（个）",
    "demands": "法治需求（件）",
    "outreach": "法治宣传（场）",
}


@dataclass(frozen=True)
class MemberLine:
    """One unit's or point's line of the table; — where the work is not its own."""

    who: str
    visits: int | str
    problems: int | str
    demands: int | str
    meetings: int | str
    outreach: int | str
    near: int
    late: int


class ReportFigures:
    """What a run counted, as the sentences of a report ask for it: see the sheet 指标来源."""

    def __init__(self, run: Run) -> None:
        self.run = run

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return {indicator.id: indicator for indicator in self.run.outcome.indicators}

    def __getitem__(self, id: str) -> int:
        """A count among the indicators; 0 for one that was left out, there being nothing."""
        return _count(self._reckoned(id))

    def rate(self, id: str) -> str:
        """“62.5%”; "" for one that was left out."""
        found = self._reckoned(id)
        return f"{found.value:g}%" if found and isinstance(found.value, int | float) else ""

    def rows(self, id: str) -> tuple[str, ...]:
        """The keys of the rows behind a figure."""
        found = self._reckoned(id)
        return found.rows if found else ()

    def divided(self, id: str) -> list[tuple[str, int]]:
        """The parts of a figure (“visits-by-unit”) that are not 0, the largest first."""
        parts = [(part.of, _count(part)) for part in self._parts(id)]
        return sorted(((of, count) for of, count in parts if count), key=lambda part: -part[1])

    def parts(self, id: str) -> list[tuple[str, int, tuple[str, ...]]]:
        """The parts of a figure with the keys of their rows, in their order."""
        return [(part.of, _count(part), part.rows) for part in self._parts(id)]

    def by_month(self, id: str) -> list[tuple[Month, int]]:
        """A figure's months (“matters-in-2026-10”), one after the other."""
        start = f"{_divided(f'{id}-in')}-"
        return [
            (Month.parse(own.removeprefix(start)), _count(found))
            for own, found in self._indicators.items()
            if own.startswith(start)
        ]

    def missed(self, duty: str) -> int:
        """How often a duty of this name was not done in the period, over all its cycles."""
        slugs = [
            f"duty-{ledger.prefix.lower()}-"
            for ledger in self.run.ledgers.values()
            if ledger.duty and ledger.duty.name == duty
        ]
        ids = [id for id in self._indicators if id.startswith(tuple(slugs))]
        return sum(self[id] for id in ids if id.endswith("-missed"))

    def _reckoned(self, id: str) -> Indicator | None:
        """An indicator, None for one that was left out; LookupError for an id that none can have.

        Rules leave out nothing but what they declare (``rules.indicators.OPTIONAL``).
        """
        found = self._indicators.get(id)
        if found is None and id not in OPTIONAL:
            raise LookupError(f"no indicator has the id “{id}”")
        return found

    def _parts(self, id: str) -> Iterator[Indicator]:
        start = f"{_divided(id)}-"
        for found in self._indicators.values():
            if found.of and found.id.startswith(start):
                yield found

    def _part(self, id: str, of: str) -> int:
        return next((_count(part) for part in self._parts(id) if part.of == of), 0)

    @property
    def is_over(self) -> bool:
        """Whether no working day of the period is left: part of one compares with none."""
        run = self.run
        last = run.period.last
        return run.as_of >= last or run.office.calendar.between(run.as_of, last) <= 0

    def change(self, id: str, measure: str) -> str:
        """“较上月增加3次”, “较上季度提高5.2个百分点”; "" where there is nothing to compare with."""
        found = self._reckoned(f"{id}-change")
        if found is None or isinstance(found.value, str) or not self.is_over:
            return ""
        last, more = self.run.cycle.last, found.value
        if not more:
            return f"与{last}持平"
        up, down = ("提高", "下降") if measure == POINTS else ("增加", "减少")
        return f"较{last}{up if more > 0 else down}{abs(more):g}{measure}"

    def table(self) -> tuple[MemberLine, ...]:
        """A line for each unit, then for each point."""
        office = self.run.office
        return (
            *(self._line(unit, point=False) for unit in office.units),
            *(self._line(point, point=True) for point in office.points),
        )

    def _line(self, member: Member, *, point: bool) -> MemberLine:
        def done(id: str, *, by_point: bool) -> int | str:
            return self._part(id, member.name) if by_point == point else phrasing.NONE

        return MemberLine(
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
        months = [month for month, _ in self.by_month("visits")]
        if not months:
            return None
        counts = {
            title: tuple(count for _, count in self.by_month(slug))
            for slug, title in _TREND.items()
        }
        one_year = len({month.year for month in months}) == 1
        several = "近几个月" if self.run.cycle is Cycle.MONTH else "各月"
        return Chart(
            f"{several}工作情况" if len(months) > 1 else "本月工作情况",
            "数量",
            tuple(
                f"{month.month}月" if one_year else f"{month.year}年{month.month}月"
                for month in months
            ),
            {title: values for title, values in counts.items() if any(values)},
        )

    def alerted(self) -> Chart | None:
        """What is near and late with each unit and point; None where fewer than two have any."""
        near, late = (dict(self.divided(f"items-{what}-by-who")) for what in ("near", "overdue"))
        names = tuple(dict.fromkeys((*late, *near)))
        if len(names) < 2:
            return None
        counts = {
            title: tuple(own.get(name, 0) for name in names)
            for title, own in (("临近或已到期", near), ("逾期", late))
            if own
        }
        short = tuple(self.run.office.short_name(name) for name in names)
        return Chart("各单位、各服务联系点预警事项", "件数", short, counts)


def _count(found: Indicator | None) -> int:
    return int(found.value) if found and isinstance(found.value, int | float) else 0


def _divided(id: str) -> str:
    """The id of a figure that has parts; LookupError for any other."""
    if id not in DIVIDED:
        raise LookupError(f"no indicator is divided into “{id}-…”")
    return id


def next_filing(run: Run) -> dt.date | None:
    """The first day by which the next month's workbooks are due (报送要求); None without any."""
    after = run.month.shift(2)
    calendar = run.office.calendar
    days = (min(max(rule.day, 1), after.last.day) for rule in run.office.filings)
    return min((calendar.next_workday(after.first.replace(day=day)) for day in days), default=None)
