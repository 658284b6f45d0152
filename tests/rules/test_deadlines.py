"""Due days by the office's limits, and how an item stands, in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import day, office
from ledgerkit.ledgers.demands import CARRYING_OUT, PLANNING
from ledgerkit.ledgers.matters import HANDING_OVER, HANDLING
from ledgerkit.ledgers.measures import Measures
from ledgerkit.model.deadline import Deadline, Limit, Matter
from ledgerkit.office import Office
from ledgerkit.office.workdays import FIRST_YEAR, HORIZON
from ledgerkit.rules.deadlines import (
    due_day,
    explain,
    is_provisional,
    limit_due,
    next_workday,
    standing,
)

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


def test_a_grade_without_a_limit_has_no_due_day_though_there_is_a_longest() -> None:
    only_normal = {("办理", "一般"): Limit(7), ("最长", ""): Limit(30, working=False)}
    own = replace(office(), limits=only_normal)
    assert limit_due(own, HANDLING, "复杂", day("2026-10-08")) is None
    assert limit_due(own, HANDLING, "一般", day("2026-10-08")) == day("2026-10-16")


def test_without_a_longest_limit_nothing_is_capped() -> None:
    own = replace(office(), limits={("办理", "一般"): Limit(40)})
    assert limit_due(own, HANDLING, "一般", day("2026-10-08")) == day("2026-12-02")


@pytest.mark.parametrize(
    ("started", "due"),
    [
        (dt.date(FIRST_YEAR - 1, 12, 31), None),
        (dt.date(FIRST_YEAR, 3, 1), dt.date(FIRST_YEAR, 3, 10)),
        (dt.date(HORIZON.year, 12, 30), None),
        (dt.date.max, None),
    ],
)
def test_the_calendar_s_years_are_those_in_which_limits_run(
    started: dt.date, due: dt.date | None
) -> None:
    assert limit_due(office(), HANDLING, "一般", started) == due


@pytest.mark.parametrize(
    ("on", "moved"),
    [
        ("2003-12-31", None),
        ("2004-01-01", "2004-01-02"),
        ("2026-10-03", "2026-10-08"),
        (f"{HORIZON.year - 1}-12-31", f"{HORIZON.year - 1}-12-31"),
        (f"{HORIZON.year}-01-02", None),
    ],
)
def test_a_day_moves_to_a_working_day_where_the_calendar_reaches(
    on: str, moved: str | None
) -> None:
    assert next_workday(office().calendar, day(on)) == (day(moved) if moved else None)


# ── the reckoning in words


WRITTEN = Matter("措施", demanded="完成", planned=Measures.planned_on)
PLAIN = Matter("研讨")


def clock(matter: Matter = HANDLING, started: str = "2026-10-08", **more: Any) -> Deadline:
    days = {name: day(on) for name, on in more.items() if name in ("due", "extended")}
    return Deadline(matter, "提出", day(started), "", **{**more, **days})


def reckoned(deadline: Deadline, within: Office | None = None) -> str:
    """The reckoning of a clock's own due day."""
    own = within or office()
    due = due_day(own, deadline)
    assert due is not None
    return explain(own, deadline, due)


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (
            clock(grade="一般"),
            "2026-10-08 提出,一般 7 个工作日,10月10日上班,应于 2026-10-16 前办结",
        ),
        (
            clock(HANDING_OVER, grade="一般"),
            "2026-10-08 提出,1 个工作日,应于 2026-10-09 前转办",
        ),
        (
            clock(grade="一般", extended="2026-11-06"),
            "2026-10-08 提出,一般 7 个工作日,10月10日上班,原应于 2026-10-16 前办结,"
            "经批准延期至 2026-11-06,应于 2026-11-06 前办结",
        ),
        (
            clock(WRITTEN, due="2026-10-16"),
            "2026-10-08 提出,计划完成日期 2026-10-16,应于 2026-10-16 前完成",
        ),
        (
            clock(WRITTEN, due="2026-10-17"),
            "2026-10-08 提出,计划完成日期 2026-10-17,遇休息日顺延,应于 2026-10-19 前完成",
        ),
        (
            clock(WRITTEN, due="2026-10-17", extended="2026-10-30"),
            "2026-10-08 提出,计划完成日期 2026-10-17,原应于 2026-10-19 前完成,"
            "经批准延期至 2026-10-30,应于 2026-10-30 前完成",
        ),
        (
            clock(WRITTEN, due="2026-10-16", extended="2026-10-31"),
            "2026-10-08 提出,计划完成日期 2026-10-16,原应于 2026-10-16 前完成,"
            "经批准延期至 2026-10-31,遇休息日顺延,应于 2026-11-02 前完成",
        ),
        (clock(PLAIN, due="2026-10-16"), "2026-10-08 提出,期限 2026-10-16,应于 2026-10-16 前研讨"),
    ],
)
def test_a_due_day_is_reckoned_in_words(deadline: Deadline, words: str) -> None:
    assert reckoned(deadline) == words


