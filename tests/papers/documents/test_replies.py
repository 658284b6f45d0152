"""What goes to firms and parks: 回复反馈函, 旁听庭审邀请函, 送阅单."""

from __future__ import annotations

import pytest

from builders import CASES, DEMANDS, FEEDBACK, HEARINGS, MEASURES, PROBLEMS, Values
from correspondence import (
    OTHER_FIRM,
    case,
    feedback,
    fresh,
    hearing,
    measure,
    office,
    paragraphs,
    recipients,
    stems,
    submitted,
    tables,
)
from ledgerkit.model import filenames
from ledgerkit.papers import catalog
from ledgerkit.run.letters import called_for
from made_up import FIRM, letters, run

CLOSED = {"办理状态": "已办结", "办结日期": "2026-10-30"}
KEY = "WT-法院-202610-001"


def closed(number: int, **values: str) -> Values:
    return {**fresh(number, **{**CLOSED, **values})}


def test_a_reply_word_for_word() -> None:
    rows = {
        PROBLEMS: [closed(1)],
        MEASURES: [measure(1, KEY, 解决措施="诉前调解", 进展情况="双方达成还款协议。")],
    }
    made = run(rows, office=office())
    assert paragraphs(made, "回复反馈函") == [
        "区法院",
        "〔2026〕  号",
        "关于反馈所反映问题办理情况的函",
        "岭东精密机械有限公司：",
        "贵单位反映的问题已经办理，现将情况反馈如下：",
        "反映的问题：下游客户拖欠货款42万元，已逾期8个月。",
        "办理情况：诉前调解。双方达成还款协议。该事项已于2026年10月30日办结。",
        "如有不同意见或者新的法治需求，请随时与我们联系。",
        "特此函复。",
        "区法院",
        "2026年10月31日",
        "（联系人：李文；联系电话：0917-1111111）",
        "办理情况意见回执",
    ]
    assert tables(made, "回复反馈函") == [
        [
            ["企业（园区）", "对办理情况是否满意（请打√）", "签名、日期"],
            [FIRM, "□非常满意　□满意　□基本满意　□不满意", "\n"],
        ]
    ]


def test_problems_and_demands_that_one_office_answers_make_one_letter() -> None:
    rows = {
        PROBLEMS: [
            closed(1, 问题类别="劳动用工", 主办单位="区司法局"),
            closed(2, 企业名称=OTHER_FIRM),
            closed(3, 问题描述="商标被仿冒", 问题类别="知识产权", 主办单位="区司法局"),
        ],
        DEMANDS: [
            submitted(1, 方案日期="2026-10-28", 单位方案="上门服务", 落实情况="已讲课", **CLOSED)
        ],
    }
    made = run(rows)
    assert stems(made, "回复反馈函") == [
        f"回复反馈函-{FIRM}-区司法局",
        f"回复反馈函-{OTHER_FIRM}-区法院",
        f"回复反馈函-{FIRM}-东岭联系点",
    ]
    assert paragraphs(made, "回复反馈函")[5:11] == [
        "（一）关于劳动用工的问题",
        "反映的问题：下游客户拖欠货款42万元，已逾期8个月。",
        "办理情况：该事项已于2026年10月30日办结。",
        "（二）关于知识产权的问题",
        "反映的问题：商标被仿冒。",
        "办理情况：该事项已于2026年10月30日办结。",
    ]
    assert paragraphs(made, "回复反馈函", 2)[2:7] == [
        "关于反馈所提法治需求办理情况的函",
        "岭东精密机械有限公司：",
        "贵单位提出的法治需求已经办理，现将情况反馈如下：",
        "提出的需求：希望上门讲解劳动合同管理，并审查用工制度。",
        "办理情况：上门服务。已讲课。该事项已于2026年10月30日办结。",
    ]


def test_a_letter_about_both_says_so() -> None:
    rows = {
        PROBLEMS: [closed(1, 主办单位="东岭联系点", 首访单位="东岭联系点")],
        DEMANDS: [submitted(1, **CLOSED)],
    }
    lines = paragraphs(run(rows), "回复反馈函")
    assert lines[2] == "关于反馈所反映问题和所提法治需求\n办理情况的函"
    assert lines[4] == ("贵单位反映的问题和提出的法治需求已经办理，现将情况反馈如下：")
    assert [line for line in lines if line.startswith("（")] == [
        "（一）关于合同债务的问题",
        "（二）关于劳动用工的法治需求",
    ]


