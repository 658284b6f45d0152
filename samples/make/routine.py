"""What goes as it should, month by month: every link of the chain is there and in time."""

from __future__ import annotations

import datetime as dt
import random

from samples.make.days import MONTHS, day, later, workdays
from samples.make.district import COMMITTEE, POINTS, UNITS, firms_of
from samples.make.items import Item
from samples.make.story import Story, settled_on, solved
from samples.make.words import CASES, DEMANDS, PROBLEMS, TALKS, TRANSFERS

_DAYS_NEEDED = {"紧急": 1, "简单": 2, "一般": 5, "复杂": 10}


def tell(story: Story, rng: random.Random) -> None:
    """Everything that leads to no finding and no alert."""
    problems: dict[str, list[Item]] = {}
    for month in MONTHS:
        for unit in UNITS:
            found = _visits(story, rng, unit.name, month)
            problems.setdefault(month, []).extend(found)
        for unit in UNITS:
            _outreach(story, rng, unit.name, month, problems[month])
        for point in POINTS:
            _demands(story, rng, point.name, month, problems[month])
            _meetings(story, point.name, month)
    _cases(story)
    _hearings(story)


def _visits(story: Story, rng: random.Random, unit: str, month: str) -> list[Item]:
    """Three or four visits, of which the first ones found a problem that was soon settled."""
    last = month == MONTHS[-1]
    if last and unit == COMMITTEE:
        return []
    days = workdays(month)
    if last:
        return _october(story, rng, unit)
    chosen = sorted(rng.sample(days[:16], rng.choice((3, 4))))
    found = []
    for turn, on in enumerate(chosen):
        firm = rng.choice(firms_of(rng.choice(POINTS).name))
        visit = story.visit(unit, on, firm)
        if turn < 2:
            found.append(_settled(story, rng, unit, on, visit))
    return found


def _october(story: Story, rng: random.Random, unit: str) -> list[Item]:
    firm = rng.choice(firms_of(POINTS[0].name))
    if unit == "区综治中心":
        story.visit(unit, day("10-13"), firm)
        return []
    on = day(rng.choice(("10-08", "10-09", "10-10")))
    found = [_settled(story, rng, unit, on, story.visit(unit, on, firm))]
    joint = ("区司法局",) if unit == "区法院" else ()
    story.visit(unit, day("10-16"), rng.choice(firms_of(POINTS[1].name)), joint)
    story.visit(unit, day("10-23"), rng.choice(firms_of(POINTS[2].name)))
    return found


def _settled(story: Story, rng: random.Random, unit: str, on: dt.date, visit: Item) -> Item:
    """A problem that was solved, told about and struck off in time."""
    kind = rng.choice(("本单位", "本单位", "本单位", "跨政法单位", "非政法职责"))
    if kind == "非政法职责":
        return _transferred(story, rng, unit, on, visit)
    grade = rng.choice(("简单", "一般", "一般", "复杂"))
    category, text, remedy = rng.choice(PROBLEMS)
    closed = later(on, _DAYS_NEEDED[grade])
    if kind == "本单位":
        problem = story.problem(
            unit,
            on,
            grade,
            (category, text),
            visit=visit,
            closed=closed,
            settled=settled_on(closed),
        )
        solved(story, problem, remedy, closed)
        return problem
    other = rng.choice([one.name for one in UNITS if one.name != unit])
    problem = story.problem(
        unit,
        on,
        grade,
        (category, text),
        visit=visit,
        belongs=kind,
        handler=other,
        handed=later(on, 1),
        closed=closed,
        settled=settled_on(closed),
    )
    solved(story, problem, remedy, closed, by=other)
    return problem


def _transferred(story: Story, rng: random.Random, unit: str, on: dt.date, visit: Item) -> Item:
    """A problem that a department answered within the week, after having been pressed once."""
    category, text, department = rng.choice(TRANSFERS)
    handed = later(on, 1)
    answered = later(handed, 6)
    problem = story.problem(
        unit,
        on,
        "复杂",
        (category, text),
        visit=visit,
        belongs="非政法职责",
        handler=department,
        handed=handed,
        closed=answered,
        settled=settled_on(answered),
    )
    measure, _ = solved(story, problem, f"移交{department}并跟踪督促。", answered)
    story.transfer(measure, department, handed, answered=answered)
    story.press(measure, later(handed, 4))
    return problem


