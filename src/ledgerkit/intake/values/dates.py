"""Every way to write a day, a month or a time of day (docs/domain.md#excel-as-it-arrives)."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable

from ledgerkit.intake.values.cell_reading import EMPTY, Reading, doubtful, failed
from ledgerkit.model.period import Month
from ledgerkit.model.row import Cell
from ledgerkit.text import plain, says_nothing

YEARS = range(2000, 2101)
SERIAL_START = dt.date(1899, 12, 30)
"""Excel's day 0 (1900 system); serial numbers are counted from here."""

_ERA = dt.datetime(1899, 12, 31)
"""From here the serial numbers below 60 count, as Excel shows them (its 1900 has a 29 February)."""
_DAY = dt.timedelta(days=1)
_SERIALS = range(
    (dt.date(2000, 1, 1) - SERIAL_START).days, (dt.date(2101, 1, 1) - SERIAL_START).days
)
_SPACES = re.compile(r"\s+")
_WEEKDAY = re.compile(r"\(?(?:星期|周)[一二三四五六日天]\)?$")
_CLOCK = re.compile(r"(?<=[\d日号])[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_BREAK = r"[-./年月、\\_]"
_FULL = re.compile(rf"(\d{{4}}|\d{{2}}){_BREAK}(\d{{1,2}}){_BREAK}(\d{{1,2}})[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH_DAY = re.compile(r"(\d{1,2})[-./月](\d{1,2})[日号]?")
_SERIAL_TEXT = re.compile(r"(\d{5})(?:\.\d+)?")
_MONTH = re.compile(r"(\d{4})[-./年](\d{1,2})月?(?:份)?")
_MONTH_ALONE = re.compile(r"(\d{1,2})月(?:份)?")
_TIME = re.compile(r"(上午|下午|晚上|中午)?(\d{1,2})[:时点](\d{1,2}|半)?(?::\d{2})?分?(?:\D.*)?")

EXAMPLE = "2026-03-01"


def read_date(typed: Cell, month: Month | None, *, planned: bool = False) -> Reading:
    """The day that was typed; days without a year take it from the 填报月份.

    A plan's day may lie ahead of that month, so there the nearest such day is meant; any other is
    past, so there the last such day up to a month later.
    """
    if typed is None:
        return EMPTY
    if isinstance(typed, dt.datetime):
        if _ERA <= typed < _ERA + 13 * _DAY:
            # 10.25 typed into a cell with a date's format: Excel takes it for a day of 1900
            return _from_number(round((typed - _ERA) / _DAY, 6), month, planned)
        return _within(typed.date())
    if isinstance(typed, dt.date):
        return _within(typed)
    if isinstance(typed, (bool, dt.time, dt.timedelta)):
        return _no_such_day()
    if isinstance(typed, (int, float)):
        return _from_number(typed, month, planned)
    return _from_text(typed, month, planned)


def _within(day: dt.date) -> Reading:
    if day.year in YEARS:
        return Reading(day)
    return _no_such_day()


def _from_number(typed: float, month: Month | None, planned: bool) -> Reading:
    if not math.isfinite(typed):
        return _no_such_day()
    if typed == int(typed):
        number = int(typed)
        if number in _SERIALS:
            return Reading(SERIAL_START + dt.timedelta(days=number))
        if match := _COMPACT.fullmatch(str(number)):
            return _dated(*match.groups())
        return _no_such_day()
    if int(typed) in _SERIALS:
        return Reading(SERIAL_START + dt.timedelta(days=int(typed)))
    match = _MONTH_DAY.fullmatch(f"{typed:.15g}")
    if not match:
        return _no_such_day()
    reading = _without_year(match[1], match[2], month, planned)
    other = _without_year(match[1], f"{match[2]}0", month, planned)
    if (
        len(match[2]) == 1
        and isinstance(reading.value, dt.date)
        and isinstance(other.value, dt.date)
    ):
        # a cell that shows 10.20 holds the number 10.2
        return doubtful(
            reading.value,
            "date-ambiguous",
            read=f"{reading.value.month}月{reading.value.day}日",
            other=f"{other.value.month}月{other.value.day}日",
            example=reading.value.isoformat(),
        )
    return reading


def _from_text(typed: str, month: Month | None, planned: bool) -> Reading:
    text = plain(typed)
    if says_nothing(text):
        return EMPTY
    text = _CLOCK.sub("", _WEEKDAY.sub("", text).rstrip())
    text = _SPACES.sub("", text)
    for form, read in _FORMS:
        if match := form.fullmatch(text):
            return read(match, month, planned)
    return _no_such_day()


def _dated(year: str, month: str, day: str) -> Reading:
    full_year = int(year) if len(year) == 4 else 2000 + int(year)
    found = _day(full_year, int(month), int(day))
    return Reading(found) if found else _no_such_day()


def _without_year(month: str, day: str, filed: Month | None, planned: bool) -> Reading:
    if _day(2000, int(month), int(day)) is None:  # 2000 has a 29 February
        return _no_such_day()
    if filed is None:
        return failed("date-without-year", example=f"{EXAMPLE[:4]}-{int(month):02}-{int(day):02}")
    days = [_day(filed.year + shift, int(month), int(day)) for shift in (1, 0, -1)]
    known = [found for found in days if found]
    if planned:
        nearest = min(known, key=lambda found: abs(found - filed.last), default=None)
        return Reading(nearest) if nearest else _no_such_day()
    past = [found for found in known if found <= filed.shift(1).last]
    return Reading(past[0]) if past else _no_such_day()


def _from_serial(serial: str) -> Reading:
    if int(serial) not in _SERIALS:
        return _no_such_day()
    return Reading(SERIAL_START + dt.timedelta(days=int(serial)))


def _no_such_day() -> Reading:
    return failed("date-unreadable", example=EXAMPLE)


_Form = tuple[re.Pattern[str], Callable[[re.Match[str], Month | None, bool], Reading]]
_FORMS: tuple[_Form, ...] = (
    (_FULL, lambda match, month, planned: _dated(*match.groups())),
    (_COMPACT, lambda match, month, planned: _dated(*match.groups())),
    (_MONTH_DAY, lambda match, month, planned: _without_year(match[1], match[2], month, planned)),
    (_SERIAL_TEXT, lambda match, month, planned: _from_serial(match[1])),
)
"""Every way to write a day as text, without blanks, weekday and clock: the first that fits says
which day it is.
"""


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return found if year in YEARS else None


YearOf = Callable[[int], int | None]
"""From a month's number to the year that is meant where none is written."""


def read_month(typed: Cell, year_of: YearOf) -> Month | None:
    """The month typed: 2026-10, 2026年10月, a day of it, 202610, or 10月 of a known year."""
    if isinstance(typed, dt.date):
        return _month(typed.year, typed.month)
    if isinstance(typed, bool) or typed is None or isinstance(typed, (dt.time, dt.timedelta)):
        return None
    text = _SPACES.sub("", plain(f"{typed:.15g}" if isinstance(typed, float) else str(typed)))
    if isinstance(typed, float) and re.fullmatch(r"\d+\.1", text):
        return None  # a cell that shows 2026.10 holds the number 2026.1
    if re.fullmatch(r"20\d{4}", text):
        return _month(int(text[:4]), int(text[4:]))
    if match := _MONTH.fullmatch(text):
        return _month(int(match[1]), int(match[2]))
    if match := _MONTH_ALONE.fullmatch(text):
        return _of_year(int(match[1]), year_of)
    day = read_date(typed, None).value
    return Month.of(day) if isinstance(day, dt.date) else None


def _of_year(month: int, year_of: YearOf) -> Month | None:
    year = year_of(month)
    return _month(year, month) if year else None


def _month(year: int, month: int) -> Month | None:
    return Month(year, month) if year in YEARS and 1 <= month <= 12 else None


_IN_NAME = (
    re.compile(r"(?<!\d)(20\d{2})[-._年 ]?(0?[1-9]|1[0-2])(?!\d)"),
    re.compile(r"(?<!\d)(20\d{2})年?.*?(?<!\d)(0?[1-9]|1[0-2])月"),
)
_MONTH_IN_NAME = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])月")
_YEAR_IN_NAME = re.compile(r"(?<!\d)(20\d{2})(?!\d)")


