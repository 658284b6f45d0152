"""Duties by month and quarter: what counts, for whom, and how each stands."""

from __future__ import annotations

import pytest

from builders import CASES, MEETINGS, VISITS, Rows, Values, office, outcome, submission
from ledgerkit.model.outcome import Duty, DutyState
from ledgerkit.model.period import Cycle
from ledgerkit.model.submission import FileState, Submission
from ledgerkit.office import Obligation, Office

MONTHLY = office(
    units=("区法院", "公安陈仓分局"), obligations=[Obligation("走访", "单位", Cycle.MONTH, 1, True)]
)
QUARTERLY = office(obligations=[Obligation("联席会议", "服务联系点", Cycle.QUARTER, 2, True)])


def visit(on: str, by: str = "区法院") -> Values:
    return {"走访日期": on, "走访单位": by}


def meeting(on: str, kind: str = "联席会议") -> Values:
    return {"实开日期": on, "服务联系点": "东岭联系点", "会议类型": kind}


def duties(
    rows: Rows, as_of: str = "2026-10-31", within: Office = MONTHLY, *sent: Submission
) -> tuple[Duty, ...]:
    return outcome(rows, as_of, within=within, submissions=sent).duties


def state(
    rows: Rows, as_of: str = "2026-10-31", within: Office = MONTHLY, *sent: Submission
) -> tuple[int, DutyState]:
    duty = duties(rows, as_of, within, *sent)[0]
    return duty.done, duty.state


def test_a_joint_visit_counts_for_every_unit_it_names() -> None:
    joint, own = visit("2026-10-13", "区法院、公安陈仓分局"), visit("2026-10-20")
    found = duties({VISITS: [joint, own]})
    assert [(one.who, one.done, one.rows) for one in found] == [
        ("区法院", 2, ("#1", "#2")),
        ("公安陈仓分局", 1, ("#1",)),
    ]
    assert {str(one.period) for one in found} == {"2026-10"}


@pytest.mark.parametrize(
    ("on", "as_of", "done"),
    [
        ("2026-10-01", "2026-10-31", 1),
        ("2026-10-31", "2026-10-31", 1),
        ("2026-09-30", "2026-10-31", 0),
        ("2026-11-01", "2026-11-10", 0),
        ("2026-10-20", "2026-10-19", 0),  # not given yet
    ],
)
def test_a_row_counts_in_the_period_that_holds_its_day(on: str, as_of: str, done: int) -> None:
    assert state({VISITS: [visit(on)]}, as_of)[0] == done


def test_until_the_last_day_of_a_period_its_duty_is_running() -> None:
    filed = submission(ledgers=[VISITS])
    assert state({}, "2026-10-30", MONTHLY, filed) == (0, DutyState.RUNNING)
    assert state({}, "2026-10-31", MONTHLY, filed) == (0, DutyState.SHORT)
    assert state({VISITS: [visit("2026-10-08")]}, "2026-10-08") == (1, DutyState.DONE)


def test_nothing_done_is_short_zero_or_missing_by_what_was_sent() -> None:
    zero, rows = (submission(ledgers=[VISITS], nothing=one) for one in (True, False))
    elsewhere = submission(ledgers=[CASES])
    september = submission(month="2026-09", ledgers=[VISITS], nothing=True)
    assert state({}, "2026-10-31", MONTHLY, zero)[1] is DutyState.ZERO
    assert state({}, "2026-10-31", MONTHLY, rows)[1] is DutyState.SHORT
    assert state({}, "2026-10-31", MONTHLY, zero, rows)[1] is DutyState.SHORT
    assert state({}, "2026-10-31", MONTHLY, rows, zero)[1] is DutyState.SHORT
    assert state({}, "2026-10-31", MONTHLY, elsewhere, september)[1] is DutyState.MISSING


