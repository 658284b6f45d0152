"""Which rows are filled into the next month's workbooks, and whose they are."""

from __future__ import annotations

import pytest

from builders import (
    DEMANDS,
    FEEDBACK,
    MEASURES,
    MEETINGS,
    PROBLEMS,
    VISITS,
    Rows,
    Values,
    context,
)
from ledgerkit import rules
from made_up import demand, meeting, problem, visit

AS_OF = "2026-10-31"
CLOSED = {"办理状态": "已办结", "办结日期": "2026-10-12"}
ANSWER: Values = {"问题编号": "WT-法院-202609-001", "反馈日期": "2026-10-13", "满意度": "满意"}
HELD = {"会议状态": "已召开", "拟开日期": "2026-10-20", "实开日期": "2026-10-20"}


def carried(rows: Rows) -> dict[str, dict[str, list[str]]]:
    """Owner → ledger → keys."""
    found = rules.open_items(context(rows, AS_OF))
    return {
        who: {ledger: [entry.key for entry in entries] for ledger, entries in own.items()}
        for who, own in found.items()
    }


@pytest.mark.parametrize(
    ("values", "answers", "stays"),
    [
        ({}, [], True),
        ({"办理状态": "已移交"}, [], True),
        (CLOSED, [], True),  # 反馈 is still owed
        (CLOSED, [ANSWER], True),  # 回访 is still owed
        (CLOSED, [{**ANSWER, "回访日期": "2026-10-15"}], False),
        (CLOSED, [{**ANSWER, "满意度": "不满意"}], True),  # 重办
        ({**CLOSED, "办理状态": "已销号"}, [], False),
        ({"办理状态": "不予受理"}, [], False),
        ({"办理状态": "已办结", "unread": "办结日期"}, [], True),
        ({**CLOSED, "办结日期": "2026-11-02", "办理状态": "办理中"}, [], True),  # not yet
    ],
)
def test_a_problem_stays_until_it_is_closed_and_answered(
    values: dict[str, str], answers: list[Values], stays: bool
) -> None:
    found = carried({PROBLEMS: [{**problem(1), **values}], FEEDBACK: answers})
    assert found.get("区法院", {}).get(PROBLEMS, []) == ["WT-法院-202609-001"] * stays
    assert found.get("区法院", {}).get(FEEDBACK, []) == ["#1"] * (stays and bool(answers))


def test_measures_go_with_their_problem_each_to_whoever_sent_it() -> None:
    own = {"问题编号": "WT-法院-202609-001", "计划完成日期": "2026-10-12"}
    rows: Rows = {
        PROBLEMS: [problem(1), {**problem(2), "办理状态": "已销号"}],
        MEASURES: [
            {**own, "实际完成日期": "2026-10-10"},
            {**own, "owner": "区司法局"},
            {**own, "问题编号": "WT-法院-202609-002"},
            {"计划完成日期": "2026-10-12"},  # of no problem that anybody knows, and not done
        ],
    }
    assert carried(rows) == {
        "区法院": {PROBLEMS: ["WT-法院-202609-001"], MEASURES: ["#1", "#4"]},
        "区司法局": {MEASURES: ["#2"]},
    }


@pytest.mark.parametrize(
    ("values", "stays"),
    [
        ({}, True),
        (CLOSED, True),  # 反馈 is still owed
        ({**CLOSED, "反馈日期": "2026-10-13"}, False),
        ({"办理状态": "不予受理"}, False),
        ({"办理状态": "已办结", "unread": "办结日期"}, True),
    ],
)
def test_a_demand_stays_until_it_is_closed_and_answered(
    values: dict[str, str], stays: bool
) -> None:
    found = carried({DEMANDS: [{**demand(2), "登记日期": "2026-10-09", **values}]})
    assert ("东岭联系点" in found) is stays


@pytest.mark.parametrize(
    ("values", "stays"),
    [
        ({}, True),
        ({"会议状态": "取消"}, False),
        ({"会议状态": "延期", "拟开日期": "2026-10-09"}, True),
        (HELD, False),
        ({**HELD, "议定事项": "开展一次讲座"}, True),
        ({**HELD, "议定事项": "开展一次讲座", "完成日期": "2026-10-30"}, False),
        ({**HELD, "议定事项": "开展一次讲座", "完成日期": "2026-11-03"}, True),
        ({**HELD, "会议状态": "取消", "议定事项": "开展一次讲座"}, False),
    ],
)
def test_a_meeting_stays_until_it_is_held_and_what_it_resolved_is_done(
    values: dict[str, str], stays: bool
) -> None:
    found = carried({MEETINGS: [{**meeting(**values), "owner": "东岭联系点"}]})
    assert ("东岭联系点" in found) is stays


def test_what_only_happened_is_not_carried() -> None:
    assert carried({VISITS: [visit(1, "区法院", "2026-10-13")]}) == {}
