"""会议通知 of every kind of meeting, and 会议纪要."""

from __future__ import annotations

import pytest

from builders import MEETINGS
from correspondence import OTHER_FIRM, held_meeting, office, paragraphs, recipients, stems, tables
from ledgerkit.run.letters import called_for
from made_up import FIRM, letters, meeting, run, with_settings

BLANK = "（　　　　）"


def notice(**values: str) -> list[str]:
    return paragraphs(run({MEETINGS: [meeting(**values)]}), "会议通知")


def minutes(*rows: dict[str, str]) -> list[str]:
    return paragraphs(run({MEETINGS: [held_meeting(**one) for one in rows]}), "会议纪要")


def test_an_urgent_notice_word_for_word() -> None:
    assert notice(拟开日期="2026-11-02") == [
        "中共陈仓区委政法委员会文件",
        "陈政法〔2026〕  号",
        "关于召开东岭联系点联席会议的紧急通知",
        "区法院、区检察院：",
        "按照政法机关联企联席会议制度，经研究，定于2026年11月2日紧急召开东岭联系点联席会议。"
        "现将有关事项通知如下：",
        "一、时间：2026年11月2日（星期一）　　时　　分",
        "二、地点：东岭工业园会议室",
        "三、议题：三季度法治需求办理情况。",
        "四、参会人员：召集人赵海峰，区法院、区检察院有关负责同志。",
        "五、其他事项：请接到通知后立即安排人员，准时到会；确实不能参加的，请立即告知召集人并另派"
        "人员参会。",
        "特此通知。",
        "中共陈仓区委政法委员会",
        "2026年10月31日",
        "　中共陈仓区委政法委员会\t2026年10月31日印发",
    ]


@pytest.mark.parametrize(
    "kind, point, title, policy",
    [
        ("专题联席会议", "区委政法委", "关于召开专题联席会议的通知", "政法机关联企联席会议制度"),
        (
            "专题联席会议",
            "东岭联系点",
            "关于召开东岭联系点专题联席会议的通知",
            "政法机关联企联席会议制度",
        ),
        ("研判会", "区委政法委", "关于召开研判会的通知", "企业法治需求会商研判制度"),
        ("小会商", "东岭联系点", "关于召开东岭联系点小会商的通知", "企业法治需求会商研判制度"),
    ],
)
def test_each_kind_of_meeting_is_called_by_its_own_system(
    kind: str, point: str, title: str, policy: str
) -> None:
    lines = notice(会议类型=kind, 服务联系点=point)
    assert lines[2] == title
    assert lines[4].startswith(f"按照{policy}，经研究，定于2026年11月12日召开")


@pytest.mark.parametrize(
    "day, days, urgent",
    [
        ("2026-11-02", "2", True),
        ("2026-11-03", "2", False),
        ("2026-11-03", "3", True),
        ("2026-11-01", "", False),
    ],
)
def test_how_soon_is_urgent_is_the_offices_to_say(day: str, days: str, urgent: bool) -> None:
    made = with_settings(run({MEETINGS: [meeting(拟开日期=day)]}), 紧急会议通知天数=days)
    name = "联席会议紧急通知" if urgent else "联席会议通知"
    assert stems(made, "会议通知") == [f"{name}-HY-东岭-202611-001"]


