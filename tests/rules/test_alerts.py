"""The clocks of problems, measures, demands and meetings, and the rung that each item reaches."""

from __future__ import annotations

import datetime as dt

import pytest

from builders import (
    DEMANDS,
    FEEDBACK,
    MEASURES,
    MEETINGS,
    PROBLEMS,
    Rows,
    Values,
    context,
    day,
    office,
    outcome,
)
from ledgerkit.model.outcome import Alert, Step
from ledgerkit.office import Limit, Office
from ledgerkit.rules import unknown_years
from ledgerkit.rules.alerts import alerts

PROBLEM: Values = {
    "问题编号": "WT",
    "企业名称": "岭东精密机械有限公司",
    "提出日期": "2026-09-30",
    "职责归属": "本单位",
    "首访单位": "区法院",
    "主办单位": "区法院",
    "难易程度": "一般",
    "办理状态": "办理中",
}
CLOSED: Values = {**PROBLEM, "办理状态": "已办结", "办结日期": "2026-10-14"}
ANSWER: Values = {"问题编号": "WT", "反馈日期": "2026-10-15", "满意度": "满意", "是否销号": "否"}
TRANSFERRED: Values = {
    **PROBLEM,
    "职责归属": "非政法职责",
    "主办单位": "区人社局",
    "办理状态": "已移交",
    "转办日期": "2026-10-08",
    "难易程度": "复杂",
}
EXTENSION: Values = {
    "问题编号": "WT",
    "责任单位": "区法院",
    "延期申请日期": "2026-10-14",
    "延期至": "2026-10-29",
    "延期原因": "需补充鉴定",
    "延期批准人": "李主任",
}


def found(rows: Rows, as_of: str, within: Office | None = None) -> tuple[Alert, ...]:
    return alerts(context(rows, as_of, within))


def only(rows: Rows, as_of: str, within: Office | None = None) -> Alert:
    (alert,) = found(rows, as_of, within)
    return alert


def said(rows: Rows, as_of: str, within: Office | None = None) -> tuple[str, str, str, int, str]:
    """(matter, started, due, days late, level) of the one alert."""
    alert = only(rows, as_of, within)
    return alert.matter, str(alert.started), str(alert.due), alert.days_late, alert.step.level


def shape(alert: Alert) -> tuple[str, str, int]:
    return alert.matter, str(alert.due), alert.days_late


# ── the ladder


@pytest.mark.parametrize(
    ("as_of", "days_late", "level"),
    [
        ("2026-10-13", -2, "临期提醒"),
        ("2026-10-15", 0, "临期提醒"),
        ("2026-10-16", 1, "催办"),
        ("2026-10-18", 1, "催办"),  # a Sunday stands as the Friday before it
        ("2026-10-21", 4, "催办"),
        ("2026-10-22", 5, "督办"),
        ("2026-10-25", 6, "督办"),
        ("2026-10-29", 10, "通报"),
        ("2026-12-31", 55, "通报"),
    ],
)
def test_an_item_climbs_the_ladder(as_of: str, days_late: int, level: str) -> None:
    assert said({PROBLEMS: [PROBLEM]}, as_of) == (
        "办理",
        "2026-09-30",
        "2026-10-15",
        days_late,
        level,
    )


def test_below_the_first_rung_there_is_no_alert() -> None:
    assert found({PROBLEMS: [PROBLEM]}, "2026-10-12") == ()


def test_four_fridays_climb_step_by_step() -> None:
    fridays = ("2026-10-09", "2026-10-16", "2026-10-23", "2026-10-30")
    levels = [[one.step.level for one in found({PROBLEMS: [PROBLEM]}, on)] for on in fridays]
    assert levels == [[], ["催办"], ["督办"], ["通报"]]


def test_the_ladder_and_the_limits_are_the_office_s() -> None:
    own = office(
        ladder=[Step("提醒", 0), Step("约谈", 2)], limits={("办理", "一般"): Limit(3, True)}
    )
    assert said({PROBLEMS: [PROBLEM]}, "2026-10-13", own)[2:] == ("2026-10-10", 2, "约谈")


# ── 办理


@pytest.mark.parametrize(
    ("grade", "due"),
    [
        ("紧急", "2026-10-08"),
        ("简单", "2026-10-10"),
        ("一般", "2026-10-15"),
        ("复杂", "2026-10-27"),
    ],
)
def test_the_grade_sets_the_limit(grade: str, due: str) -> None:
    assert str(only({PROBLEMS: [{**PROBLEM, "难易程度": grade}]}, "2026-10-31").due) == due


