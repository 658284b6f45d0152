"""Every way in which offices write a day (docs/domain.md#excel-as-it-arrives)."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerkit.intake.values.dates import month_in_name, read_date, read_month, read_time
from ledgerkit.model.period import Month
from ledgerkit.model.row import Cell

OCTOBER = Month(2026, 10)
MARCH_5 = dt.date(2026, 3, 5)
days = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        dt.datetime(2026, 3, 5),
        dt.datetime(2026, 3, 5, 9, 30),
        dt.date(2026, 3, 5),
        "2026-03-05",
        "2026.3.5",
        "2026/3/5",
        "2026年3月5日",
        "2026年3月5",
        "3月5日",
        "20260305",
        20260305,
        20260305.0,
        "26.3.5",
        "3.5",
        3.5,
        "46086",
        46086,
        46086.0,
        dt.datetime(1900, 1, 3, 12),
        " 2026-3-5\u200b ",
        "2026-03-05 09:30:00",
        "2026年3月5日(星期四)",
        "2026 年 3 月 5 日",
        "3月5号",
    ],
)
def test_a_day_is_read_however_it_is_written(typed: Cell) -> None:
    reading = read_date(typed, OCTOBER)
    assert (reading.value, reading.faults) == (MARCH_5, ())


@pytest.mark.parametrize(
    "typed",
    [
        "2026.13.1",
        "2026-02-30",
        "3月上旬",
        "十月",
        "2月30日",
        "2026年3月",
        13.5,
        7,
        True,
        dt.time(9),
        "1899-12-31",
    ],
)
def test_what_is_no_day_is_said_to_be_none(typed: Cell) -> None:
    reading = read_date(typed, OCTOBER)
    assert reading.unread
    assert [fault.code for fault in reading.faults] == ["date-unreadable"]


@pytest.mark.parametrize("typed", [None, "", "  ", "无", "/", "—", "暂无"])
def test_nothing_is_nothing(typed: Cell) -> None:
    reading = read_date(typed, OCTOBER)
    assert (reading.value, reading.faults, reading.unread) == (None, (), False)


def test_a_number_that_may_have_lost_a_zero_is_read_and_asked_about() -> None:
    reading = read_date(10.2, OCTOBER)
    assert reading.value == dt.date(2026, 10, 2)
    assert dict(reading.faults[0].facts)["other"] == "10月20日"
    assert read_date("10.20", OCTOBER).value == dt.date(2026, 10, 20)


@pytest.mark.parametrize(
    ("typed", "filed", "planned", "meant"),
    [
        ("12月28日", Month(2026, 1), False, dt.date(2025, 12, 28)),
        ("1月4日", Month(2026, 12), False, dt.date(2027, 1, 4)),
        ("3月5日", Month(2026, 10), False, dt.date(2026, 3, 5)),
        ("1月15日", Month(2026, 12), True, dt.date(2027, 1, 15)),
        ("11月5日", Month(2026, 10), True, dt.date(2026, 11, 5)),
        ("2月29日", Month(2026, 3), False, None),
    ],
)
def test_a_day_without_a_year_takes_it_from_the_month_reported(
    typed: str, filed: Month, planned: bool, meant: dt.date | None
) -> None:
    assert read_date(typed, filed, planned=planned).value == meant


def test_without_a_month_to_go_by_the_year_is_asked_for() -> None:
    assert [fault.code for fault in read_date("3月5日", None).faults] == ["date-without-year"]


@given(days)
def test_any_day_reads_back_from_any_full_form(day: dt.date) -> None:
    forms: list[Cell] = [
        day,
        dt.datetime.combine(day, dt.time()),
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month:02}/{day.day:02}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        int(f"{day:%Y%m%d}"),
        (day - dt.date(1899, 12, 30)).days,
        str((day - dt.date(1899, 12, 30)).days),
    ]
    assert {read_date(form, None).value for form in forms} == {day}


@given(st.one_of(st.text(), st.floats(allow_nan=False), st.integers(), st.booleans()))
def test_anything_typed_is_a_day_or_said_not_to_be(typed: Cell) -> None:
    reading = read_date(typed, OCTOBER)
    assert reading.value is None or isinstance(reading.value, dt.date)
    assert not (reading.unread and not reading.faults)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("2026-10", OCTOBER),
        ("2026年10月", OCTOBER),
        ("2026.10", OCTOBER),
        ("2026年10月份", OCTOBER),
        (202610, OCTOBER),
        (dt.datetime(2026, 10, 1), OCTOBER),
        ("10月", OCTOBER),
        (2026.11, Month(2026, 11)),
        (2026.1, None),
        ("2026-13", None),
        ("本月", None),
    ],
)
def test_months(typed: Cell, month: Month | None) -> None:
    assert read_month(typed, lambda _: 2026) == month


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("区法院2026年10月走访日志(1)", OCTOBER),
        ("区法院-202610-走访日志", OCTOBER),
        ("2026-10", OCTOBER),
        ("走访日志2026.10最终版", OCTOBER),
        ("10月走访日志", OCTOBER),
        ("20261015 走访日志", None),
        ("走访日志", None),
    ],
)
def test_months_in_names(name: str, month: Month | None) -> None:
    assert month_in_name(name, lambda _: 2026) == month


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("9:30", dt.time(9, 30)),
        ("09:30:00", dt.time(9, 30)),
        ("9点半", dt.time(9, 30)),
        ("下午3时", dt.time(15)),
        ("9:30-11:00", dt.time(9, 30)),
        (0.375, dt.time(9)),
        (dt.time(9, 30), dt.time(9, 30)),
        ("25:00", None),
        ("上午", None),
    ],
)
def test_times_of_day(typed: Cell, time: dt.time | None) -> None:
    assert read_time(typed).value == time
