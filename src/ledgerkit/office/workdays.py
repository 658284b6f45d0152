"""Working days with 调休: the State Council's calendar, and the office's own 节假日 beyond it.

``chinesecalendar`` knows the years 2004–2026. In a year past its end the office's rows decide;
without any the day of the week decides, and ``Calendar.knows`` says no.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import groupby

from chinese_calendar import constants

FIRST_YEAR = min(constants.holidays).year
LAST_YEAR = max(day.year for day in (*constants.holidays, *constants.workdays))
HORIZON = dt.date(LAST_YEAR + 10, 12, 31)
"""No due day lies further ahead than this."""

_DAY = dt.timedelta(days=1)


class Calendar:
    """Which days are worked. ``office`` maps a day to True (上班) or False (放假)."""

    def __init__(self, office: Mapping[dt.date, bool] | None = None) -> None:
        self._office = dict(office or {})
        self._office_years = {day.year for day in self._office}

    def knows(self, day: dt.date) -> bool:
        """Whether the holidays of this day's year are known."""
        return FIRST_YEAR <= day.year <= LAST_YEAR or day.year in self._office_years

    def is_workday(self, day: dt.date) -> bool:
        """Whether this day is worked, 调休 included."""
        if day in self._office:
            return self._office[day]
        if day in constants.workdays:
            return True
        return day.weekday() < 5 and day not in constants.holidays

    @cached_property
    def workdays(self) -> list[dt.date]:
        """Every working day from the calendar's first year to the horizon, in order."""
        first = dt.date(FIRST_YEAR, 1, 1)
        days = (first + n * _DAY for n in range((HORIZON - first).days + 1))
        return [day for day in days if self.is_workday(day)]

    def add(self, start: dt.date, days: int) -> dt.date:
        """The working day so many working days after ``start``, which itself does not count.

        0 gives the start day, or the next working day if it is off; a negative number goes back
        from a start day that is worked.
        """
        if days == 0:
            return self.next_workday(start)
        return self.workdays[bisect_right(self.workdays, start) + days - 1]

    def next_workday(self, day: dt.date) -> dt.date:
        """The day itself, or the first working day after it (民法典 203)."""
        return self.workdays[bisect_left(self.workdays, day)]

    def between(self, after: dt.date, until: dt.date) -> int:
        """Working days in (after, until]; negative when ``until`` lies before ``after``."""
        return bisect_right(self.workdays, until) - bisect_right(self.workdays, after)

    def exceptions(self, after: dt.date, until: dt.date) -> str:
        """The days off on weekdays and the make-up days in (after, until], in words.

        “10月1日—7日放假、10月10日上班”; "" if there are none.
        """
        runs = []
        for (worked, _), days in groupby(
            self._exceptional(after, until), key=lambda item: item[1:]
        ):
            run = [day for day, *_ in days]
            runs.append(f"{_span(run[0], run[-1])}{'上班' if worked else '放假'}")
        return "、".join(runs)

    def _exceptional(self, after: dt.date, until: dt.date) -> Iterator[tuple[dt.date, bool, int]]:
        """(day, worked, run): consecutive days off that hold a holiday make one run."""
        run = 0
        day = after + _DAY
        while day <= until:
            worked = self.is_workday(day)
            if worked and day.weekday() >= 5:
                run += 1
                yield day, True, run
            elif not worked and self._in_holiday(day):
                yield day, False, run
            else:
                run += 1
            day += _DAY

    def _in_holiday(self, day: dt.date) -> bool:
        """Whether the stretch of days off around this day is more than a plain weekend."""
        first = last = day
        while not self.is_workday(first - _DAY):
            first -= _DAY
        while not self.is_workday(last + _DAY):
            last += _DAY
        span = ((first + n * _DAY) for n in range((last - first).days + 1))
        return any(day.weekday() < 5 for day in span)


def _span(first: dt.date, last: dt.date) -> str:
    """“10月1日” or “10月1日—7日” or “9月30日—10月2日”."""
    start = f"{first.month}月{first.day}日"
    if first == last:
        return start
    end = f"{last.day}日" if first.month == last.month else f"{last.month}月{last.day}日"
    return f"{start}—{end}"
