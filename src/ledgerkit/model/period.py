"""Natural months, quarters, half-years and years."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum


class Cycle(StrEnum):
    """How often a duty falls due (履职要求 周期)."""

    MONTH = "月"
    QUARTER = "季"
    HALF = "半年"
    YEAR = "年"

    @property
    def this(self) -> str:
        """The round that is reported on, as the office says it: 本月, 本季度, 本年."""
        return _THIS[self]

    @property
    def last(self) -> str:
        """The round before: 上月, 上季度, 上年."""
        return _LAST[self]


_THIS = {Cycle.MONTH: "本月", Cycle.QUARTER: "本季度", Cycle.HALF: "本期", Cycle.YEAR: "本年"}
_LAST = {Cycle.MONTH: "上月", Cycle.QUARTER: "上季度", Cycle.HALF: "上期", Cycle.YEAR: "上年"}
_MONTHS = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.HALF: 6, Cycle.YEAR: 12}


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; ``str`` gives ``2026-10``."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Month:
        """The month written as ``2026-10``, of this century; ValueError for anything else."""
        match = re.fullmatch(r"(20\d{2})-(\d{2})", text)
        if not match or not 1 <= int(match[2]) <= 12:
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: dt.date) -> Month:
        """The month that holds this day."""
        return cls(day.year, day.month)

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, self.month, 1)

    @property
    def last(self) -> dt.date:
        return dt.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def shift(self, months: int) -> Month:
        """The month so many months later (earlier if negative)."""
        years, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(years, month + 1)

    def __contains__(self, day: dt.date) -> bool:
        return (day.year, day.month) == (self.year, self.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One round of a cycle, from ``first`` to ``last`` inclusive; ``str`` gives ``2026Q4``."""

    first: dt.date
    last: dt.date
    cycle: Cycle

    @classmethod
    def holding(cls, month: Month, cycle: Cycle) -> Period:
        """The period of this cycle that contains the month."""
        length = _MONTHS[cycle]
        start = Month(month.year, (month.month - 1) // length * length + 1)
        return cls(start.first, start.shift(length - 1).last, cycle)

    @classmethod
    def parse(cls, text: str) -> Period:
        """The month, quarter or year written as ``2026-10``, ``2026Q4``, ``2026``; ValueError."""
        match = re.fullmatch(r"(20\d{2})(?:[Qq]([1-4]))?", text)
        if not match:
            return cls.holding(Month.parse(text), Cycle.MONTH)
        year, quarter = int(match[1]), match[2]
        if quarter:
            return cls.holding(Month(year, 3 * int(quarter)), Cycle.QUARTER)
        return cls.holding(Month(year, 12), Cycle.YEAR)

    @property
    def months(self) -> tuple[Month, ...]:
        start = Month.of(self.first)
        return tuple(start.shift(n) for n in range(_MONTHS[self.cycle]))

    @property
    def before(self) -> Period:
        """The period of the same cycle that ends where this one begins."""
        return Period.holding(Month.of(self.first).shift(-1), self.cycle)

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        part = (self.first.month - 1) // _MONTHS[self.cycle] + 1
        match self.cycle:
            case Cycle.MONTH:
                return str(Month.of(self.first))
            case Cycle.QUARTER:
                return f"{self.first.year}Q{part}"
            case Cycle.HALF:
                return f"{self.first.year}H{part}"
            case Cycle.YEAR:
                return str(self.first.year)
