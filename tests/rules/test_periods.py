"""Quarters and years: the months' own rows, duties and workbooks over a longer period."""

from __future__ import annotations

import datetime as dt

import pytest

from builders import CASES as CASE_LEDGER
from builders import (
    DEMANDS,
    FEEDBACK,
    HEARINGS,
    MEASURES,
    MEETINGS,
    OUTREACH,
    PROBLEMS,
    VISITS,
    Rows,
    day,
    outcome,
    submission,
)
from ledgerkit.model.outcome import FilingState, Indicator, Outcome
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.submission import Submission
from made_up import demand, meeting, outreach, problem, visit

DAYS = [f"2026-{10 + n % 3}-{1 + n % 28:02d}" for n in range(1, 61)]
ROWS: Rows = {
    VISITS: [
        visit(n, "区法院、区司法局" if n % 7 == 0 else "区法院", on) for n, on in enumerate(DAYS)
    ],
    PROBLEMS: [
        problem(
            n,
            提出日期=on,
            办结日期=sorted(DAYS)[n + 20],
            办理状态="已办结" if n % 2 else "不予受理",
        )
        for n, on in enumerate(sorted(DAYS)[:40])
    ],
    MEASURES: [{"实际完成日期": on, "移交日期": DAYS[n]} for n, on in enumerate(DAYS[:20])],
    FEEDBACK: [{"反馈日期": on, "满意度": "满意"} for on in DAYS[:25]],
    DEMANDS: [{**demand(n), "登记日期": on, "小会商日期": on} for n, on in enumerate(DAYS[:30])],
    MEETINGS: [
        meeting(会议编号=f"HY-东岭-202610-{n:03d}", 会议状态="已召开", 实开日期=on)
        for n, on in enumerate(DAYS[:9])
    ],
    OUTREACH: [{**outreach(n, "区法院"), "活动日期": on} for n, on in enumerate(DAYS[:12])],
    CASE_LEDGER: [{"送阅日期": on} for on in DAYS[:4]],
    HEARINGS: [{"开庭日期": on, "实到人数": "3"} for on in DAYS[:5]],
}
NOT_SUMS = (
    *("firms-", "closing-", "on-time-", "satisfaction-", "problems-total", "problems-closed-total"),
    *("problems-open", "demands-open", "outreach-targeted-rate", "cases-total", "items-"),
    *("alerts-", "overdue-", "problems-overdue", "longest-", "demands-to-refer", "visits-change"),
    *("filings-missing", "filings-pending", "matters-"),
    *(
        *("last-", "matters-by-", "matters-in-"),
        "duty-hy-",
        "duty-al-",
        "duty-pt-",
        "visits-in-",
        "problems-in-",
        "demands-in-",
        "outreach-in-",
    ),
)
"""Shares, different names, what stands at one day, what falls due by quarters, and the trend."""


def concluded(
    month: str,
    as_of: str,
    cycle: Cycle = Cycle.MONTH,
    rows: Rows = ROWS,
    sent: tuple[Submission, ...] = (),
) -> Outcome:
    return outcome(rows, as_of, month=month, submissions=sent, cycle=cycle)


def by_id(outcome: Outcome) -> dict[str, Indicator]:
    return {one.id: one for one in outcome.indicators}


@pytest.fixture(scope="module")
def quarter() -> dict[str, Indicator]:
    return by_id(concluded("2026-12", "2026-12-31", Cycle.QUARTER))


@pytest.fixture(scope="module")
def months() -> list[dict[str, Indicator]]:
    ends = ("2026-10-31", "2026-11-30", "2026-12-31")
    return [by_id(concluded(end[:7], end)) for end in ends]


def test_what_can_be_added_up_is_the_sum_of_the_months(
    quarter: dict[str, Indicator], months: list[dict[str, Indicator]]
) -> None:
    ids = dict.fromkeys(
        id
        for of in (quarter, *months)
        for id in of
        if not id.startswith(NOT_SUMS) and not id.endswith("-change")
    )
    assert len(ids) > 50
    sums = {id: sum(int(of[id].value) for of in months if id in of) for id in ids}
    assert {id: quarter[id].value for id in ids} == sums
    assert (sums["visits"], sums["problems-closed"], sums["outreach-people"]) == (60, 40, 546)
    rows = {key for of in months for key in of["visits"].rows}
    assert {*quarter["visits"].rows} == rows


