"""How long an item stands on each rung, and what changed since last month's record."""

from __future__ import annotations

import pytest

from builders import DEMANDS, MEASURES, PROBLEMS, Rows, Values, day, office, outcome
from ledgerkit.model.outcome import Outcome, Step

PROBLEM: Values = {
    "问题编号": "WT",
    "提出日期": "2026-09-30",
    "主办单位": "区法院",
    "难易程度": "一般",
    "办理状态": "办理中",
}  # due on 2026-10-15, which 国庆 and a worked Saturday (10-10) precede


def since(rows: Rows, before: dict[tuple[str, str], str] | None, as_of: str) -> Outcome:
    return outcome(rows, as_of, before=before)


def climb(as_of: str, **values: str) -> list[tuple[str, str, int]]:
    (alert,) = outcome({PROBLEMS: [{**PROBLEM, **values}]}, as_of).alerts
    return [(one.step.level, str(one.since), one.days) for one in alert.climb]


def test_each_rung_says_since_when_and_for_how_many_working_days() -> None:
    assert climb("2026-10-31") == [
        ("临期提醒", "2026-10-13", 3),
        ("催办", "2026-10-16", 4),
        ("督办", "2026-10-22", 5),
        ("通报", "2026-10-29", 1),
    ]


def test_on_the_day_of_a_rung_no_day_on_it_has_passed() -> None:
    assert climb("2026-10-22")[-1] == ("督办", "2026-10-22", 0)


def test_nothing_is_reached_before_the_clock_starts() -> None:
    assert climb("2026-10-13", 提出日期="2026-10-13", 难易程度="紧急") == [
        ("临期提醒", "2026-10-13", 0)
    ]


def test_a_due_day_reached_is_a_rung_that_starts_at_0() -> None:
    own = office(ladder=[Step("到期", 0)])
    (alert,) = outcome({PROBLEMS: [PROBLEM]}, "2026-10-16", within=own).alerts
    assert (alert.since, alert.climb[0].days) == (day("2026-10-15"), 1)


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ({}, "新增"),
        ({(PROBLEMS, "WT"): "催办"}, "升级"),
        ({(PROBLEMS, "WT"): "督办"}, "不变"),
        ({(PROBLEMS, "WT"): "通报"}, "降级"),
        ({(PROBLEMS, "WT"): "黄牌"}, None),
        ({(DEMANDS, "WT"): "督办"}, "新增"),
        (None, None),
    ],
)
def test_an_alert_is_compared_with_last_month_s_record(
    before: dict[tuple[str, str], str] | None, change: str | None
) -> None:
    (alert,) = since({PROBLEMS: [PROBLEM]}, before, "2026-10-26").alerts
    assert (alert.step.level, alert.change) == ("督办", change)


def test_what_alerts_no_more_says_why() -> None:
    rows: Rows = {
        PROBLEMS: [
            {**PROBLEM, "问题编号": "late"},
            {**PROBLEM, "问题编号": "done", "办理状态": "不予受理"},
            {**PROBLEM, "问题编号": "fresh", "提出日期": "2026-10-26"},
        ],
        MEASURES: [{"措施编号": "CS", "问题编号": "late", "计划完成日期": "2026-10-20"}],
    }
    before = {
        (MEASURES, "CS"): "催办",
        (PROBLEMS, "late"): "催办",
        (PROBLEMS, "done"): "督办",
        (PROBLEMS, "fresh"): "催办",
        (PROBLEMS, "gone"): "通报",
    }
    ended = since(rows, before, "2026-10-26").ended
    assert ended is not None
    assert [(one.key, one.level, one.ending) for one in ended] == [
        ("done", "督办", "已了结"),
        ("fresh", "催办", "未到提醒"),
        ("gone", "通报", "已无此号"),
        ("CS", "催办", "并入问题"),
    ]


def test_without_a_record_nothing_is_said_to_have_ended() -> None:
    found = since({PROBLEMS: [PROBLEM]}, None, "2026-10-26")
    assert found.ended is None
    assert "alerts-new" not in {one.id for one in found.indicators}
    compared = since({PROBLEMS: [PROBLEM]}, {}, "2026-10-26")
    assert {one.id: one.value for one in compared.indicators}["alerts-new"] == 1