def month_in_name(name: str, year_of: YearOf) -> Month | None:
    """The month that a file's or folder's name tells; ``year_of`` completes one with 10月 only."""
    text = plain(name)
    for pattern in _IN_NAME:
        if match := pattern.search(text):
            return Month(int(match[1]), int(match[2]))
    match = _MONTH_IN_NAME.search(text)
    return _of_year(int(match[1]), year_of) if match else None


def year_in_name(name: str) -> int | None:
    """The year that a file's or folder's name tells."""
    match = _YEAR_IN_NAME.search(plain(name))
    return int(match[1]) if match else None


def read_time(typed: Cell) -> Reading:
    """The time of day that was typed; of a span (9:30—11:00) its beginning."""
    match typed:
        case None:
            return EMPTY
        case dt.datetime():
            return Reading(typed.time().replace(second=0, microsecond=0))
        case dt.time():
            return Reading(typed.replace(second=0, microsecond=0))
        case dt.timedelta():
            return _clock(int(typed.total_seconds()) // 60)
        case bool() | dt.date():
            return failed("time-unreadable")
        case int() | float():
            return _clock(round(typed * 1440)) if 0 <= typed < 1 else failed("time-unreadable")
    text = _SPACES.sub("", plain(typed))
    if says_nothing(text):
        return EMPTY
    match = _TIME.fullmatch(text)
    if not match:
        return failed("time-unreadable")
    hour = int(match[2]) + (12 if match[1] in ("下午", "晚上") and int(match[2]) < 12 else 0)
    minute = 30 if match[3] == "半" else int(match[3] or 0)
    return _clock(hour * 60 + minute) if minute < 60 else failed("time-unreadable")


def _clock(minutes: int) -> Reading:
    if 0 <= minutes < 1440:
        return Reading(dt.time(minutes // 60, minutes % 60))
    return failed("time-unreadable")