@pytest.mark.parametrize(
    "result, ending",
    [
        ("已解决", "该事项已于2026年10月30日办结，问题已经解决。"),
        ("部分解决", "该事项已于2026年10月30日办结，问题部分得到解决。"),
        ("解释说明", "该事项已于2026年10月30日办结，有关情况已作解释说明。"),
        ("无法解决", "该事项已于2026年10月30日办结，问题暂时无法解决。"),
        ("已移送", "该事项已于2026年10月30日办结，办理结果为已移送。"),
    ],
)
def test_feedback_in_writing_says_how_it_ended(result: str, ending: str) -> None:
    rows = {
        PROBLEMS: [closed(1)],
        FEEDBACK: [feedback(1, KEY, 反馈方式="书面", 办理结果=result)],
    }
    assert f"办理情况：{ending}" in paragraphs(run(rows), "回复反馈函")


@pytest.mark.parametrize(
    "values, due",
    [
        ({"反馈方式": "书面"}, True),
        ({"反馈方式": "电话"}, False),
        ({"反馈方式": "书面", "反馈日期": "2026-09-30"}, False),
        ({"反馈方式": "电话", "反馈日期": "2026-11-02"}, True),
    ],
)
def test_who_was_told_gets_a_letter_only_if_it_was_in_writing(
    values: dict[str, str], due: bool
) -> None:
    rows = {PROBLEMS: [closed(1)], FEEDBACK: [feedback(1, KEY, **values)]}
    assert bool(letters(run(rows), "回复反馈函")) is due


@pytest.mark.parametrize(
    "values", [{"办理状态": "办理中", "办结日期": ""}, {"企业名称": ""}, {"问题描述": ""}]
)
def test_there_is_no_letter_where_there_is_nothing_to_tell_or_nobody(
    values: dict[str, str],
) -> None:
    row = {name: value or None for name, value in closed(1, **values).items()}
    assert letters(run({PROBLEMS: [row]}), "回复反馈函") == []


def test_an_invitation_word_for_word() -> None:
    made = run({HEARINGS: [hearing()]}, office=office())
    assert paragraphs(made, "旁听庭审邀请函") == [
        "旁听庭审邀请函",
        "岭东精密机械有限公司：",
        "为增强企业守法经营、依法经营意识，提升防范和化解经营风险的能力，按照邀请企业员工、企业家"
        "旁听庭审制度，区法院将公开开庭审理买卖合同纠纷案件。现诚邀贵单位派员旁听庭审，有关事项如下：",
        "一、开庭时间：2026年11月12日（星期四）　　时　　分",
        "二、开庭地点：第三审判庭",
        "三、旁听人员：请推荐企业负责人、员工代表8人参加。",
        "四、其他事项：请于2026年11月4日前将参加人员名单告知区法院。请旁听人员携带有效身份证件，"
        "提前到场，遵守法庭纪律。",
        "诚邀贵单位参加。",
        "区法院",
        "2026年10月31日",
        "（联系人：李文；联系电话：0917-1111111）",
    ]


def test_each_firm_is_invited_by_itself_and_told_of_the_seats_of_all() -> None:
    made = run(
        {HEARINGS: [hearing(邀请企业=f"{FIRM}、{OTHER_FIRM}", 案由="", 开庭日期="2026-11-04")]}
    )
    assert recipients(made, "旁听庭审邀请函") == [FIRM, OTHER_FIRM]
    lines = paragraphs(made, "旁听庭审邀请函", 1)
    assert not [line for line in lines if FIRM in line]
    assert "区法院将公开开庭审理一件涉企案件。" in lines[2]
    assert lines[5] == (
        "三、旁听人员：本次庭审共安排企业旁听席位8个，请推荐企业负责人、员工代表参加。"
    )
    assert lines[6].startswith("四、其他事项：请于2026年11月3日前将参加人员名单告知区法院。")


def test_without_a_number_of_seats_the_next_point_moves_up() -> None:
    row = {**hearing(), "邀请人数": None}
    assert paragraphs(run({HEARINGS: [row]}), "旁听庭审邀请函")[5].startswith("三、其他事项：")


