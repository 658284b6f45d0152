"""研判会专报: what it tells of each matter."""

from __future__ import annotations

import pytest

from builders import DEMANDS, FEEDBACK, MEASURES, MEETINGS, PROBLEMS, VISITS, Values
from correspondence import (
    OTHER_FIRM,
    feedback,
    held_meeting,
    measure,
    paragraphs,
    submitted,
    tables,
)
from made_up import FIRM, letters, problem, run, visit

KIND = "研判会专报"
NASTY = "甲<乙>&“丙”😀" + "有限责任公司" * 12


def visited(number: int = 1) -> Values:
    return {
        **visit(1, "区法院", "2026-09-29"),
        "走访编号": f"ZF-法院-202609-{number:03d}",
        "企业名称": FIRM,
    }


def details(more: dict[str, list[Values]]) -> list[str]:
    """争议和难点 and 建议研判的问题 of a single problem."""
    made = run({PROBLEMS: [problem(1)], VISITS: [visited()], **more})
    return [line for line in paragraphs(made, KIND) if line.startswith(("争议", "建议研判的"))]


def test_a_report_word_for_word() -> None:
    asked = submitted(1, 是否提请研判会="是", 企业名称=OTHER_FIRM)
    made = run({VISITS: [visited()], PROBLEMS: [problem(1)], DEMANDS: [asked]})
    assert paragraphs(made, KIND) == [
        "关于提请研判会研究有关事项的专报",
        "陈政法〔2026〕  号",
        "区委政法委领导同志：",
        "截至2026年10月31日，各单位、各服务联系点办理的事项中，有2件逾期严重或者难以协调解决，"
        "建议提请研判会研究。现将有关情况报告如下：",
        "一、提请研判的事项",
        "二、有关情况和建议研判的问题",
        "（一）西岭新能源电池有限公司劳动用工需求",
        "来源：2026年10月27日东岭联系点登记，来源为来电来访，编号XQ-东岭-202610-001。",
        "希望上门讲解劳动合同管理，并审查用工制度。",
        "办理经过",
        "争议和难点：需求提交区司法局后，还没有解决方案。",
        "建议研判的问题：（1）请区司法局在会上说明方案；（2）明确责任单位、责任人和办结时限。",
        "（二）岭东精密机械有限公司合同债务问题",
        "来源：2026年9月29日区法院走访企业时发现，编号WT-法院-202609-001。",
        "下游客户拖欠货款42万元，已逾期8个月。",
        "办理经过",
        "争议和难点：已逾期11个工作日（2026年9月30日提出，一般 7 个工作日，10月1日—7日放假、"
        "10月10日上班，应于2026年10月15日前办结）。",
        "建议研判的问题：（1）区法院没有按期办结的原因是什么，还需要哪些支持；"
        "（2）明确责任单位、责任人和办结时限。",
        "三、会后工作",
        "建议研判会逐件明确牵头单位和办结时限，议定事项记入会议安排，由承办单位按期落实并向企业反馈。"
        "需要区级职能部门支持的，及时向区委、区政府主要负责同志汇报。",
        "中共陈仓区委政法委员会",
        "2026年10月31日",
    ]
    assert tables(made, KIND) == [
        [
            ["序号", "编号", "企业和事项", "承办单位", "提请理由"],
            [
                "1",
                "XQ-东岭-202610-001",
                "西岭新能源电池有限公司\n希望上门讲解劳动合同管理，并审查用工制度。",
                "区司法局",
                "已提请研判会，还没有研判",
            ],
            [
                "2",
                "WT-法院-202609-001",
                "岭东精密机械有限公司\n下游客户拖欠货款42万元，已逾期8个月。",
                "区法院",
                "已逾期 11 个工作日，列入通报",
            ],
        ],
        [
            ["日期", "办理情况", "依据"],
            ["2026-10-27", "东岭联系点登记需求（来源：来电来访）。", "XQ-东岭-202610-001"],
            ["2026-10-28", "组织小会商：提交区司法局提出方案。", "XQ-东岭-202610-001"],
            ["2026-10-28", "提交区司法局研究。", "XQ-东岭-202610-001"],
        ],
        [
            ["日期", "办理情况", "依据"],
            ["2026-09-29", "区法院走访岭东精密机械有限公司。", "ZF-法院-202609-001"],
            ["2026-09-30", "提出问题，由区法院主办。", "WT-法院-202609-001"],
        ],
    ]


def test_nothing_to_study_no_report() -> None:
    assert letters(run({}), KIND) == []
    assert letters(run({PROBLEMS: [problem(1, 提出日期="2026-10-22")]}), KIND) == []


