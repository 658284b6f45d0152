"""Which matters should come before the 研判会."""

from __future__ import annotations

import pytest

from builders import DEMANDS, PROBLEMS, Rows, office, outcome
from correspondence import submitted
from ledgerkit.model.outcome import Step
from made_up import problem

LATE = "已逾期 11 个工作日,列入通报"
ASKED = "已提请研判会,还没有研判"


def proposed(rows: Rows, *ladder: Step) -> dict[str, tuple[str, ...]]:
    found = outcome(rows, "2026-10-31", within=office(ladder=ladder or None))
    return {one.entry.key: one.reasons for one in found.studies}


def test_what_is_asked_for_refused_or_late_beyond_pressing_in_this_order() -> None:
    rows = {
        PROBLEMS: [
            problem(1),
            problem(2, 提出日期="2026-10-16"),
            problem(3, 提出日期="2026-09-28"),
        ],
        DEMANDS: [
            submitted(1, 办理状态="不予受理"),
            submitted(2, 是否提请研判会="是"),
            submitted(3),
        ],
    }
    assert proposed(rows) == {
        "XQ-东岭-202610-002": (ASKED,),
        "XQ-东岭-202610-001": ("区司法局不予受理",),
        "WT-法院-202609-003": ("已逾期 13 个工作日,列入通报",),
        "WT-法院-202609-001": (LATE,),
    }


def test_one_that_is_asked_for_and_late_is_named_once_with_both_reasons() -> None:
    late = submitted(1, 登记日期="2026-09-30", 小会商日期="2026-09-30", 提交日期="2026-09-30")
    found = proposed({DEMANDS: [{**late, "是否提请研判会": "是"}]})
    assert found == {"XQ-东岭-202610-001": (ASKED, LATE)}


@pytest.mark.parametrize(
    "values, due",
    [
        ({"研判日期": "2026-10-30"}, False),
        ({"研判日期": "2026-11-05"}, True),
        ({"unread": "研判日期"}, False),
        ({"办理状态": "已办结", "办结日期": "2026-10-30"}, False),
        ({"登记日期": "2026-11-02"}, False),
    ],
)
def test_a_demand_is_asked_for_until_it_is_studied_or_closed(
    values: dict[str, str], due: bool
) -> None:
    rows = {DEMANDS: [submitted(1, 是否提请研判会="是", **values)]}
    assert bool(proposed(rows)) is due


def test_a_problem_that_a_demand_takes_up_stands_under_the_demand() -> None:
    demand = submitted(1, 是否提请研判会="是", 关联问题编号="WT-法院-202609-001")
    assert proposed({PROBLEMS: [problem(1)], DEMANDS: [demand]}) == {"XQ-东岭-202610-001": (ASKED,)}
    studied = {**demand, "研判日期": "2026-10-30"}
    assert proposed({PROBLEMS: [problem(1)], DEMANDS: [studied]}) == {}


@pytest.mark.parametrize(
    "ladder, late",
    [
        ((Step("催办", 1), Step("提请研判会", 11)), ["WT-法院-202609-001"]),
        ((Step("通报", 11), Step("问责", 12)), ["WT-法院-202609-001"]),
        ((Step("黄牌", 1), Step("红牌", 11)), ["WT-法院-202609-001"]),
        ((Step("黄牌", 1), Step("红牌", 12)), []),
    ],
)
def test_the_rung_is_the_one_that_says_so_else_the_last(
    ladder: tuple[Step, ...], late: list[str]
) -> None:
    assert list(proposed({PROBLEMS: [problem(1)]}, *ladder)) == late


def test_the_figure_names_the_rows() -> None:
    found = outcome({PROBLEMS: [problem(1)]}, "2026-10-31")
    (figure,) = (one for one in found.indicators if one.id == "matters-to-study")
    assert (figure.value, figure.rows) == (1, ("WT-法院-202609-001",))
