"""Working days with 调休: by hand for 2025 and 2026, and by properties for every day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import day
from ledgerkit.office.workdays import Calendar

CALENDAR = Calendar()
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31))
NUMBERS = st.integers(1, 60)

OFF = {
    # first and last day of each holiday, as the State Council published them
    "2025": [
        ("2025-01-01", "2025-01-01"),
        ("2025-01-28", "2025-02-04"),
        ("2025-04-04", "2025-04-06"),
        ("2025-05-01", "2025-05-05"),
        ("2025-05-31", "2025-06-02"),
        ("2025-10-01", "2025-10-08"),
    ],
    "2026": [
        ("2026-01-01", "2026-01-03"),
        ("2026-02-15", "2026-02-23"),
        ("2026-04-04", "2026-04-06"),
        ("2026-05-01", "2026-05-05"),
        ("2026-06-19", "2026-06-21"),
        ("2026-09-25", "2026-09-27"),
        ("2026-10-01", "2026-10-07"),
    ],
}
MADE_UP = {
    "2025": ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
    "2026": [
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10",
    ],
}


@pytest.mark.parametrize("year", ["2025", "2026"])
def test_every_day_of_the_year_is_worked_or_off_as_published(year: str) -> None:
    off = {
        date
        for first, last in OFF[year]
        for date in (day(first) + dt.timedelta(n) for n in range((day(last) - day(first)).days + 1))
    }
    made_up = {day(text) for text in MADE_UP[year]}
    date = dt.date(int(year), 1, 1)
    while date.year == int(year):
        worked = date in made_up or (date not in off and date.weekday() < 5)
        assert CALENDAR.is_workday(date) is worked, date
        date += dt.timedelta(1)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        # 2025
        ("2024-12-31", 1, "2025-01-02"),
        ("2025-01-24", 1, "2025-01-26"),
        ("2025-01-27", 1, "2025-02-05"),
        ("2025-01-27", 4, "2025-02-08"),
        ("2025-04-03", 1, "2025-04-07"),
        ("2025-04-25", 1, "2025-04-27"),
        ("2025-04-30", 3, "2025-05-08"),
        ("2025-05-30", 1, "2025-06-03"),
        ("2025-09-26", 1, "2025-09-28"),
        ("2025-09-30", 3, "2025-10-11"),
        # 2026
        ("2025-12-31", 1, "2026-01-04"),
        ("2026-02-13", 3, "2026-02-25"),
        ("2026-02-14", 5, "2026-02-28"),
        ("2026-04-03", 1, "2026-04-07"),
        ("2026-04-30", 4, "2026-05-09"),
        ("2026-06-18", 1, "2026-06-22"),
        ("2026-09-18", 1, "2026-09-20"),
        ("2026-09-24", 1, "2026-09-28"),
        ("2026-09-30", 3, "2026-10-10"),
        ("2026-09-30", 7, "2026-10-15"),
        # month ends and a leap day
        ("2026-07-31", 1, "2026-08-03"),
        ("2026-08-31", 15, "2026-09-20"),
        ("2024-02-28", 1, "2024-02-29"),
        ("2024-02-29", 1, "2024-03-01"),
        # a start on a day off does not count either
        ("2026-10-03", 1, "2026-10-08"),
    ],
)
def test_a_limit_in_working_days_ends_on_the_day_reckoned_by_hand(
    start: str, days: int, due: str
) -> None:
    assert CALENDAR.add(day(start), days) == day(due)


@given(DAYS, NUMBERS)
def test_adding_days_never_lands_on_a_day_off(start: dt.date, days: int) -> None:
    assert CALENDAR.is_workday(CALENDAR.add(start, days))


@given(DAYS, NUMBERS)
def test_adding_days_equals_counting_them_one_by_one(start: dt.date, days: int) -> None:
    date, left = start, days
    while left:
        date += dt.timedelta(1)
        left -= CALENDAR.is_workday(date)
    assert CALENDAR.add(start, days) == date


@given(DAYS, st.integers(0, 400), NUMBERS, st.integers(0, 20))
def test_adding_days_is_monotonic(start: dt.date, later: int, days: int, more: int) -> None:
    other = start + dt.timedelta(later)
    assert CALENDAR.add(start, days) <= CALENDAR.add(other, days)
    assert CALENDAR.add(start, days) + dt.timedelta(more > 0) <= CALENDAR.add(start, days + more)


@given(DAYS, NUMBERS)
def test_what_lies_between_is_what_was_added(start: dt.date, days: int) -> None:
    end = CALENDAR.add(start, days)
    assert CALENDAR.between(start, end) == days
    assert CALENDAR.between(end, start) == -days


@given(DAYS, DAYS)
def test_a_day_off_stands_as_the_working_day_before_it(due: dt.date, as_of: dt.date) -> None:
    before = as_of
    while not CALENDAR.is_workday(before):
        before -= dt.timedelta(1)
    assert CALENDAR.between(due, as_of) == CALENDAR.between(due, before)


def test_past_the_published_years_the_office_decides() -> None:
    office = Calendar({day("2027-01-01"): False, day("2027-01-02"): True})
    assert not CALENDAR.knows(day("2027-01-04"))
    assert office.knows(day("2027-01-04"))
    assert office.add(day("2026-12-31"), 1) == day("2027-01-02")


def test_days_off_are_said_as_people_say_them() -> None:
    assert CALENDAR.exceptions(day("2026-09-30"), day("2026-10-15")) == (
        "10月1日—7日放假、10月10日上班"
    )
    assert CALENDAR.exceptions(day("2025-01-24"), day("2025-02-10")) == (
        "1月26日上班、1月28日—2月4日放假、2月8日上班"
    )
    assert CALENDAR.exceptions(day("2026-10-12"), day("2026-10-21")) == ""