def test_what_was_done_stands_in_the_order_of_days_and_nothing_to_come() -> None:
    rows = {
        PROBLEMS: [problem(1, 转办日期="2026-10-09", 协办单位="公安陈仓分局")],
        MEASURES: [
            measure(
                1,
                "WT-法院-202609-001",
                移交部门="区住建局",
                移交日期="2026-10-10",
                移交文号="陈政法函〔2026〕5号",
                督促次数="2",
                最近督促日期="2026-10-22",
                部门答复日期="2026-11-03",
            )
        ],
        FEEDBACK: [
            feedback(
                1,
                "WT-法院-202609-001",
                反馈日期="2026-10-20",
                满意度="未评价",
                回访日期="2026-10-30",
            )
        ],
    }
    _, story = tables(run(rows), KIND)
    assert [line[:2] for line in story[1:]] == [
        ["2026-09-30", "提出问题，由区法院主办，公安陈仓分局协办。"],
        ["2026-10-09", "转区法院办理。"],
        ["2026-10-10", "移交区住建局办理（陈政法函〔2026〕5号）。"],
        ["2026-10-20", "向企业反馈，办理结果为已解决。"],
        ["2026-10-22", "督促区住建局，这是第2次督促。"],
        ["2026-10-30", "回访企业。"],
    ]


def test_a_demand_tells_the_story_of_the_problem_that_it_takes_up() -> None:
    rows = {
        VISITS: [visited()],
        PROBLEMS: [problem(1)],
        DEMANDS: [submitted(1, 是否提请研判会="是", 关联问题编号="WT-法院-202609-001")],
        FEEDBACK: [feedback(1, "WT-法院-202609-001", 满意度="不满意")],
    }
    made = run(rows)
    overview, story = tables(made, KIND)
    assert [line[1] for line in overview[1:]] == ["XQ-东岭-202610-001"]
    assert [line[2] for line in story[1:]] == [
        "ZF-法院-202609-001",
        "WT-法院-202609-001",
        *["XQ-东岭-202610-001"] * 3,
        "FK-法院-202610-001",
    ]
    assert story[-1][1] == "向企业反馈，办理结果为已解决，对方评价为不满意。"
    assert "企业对办理结果不满意。" in "".join(paragraphs(made, KIND))


@pytest.mark.parametrize(
    "more, trouble, question",
    [
        (
            {PROBLEMS: [problem(1, 职责归属="跨政法单位", 协办单位="公安陈仓分局")]},
            "问题涉及区法院、公安陈仓分局，需要跨单位协调。",
            "有关单位的职责如何划分，由哪个单位牵头",
        ),
        (
            {PROBLEMS: [problem(1, 职责归属="非政法职责")]},
            "问题不属于政法机关职责，要靠职能部门解决。",
            "是否向区委、区政府主要负责同志汇报，争取支持",
        ),
        (
            {
                MEASURES: [
                    measure(1, "WT-法院-202609-001", 移交部门="区人社局", 移交日期="2026-10-10")
                ]
            },
            "已移交区人社局，至今没有答复。",
            "如何推动区人社局限期办理并答复",
        ),
        (
            {FEEDBACK: [feedback(1, "WT-法院-202609-001", 办理结果="无法解决")]},
            "承办单位认为无法解决。",
            "是否还有其他解决办法",
        ),
        (
            {
                MEASURES: [
                    measure(1, "WT-法院-202609-001", 进展情况="已调解一次;对方有异议。\n待鉴定")
                ]
            },
            "措施进展：已调解一次；对方有异议。待鉴定。",
            "",
        ),
    ],
)
def test_what_stands_in_the_way_and_the_question_that_follows(
    more: dict[str, list[Values]], trouble: str, question: str
) -> None:
    troubles, questions = details(more)
    assert trouble in troubles
    assert question in questions


def test_a_refused_demand_asks_who_shall_have_it() -> None:
    made = run({DEMANDS: [submitted(1, 办理状态="不予受理", 企业名称=NASTY)]})
    lines = paragraphs(made, KIND)
    assert f"（一）{NASTY}劳动用工需求" in lines
    assert "争议和难点：区司法局对这项需求不予受理，联系点难以协调。" in lines
    assert (
        "建议研判的问题：（1）区司法局不予受理的理由是否充分，应当受理的由哪个单位承办；"
        "（2）明确责任单位、责任人和办结时限。"
    ) in lines


def test_of_many_matters_the_most_pressing_are_told_and_all_are_listed() -> None:
    many = run({PROBLEMS: [problem(n) for n in range(1, 31)]})
    lines = paragraphs(many, KIND)
    assert len(tables(many, KIND)[0]) == 31
    assert [line[:4] for line in lines if line.startswith("（十")] == ["（十）岭"]
    assert "以下列出最紧要的事项，其余事项的办理情况可按上表编号查阅台账。" in lines


def test_what_a_meeting_resolved_is_told_by_the_meeting() -> None:
    late = held_meeting(
        实开日期="2026-09-16",
        议定事项="上门服务;书面答复",
        责任单位="区司法局",
        完成时限="2026-09-30",
    )
    made = run({MEETINGS: [late]})
    assert paragraphs(made, KIND)[6:9] == [
        "（一）东岭联系点联席会议议定事项",
        "来源：2026年9月16日东岭联系点联席会议议定，编号HY-东岭-202610-001。",
        "上门服务；书面答复。",
    ]
    assert tables(made, KIND)[0][1][2] == "上门服务；书面答复"