@pytest.mark.parametrize(
    ("limit", "longest", "words"),
    [
        (Limit(8, working=False), None, "一般 8 个自然日"),
        (Limit(9, working=False), None, "一般 9 个自然日,遇休息日顺延"),
        (Limit(60), Limit(8, working=False), "一般 60 个工作日,最长 8 个自然日"),
        (Limit(60), Limit(9, working=False), "一般 60 个工作日,最长 9 个自然日,遇休息日顺延"),
        (Limit(60), Limit(2), "一般 60 个工作日,最长 2 个工作日,10月10日上班"),
        (Limit(1), Limit(8, working=False), "一般 1 个工作日"),
    ],
)
def test_what_a_limit_rests_on_is_said(limit: Limit, longest: Limit | None, words: str) -> None:
    limits = {("办理", "一般"): limit} | ({("最长", ""): longest} if longest else {})
    own = replace(office(), limits=limits)
    said = reckoned(clock(grade="一般"), own).split(",")
    assert ",".join(said[1:-1]) == words


def test_a_clock_without_a_limit_says_only_when_it_ends() -> None:
    said = explain(office(), clock(PLAIN), day("2026-10-16"))
    assert said == "2026-10-08 提出,应于 2026-10-16 前研讨"
    past = clock(grade="一般", started="1926-10-08")
    assert explain(office(), past, day("2026-10-16")) == (
        "1926-10-08 提出,应于 2026-10-16 前办结,暂按周末推算"
    )


@pytest.mark.parametrize(
    ("deadline", "due", "provisional"),
    [
        (clock(started="2026-12-30"), "2026-12-31", False),
        (clock(started="2026-12-30"), "2027-01-08", True),
        (clock(started="2027-01-04"), "2027-01-08", True),
        (clock(started="2003-12-30", due="2026-10-16"), "2026-10-16", False),
        (clock(started="2003-12-30", extended="2026-10-16"), "2026-10-16", False),
        (clock(due="2003-10-16", extended="2026-10-16"), "2026-10-16", False),
        (clock(due="2027-01-05"), "2027-01-05", True),
        (clock(extended="2027-01-05"), "2027-01-05", True),
    ],
)
def test_a_due_day_is_provisional_where_it_rests_on_an_unknown_year(
    deadline: Deadline, due: str, provisional: bool
) -> None:
    assert is_provisional(office(), deadline, day(due)) is provisional
    assert explain(office(), deadline, day(due)).endswith(",暂按周末推算") is provisional


@pytest.mark.parametrize(
    ("days_late", "as_of", "words"),
    [
        (-2, "2026-10-14", "还有 2 个工作日"),
        (-1, "2026-10-15", "还有 1 个工作日"),
        (0, "2026-10-16", "今日到期"),
        (0, "2026-10-17", "已到期"),
        (1, "2026-10-19", "已逾期 1 个工作日"),
        (3, "2026-10-21", "已逾期 3 个工作日"),
    ],
)
def test_how_an_item_stands_is_said_in_words(days_late: int, as_of: str, words: str) -> None:
    assert standing(days_late, day("2026-10-16"), day(as_of)) == words
