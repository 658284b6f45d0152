"""What is late, or nearly so, on 2026-10-31: due days and levels are written here by hand.

``Planted.alert`` counts them again with ``days`` and refuses a slip, so that the list is neither
the program's own output nor one person's arithmetic.
"""

from __future__ import annotations

from samples.make import late_points
from samples.make.days import day
from samples.make.items import Item
from samples.make.planted import Due, Planted
from samples.make.story import Story
from samples.make.words import PROBLEMS, TRANSFERS


def tell(story: Story) -> Planted:
    """Add all late items, and those that look late but are not."""
    planted = Planted(story)
    for part in (_handling, _handing_over, _pressing, _again, _answering, _put_off, _measures):
        part(planted)
    late_points.demands(planted)
    late_points.meetings(planted)
    late_points.broken_links(planted)
    return planted


def _handling(planted: Planted) -> None:
    """办理: one of each grade and level, and one that is not due soon enough to be said."""
    for unit, raised, grade, plan, due in (
        ("区法院", "10-09", "一般", "10-16", Due("督办", "10-19", 9)),
        ("区检察院", "09-17", "复杂", "10-09", Due("通报", "10-14", 12)),
        ("公安岭川分局", "10-23", "简单", "10-28", Due("催办", "10-28", 2)),
        ("区司法局", "10-22", "一般", "10-30", Due("临期提醒", "11-02", -1)),
        ("区法院", "10-29", "紧急", "10-30", Due("临期提醒", "10-30", 0)),
        ("区综治中心", "09-24", "复杂", "10-15", Due("督办", "10-22", 6)),
        ("区司法局", "10-26", "一般", "11-04", None),
    ):
        problem = _open(planted.story, unit, raised, grade, plan)
        if due:
            planted.alert(problem, unit, raised, due, grade)
    across = planted.story.problem(
        "区法院",
        day("10-14"),
        "一般",
        PROBLEMS[5][:2],
        belongs="跨政法单位",
        handler="公安岭川分局",
        handed=day("10-15"),
    )
    planted.story.measure(across, "由公安岭川分局加密巡逻。", day("10-21"), by="公安岭川分局")
    planted.alert(across, "公安岭川分局", "10-14", Due("督办", "10-23", 5), "一般")


def _open(story: Story, unit: str, raised: str, grade: str, plan: str) -> Item:
    """A problem of the unit's own with one measure that is not done yet."""
    category, text, remedy = PROBLEMS[day(raised).day % len(PROBLEMS)]
    problem = story.problem(unit, day(raised), grade, (category, text))
    story.measure(problem, remedy, day(plan))
    return problem


def _handing_over(planted: Planted) -> None:
    """转办: neither the colleague nor the department has been told."""
    across = planted.story.problem(
        "区司法局",
        day("10-26"),
        "复杂",
        PROBLEMS[3][:2],
        belongs="跨政法单位",
        handler="区法院",
    )
    planted.story.measure(across, "商请区法院核查执行进展。", day("11-10"), by="区法院")
    planted.alert(across, "区司法局", "10-26", Due("催办", "10-27", 3), "转办")
    category, text, department = TRANSFERS[1]
    outside = planted.story.problem(
        "区检察院",
        day("10-28"),
        "复杂",
        (category, text),
        belongs="非政法职责",
        handler=department,
    )
    outside.fill({"办理状态": "待受理"})
    planted.alert(outside, "区检察院", "10-28", Due("催办", "10-29", 1), "转办")


def _pressing(planted: Planted) -> None:
    """督促: pressed too long ago, never pressed, nearly due, and pressed in time."""
    for unit, raised, handed, pressed, due in (
        ("区法院", "10-12", "10-13", "10-16", Due("督办", "10-23", 5)),
        ("公安岭川分局", "10-15", "10-16", "", Due("督办", "10-23", 5)),
        ("区司法局", "10-19", "10-20", "10-26", Due("临期提醒", "11-02", -1)),
        ("区检察院", "10-19", "10-20", "10-28", None),
    ):
        problem, measure = _transferred(planted.story, unit, raised, handed)
        if pressed:
            planted.story.press(measure, day(pressed))
        else:
            planted.gap("transfer-without-pressing", measure, "最近督促日期")
        if due:
            planted.alert(problem, unit, pressed or handed, due, "督促")


