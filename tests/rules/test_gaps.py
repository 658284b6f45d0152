"""断链: the links that a chain lacks, and those that only seem to lack."""

from __future__ import annotations

import pytest

from builders import DEMANDS, FEEDBACK, MEASURES, MEETINGS, PROBLEMS, Rows, Values, outcome

OPEN: Values = {
    "问题编号": "WT",
    "提出日期": "2026-10-08",
    "首访单位": "区法院",
    "难易程度": "复杂",
    "办理状态": "办理中",
}
DONE: Values = {**OPEN, "办理状态": "已办结", "办结日期": "2026-10-14"}
MEASURE: Values = {"问题编号": "WT", "计划完成日期": "2026-11-20"}
SOLVED: Values = {
    "问题编号": "WT",
    "反馈日期": "2026-10-15",
    "办理结果": "已解决",
    "满意度": "满意",
}
HELD: Values = {
    "会议类型": "联席会议",
    "会议状态": "已召开",
    "拟开日期": "2026-10-20",
    "实开日期": "2026-10-20",
}
DEMAND: Values = {"需求来源": "走访", "登记日期": "2026-10-12", "办理状态": "办理中"}


def codes(rows: Rows, as_of: str = "2026-10-31") -> list[tuple[str, str]]:
    return [(gap.row.table.name, gap.code) for gap in outcome(rows, as_of).gaps]


@pytest.mark.parametrize(
    ("rows", "ledger", "code"),
    [
        ({PROBLEMS: [OPEN]}, PROBLEMS, "problem-without-measure"),
        ({PROBLEMS: [DONE], MEASURES: [MEASURE]}, PROBLEMS, "closed-without-feedback"),
        (
            {PROBLEMS: [OPEN], MEASURES: [MEASURE], FEEDBACK: [SOLVED]},
            FEEDBACK,
            "feedback-without-closing",
        ),
        (
            {
                PROBLEMS: [OPEN],
                MEASURES: [MEASURE],
                FEEDBACK: [{**SOLVED, "办理结果": "解释说明", "是否销号": "是"}],
            },
            FEEDBACK,
            "feedback-without-closing",
        ),
        (
            {PROBLEMS: [OPEN], MEASURES: [{**MEASURE, "移交日期": "2026-10-15"}]},
            MEASURES,
            "transfer-without-pressing",
        ),
        (
            {PROBLEMS: [OPEN], MEASURES: [{**MEASURE, "计划完成日期": "2026-10-20"}]},
            MEASURES,
            "plan-passed",
        ),
        ({MEETINGS: [HELD]}, MEETINGS, "meeting-without-minutes"),
        (
            {MEETINGS: [{**HELD, "会议状态": "计划", "实开日期": None}]},
            MEETINGS,
            "meeting-passed",
        ),
        ({DEMANDS: [DEMAND]}, DEMANDS, "demand-without-problem"),
        (
            {
                DEMANDS: [
                    {
                        **DEMAND,
                        "需求来源": "12345",
                        "办理状态": "已办结",
                        "办结日期": "2026-10-14",
                    }
                ]
            },
            DEMANDS,
            "closed-without-feedback",
        ),
    ],
)
def test_a_missing_link_is_said_once(rows: Rows, ledger: str, code: str) -> None:
    assert codes(rows) == [(ledger, code)]


@pytest.mark.parametrize(
    "rows",
    [
        {PROBLEMS: [{**OPEN, "办理状态": "待受理"}]},
        {PROBLEMS: [{**OPEN, "办理状态": "不予受理"}]},
        {PROBLEMS: [OPEN], MEASURES: [MEASURE]},
        {PROBLEMS: [DONE], MEASURES: [MEASURE], FEEDBACK: [SOLVED]},
        {PROBLEMS: [{**OPEN, "提出日期": "2026-11-03"}]},
        {MEETINGS: [{**HELD, "会议类型": "小会商"}]},
        {MEETINGS: [{**HELD, "拟开日期": "2026-11-20", "会议状态": "计划", "实开日期": None}]},
        {DEMANDS: [{**DEMAND, "关联问题编号": "WT"}]},
    ],
)
def test_a_whole_chain_is_silent(rows: Rows) -> None:
    assert codes(rows) == []


def test_what_could_not_be_read_is_no_missing_link() -> None:
    feedback = {**SOLVED, "反馈日期": None, "unread": "反馈日期"}
    assert codes({PROBLEMS: [DONE], MEASURES: [MEASURE], FEEDBACK: [feedback]}) == []
    pressed = {**MEASURE, "移交日期": "2026-10-15", "unread": "最近督促日期"}
    assert codes({PROBLEMS: [OPEN], MEASURES: [pressed]}) == []


def test_feedback_is_missed_only_once_its_limit_has_passed() -> None:
    rows: Rows = {PROBLEMS: [DONE], MEASURES: [MEASURE]}
    assert codes(rows, "2026-10-16") == []
    assert codes(rows, "2026-10-17") == [(PROBLEMS, "closed-without-feedback")]


@pytest.mark.parametrize("state", ["已移交", "已延期", "已反馈", "已销号"])
def test_what_the_state_claims_is_left_to_the_chain_checks(state: str) -> None:
    """One cause, one finding: linked-row-missing says what these states rest on."""
    claimed = {**DONE, "办理状态": state}
    if state in ("已移交", "已延期"):
        rows: Rows = {PROBLEMS: [{**claimed, "办结日期": None}]}
    else:
        rows = {PROBLEMS: [claimed], MEASURES: [MEASURE]}
    assert [code for ledger, code in codes(rows) if ledger == PROBLEMS] == []