@pytest.mark.parametrize(
    "values, due",
    [
        ({}, True),
        ({"是否公开审理": "否"}, False),
        ({"开庭日期": "2026-10-31"}, False),
        ({"邀请函日期": "2026-10-30"}, False),
        ({"邀请函日期": "2026-11-02"}, True),
        ({"unread": "邀请函日期"}, False),
    ],
)
def test_only_open_hearings_to_come_that_nobody_was_invited_to(
    values: dict[str, str], due: bool
) -> None:
    assert bool(letters(run({HEARINGS: [hearing(**values)]}), "旁听庭审邀请函")) is due


def test_a_circulation_slip_word_for_word() -> None:
    made = run({CASES: [case(1), case(2, 标题="某厂商标侵权案", 案件类型="知识产权", 编入期次="")]})
    assert paragraphs(made, "送阅单") == [
        "典型案例送阅单",
        "陈政法〔2026〕  号",
        "东岭工业园：",
        "按照典型案例汇编送阅制度，现将典型案例2篇送上，请组织企业经营管理人员和员工学习，引以为戒，"
        "依法经营。",
        "签收回执",
        "中共陈仓区委政法委员会",
        "2026年10月31日",
    ]
    warning = "货款回收应当专户管理、定期对账。"
    assert tables(made, "送阅单") == [
        [
            ["序号", "案例", "类型", "编入期次", "风险提示"],
            ["1", "某公司员工侵占货款案", "刑事治安", "2026年第4期", warning],
            ["2", "某厂商标侵权案", "知识产权", "—", warning],
        ],
        [
            ["签收单位", "签收人", "联系电话", "签收日期"],
            ["\n东岭工业园\n", "\n\n", "\n\n", "\n\n"],
        ],
    ]


@pytest.mark.parametrize(
    "values, readers",
    [
        ({}, ["东岭工业园"]),
        ({"送阅对象": f"东岭工业园、{FIRM}"}, ["东岭工业园", FIRM]),
        ({"送阅日期": "2026-10-28"}, ["东岭工业园"]),
        ({"送阅日期": "2026-09-30"}, []),
        ({"签收人": "王建国"}, []),
        ({"unread": "签收人"}, []),
        ({"是否脱敏": "否"}, []),
        ({"审核人": None}, []),
        ({"送阅对象": None}, []),
    ],
)
def test_a_reviewed_case_is_sent_to_whoever_has_not_signed_for_it(
    values: dict[str, str], readers: list[str]
) -> None:
    assert recipients(run({CASES: [{**case(1), **values}]}), "送阅单") == readers


def test_what_goes_to_firms_is_declared_to_leave_the_government_side() -> None:
    outside = [one.kind for one in catalog.documents().values() if one.outside]
    assert {"回复反馈函", "旁听庭审邀请函", "送阅单"} <= {*outside}
    assert not {"会议纪要", "交办单", "协办函", "移交函"} & {*outside}


def test_whom_to_ask_stands_in_full_in_what_leaves_the_government_side() -> None:
    made = run({PROBLEMS: [closed(1)], HEARINGS: [hearing()]}, office=office())
    called = called_for(made, ("回复反馈函", "旁听庭审邀请函")).letters
    contact = "联系人：李文；联系电话：0917-1111111"
    assert [letter.context["contact"] for _, letter in called] == [contact, contact]


@pytest.mark.parametrize("name", ["甲/乙:丙公司", "CON", "长" * 200, "末尾. "])
def test_a_firms_name_makes_a_safe_file_name(name: str) -> None:
    rows = {PROBLEMS: [closed(1, 企业名称=name)], HEARINGS: [hearing(邀请企业=name)]}
    made = run(rows)
    for kind in ("回复反馈函", "旁听庭审邀请函"):
        (letter,) = letters(made, kind)
        assert letter.recipient == name
        assert not set(letter.stem) & set('\\/:*?"<>|')
        assert len(letter.stem.encode()) <= filenames.STEM_BYTES


def test_marks_and_brackets_of_a_name_come_out_as_they_are() -> None:
    name = "甲<乙>&“丙”😀公司"
    assert f"{name}：" in paragraphs(run({PROBLEMS: [closed(1, 企业名称=name)]}), "回复反馈函")