def test_the_longest_limit_caps_every_other_in_natural_days() -> None:
    own = office(limits={("办理", "一般"): Limit(60, True)})
    rows: Rows = {PROBLEMS: [{**PROBLEM, "提出日期": "2026-09-10"}]}
    alert = only(rows, "2026-10-12", own)
    # 2026-09-10 + 30 is 10-10, a working Saturday
    assert alert.due == day("2026-10-10")
    assert alert.reckoning == (
        "2026-09-10 提出,一般 60 个工作日,最长 30 个自然日,应于 2026-10-10 前办结"
    )


def test_a_limit_in_natural_days_moves_off_a_day_off() -> None:
    own = office(limits={("办理", "一般"): Limit(5, False)})
    alert = only({PROBLEMS: [PROBLEM]}, "2026-10-08", own)
    assert alert.due == day("2026-10-08")
    assert alert.reckoning == (
        "2026-09-30 提出,一般 5 个自然日,遇休息日顺延,应于 2026-10-08 前办结"
    )


@pytest.mark.parametrize("state", ["已办结", "已反馈", "已销号", "不予受理"])
def test_a_closed_item_has_no_handling_clock(state: str) -> None:
    assert found({PROBLEMS: [{**PROBLEM, "办理状态": state}]}, "2026-12-31") == ()


def test_a_day_of_closing_after_the_as_of_day_is_not_given_yet() -> None:
    rows: Rows = {PROBLEMS: [{**PROBLEM, "办结日期": "2026-10-20"}]}
    assert shape(only(rows, "2026-10-19")) == ("办理", "2026-10-15", 2)
    assert shape(only(rows, "2026-10-22")) == ("反馈", "2026-10-22", 0)


def test_a_problem_raised_after_the_as_of_day_has_no_clock() -> None:
    assert found({PROBLEMS: [{**PROBLEM, "提出日期": "2026-11-20"}]}, "2026-10-31") == ()


@pytest.mark.parametrize("column", ["提出日期", "难易程度", "办结日期"])
def test_a_cell_that_could_not_be_read_stops_the_clock(column: str) -> None:
    rows: Rows = {PROBLEMS: [{**PROBLEM, column: None, "unread": column}]}
    assert found(rows, "2026-12-31") == ()


def test_a_state_that_could_not_be_read_closes_nothing() -> None:
    rows: Rows = {PROBLEMS: [{**PROBLEM, "办理状态": None, "unread": "办理状态"}]}
    assert shape(only(rows, "2026-10-19")) == ("办理", "2026-10-15", 2)


def test_a_day_of_raising_that_could_not_be_read_leaves_the_clock_of_feedback() -> None:
    closed = {**PROBLEM, "提出日期": None, "办理状态": "已办结", "办结日期": "2026-10-12"}
    rows: Rows = {PROBLEMS: [{**closed, "unread": "提出日期"}]}
    assert shape(only(rows, "2026-10-19")) == ("反馈", "2026-10-14", 3)


def test_who_must_act_is_the_handling_unit_or_else_the_first_visitor() -> None:
    police = {**PROBLEM, "主办单位": "公安陈仓分局"}
    outside = {**TRANSFERRED, "提出日期": "2026-09-01"}
    assert only({PROBLEMS: [police]}, "2026-10-31").unit == "公安陈仓分局"
    assert only({PROBLEMS: [outside]}, "2026-10-31").unit == "区法院"


def test_a_clock_that_names_nobody_is_for_the_one_whose_row_it_is() -> None:
    nobody = {**PROBLEM, "主办单位": None, "首访单位": None, "owner": "区司法局"}
    assert only({PROBLEMS: [nobody]}, "2026-10-31").unit == "区司法局"


# ── extension


def test_an_extension_asked_for_in_time_moves_the_due_day_past_every_cap() -> None:
    until = {**EXTENSION, "延期至": "2026-12-05"}  # a Saturday
    alert = only({PROBLEMS: [PROBLEM], MEASURES: [until]}, "2026-12-07")
    assert shape(alert) == ("办理", "2026-12-07", 0)
    assert alert.reckoning == (
        "2026-09-30 提出,一般 7 个工作日,10月1日—7日放假、10月10日上班,原应于 2026-10-15 前办结,"
        "经批准延期至 2026-12-05,遇休息日顺延,应于 2026-12-07 前办结"
    )


def test_the_latest_valid_extension_counts() -> None:
    later = {**EXTENSION, "措施编号": "CS2", "延期至": "2026-11-05"}
    late = {**EXTENSION, "措施编号": "CS3", "延期至": "2026-12-05", "延期申请日期": "2026-10-15"}
    rows: Rows = {PROBLEMS: [PROBLEM], MEASURES: [EXTENSION, later, late]}
    assert only(rows, "2026-11-05").due == day("2026-11-05")