def _outreach(
    story: Story, rng: random.Random, unit: str, month: str, problems: list[Item]
) -> None:
    """One or two talks, the first of them aimed at a problem of the month."""
    last = month == MONTHS[-1]
    if last and unit in ("区综治中心", "区检察院"):
        return
    days = workdays(month)
    joint = ("区综治中心",) if last and unit == "区司法局" else ()
    own = [item for item in problems if item.owner == unit]
    for turn in range(rng.choice((1, 2, 2))):
        on = days[-4 - 3 * turn]
        problem = own[0].key if turn == 0 and own else ""
        story.outreach(
            unit,
            on,
            rng.choice(TALKS),
            rng.choice(POINTS).park,
            heard=rng.randrange(20, 90),
            problem=problem,
            with_units=joint if turn == 0 else (),
        )


def _demands(
    story: Story, rng: random.Random, point: str, month: str, problems: list[Item]
) -> None:
    """Two or three demands that went the whole way; those from visits name their problem."""
    days = workdays(month)[:6] if month == MONTHS[-1] else workdays(month)[:17]
    for on in sorted(rng.sample(days, rng.choice((2, 3)))):
        grade = rng.choice(("简单", "一般", "一般", "复杂"))
        topic = rng.choice(DEMANDS)
        steps = {"简单": (0, 1, 2, 3), "一般": (1, 2, 4, 6), "复杂": (2, 4, 7, 11)}[grade]
        consulted, submitted, planned, closed = (later(on, n) for n in steps)
        answered = later(closed, 1)
        source = rng.choice(("来电来访", "联席会议", "12345", "走访", "上级转办"))
        demand = story.demand(
            point,
            on,
            grade,
            topic,
            firm=rng.choice(firms_of(point)).name,
            source=source,
            settled=answered,
        )
        if source == "走访" and (problem := _of_point(problems, point, on)):
            firm = problem.cells["企业名称"][0][1]
            demand.fill({"关联问题编号": problem.key, "企业名称": firm})
        elif source == "走访":
            demand.fill({"需求来源": "来电来访"})
        story.steps(
            demand,
            consulted=consulted,
            to=rng.choice(UNITS).name,
            submitted=submitted,
            planned=planned,
            plan=topic[2],
            closed=closed,
            answered=answered,
        )


def _of_point(problems: list[Item], point: str, on: dt.date) -> Item | None:
    """The last problem so far of a firm that this point looks after."""
    firms = {firm.name for firm in firms_of(point)}
    known = [one for one in problems if one.born <= on and one.cells["企业名称"][0][1] in firms]
    return known[-1] if known else None


def _meetings(story: Story, point: str, month: str) -> None:
    """A 小会商 a month, a 联席会议 a quarter; October's are partly planned for November."""
    number = int(month[-2:])
    turn = [one.name for one in POINTS].index(point)
    days = workdays(month)
    if number < 10:
        on = days[5 + turn]
        story.meeting(
            point, "小会商", later(on, 0), on, "会商本月法治需求", ("区司法局", point), held=on
        )
    if number == 8:
        on = days[12 + turn]
        until = later(on, 12)
        story.meeting(
            point,
            "联席会议",
            days[8 + turn],
            on,
            "三季度法治需求办理情况",
            ("区法院", "区检察院", "公安岭川分局", "区司法局"),
            held=on,
            resolved=("开展一次买卖合同专题讲座", "区司法局", until),
            done=later(on, 10),
        )
    if number == 10:
        planned = (None, None, day("11-04"), day("11-05"))[turn]
        if planned:
            story.meeting(
                point,
                "联席会议",
                day("10-28"),
                planned,
                "四季度法治需求和走访问题办理情况",
                ("区法院", "区检察院", "公安岭川分局", "区司法局"),
                notified=turn == 3,
            )
        else:
            on = day(("10-14", "10-15")[turn])
            story.meeting(
                point,
                "联席会议",
                day("10-10"),
                on,
                "四季度重点工作安排",
                ("区法院", "区检察院", "区司法局"),
                held=on,
            )


def _cases(story: Story) -> None:
    plan = (
        ("区检察院", "07-22", 0, "青禾工业园"),
        ("区法院", "08-19", 1, "望川物流园"),
        ("区法院", "09-16", 2, "云台科创园"),
        ("公安岭川分局", "10-21", 3, "金穗食品园"),
        ("区检察院", "10-22", 1, "青禾工业园"),
    )
    for unit, on, told, park in plan:
        story.case(unit, day(on), CASES[told], park)


def _hearings(story: Story) -> None:
    for told, opened, cause, point in (
        ("07-15", "07-23", "买卖合同纠纷", 0),
        ("09-08", "09-17", "劳动争议", 1),
        ("10-12", "10-22", "建设工程合同纠纷", 2),
        ("10-28", "11-06", "侵害商标权纠纷", 3),
    ):
        firms = tuple(firm.name for firm in firms_of(POINTS[point].name)[:2])
        story.hearing("区法院", day(told), day(opened), cause, firms)
