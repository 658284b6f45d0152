"""Working days with 调休: by hand for 2025 and 2026, and by properties for every day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import day
from ledgerkit.office.workdays import FIRST_YEAR, HORIZON, LAST_YEAR, Calendar

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


def test_inside_the_published_years_too_the_office_s_own_days_count() -> None:
    office = Calendar({day("2026-10-08"): False, day("2026-10-10"): False})
    assert office.add(day("2026-09-30"), 1) == day("2026-10-09")
    assert office.add(day("2026-09-30"), 2) == day("2026-10-12")


@pytest.mark.parametrize(
    ("on", "known"),
    [
        (dt.date(FIRST_YEAR, 1, 1) - dt.timedelta(1), False),
        (dt.date(FIRST_YEAR, 1, 1), True),
        (dt.date(LAST_YEAR, 12, 31), True),
        (dt.date(LAST_YEAR + 1, 1, 1), False),
    ],
)
def test_the_published_years_are_known_and_no_others(on: dt.date, known: bool) -> None:
    assert CALENDAR.knows(on) is known
    assert Calendar({on: True}).knows(on)


def test_the_calendar_reaches_from_its_first_year_to_ten_years_past_its_last() -> None:
    assert day("2004-01-02") == CALENDAR.workdays[0]  # the first was a holiday
    assert dt.date(LAST_YEAR + 10, 12, 31) == HORIZON
    last = next(on for n in range(9) if (on := HORIZON - dt.timedelta(n)).weekday() < 5)
    assert CALENDAR.workdays[-1] == last
    with pytest.raises(IndexError):
        CALENDAR.add(last, 1)


@pytest.mark.parametrize(
    ("on", "worked"),
    [
        ("2026-09-30", "2026-09-30"),
        ("2026-10-01", "2026-10-08"),
        ("2026-10-10", "2026-10-10"),  # a Saturday that is worked
        ("2026-10-11", "2026-10-12"),
    ],
)
def test_no_days_from_a_day_off_is_the_next_working_day(on: str, worked: str) -> None:
    assert CALENDAR.next_workday(day(on)) == day(worked)
    assert CALENDAR.add(day(on), 0) == day(worked)


def test_a_negative_number_goes_back() -> None:
    assert CALENDAR.add(day("2026-10-12"), -1) == day("2026-10-10")
    assert CALENDAR.add(day("2026-10-12"), -4) == day("2026-09-30")


@pytest.mark.parametrize(
    ("after", "until", "words"),
    [
        ("2026-09-30", "2026-10-15", "10月1日—7日放假、10月10日上班"),
        ("2025-01-24", "2025-02-10", "1月26日上班、1月28日—2月4日放假、2月8日上班"),
        ("2026-10-12", "2026-10-21", ""),  # a plain weekend
        ("2026-04-01", "2026-05-08", "4月4日—6日放假、5月1日—5日放假"),  # Saturday to Monday
        ("2026-06-15", "2026-06-26", "6月19日—21日放假"),  # Friday to Sunday
        ("2026-10-03", "2026-10-08", "10月4日—7日放假"),  # the first day does not count
        ("2026-09-30", "2026-10-01", "10月1日放假"),  # the last day does
        ("2026-10-01", "2026-10-01", ""),
    ],
)
def test_days_off_are_said_as_people_say_them(after: str, until: str, words: str) -> None:
    assert CALENDAR.exceptions(day(after), day(until)) == words


def test_two_make_up_days_on_end_are_said_each() -> None:
    weekend = Calendar({day("2026-10-17"): True, day("2026-10-18"): True})
    said = weekend.exceptions(day("2026-10-15"), day("2026-10-20"))
    assert said == "10月17日上班、10月18日上班"