@pytest.mark.parametrize(
    "change",
    [
        {"延期申请日期": "2026-10-15"},  # on the due day: too late
        {"延期申请日期": None},
        {"延期批准人": None},
        {"延期原因": None},
        {"延期至": "2026-10-15"},  # no later than the due day
    ],
)
def test_an_extension_that_is_late_or_unapproved_is_ignored_and_said(change: Values) -> None:
    result = outcome({PROBLEMS: [PROBLEM], MEASURES: [{**EXTENSION, **change}]}, "2026-10-30")
    assert [shape(alert) for alert in result.alerts] == [("办理", "2026-10-15", 11)]
    assert [(gap.code, gap.column.name) for gap in result.gaps] == [("extension-ignored", "延期至")]


def test_an_extension_asked_for_after_the_as_of_day_is_not_known_yet() -> None:
    result = outcome({PROBLEMS: [PROBLEM], MEASURES: [EXTENSION]}, "2026-10-13")
    assert result.alerts[0].due == day("2026-10-15")
    assert result.gaps == ()


def test_an_extension_that_could_not_be_read_stops_the_clock() -> None:
    unread = {**EXTENSION, "延期至": None, "unread": "延期至"}
    assert found({PROBLEMS: [PROBLEM], MEASURES: [unread]}, "2026-12-31") == ()


# ── 反馈, 回访, 重办


def test_feedback_is_due_two_working_days_after_closing() -> None:
    alert = only({PROBLEMS: [CLOSED]}, "2026-10-19")
    assert shape(alert) == ("反馈", "2026-10-16", 1)
    assert alert.reckoning == "2026-10-14 办结,2 个工作日,应于 2026-10-16 前反馈"


def test_a_call_back_is_due_five_working_days_after_feedback() -> None:
    rows: Rows = {PROBLEMS: [CLOSED], FEEDBACK: [ANSWER]}
    assert said(rows, "2026-10-23") == ("回访", "2026-10-15", "2026-10-22", 1, "催办")


@pytest.mark.parametrize("done", [{"回访日期": "2026-10-20"}, {"是否销号": "是"}])
def test_a_call_back_or_striking_off_ends_it(done: Values) -> None:
    assert found({PROBLEMS: [CLOSED], FEEDBACK: [{**ANSWER, **done}]}, "2026-12-31") == ()


def test_dissatisfaction_starts_a_new_clock_on_the_day_of_the_feedback() -> None:
    rows: Rows = {PROBLEMS: [CLOSED], FEEDBACK: [{**ANSWER, "满意度": "不满意"}]}
    alert = only(rows, "2026-10-27")
    assert shape(alert) == ("办理", "2026-10-26", 1)
    assert alert.reckoning == ("2026-10-15 反馈不满意、重办,一般 7 个工作日,应于 2026-10-26 前办结")


def test_a_redone_item_must_be_answered_again() -> None:
    rows: Rows = {
        PROBLEMS: [{**CLOSED, "办结日期": "2026-10-20"}],
        FEEDBACK: [
            {**ANSWER, "反馈编号": "FK1", "反馈日期": "2026-10-13"},
            {**ANSWER, "反馈编号": "FK2", "满意度": "不满意"},
        ],
    }
    assert shape(only(rows, "2026-10-23")) == ("反馈", "2026-10-22", 1)
    answered = [*rows[FEEDBACK], {**ANSWER, "反馈编号": "FK3", "反馈日期": "2026-10-21"}]
    assert shape(only({**rows, FEEDBACK: answered}, "2026-10-28")) == ("回访", "2026-10-28", 0)


def test_the_old_extension_does_not_move_the_new_clock() -> None:
    rows: Rows = {
        PROBLEMS: [CLOSED],
        MEASURES: [EXTENSION],
        FEEDBACK: [{**ANSWER, "满意度": "不满意"}],
    }
    assert only(rows, "2026-10-27").due == day("2026-10-26")
    asked_again = {**EXTENSION, "延期申请日期": "2026-10-20", "延期至": "2026-11-06"}
    result = outcome({**rows, MEASURES: [asked_again]}, "2026-11-06")
    assert result.alerts[0].due == day("2026-11-06")
    assert "extension-ignored" not in [gap.code for gap in result.gaps]


# ── 转办, 督促