def test_a_quarter_is_judged_by_all_its_months() -> None:
    october, november, december = (
        submission("东岭联系点", month, [MEETINGS], nothing=zero)
        for month, zero in (("2026-10", True), ("2026-11", True), ("2026-12", False))
    )
    special = [meeting(f"2026-11-{day}", "专题联席会议") for day in (20, 27)]
    held: Rows = {MEETINGS: [meeting("2026-10-23"), *special]}

    def in_december(rows: Rows, as_of: str, *sent: Submission) -> tuple[int, str, str]:
        (duty,) = outcome(rows, as_of, month="2026-12", within=QUARTERLY, submissions=sent).duties
        return duty.done, duty.state, str(duty.period)

    assert in_december(held, "2026-12-30") == (1, "进行中", "2026Q4")
    assert in_december(held, "2026-12-31") == (1, "不足", "2026Q4")
    assert in_december({}, "2026-12-31", october, november) == (0, "零报告", "2026Q4")
    assert in_december({}, "2026-12-31", october, december) == (0, "不足", "2026Q4")
    assert in_december({}, "2026-12-31") == (0, "未报送", "2026Q4")


def test_a_file_that_was_passed_over_or_tells_neither_sender_nor_month_is_not_sent() -> None:
    passed = submission(ledgers=[VISITS], path="a.xlsx", state=FileState.SKIPPED)
    untold = (
        submission(unit, month, [VISITS]) for unit, month in ((None, "2026-10"), ("区法院", None))
    )
    zero = submission(ledgers=[VISITS], nothing=True)
    others = (passed, *untold)
    assert state({}, "2026-10-31", MONTHLY, *others)[1] is DutyState.MISSING
    assert state({}, "2026-10-31", MONTHLY, *others, zero)[1] is DutyState.ZERO


def test_a_quarter_that_is_over_is_judged_by_what_came_up_to_the_month_reported() -> None:
    october = submission("东岭联系点", "2026-10", [MEETINGS], nothing=True)
    november = submission("东岭联系点", "2026-11", [MEETINGS])

    def judged(month: str, cycle: Cycle) -> DutyState:
        sent = (october, november)
        (duty,) = outcome(
            {}, "2027-01-05", month=month, within=QUARTERLY, submissions=sent, cycle=cycle
        ).duties
        return duty.state

    assert judged("2026-10", Cycle.MONTH) is DutyState.ZERO
    assert judged("2026-11", Cycle.MONTH) is DutyState.SHORT
    assert judged("2026-12", Cycle.QUARTER) is DutyState.SHORT


def test_a_duty_that_no_ledger_keeps_is_not_reckoned() -> None:
    own = office(
        obligations=[
            Obligation("值班", "单位", Cycle.MONTH, 1, True),
            Obligation("走访", "区法院", Cycle.MONTH, 1, True),
        ]
    )
    assert [(one.duty, one.who) for one in duties({}, within=own)] == [("走访", "区法院")]


def test_a_visit_without_a_day_or_with_its_unit_named_twice_counts_not_and_once() -> None:
    rows = [{"走访单位": "区法院"}, visit("2026-10-13", "区法院、区法院")]
    assert duties({VISITS: rows})[0].rows == ("#2",)


def test_what_is_asked_of_one_by_name_stands_in_place_of_what_is_asked_of_all() -> None:
    own = office(
        units=("区法院", "公安陈仓分局"),
        obligations=[
            Obligation("走访", "单位", Cycle.MONTH, 1, True),
            Obligation("走访", "公安陈仓分局", Cycle.MONTH, 3, True),
            Obligation("走访", "区法院", Cycle.QUARTER, 6, False),
        ],
    )
    assert [
        (one.who, str(one.period), one.required, one.warns) for one in duties({}, within=own)
    ] == [
        ("区法院", "2026-10", 1, True),
        ("公安陈仓分局", "2026-10", 3, True),
        ("区法院", "2026Q4", 6, False),
    ]


def test_nothing_required_is_done() -> None:
    own = office(obligations=[Obligation("走访", "区法院", Cycle.MONTH, 0, True)])
    assert state({}, within=own) == (0, DutyState.DONE)


def test_a_row_without_a_unit_column_counts_for_its_owner() -> None:
    own = office(obligations=[Obligation("典型案例", "单位", Cycle.HALF, 1, False)])
    case = {"送阅日期": "2026-08-26", "owner": "区司法局"}
    found = duties({CASES: [case]}, within=own)
    assert [(one.who, one.done, str(one.period)) for one in found] == [
        ("区法院", 0, "2026H2"),
        ("公安陈仓分局", 0, "2026H2"),
        ("区司法局", 1, "2026H2"),
    ]
