"""Who will miss a duty, whom to visit next, which demands want a 专题联席会议."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import DEMANDS, MEETINGS, PROBLEMS, VISITS, Rows, Values, office, outcome, submission
from ledgerkit.model.outcome import Outcome
from ledgerkit.model.period import Cycle
from ledgerkit.office import Firm, Limit, Obligation

FIRMS = ("甲公司", "乙公司", "丙公司")
OFFICE = replace(office(), firms=tuple(Firm(name) for name in FIRMS))
MONTHLY = office(
    units=("区法院",),
    obligations=[
        Obligation("走访", "单位", Cycle.MONTH, 1, True),
        Obligation("典型案例", "单位", Cycle.MONTH, 1, False),
    ],
)
DEMAND: Values = {
    "服务联系点": "东岭联系点",
    "企业名称": "甲公司",
    "登记日期": "2026-10-12",
    "紧急程度": "简单",
    "小会商日期": "2026-10-13",
    "办理状态": "办理中",
}  # due on 2026-10-15


def forecast(as_of: str, rows: Rows | None = None, **settings: str) -> list[tuple[str, int]]:
    within = replace(MONTHLY, settings={**MONTHLY.settings, **settings})
    found = outcome(rows or {}, as_of, within=within).forecast
    return [(one.duty.duty, one.left) for one in found]


@pytest.mark.parametrize(
    ("as_of", "left"), [("2026-10-23", None), ("2026-10-26", 4), ("2026-10-30", 0)]
)
def test_an_undone_duty_is_foretold_when_few_working_days_are_left(
    as_of: str, left: int | None
) -> None:
    # 2026-10-31 is a Saturday: after the 23rd come five working days
    assert forecast(as_of) == ([] if left is None else [("走访", left)])


def test_what_is_done_or_over_is_not_foretold() -> None:
    done = {VISITS: [{"走访日期": "2026-10-13", "走访单位": "区法院"}]}
    assert forecast("2026-10-30", done) == []
    assert forecast("2026-10-31") == []


def test_the_days_ahead_are_the_office_s() -> None:
    assert forecast("2026-10-23", 履职提前提示工作日="6") == [("走访", 5)]
    assert forecast("2026-10-30", 履职提前提示工作日="") == []


def visits(rows: Rows, **settings: str) -> list[tuple[str, tuple[str, ...]]]:
    within = replace(OFFICE, settings={**OFFICE.settings, **settings})
    found = outcome(rows, "2026-10-31", within=within).visits
    return [(one.firm, one.reasons) for one in found]


def problem(firm: str, **values: str) -> Values:
    return {"企业名称": firm, "提出日期": "2026-10-12", "办理状态": "办理中", **values}


def test_the_most_troubled_come_first_then_whoever_was_visited_longest_ago() -> None:
    rows: Rows = {
        VISITS: [
            {"走访日期": "2026-10-13", "企业名称": "甲公司"},
            {"走访日期": "2026-09-30", "企业名称": "乙公司"},
        ],
        PROBLEMS: [problem("甲公司"), problem("甲公司"), problem("丁公司"), problem("东岭园区")],
    }
    assert visits(rows) == [
        ("甲公司", ("在办问题 2 个",)),
        ("丁公司", ("在办问题 1 个",)),
        ("东岭园区", ("在办问题 1 个",)),
        ("丙公司", ("本季度还没有走访",)),
        ("乙公司", ("本季度还没有走访",)),
    ]
    assert [name for name, _ in visits(rows, 重点走访企业数="1")] == ["甲公司", "丙公司", "乙公司"]


def test_settled_problems_and_parks_want_no_visit() -> None:
    visited = [{"走访日期": "2026-10-13", "企业名称": name} for name in FIRMS]
    parks = replace(OFFICE, points=(replace(OFFICE.points[0], park="东岭园区"),))
    rows: Rows = {
        VISITS: visited,
        PROBLEMS: [problem("甲公司", 办理状态="已销号"), problem("东岭园区")],
    }
    assert outcome(rows, "2026-10-31", within=parks).visits == ()


def referred(change: Values, meeting: Values | None = None, **more: Limit) -> list[str]:
    within = office(limits={(matter, ""): limit for matter, limit in more.items()})
    rows: Rows = {DEMANDS: [{**DEMAND, **change}], MEETINGS: [meeting] if meeting else []}
    return [one.reason for one in outcome(rows, "2026-10-23", within=within).referrals]


SUBMITTED: Values = {"提交单位": "区法院", "提交日期": "2026-10-14"}


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        ({}, ["小会商后仍未办结,已逾期 6 个工作日"]),
        (SUBMITTED, ["提交区法院后仍未办结,已逾期 6 个工作日"]),
        ({**SUBMITTED, "办理状态": "不予受理"}, ["区法院不予受理"]),
        ({"小会商日期": None}, []),
        ({"紧急程度": "复杂"}, []),
        ({"办理状态": "不予受理"}, []),
        ({"办理状态": "已办结"}, []),
        ({"是否提请研判会": "是"}, []),
        (
            {
                **SUBMITTED,
                "登记日期": "2026-09-01",
                "提交日期": "2026-09-03",
                "办理状态": "不予受理",
            },
            [],
        ),
    ],
)
def test_what_the_point_tried_in_vain_wants_a_special_meeting(
    change: Values, reasons: list[str]
) -> None:
    assert referred(change) == reasons


def test_a_plan_that_the_unit_owes_comes_before_all_else() -> None:
    assert referred(SUBMITTED, 方案=Limit(3, True)) == ["区法院没有按期提出方案,已逾期 4 个工作日"]


@pytest.mark.parametrize(
    ("kind", "on", "state", "proposed"),
    [
        ("专题联席会议", "2026-10-20", "已召开", False),
        ("研判会", "2026-10-30", "计划", False),
        ("专题联席会议", "2026-10-30", "取消", True),
        ("专题联席会议", "2026-09-30", "已召开", True),
        ("联席会议", "2026-10-20", "已召开", True),
    ],
)
def test_one_that_a_higher_meeting_has_is_not_proposed_again(
    kind: str, on: str, state: str, proposed: bool
) -> None:
    meeting: Values = {"会议类型": kind, "拟开日期": on, "会议状态": state, "参会企业": "甲公司"}
    assert bool(referred({}, meeting)) is proposed


def arrears(as_of: str, *months: str) -> list[tuple[str, str]]:
    sent = [submission(month=month, ledgers=[VISITS]) for month in months]
    found: Outcome = outcome({}, as_of, within=MONTHLY, submissions=sent)
    return [(one.ledger, str(one.month)) for one in found.arrears]


def test_last_month_s_silence_is_chased_this_month_once_anyone_filed_for_it() -> None:
    assert (PROBLEMS, "2026-09") in arrears("2026-10-31", "2026-09")
    assert (VISITS, "2026-09") not in arrears("2026-10-31", "2026-09")
    assert arrears("2026-10-31", "2026-10") == []
    assert arrears("2026-10-08", "2026-09") == []  # moved past 国庆: due that very day