@pytest.mark.parametrize("belongs", ["跨政法单位", "非政法职责"])
def test_what_is_another_s_must_be_handed_over_within_a_day(belongs: str) -> None:
    rows: Rows = {PROBLEMS: [{**PROBLEM, "职责归属": belongs, "主办单位": "区司法局"}]}
    alert = only(rows, "2026-10-09")
    assert (*shape(alert), alert.unit) == ("转办", "2026-10-08", 1, "区法院")
    assert alert.reckoning == ("2026-09-30 提出,1 个工作日,10月1日—7日放假,应于 2026-10-08 前转办")


def test_pressing_is_due_every_five_working_days_until_the_department_answers() -> None:
    measure = {"问题编号": "WT", "移交部门": "区人社局", "移交日期": "2026-10-08"}
    pressed = {**measure, "最近督促日期": "2026-10-14"}
    answered = {**pressed, "部门答复日期": "2026-10-16"}

    def clock(measure: Values, as_of: str) -> tuple[str, str, int]:
        return shape(only({PROBLEMS: [TRANSFERRED], MEASURES: [measure]}, as_of))

    # 10-08 and 5 working days, 10-10 being worked: 9, 10, 12, 13, 14
    assert clock(measure, "2026-10-15") == ("督促", "2026-10-14", 1)
    assert clock(pressed, "2026-10-22") == ("督促", "2026-10-21", 1)
    assert clock(pressed, "2026-10-13") == ("督促", "2026-10-14", -1)  # not pressed yet
    assert clock(answered, "2026-10-26") == ("办理", "2026-10-27", -1)


def test_a_transfer_without_measures_is_pressed_from_the_day_of_handing_over() -> None:
    assert shape(only({PROBLEMS: [TRANSFERRED]}, "2026-10-15")) == ("督促", "2026-10-14", 1)


def test_of_several_clocks_the_worst_counts() -> None:
    rows: Rows = {PROBLEMS: [{**PROBLEM, "职责归属": "非政法职责"}]}
    assert said(rows, "2026-10-30") == ("转办", "2026-09-30", "2026-10-08", 17, "通报")


# ── measures


PLAN: Values = {"措施编号": "CS", "问题编号": "WT", "责任单位": "区司法局"}


def test_a_measure_of_an_alerting_problem_raises_none() -> None:
    rows: Rows = {PROBLEMS: [PROBLEM], MEASURES: [{**PLAN, "计划完成日期": "2026-10-12"}]}
    assert [one.entry.key for one in found(rows, "2026-10-12")] == ["CS"]
    assert [one.entry.key for one in found(rows, "2026-10-13")] == ["WT"]


def test_a_plan_s_day_off_moves_to_the_next_working_day() -> None:
    measure = {**PLAN, "计划完成日期": "2026-10-11"}
    alert = only({PROBLEMS: [{**PROBLEM, "难易程度": "复杂"}], MEASURES: [measure]}, "2026-10-13")
    assert (*shape(alert), alert.unit) == ("措施", "2026-10-12", 1, "区司法局")
    assert alert.reckoning == (
        "2026-09-30 提出,计划完成日期 2026-10-11,遇休息日顺延,应于 2026-10-12 前完成"
    )


def test_a_measure_that_is_done_or_whose_problem_is_closed_is_silent() -> None:
    planned = {**PLAN, "计划完成日期": "2026-10-12"}
    struck = {**CLOSED, "办理状态": "已销号"}
    assert found({PROBLEMS: [struck], MEASURES: [planned]}, "2026-12-31") == ()
    done = {**planned, "实际完成日期": "2026-10-20"}
    open_problem = {**PROBLEM, "难易程度": "复杂"}
    assert found({PROBLEMS: [open_problem], MEASURES: [done]}, "2026-10-22") == ()
    assert [
        one.matter for one in found({PROBLEMS: [open_problem], MEASURES: [done]}, "2026-10-19")
    ] == ["措施"]


def test_a_measure_put_off_in_time_is_due_on_the_new_day() -> None:
    measure = {**EXTENSION, "计划完成日期": "2026-10-15", "措施编号": "CS"}
    rows: Rows = {MEASURES: [measure]}
    alert = only(rows, "2026-10-30")
    assert shape(alert) == ("措施", "2026-10-29", 1)
    assert alert.reckoning == (
        "2026-10-15 计划完成,计划完成日期 2026-10-15,原应于 2026-10-15 前完成,"
        "经批准延期至 2026-10-29,应于 2026-10-29 前完成"
    )


# ── demands, meetings


DEMAND: Values = {
    "需求编号": "XQ",
    "服务联系点": "东岭联系点",
    "登记日期": "2026-10-12",
    "紧急程度": "简单",
    "办理状态": "办理中",
}
STEPS = office(
    limits={(matter, ""): Limit(2, True) for matter in ("小会商", "提交", "方案", "落实")}
)


