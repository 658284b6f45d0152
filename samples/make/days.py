"""Counting working days for the expectations, not by ``ledgerkit.office.workdays``."""

from __future__ import annotations

import datetime as dt

from chinese_calendar import is_workday

AS_OF = dt.date(2026, 10, 31)
MONTHS = ("2026-07", "2026-08", "2026-09", "2026-10")
_DAY = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    """The day of 2026 written as ``10-09``; it must be worked, as all days of the story are."""
    found = dt.date.fromisoformat(f"2026-{text}")
    if not is_workday(found):
        raise ValueError(f"{found} is no working day")
    return found


def month_of(moment: dt.date) -> str:
    return f"{moment:%Y-%m}"


def month_end(month: str) -> dt.date:
    year, number = map(int, month.split("-"))
    return dt.date(year + number // 12, number % 12 + 1, 1) - _DAY


def later(start: dt.date, working_days: int) -> dt.date:
    """The working day so many working days after ``start``, which does not count."""
    while working_days:
        start += _DAY
        working_days -= is_workday(start)
    return start


def count(after: dt.date, until: dt.date) -> int:
    """Working days in (after, until]."""
    return sum(is_workday(after + n * _DAY) for n in range(1, (until - after).days + 1))


def late(due: dt.date, as_of: dt.date = AS_OF) -> int:
    """Working days past ``due``; before it, minus those that are left."""
    return count(due, as_of) if as_of >= due else -count(as_of, due)


def workdays(month: str) -> list[dt.date]:
    """The working days of a month."""
    last = month_end(month)
    days = (last.replace(day=n) for n in range(1, last.day + 1))
    return [one for one in days if is_workday(one)]
