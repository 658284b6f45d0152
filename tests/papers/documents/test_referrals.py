"""协办函 and 移交函: problems that go to another office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import MEASURES, PROBLEMS
from correspondence import OTHER_FIRM, fresh, measure, office, paragraphs, recipients, stems
from made_up import letters, run

ACROSS = {"职责归属": "跨政法单位"}
OUTSIDE = {"职责归属": "非政法职责", "主办单位": "区人社局"}
POLICY = "按照“进工业园、进企业走访企业家”制度关于"


def test_a_request_for_help_word_for_word() -> None:
    made = run({PROBLEMS: [fresh(1, **ACROSS, 协办单位="公安陈仓分局")]}, office=office())
    assert paragraphs(made, "协办函") == [
        "区法院",
        "〔2026〕  号",
        "关于商请协助办理企业反映问题的函",
        "公安陈仓分局：",
        f"{POLICY}“对属于跨政法单位的问题，及时对接协调解决到位”的要求，现就走访中了解到的下列"
        "问题，商请贵单位协助办理：",
        "2026年10月29日，区法院走访岭东精密机械有限公司时了解到：下游客户拖欠货款42万元，已逾期8个月。"
        "该问题属合同债务类，办结时限为2026年11月9日。企业联系人：王建国，0917-2222222。",
        "请于2026年11月4日前将办理意见函复我单位。",
        "特此函商，请予支持。",
        "区法院",
        "2026年10月31日",
        "（联系人：李文；联系电话：0917-1111111）",
    ]
    assert stems(made, "协办函") == ["协办函-公安陈仓分局-区法院"]


def test_another_units_problem_is_handed_on_and_help_is_asked_of_the_others() -> None:
    made = run({PROBLEMS: [fresh(1, **ACROSS, 主办单位="区司法局", 协办单位="区法院、区检察院")]})
    assert stems(made, "协办函") == [
        "协办函-区司法局-区法院转办",
        "协办函-区法院-区司法局",
        "协办函-区检察院-区司法局",
    ]
    lines = paragraphs(made, "协办函")
    assert lines[2:4] == ["关于商请办理企业反映问题的函", "区司法局："]
    assert lines[4].endswith("商请贵单位办理：")


def test_several_problems_for_one_office_make_one_letter() -> None:
    rows = [
        fresh(1, **ACROSS, 协办单位="区检察院"),
        fresh(2, **ACROSS, 协办单位="区检察院", 企业名称=OTHER_FIRM, 问题描述="商标被仿冒"),
        fresh(3, **ACROSS, 协办单位="区检察院", 问题描述="。"),
    ]
    made = run({PROBLEMS: rows})
    assert recipients(made, "协办函") == ["区检察院"]
    assert paragraphs(made, "协办函")[5:9] == [
        "（一）岭东精密机械有限公司",
        "2026年10月29日，区法院走访岭东精密机械有限公司时了解到：下游客户拖欠货款42万元，"
        "已逾期8个月。该问题属合同债务类，办结时限为2026年11月9日。",
        f"（二）{OTHER_FIRM}",
        f"2026年10月29日，区法院走访{OTHER_FIRM}时了解到：商标被仿冒。"
        "该问题属合同债务类，办结时限为2026年11月9日。",
    ]


def test_an_answer_is_asked_for_before_the_problem_is_due() -> None:
    soon = run({PROBLEMS: [fresh(1, **ACROSS, 协办单位="区检察院", 难易程度="简单")]})
    late = run(
        {PROBLEMS: [fresh(1, **ACROSS, 协办单位="区检察院", 提出日期="2026-10-12")]},
    )
    assert "请于2026年11月3日前将办理意见函复我单位。" in paragraphs(soon, "协办函")
    lines = paragraphs(late, "协办函")
    assert "请于2026年11月4日前将办理意见函复我单位。" in lines
    assert not [line for line in lines if "办结时限" in line]


def test_the_committee_signs_by_its_full_name() -> None:
    made = run({PROBLEMS: [fresh(1, **ACROSS, 主办单位="区委政法委", 协办单位="区检察院")]})
    lines = paragraphs(made, "协办函", 1)
    assert lines[:2] == ["中共陈仓区委政法委员会", "陈政法函〔2026〕  号"]
    assert lines[-2:] == ["中共陈仓区委政法委员会", "2026年10月31日"]


@pytest.mark.parametrize(
    "values",
    [
        {"职责归属": "本单位"},
        {"转办日期": "2026-10-30"},
        {"办理状态": "已办结", "办结日期": "2026-10-30"},
        {"协办单位": "区法院"},
        {"unread": "转办日期"},
    ],
)
def test_no_help_is_asked_for_where_it_was_or_is_not_needed(values: dict[str, str]) -> None:
    rows = [fresh(1, **{**ACROSS, "协办单位": "区检察院", **values})]
    assert letters(run({PROBLEMS: rows}), "协办函") == []


def test_a_transfer_word_for_word() -> None:
    rows = [
        fresh(1, **OUTSIDE, 企业名称=OTHER_FIRM, 问题描述="拖欠职工工资", 问题类别="劳动用工"),
        fresh(2, **OUTSIDE, 首访单位="区司法局", 问题描述="社保缴费基数有争议", 问题类别="其他"),
    ]
    made = run({PROBLEMS: rows}, office=office())
    assert paragraphs(made, "移交函") == [
        "中共陈仓区委政法委员会",
        "陈政法函〔2026〕  号",
        "关于移交办理企业反映问题的函",
        "区人社局：",
        "政法机关走访企业了解到的下列问题，不属于政法机关职责范围。"
        f"{POLICY.removesuffix('关于')}“及时移交相关区级职能部门，并督促解决到位”要求，现移交贵单位办理：",
        f"（一）{OTHER_FIRM}",
        f"2026年10月29日，区法院走访{OTHER_FIRM}时了解到：拖欠职工工资。该问题属劳动用工类。",
        "（二）岭东精密机械有限公司",
        "2026年10月29日，区司法局走访岭东精密机械有限公司时了解到：社保缴费基数有争议。"
        "该问题属其他类。企业联系人：王建国，0917-2222222。",
        "请于2026年11月6日前将办理情况函复我单位。",
        "特此函告。",
        "中共陈仓区委政法委员会",
        "2026年10月31日",
        "抄送：区法院、区司法局。",
    ]
    assert stems(made, "移交函") == ["移交函-区人社局"]


def test_without_a_limit_for_pressing_the_usual_days_are_given() -> None:
    own = office()
    limits = {key: limit for key, limit in own.limits.items() if key[0] != "督促"}
    made = run({PROBLEMS: [fresh(1, **OUTSIDE)]}, office=replace(own, limits=limits))
    assert "请于2026年11月4日前将办理情况函复我单位。" in paragraphs(made, "移交函")


@pytest.mark.parametrize(
    "values, due",
    [
        ({}, ["区税务局"]),
        ({"移交日期": "2026-10-30"}, ["区税务局"]),
        ({"移交日期": "2026-09-30"}, []),
        ({"移交日期": "2026-10-30", "移交文号": "陈政法函〔2026〕5号"}, []),
        ({"移交日期": "2026-10-29", "部门答复日期": "2026-10-30"}, []),
        ({"unread": "移交文号"}, []),
    ],
)
def test_a_measure_names_the_department_until_it_has_its_number(
    values: dict[str, str], due: list[str]
) -> None:
    rows = {
        PROBLEMS: [fresh(1, 职责归属="非政法职责", 主办单位="区法院")],
        MEASURES: [measure(1, "WT-法院-202610-001", 移交部门="区税务局", **values)],
    }
    assert recipients(run(rows, office=office()), "移交函") == due


@pytest.mark.parametrize(
    "values",
    [
        {"办理状态": "已办结", "办结日期": "2026-10-30"},
        {"转办日期": "2026-10-30"},
        {"主办单位": "区法院"},
        {"职责归属": "本单位"},
    ],
)
def test_nothing_is_handed_over_twice_or_to_nobody(values: dict[str, str]) -> None:
    made = run({PROBLEMS: [fresh(1, **{**OUTSIDE, **values})]}, office=office())
    assert letters(made, "移交函") == []


def test_a_closed_problem_is_not_handed_over_though_its_measure_says_so() -> None:
    rows = {
        PROBLEMS: [fresh(1, **OUTSIDE, 办理状态="已办结", 办结日期="2026-10-30")],
        MEASURES: [measure(1, "WT-法院-202610-001", 移交部门="区税务局")],
    }
    assert letters(run(rows), "移交函") == []