def test_a_demand_is_the_point_s_but_the_unit_s_while_its_plan_is_awaited() -> None:
    submitted = {**DEMAND, "提交单位": "区司法局", "提交日期": "2026-10-13"}
    assert only({DEMANDS: [DEMAND]}, "2026-10-16").unit == "东岭联系点"
    assert only({DEMANDS: [submitted]}, "2026-10-16").unit == "区司法局"
    assert only({DEMANDS: [{**submitted, "方案日期": "2026-10-14"}]}, "2026-10-16").unit == (
        "东岭联系点"
    )


@pytest.mark.parametrize(
    ("given", "matter", "due"),
    [
        ({}, "小会商", "2026-10-14"),
        ({"小会商日期": "2026-10-13", "提交单位": "区司法局"}, "提交", "2026-10-15"),
        (
            {"小会商日期": "2026-10-12", "提交单位": "区司法局", "提交日期": "2026-10-12"},
            "方案",
            "2026-10-14",
        ),
        (
            {
                "小会商日期": "2026-10-12",
                "提交单位": "区司法局",
                "提交日期": "2026-10-12",
                "方案日期": "2026-10-12",
            },
            "落实",
            "2026-10-14",
        ),
    ],
)
def test_the_steps_of_a_demand_run_where_the_office_limits_them(
    given: Values, matter: str, due: str
) -> None:
    complex_one = {**DEMAND, "紧急程度": "复杂", **given}
    assert shape(only({DEMANDS: [complex_one]}, "2026-10-15", STEPS))[:2] == (matter, due)
    assert found({DEMANDS: [complex_one]}, "2026-10-15") == ()


def test_a_closed_demand_must_be_answered() -> None:
    closed = {**DEMAND, "办理状态": "已办结", "办结日期": "2026-10-14"}
    assert shape(only({DEMANDS: [closed]}, "2026-10-19")) == ("反馈", "2026-10-16", 1)
    assert found({DEMANDS: [{**closed, "反馈日期": "2026-10-16"}]}, "2026-12-31") == ()


MEETING: Values = {
    "会议编号": "HY",
    "会议类型": "联席会议",
    "服务联系点": "东岭联系点",
    "拟开日期": "2026-10-09",
    "实开日期": "2026-10-09",
    "纪要文号": "东岭纪要〔2026〕3号",
    "责任单位": "区法院、区司法局",
    "完成时限": "2026-10-17",
    "会议状态": "已召开",
}


def test_what_a_meeting_resolved_is_due_from_all_its_units() -> None:
    alert = only({MEETINGS: [MEETING]}, "2026-10-20")
    assert (*shape(alert), alert.unit) == ("议定事项", "2026-10-19", 1, "区法院、区司法局")
    assert alert.reckoning == (
        "2026-10-09 会议议定,完成时限 2026-10-17,遇休息日顺延,应于 2026-10-19 前完成"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"完成日期": "2026-10-16"},
        {"会议状态": "取消"},
        {"会议状态": "延期", "实开日期": None},
        {"完成日期": None, "unread": "完成日期"},
    ],
)
def test_a_meeting_without_an_open_resolution_is_silent(change: Values) -> None:
    assert found({MEETINGS: [{**MEETING, **change}]}, "2026-12-31") == ()


# ── calendar


def test_past_the_known_calendar_the_due_day_is_marked_provisional() -> None:
    rows: Rows = {PROBLEMS: [{**PROBLEM, "提出日期": "2026-12-30"}]}
    result = outcome(rows, "2027-01-11", month="2026-12")
    assert result.alerts[0].provisional
    assert result.alerts[0].reckoning == (
        "2026-12-30 提出,一般 7 个工作日,应于 2027-01-08 前办结,暂按周末推算"
    )
    assert unknown_years(result, office()) == (2027,)
    told = office(holidays={dt.date(2027, 1, 1): False})
    alert = only(rows, "2027-01-11", told)
    assert not alert.provisional
    assert alert.reckoning == (
        "2026-12-30 提出,一般 7 个工作日,1月1日—3日放假,应于 2027-01-11 前办结"
    )


@pytest.mark.parametrize("wrong", ["1926-10-13", "2926-10-13"])
def test_a_day_that_no_calendar_reaches_runs_no_clock(wrong: str) -> None:
    rows: Rows = {
        PROBLEMS: [{**PROBLEM, "提出日期": wrong}],
        MEETINGS: [{**MEETING, "完成时限": wrong}],
    }
    assert found(rows, "2026-10-31") == ()
