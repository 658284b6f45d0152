"""Due days by the office's limits, and how an item stands, in words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import day, office
from ledgerkit.ledgers.demands import CARRYING_OUT, PLANNING
from ledgerkit.ledgers.matters import HANDLING
from ledgerkit.model.deadline import Limit
from ledgerkit.rules.deadlines import limit_due, standing

OWN = office(
    limits={
        ("办理", "一般"): Limit(25, True),
        ("办理", "简单"): Limit(10, False),
        ("办理", "复杂"): Limit(10**7, True),
        ("方案", ""): Limit(40, True),
    }
)
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2026, 11, 30))


@given(DAYS, st.sampled_from(["一般", "简单", "复杂", "紧急"]))
def test_a_due_day_is_worked_and_within_the_longest_limit(start: dt.date, grade: str) -> None:
    due = limit_due(OWN, HANDLING, grade, start)
    assert due is not None
    assert OWN.calendar.is_workday(due)
    assert start < due <= OWN.calendar.next_workday(start + dt.timedelta(30))


@given(DAYS, st.integers(0, 60))
def test_who_starts_later_is_due_no_earlier(start: dt.date, later: int) -> None:
    due, after = (
        limit_due(OWN, HANDLING, "一般", start + dt.timedelta(days)) for days in (0, later)
    )
    assert due is not None
    assert after is not None
    assert due <= after


def test_a_limit_that_no_calendar_reaches_is_capped_by_the_longest() -> None:
    assert limit_due(OWN, HANDLING, "复杂", day("2026-10-08")) == day("2026-11-09")


def test_only_handling_is_capped_by_the_longest() -> None:
    assert limit_due(OWN, PLANNING, "", day("2026-10-08")) == day("2026-12-02")


def test_a_matter_without_a_limit_has_no_due_day() -> None:
    assert limit_due(OWN, CARRYING_OUT, "一般", day("2026-10-08")) is None


@pytest.mark.parametrize(
    ("days_late", "as_of", "words"),
    [
        (-2, "2026-10-14", "还有 2 个工作日"),
        (0, "2026-10-16", "今日到期"),
        (0, "2026-10-17", "已到期"),
        (3, "2026-10-21", "已逾期 3 个工作日"),
    ],
)
def test_how_an_item_stands_is_said_in_words(days_late: int, as_of: str, words: str) -> None:
    assert standing(days_late, day("2026-10-16"), day(as_of)) == words
