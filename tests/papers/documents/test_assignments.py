"""交办单: demands that points submitted to units."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import DEMANDS
from correspondence import OTHER_FIRM, office, paragraphs, recipients, stems, submitted, tables
from ledgerkit.office import Limit
from made_up import FIRM, letters, run


def test_an_assignment_word_for_word() -> None:
    rows = [
        submitted(1),
        submitted(
            2,
            服务联系点="西岭联系点",
            企业名称=OTHER_FIRM,
            需求内容="咨询商标注册",
            会商意见="",
            紧急程度="复杂",
        ),
    ]
    made = run({DEMANDS: rows}, office=office())
    assert paragraphs(made, "交办单") == [
        "交办单",
        "陈政法〔2026〕  号",
        "区司法局：",
        "东岭联系点、西岭联系点在受理企业法治需求中，提交涉及你单位的法治需求2件。"
        "按照企业法治需求会商研判制度，现交办如下：",
        "一、交办事项",
        "二、办理要求",
        "请单位负责同志组织相关科、所、队、庭、室进行专门研究，拿出解决方案，交东岭联系点、"
        "西岭联系点负责人抓好落实，在办结时限内办结。",
        "三、反馈期限",
        "请于2026年11月4日前将解决方案送东岭联系点、西岭联系点，并报中共陈仓区委政法委员会。",
        "中共陈仓区委政法委员会",
        "2026年10月31日",
    ]
    assert tables(made, "交办单") == [
        [
            ["序号", "编号", "企业、需求及会商意见", "服务联系点", "交办日\n办结时限"],
            [
                "1",
                "XQ-东岭-202610-001",
                f"{FIRM}\n希望上门讲解劳动合同管理，并审查用工制度。\n"
                "会商意见：提交区司法局提出方案。",
                "东岭联系点",
                "2026-10-28\n2026-11-05",
            ],
            [
                "2",
                "XQ-东岭-202610-002",
                f"{OTHER_FIRM}\n咨询商标注册。",
                "西岭联系点",
                "2026-10-28\n2026-11-17",
            ],
        ]
    ]


def test_each_unit_gets_one() -> None:
    made = run({DEMANDS: [submitted(1), submitted(2, 提交单位="区法院"), submitted(3)]})
    assert recipients(made, "交办单") == ["区司法局", "区法院"]
    assert stems(made, "交办单") == ["交办单-区司法局", "交办单-区法院"]


@pytest.mark.parametrize(
    "values, due",
    [
        ({"提交日期": "2026-09-30", "紧急程度": "复杂", "登记日期": "2026-10-20"}, False),
        ({"提交日期": "2026-11-02"}, False),
        ({"单位方案": "上门服务一次"}, False),
        ({"方案日期": "2026-10-30"}, False),
        ({"unread": "方案日期"}, False),
        ({"办理状态": "已办结"}, False),
        ({"登记日期": "2026-10-20", "紧急程度": "简单"}, False),
        ({"登记日期": "2026-10-20", "紧急程度": "一般"}, False),
        ({"登记日期": "2026-10-22", "紧急程度": "一般"}, True),
    ],
)
def test_what_was_answered_or_is_late_already_is_not_assigned(
    values: dict[str, str], due: bool
) -> None:
    assert bool(letters(run({DEMANDS: [submitted(1, **values)]}), "交办单")) is due


@pytest.mark.parametrize("days, day", [(3, "2026年11月2日"), (9, "2026年11月4日")])
def test_a_plan_is_asked_for_within_the_limit_for_plans(days: int, day: str) -> None:
    own = office()
    limited = replace(own, limits={**own.limits, ("方案", ""): Limit(days, working=True)})
    lines = paragraphs(run({DEMANDS: [submitted(1)]}, office=limited), "交办单")
    assert f"请于{day}前将解决方案送东岭联系点，并报中共陈仓区委政法委员会。" in lines