def _transferred(story: Story, unit: str, raised: str, handed: str) -> tuple[Item, Item]:
    category, text, department = TRANSFERS[day(raised).day % len(TRANSFERS)]
    problem = story.problem(
        unit,
        day(raised),
        "复杂",
        (category, text),
        belongs="非政法职责",
        handler=department,
        handed=day(handed),
    )
    measure = story.measure(problem, f"移交{department}并跟踪督促。", day("11-12"))
    story.transfer(measure, department, day(handed))
    return problem, measure


def _again(planted: Planted) -> None:
    """重办: the firm was not content, so the clock starts anew on the day it said so."""
    for unit, raised, closed, told, due in (
        ("公安岭川分局", "09-08", "09-15", "10-12", Due("督办", "10-21", 7)),
        ("区司法局", "10-13", "10-20", "10-27", None),
    ):
        category, text, remedy = PROBLEMS[7]
        problem = planted.story.problem(
            unit, day(raised), "一般", (category, text), closed=day(closed)
        )
        planted.story.measure(problem, remedy, day(closed), done=day(closed))
        planted.story.feedback(problem, day(told), content="不满意", result="部分解决")
        problem.set("办结日期", None, day(told))
        problem.set("办理状态", "办理中", day(told))
        if due:
            planted.alert(problem, unit, told, due, "一般")


def _answering(planted: Planted) -> None:
    """反馈 after 办结, and 回访 after 反馈."""
    for unit, raised, closed, owed in (
        ("区检察院", "10-12", "10-19", Due("督办", "10-21", 7)),
        ("区法院", "10-22", "10-29", Due("临期提醒", "11-02", -1)),
    ):
        problem = _closed(planted.story, unit, raised, closed)
        planted.alert(problem, unit, closed, owed, "反馈")
        if owed.days_late > 0:
            planted.gap("closed-without-feedback", problem, "办结日期")
    for unit, raised, closed, told, due in (
        ("区综治中心", "09-29", "10-12", "10-13", Due("督办", "10-20", 8)),
        ("区司法局", "10-14", "10-19", "10-20", Due("催办", "10-27", 3)),
        ("公安岭川分局", "10-21", "10-27", "10-29", None),
    ):
        problem = _closed(planted.story, unit, raised, closed)
        planted.story.feedback(problem, day(told))
        if due:
            planted.alert(problem, unit, told, due, "回访")


def _closed(story: Story, unit: str, raised: str, closed: str) -> Item:
    category, text, remedy = PROBLEMS[day(raised).day % len(PROBLEMS)]
    problem = story.problem(unit, day(raised), "一般", (category, text), closed=day(closed))
    story.measure(problem, remedy, day(closed), done=day(closed))
    return problem


def _put_off(planted: Planted) -> None:
    """延期: asked for in time, too late, and in time with days to spare."""
    for unit, raised, asked, until, due in (
        ("区法院", "10-13", "10-19", "10-29", Due("催办", "10-29", 1)),
        ("区检察院", "10-12", "10-23", "11-06", Due("督办", "10-21", 7)),
        ("公安岭川分局", "10-15", "10-22", "11-10", None),
    ):
        category, text, remedy = PROBLEMS[day(raised).day % len(PROBLEMS)]
        problem = planted.story.problem(unit, day(raised), "一般", (category, text))
        measure = planted.story.measure(problem, remedy, day(raised).replace(day=20))
        for column, value in (
            ("延期申请日期", day(asked)),
            ("延期至", day(until)),
            ("延期原因", "需补充鉴定"),
            ("延期批准人", "赵甲一"),
        ):
            measure.set(column, value, day(asked))
        problem.set("办理状态", "已延期", day(asked))
        if due:
            planted.alert(problem, unit, raised, due)
        if asked == "10-23":
            planted.gap("extension-ignored", measure, "延期至")
        elif not due:
            measure.set("实际完成日期", day("10-20"))


def _measures(planted: Planted) -> None:
    """A plan's day has passed while the problem itself is not due yet."""
    for unit, raised, due in (
        ("区法院", "10-14", Due("督办", "10-22", 6)),
        ("区司法局", "10-19", Due("催办", "10-28", 2)),
    ):
        category, text, remedy = PROBLEMS[8]
        problem = planted.story.problem(unit, day(raised), "复杂", (category, text))
        measure = planted.story.measure(problem, remedy, day(due.on))
        planted.alert(measure, unit, raised, due)
        if unit == "区司法局":
            measure.cells.pop("进展情况")
            planted.gap("plan-passed", measure, "进展情况")