def test_a_figure_is_called_by_its_period(
    quarter: dict[str, Indicator], months: list[dict[str, Indicator]]
) -> None:
    year = by_id(concluded("2026-12", "2026-12-31", Cycle.YEAR))
    names = [of["visits"].name for of in (months[0], quarter, year)]
    assert names == ["本月走访次数", "本季度走访次数", "本年走访次数"]
    assert quarter["visits-by-unit-01"].name == "本季度走访次数:区法院"
    assert quarter["duty-zf-month-met"].name == "走访(2026Q4)完成家次"
    assert months[0]["duty-zf-month-met"].name == "走访(2026-10)完成家数"


def test_the_trend_is_of_the_periods_own_months(quarter: dict[str, Indicator]) -> None:
    trend = [id for id in quarter if id.startswith("visits-in-")]
    assert trend == ["visits-in-2026-10", "visits-in-2026-11", "visits-in-2026-12"]


def test_the_period_before_is_compared_with() -> None:
    before = [visit(1, "区法院", "2026-07-02"), visit(2, "区法院", "2026-09-30")]
    figure = by_id(
        concluded("2026-12", "2026-12-31", Cycle.QUARTER, {VISITS: [*before, *ROWS[VISITS]]})
    )["visits-change"]
    assert (figure.name, figure.value) == ("走访次数较上季度增减", 58)


def test_each_round_of_a_duty_that_has_begun_is_judged() -> None:
    outcome = concluded("2026-12", "2026-11-22", Cycle.QUARTER)
    rounds = dict.fromkeys((one.duty, str(one.period)) for one in outcome.duties)
    assert [*rounds] == [
        ("走访", "2026-10"),
        ("走访", "2026-11"),
        ("法治宣传", "2026-10"),
        ("法治宣传", "2026-11"),
        ("联席会议", "2026Q4"),
        ("典型案例", "2026H2"),
        ("旁听庭审", "2026Q4"),
    ]


def test_months_before_the_first_that_anybody_filed_for_are_not_owed() -> None:
    sent = (submission("区法院", "2026-08", [VISITS]), submission("区法院", "2026-10", [VISITS]))
    outcome = concluded("2026-12", "2026-10-31", Cycle.YEAR, {}, sent)
    owed = dict.fromkeys(str(one.month) for one in outcome.filings)
    assert [*owed] == ["2026-08", "2026-09", "2026-10"]
    states = {
        str(one.month): one.state
        for one in outcome.filings
        if (one.who, one.ledger) == ("区法院", VISITS)
    }
    assert states["2026-09"] is FilingState.MISSING
    walks = [str(one.period) for one in outcome.duties if (one.duty, one.who) == ("走访", "区法院")]
    assert walks == ["2026-08", "2026-09", "2026-10"]


def test_a_month_is_reckoned_as_ever() -> None:
    sent = (submission("区法院", "2026-11", [VISITS]),)
    outcome = concluded("2026-10", "2026-09-15", sent=sent)
    assert {one.month for one in outcome.filings} == {Month(2026, 10)}


@pytest.mark.parametrize(
    ("text", "first", "last", "before"),
    [
        ("2026-10", "2026-10-01", "2026-10-31", "2026-09"),
        ("2026Q1", "2026-01-01", "2026-03-31", "2025Q4"),
        ("2026q4", "2026-10-01", "2026-12-31", "2026Q3"),
        ("2026", "2026-01-01", "2026-12-31", "2025"),
    ],
)
def test_a_period_is_read_as_it_is_written(text: str, first: str, last: str, before: str) -> None:
    period = Period.parse(text)
    assert str(period) == text.upper()
    assert (period.first, period.last) == (day(first), dt.date.fromisoformat(last))
    assert str(period.before) == before


@pytest.mark.parametrize("text", ["2026Q5", "2026Q", "26Q4", "2026-13", "", "1999"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text or "^$"):
        Period.parse(text)
