"""Demands and meetings that are late on 2026-10-31, and links of the chain that nobody made."""

from __future__ import annotations

from samples.make.days import day, later
from samples.make.district import COMMITTEE, FIRMS, firms_of
from samples.make.items import Item
from samples.make.planted import Due, Planted
from samples.make.story import Story
from samples.make.words import DEMANDS, PROBLEMS


def demands(planted: Planted) -> None:
    """办理 of demands at each level, with the unit while its 方案 is awaited; then 反馈."""
    for point, registered, grade, to, due in (
        ("青禾联系点", "10-13", "一般", "区司法局", Due("督办", "10-22", 6)),
        ("云台联系点", "09-15", "复杂", "", Due("通报", "10-12", 14)),
        ("望川联系点", "10-26", "简单", "", Due("催办", "10-29", 1)),
        ("金穗联系点", "10-23", "一般", "", Due("临期提醒", "11-03", -2)),
        ("云台联系点", "10-15", "紧急", "", Due("通报", "10-16", 10)),
    ):
        demand = _demand(planted.story, point, registered, grade)
        planted.story.steps(
            demand,
            consulted=later(day(registered), 1),
            to=to,
            submitted=later(day(registered), 2) if to else None,
        )
        planted.alert(demand, to or point, registered, due, grade)
    unanswered = _demand(planted.story, "青禾联系点", "10-10", "一般")
    planted.story.steps(unanswered, consulted=day("10-12"), closed=day("10-15"))
    planted.alert(unanswered, "青禾联系点", "10-15", Due("督办", "10-19", 9), "反馈")
    planted.gap("closed-without-feedback", unanswered, "反馈日期")
    _demand(planted.story, "望川联系点", "10-28", "复杂")


def _demand(story: Story, point: str, registered: str, grade: str) -> Item:
    on = day(registered)
    firm = firms_of(point)[on.day % 10].name
    return story.demand(point, on, grade, DEMANDS[on.day % len(DEMANDS)], firm=firm)


def meetings(planted: Planted) -> None:
    """完成时限 of what meetings resolved; the committee's own meeting is the oldest."""
    for owner, kind, told, held, who, due in (
        ("青禾联系点", "专题联席会议", "10-12", "10-14", "区法院", Due("督办", "10-21", 7)),
        ("望川联系点", "小会商", "10-19", "10-20", "区检察院", Due("临期提醒", "10-30", 0)),
        (COMMITTEE, "专题联席会议", "09-14", "09-16", "区综治中心", Due("通报", "09-30", 18)),
        ("金穗联系点", "小会商", "10-09", "10-12", "金穗联系点", Due("催办", "10-28", 2)),
        ("云台联系点", "小会商", "10-20", "10-22", "区司法局", Due("", "11-20", -15)),
    ):
        meeting = planted.story.meeting(
            owner,
            kind,
            day(told),
            day(held),
            "会商未办结的法治需求",
            ("区法院", "区司法局"),
            held=day(held),
            resolved=("上门服务并书面答复", who, day(due.on)),
        )
        if due.level:
            planted.alert(meeting, who, held, due)


def broken_links(planted: Planted) -> None:
    """Links that nobody made: 断链 without a clock that is late."""
    story = planted.story
    bare = story.problem("区法院", day("10-27"), "复杂", PROBLEMS[6][:2])
    planted.gap("problem-without-measure", bare, "问题编号")
    early = story.problem("区检察院", day("10-26"), "复杂", PROBLEMS[6][:2])
    story.measure(early, PROBLEMS[6][2], day("11-10"))
    feedback = story.feedback(early, day("10-28"))
    early.cells["办理状态"] = [(early.born, "办理中")]
    planted.gap("feedback-without-closing", feedback, "问题编号")
    unwritten = story.meeting(
        "金穗联系点",
        "专题联席会议",
        day("10-19"),
        day("10-21"),
        "园区用工矛盾专题研究",
        ("区司法局",),
        held=day("10-21"),
    )
    unwritten.cells.pop("纪要文号")
    planted.gap("meeting-without-minutes", unwritten, "纪要文号")
    forgotten = story.meeting(
        "望川联系点", "小会商", day("10-16"), day("10-22"), "会商物流车辆纠纷", ("区法院",)
    )
    planted.gap("meeting-passed", forgotten, "会议状态")
    unlinked = story.demand(
        "金穗联系点",
        day("10-27"),
        "复杂",
        DEMANDS[2],
        firm=FIRMS[7].name,
        source="走访",
    )
    planted.gap("demand-without-problem", unlinked, "关联问题编号")
