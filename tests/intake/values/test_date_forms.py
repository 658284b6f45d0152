"""Days, months and times where a form begins or ends to be one, and what is said of the others."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from builders import day
from ledgerkit.intake.values.cell_reading import EMPTY, Reading, doubtful, failed
from ledgerkit.intake.values.dates import (
    month_in_name,
    read_date,
    read_month,
    read_time,
    year_in_name,
)
from ledgerkit.model.period import Month
from ledgerkit.model.row import Cell

OCTOBER = Month(2026, 10)
NO_DAY = failed("date-unreadable", example="2026-03-01")
NO_TIME = failed("time-unreadable")


def is_day(typed: Cell, meant: str, filed: Month | None = OCTOBER) -> bool:
    return read_date(typed, filed) == Reading(day(meant))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (dt.date(2000, 1, 1), dt.date(2100, 12, 31)),
        (dt.datetime(2000, 1, 1), dt.datetime(2100, 12, 31, 23, 59)),
        ("2000-01-01", "2100-12-31"),
        ("20000101", "21001231"),
        (20000101, 21001231),
        (36526, 73415),
        ("36526", "73415"),
        (36526.25, 73415.75),
        ("36526.25", "73415.75"),
    ],
)
def test_days_of_this_century_are_days_in_every_form(first: Cell, last: Cell) -> None:
    assert is_day(first, "2000-01-01")
    assert is_day(last, "2100-12-31")


@pytest.mark.parametrize(
    "typed",
    [
        dt.date(1999, 12, 31),
        dt.date(2101, 1, 1),
        dt.datetime(1999, 12, 31),
        "1999-12-31",
        "2101-01-01",
        19991231,
        36525,
        73416,
        36525.9,
        "73416",
        2026,
        202610,
        math.nan,
        math.inf,
        -36526,
        0.5,
        "2026-10-13-1",
        "326-10-13",
        "2026-10-131",
        "202-10-13",
        "123456",
        "2026101",
        "十月十三日",
        "13",
        "13日",
        "10-13-26-1",
        True,
        False,
        dt.time(9),
        dt.timedelta(days=46308),
    ],
)
def test_what_is_no_day_of_this_century_is_refused(typed: Cell) -> None:
    assert read_date(typed, OCTOBER) == NO_DAY


@pytest.mark.parametrize(
    "typed",
    [
        "26-10-13",
        "2026、10、13",
        "2026\\10\\13",
        "2026_10_13",
        "2026年10月13号",
        "２０２６．１０．１３",
        "2026-10-13T09:30",
        "2026-10-13 9:30:00.000",
        "2026年10月13日9:30",
        "2026-10-13周二",
        "2026-10-13 (周二)",
        "2026.10.13 星期二 ",
        "2026-10-13\n",
        "10-13",
        "10/13",
        "10月13",
        "10月13日 星期天",
        dt.datetime(1900, 1, 10, 3, 7, 12),
    ],
)
def test_one_day_in_the_ways_of_many_offices(typed: Cell) -> None:
    assert is_day(typed, "2026-10-13")


@pytest.mark.parametrize("typed", ["2026-10-13 上午", "9:30", "星期二", "2026-10-13 周八"])
def test_words_that_are_neither_day_of_the_week_nor_clock_are_not_passed_over(typed: str) -> None:
    assert read_date(typed, OCTOBER) == NO_DAY


def test_a_year_of_two_digits_is_of_this_century() -> None:
    assert is_day("00.1.1", "2000-01-01")
    assert is_day("99.1.1", "2099-01-01")


def test_small_days_of_excel_s_first_fortnight_are_month_and_day() -> None:
    assert is_day(dt.datetime(1899, 12, 31) + dt.timedelta(days=12.25), "2025-12-25")
    assert read_date(dt.datetime(1899, 12, 31) + dt.timedelta(days=13.25), OCTOBER) == NO_DAY
    assert read_date(dt.datetime(1899, 12, 31), OCTOBER) == NO_DAY
    assert read_date(dt.datetime(1899, 12, 30, 18), OCTOBER) == NO_DAY
    assert read_date(dt.datetime(1900, 1, 3), OCTOBER) == NO_DAY  # 3 and no part of a day


def test_a_number_that_may_have_lost_a_zero_says_both_days() -> None:
    assert read_date(10.2, OCTOBER) == doubtful(
        dt.date(2026, 10, 2),
        "date-ambiguous",
        read="10月2日",
        other="10月20日",
        example="2026-10-02",
    )
    assert read_date(9.3, OCTOBER).faults[0].facts[1] == ("other", "9月30日")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (2.3, "2026-02-03"),  # there is no 30 February
        (10.4, "2026-10-04"),
        (10.25, "2026-10-25"),
        (10.02, "2026-10-02"),
        ("10.2", "2026-10-02"),  # as text it lost nothing
    ],
)
def test_a_number_that_lost_nothing_is_that_day(typed: Cell, meant: str) -> None:
    assert is_day(typed, meant)


@pytest.mark.parametrize("typed", [13.5, 0.5, 10.32, 1.234, -3.5, 2.31])
def test_a_number_that_is_no_month_and_day_is_refused(typed: float) -> None:
    assert read_date(typed, OCTOBER) == NO_DAY


@pytest.mark.parametrize(
    ("typed", "filed", "meant"),
    [
        ("10月31日", OCTOBER, "2026-10-31"),
        ("11月30日", OCTOBER, "2026-11-30"),  # the last day up to a month later
        ("12月1日", OCTOBER, "2025-12-01"),
        ("1月31日", Month(2026, 12), "2027-01-31"),
        ("2月1日", Month(2026, 12), "2026-02-01"),
        ("2月29日", Month(2028, 1), "2028-02-29"),
        ("2月29日", Month(2029, 10), "2028-02-29"),
        ("1月1日", Month(2000, 11), "2000-01-01"),
        ("12月31日", Month(2100, 12), "2100-12-31"),
    ],
)
def test_a_past_day_is_the_last_such_day_up_to_a_month_after_the_month_reported(
    typed: str, filed: Month, meant: str
) -> None:
    assert is_day(typed, meant, filed)


@pytest.mark.parametrize(
    ("typed", "filed", "meant"),
    [
        ("10月31日", OCTOBER, "2026-10-31"),
        ("4月30日", OCTOBER, "2027-04-30"),
        ("5月2日", OCTOBER, "2026-05-02"),
        ("12月1日", OCTOBER, "2026-12-01"),
        ("12月1日", Month(2026, 1), "2025-12-01"),
        ("2月29日", Month(2027, 12), "2028-02-29"),
    ],
)
def test_a_planned_day_is_the_nearest_such_day(typed: str, filed: Month, meant: str) -> None:
    assert read_date(typed, filed, planned=True) == Reading(day(meant))


@pytest.mark.parametrize("planned", [True, False])
def test_a_day_that_no_year_near_has_is_refused(planned: bool) -> None:
    assert read_date("2月29日", Month(2026, 6), planned=planned) == NO_DAY
    assert read_date("2月30日", OCTOBER, planned=planned) == NO_DAY


def test_without_a_month_to_go_by_the_year_is_asked_for_with_the_day_filled_in() -> None:
    assert read_date("3月5日", None) == failed("date-without-year", example="2026-03-05")
    assert read_date(12.25, None) == failed("date-without-year", example="2026-12-25")
    assert read_date("2月30日", None) == NO_DAY


# ── months


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("2026/1", Month(2026, 1)),
        ("2026年12月", Month(2026, 12)),
        ("２０２６年１０月份", OCTOBER),
        ("2026 年 10 月", OCTOBER),
        (202610.0, OCTOBER),
        (2026.12, Month(2026, 12)),
        (2026.2, Month(2026, 2)),
        ("2026.10.13", OCTOBER),
        (46308, OCTOBER),
        (dt.date(2026, 10, 13), OCTOBER),
        ("12月份", Month(2026, 12)),
        ("0月", None),
        ("13月", None),
        (202613, None),
        (202600, None),
        (2026, None),
        (2026.1, None),
        (2026.0, None),
        ("2026-0", None),
        ("1999-10", None),
        ("2101-01", None),
        (dt.date(1999, 12, 31), None),
        (dt.datetime(2101, 1, 1), None),
        ("10月13日", None),
        (10, None),
        (True, None),
        (None, None),
        (dt.time(9), None),
        (dt.timedelta(days=1), None),
        ("", None),
    ],
)
def test_a_month_is_told_by_a_month_or_a_day_of_it(typed: Cell, month: Month | None) -> None:
    assert read_month(typed, lambda _: 2026) == month


def test_a_month_alone_asks_which_year_is_meant() -> None:
    asked: list[int] = []

    def year_of(month: int) -> int | None:
        asked.append(month)
        return 2025 if month > 6 else None

    assert read_month("12月", year_of) == Month(2025, 12)
    assert read_month("3月份", year_of) is None
    assert month_in_name("12月走访", year_of) == Month(2025, 12)
    assert month_in_name("3月走访", year_of) is None
    assert asked == [12, 3, 12, 3]


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("2026年1月", Month(2026, 1)),
        ("2026.01 走访", Month(2026, 1)),
        ("2026_12走访", Month(2026, 12)),
        ("2026 10", OCTOBER),
        ("走访2026-9", Month(2026, 9)),
        ("2026年度区法院10月走访", OCTOBER),
        ("2026区法院10月走访", OCTOBER),
        ("２０２６年１０月", OCTOBER),
        ("2025年总结及2026-10", OCTOBER),
        ("202610", OCTOBER),
        ("2026101", None),
        ("12026-10", None),
        ("2026-13", None),
        ("2026-00", None),
        ("110月", None),
        ("13月", None),
        ("1926-10", None),
    ],
)
def test_a_name_tells_a_month_in_several_ways(name: str, month: Month | None) -> None:
    assert month_in_name(name, lambda _: None) == month


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2026年", 2026),
        ("区法院2026", 2026),
        ("２０２６", 2026),
        ("2025、2026", 2025),
        ("12026", None),
        ("20261", None),
        ("1926", None),
        ("", None),
    ],
)
def test_a_name_tells_a_year(name: str, year: int | None) -> None:
    assert year_in_name(name) == year


# ── times


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("0:00", dt.time(0, 0)),
        ("23:59", dt.time(23, 59)),
        ("9时", dt.time(9)),
        ("9点05", dt.time(9, 5)),
        ("9时30分", dt.time(9, 30)),
        ("上午9点", dt.time(9)),
        ("下午11点半", dt.time(23, 30)),
        ("晚上7:30", dt.time(19, 30)),
        ("下午12点", dt.time(12)),
        ("中午12:30", dt.time(12, 30)),
        ("下午15:00", dt.time(15)),
        ("９：３０", dt.time(9, 30)),
        ("9:30—11:00", dt.time(9, 30)),
        ("9:30 至 11:00", dt.time(9, 30)),
        ("9点半左右", dt.time(9, 30)),
        ("12:59:59", dt.time(12, 59)),
        (dt.datetime(2026, 10, 13, 9, 30, 15, 7), dt.time(9, 30)),
        (dt.time(9, 30, 15, 7), dt.time(9, 30)),
        (dt.timedelta(hours=9, minutes=30, seconds=59), dt.time(9, 30)),
        (0, dt.time(0, 0)),
        (0.0, dt.time(0, 0)),
        (0.5, dt.time(12)),
        (0.9993, dt.time(23, 59)),
        (0.39583, dt.time(9, 30)),
    ],
)
def test_a_time_of_day_in_many_ways(typed: Cell, time: dt.time) -> None:
    assert read_time(typed) == Reading(time)


@pytest.mark.parametrize(
    "typed",
    [
        "24:00",
        "9:60",
        "9:99",
        "930",
        "九点",
        "半",
        1,
        1.0,
        0.99999,
        -0.25,
        math.nan,
        True,
        False,
        dt.date(2026, 10, 13),
        dt.timedelta(hours=24),
        dt.timedelta(hours=-1),
    ],
)
def test_what_is_no_time_of_day_is_refused(typed: Cell) -> None:
    assert read_time(typed) == NO_TIME


@pytest.mark.parametrize("typed", [None, "", " ", "无", "/", "—"])
def test_no_time_is_none(typed: Cell) -> None:
    assert read_time(typed) == EMPTY
