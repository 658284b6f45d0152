"""Visits, and the problems that they find: every item comes with the rest of its chain."""

from __future__ import annotations

import datetime as dt

from samples.make.district import FIRMS, PARTIES, Firm
from samples.make.items import Item, Value
from samples.make.register import Register
from samples.make.words import VISITS


class Visits(Register):
    """走访日志 and 三张清单."""

    def visit(self, unit: str, on: dt.date, firm: Firm, with_units: tuple[str, ...] = ()) -> Item:
        """A visit that found nothing (``found`` changes that); it is told once, in its month."""
        item = self.add("走访日志", "ZF", unit, on, on)
        people = PARTIES[unit].people
        return item.fill(
            {
                "走访编号": item.key,
                "走访日期": on,
                "走访单位": (unit, *with_units),
                "服务联系点": firm.point,
                "所属园区": firm.park,
                "企业名称": firm.name,
                "统一社会信用代码": firm.code or None,
                "走访人员": people[:2] if on.day % 2 else people[1:],
                "企业受访人": firm.contact,
                "职务": "经理",
                "联系电话": firm.phone,
                "走访方式": "实地走访" if on.day % 3 else "座谈",
                "走访主要情况": VISITS[on.day % len(VISITS)],
                "是否发现问题": "否",
            }
        )

    def problem(
        self,
        unit: str,
        raised: dt.date,
        grade: str,
        topic: tuple[str, str],
        *,
        visit: Item | None = None,
        belongs: str = "本单位",
        handler: str = "",
        handed: dt.date | None = None,
        closed: dt.date | None = None,
        settled: dt.date | None = None,
    ) -> Item:
        """A problem and, unless given, the visit that found it. ``handed`` is its 转办日期."""
        visit = visit or self.visit(unit, raised, FIRMS[(raised.toordinal() * 7) % len(FIRMS)])
        item = self.add("走访问题清单", "WT", unit, raised, settled)
        found = visit.cells.get("问题编号", [(raised, ())])[-1][1]
        visit.fill({"是否发现问题": "是", "问题编号": (*_names(found), item.key)})
        visit.set("走访主要情况", f"企业反映:{topic[1]}", raised)
        item.fill(
            {
                "问题编号": item.key,
                "走访编号": visit.key,
                "企业名称": visit.cells["企业名称"][0][1],
                "提出日期": raised,
                "问题描述": topic[1],
                "问题类别": topic[0],
                "职责归属": belongs,
                "首访单位": unit,
                "主办单位": handler or unit,
                "难易程度": grade,
                "办理状态": "办理中" if belongs == "本单位" else "已受理",
            }
        )
        if handed:
            item.set("转办日期", handed)
            item.set("办理状态", "跨单位协调" if belongs == "跨政法单位" else "已移交", handed)
        if closed:
            item.set("办结日期", closed)
            item.set("办理状态", "已办结", closed)
        return item

    def measure(
        self,
        problem: Item,
        text: str,
        planned: dt.date,
        *,
        by: str = "",
        done: dt.date | None = None,
    ) -> Item:
        """What is done about a problem; it is told as long as the problem is."""
        item = self.add("解决措施清单", "CS", problem.owner, problem.born, problem.settled)
        unit = by or problem.owner
        item.fill(
            {
                "措施编号": item.key,
                "问题编号": problem.key,
                "解决措施": text,
                "责任单位": unit,
                "责任人": (PARTIES[unit].people[0],),
                "计划完成日期": planned,
                "进展情况": "正在推进",
            }
        )
        if done:
            item.set("实际完成日期", done)
            item.set("进展情况", "已完成", done)
        return item

    def transfer(
        self, measure: Item, department: str, handed: dt.date, *, answered: dt.date | None = None
    ) -> Item:
        """Say in a measure that a department was given the matter, and when it answered."""
        number = len(self.items)
        measure.set("移交部门", department, handed)
        measure.set("移交日期", handed)
        measure.set("移交文号", f"岭政法函〔2026〕{number}号", handed)
        if answered:
            measure.set("部门答复日期", answered)
        return measure

    def press(self, measure: Item, *on: dt.date) -> None:
        """Say in a measure when the department was pressed."""
        for times, one in enumerate(on, 1):
            measure.set("最近督促日期", one)
            measure.set("督促次数", times, one)

    def feedback(
        self,
        problem: Item,
        on: dt.date,
        *,
        revisited: dt.date | None = None,
        content: str = "满意",
        result: str = "已解决",
    ) -> Item:
        """What the firm was told; a revisit strikes the problem off."""
        item = self.add("回复反馈清单", "FK", problem.owner, on, problem.settled)
        firm = next(one for one in FIRMS if one.name == problem.cells["企业名称"][0][1])
        item.fill(
            {
                "反馈编号": item.key,
                "问题编号": problem.key,
                "反馈日期": on,
                "反馈对象": "企业",
                "反馈方式": "当面" if on.day % 2 else "电话",
                "反馈人": (PARTIES[problem.owner].people[1],),
                "接收人": (firm.contact,),
                "办理结果": result,
                "满意度": content,
                "是否销号": "否",
            }
        )
        if result == "已解决":
            problem.set("办理状态", "已反馈", on)
        if revisited:
            item.set("回访日期", revisited)
            item.set("是否销号", "是", revisited)
            item.set("销号日期", revisited)
            problem.set("办理状态", "已销号", revisited)
        return item


def _names(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