def test_minutes_word_for_word() -> None:
    rows = {
        MEETINGS: [
            held_meeting(
                会议编号="HY-东岭-202608-001",
                拟开日期="2026-08-12",
                实开日期="2026-08-12",
                纪要文号="东岭纪要〔2026〕2号",
            ),
            held_meeting(
                议题="1.三季度办理情况；2.用工纠纷",
                议定事项="1.由区法院开展一次买卖合同专题讲座；2.由区司法局审查用工制度。",
                责任单位="区法院、区司法局",
                完成时限="2026-11-20",
                参会企业=FIRM,
            ),
        ]
    }
    made = run(rows, office=office())
    assert paragraphs(made, "会议纪要") == [
        "东岭联系点联席会议纪要",
        "东岭纪要〔2026〕  号",
        "2026年10月21日，赵海峰在东岭工业园会议室主持召开东岭联系点联席会议。"
        "会议议题：（1）三季度办理情况；（2）用工纠纷。",
        "会议议定以下事项：",
        "请各责任单位按照完成时限抓好落实，并将落实情况报东岭联系点。",
        f"出席：赵海峰（召集人）、区法院{BLANK}、区检察院{BLANK}",
        f"请假：{BLANK}",
        f"列席：岭东精密机械有限公司{BLANK}",
        "　主送：区法院、区检察院、岭东精密机械有限公司。",
        "　东岭联系点\t2026年10月31日印发",
    ]
    assert tables(made, "会议纪要") == [
        [
            ["序号", "议定事项", "责任单位", "完成时限"],
            ["1", "由区法院开展一次买卖合同专题讲座", "区法院、区司法局", "2026年11月20日"],
            ["2", "由区司法局审查用工制度", "区法院、区司法局", "2026年11月20日"],
        ]
    ]
    assert recipients(made, "会议纪要") == ["区法院、区检察院、岭东精密机械有限公司"]
    assert stems(made, "会议纪要") == ["联席会议纪要-HY-东岭-202610-001"]


def test_what_the_ledger_does_not_say_is_left_to_write_on() -> None:
    made = run(
        {MEETINGS: [held_meeting(会议类型="研判会", 服务联系点="区委政法委", 召集人="", 地点="")]}
    )
    assert paragraphs(made, "会议纪要") == [
        "研判会纪要",
        "〔2026〕  号",
        "2026年10月21日，召开了研判会。会议议题：三季度法治需求办理情况。",
        f"会议议定：{BLANK}。",
        f"出席：区法院{BLANK}、区检察院{BLANK}",
        f"请假：{BLANK}",
        "　主送：区法院、区检察院。",
        "　中共陈仓区委政法委员会\t2026年10月31日印发",
    ]
    assert tables(made, "会议纪要") == []


@pytest.mark.parametrize(
    "values, due",
    [
        ({}, True),
        ({"会议类型": "专题联席会议"}, True),
        ({"会议类型": "小会商"}, False),
        ({"会议状态": "计划"}, False),
        ({"会议状态": "取消"}, False),
        ({"纪要文号": "东岭纪要〔2026〕3号"}, False),
        ({"unread": "纪要文号"}, False),
        ({"实开日期": "2026-09-30"}, False),
        ({"实开日期": "2026-11-01"}, False),
        ({"实开日期": ""}, True),
    ],
)
def test_minutes_are_drafted_for_what_was_held_this_month_without_a_number(
    values: dict[str, str], due: bool
) -> None:
    filled = {name: value or None for name, value in held_meeting(**values).items()}
    assert bool(letters(run({MEETINGS: [filled]}), "会议纪要")) is due


def test_a_notice_that_names_nobody_goes_to_whom_it_concerns() -> None:
    assert notice(参会单位="")[3] == "各有关单位："


@pytest.mark.parametrize("kind", ["会议通知", "会议纪要"])
def test_papers_that_a_firm_gets_hide_the_others(kind: str) -> None:
    row = {"议题": f"{OTHER_FIRM}欠薪问题，联系13800001111"}
    rows = [meeting(**row), held_meeting(**row)]

    def agenda(**values: str) -> str:
        made = run({MEETINGS: [{**one, **values} for one in rows]}, office=office())
        (letter,) = called_for(made, (kind,)).letters
        return str(letter[1].context["agenda"])

    assert agenda() == f"{OTHER_FIRM}欠薪问题，联系13800001111。"
    assert agenda(参会企业=FIRM) == "某公司欠薪问题，联系138****1111。"
