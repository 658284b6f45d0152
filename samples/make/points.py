"""What the points take down and call: demands and meetings."""

from __future__ import annotations

import datetime as dt

from samples.make.district import PARTIES
from samples.make.items import Item, Line
from samples.make.register import Register


class Points(Register):
    """法治需求台账 and 会议安排."""

    def demand(
        self,
        point: str,
        registered: dt.date,
        grade: str,
        topic: tuple[str, str, str],
        *,
        firm: str,
        source: str = "来电来访",
        settled: dt.date | None = None,
    ) -> Item:
        """A demand that a point has taken down; the steps are told by ``step``."""
        item = self.add("法治需求台账", "XQ", point, registered, settled)
        return item.fill(
            {
                "需求编号": item.key,
                "服务联系点": point,
                "企业名称": firm,
                "需求来源": source,
                "登记日期": registered,
                "需求内容": topic[1],
                "需求类别": topic[0],
                "紧急程度": grade,
                "是否提请研判会": "否",
                "办理状态": "办理中",
            }
        )

    def steps(
        self,
        demand: Item,
        *,
        consulted: dt.date | None = None,
        to: str = "",
        submitted: dt.date | None = None,
        planned: dt.date | None = None,
        plan: str = "",
        closed: dt.date | None = None,
        answered: dt.date | None = None,
    ) -> Item:
        """小会商 → 提交 → 方案 → 落实 and 办结 → 反馈 of a demand."""
        if consulted:
            demand.set("小会商日期", consulted)
            demand.set("会商意见", f"提交{to}提出方案" if to else "由联系点直接答复", consulted)
        if submitted:
            demand.set("提交单位", to, submitted)
            demand.set("提交日期", submitted)
        if planned:
            demand.set("方案日期", planned)
            demand.set("单位方案", plan, planned)
        if closed:
            if planned:
                demand.set("落实日期", closed)
                demand.set("落实情况", "已按方案落实", closed)
            demand.set("办结日期", closed)
            demand.set("办理状态", "已办结", closed)
        if answered:
            demand.set("反馈日期", answered)
            demand.set("办理状态", "已反馈", answered)
        return demand

    def meeting(
        self,
        owner: str,
        kind: str,
        told: dt.date,
        planned: dt.date,
        topic: str,
        units: tuple[str, ...],
        *,
        held: dt.date | None = None,
        resolved: tuple[str, str, dt.date] | None = None,
        done: dt.date | None = None,
        notified: bool = True,
    ) -> Item:
        """A meeting; ``resolved`` is (what, who, until when), ``done`` the day it was done."""
        settled = (done if resolved else held) if held else None
        item = self.add("会议安排", "HY", owner, told, settled)
        place = PARTIES[owner].park or "区委政法委"
        item.fill(
            {
                "会议编号": item.key,
                "会议类型": kind,
                "服务联系点": owner,
                "召集人": (PARTIES[owner].people[0],),
                "拟开日期": planned,
                "时间": dt.time(9, 30) if planned.day % 2 else dt.time(15, 0),
                "地点": f"{place}会议室",
                "议题": topic,
                "参会单位": units,
                "会议状态": "计划",
            }
        )
        if notified:
            item.set("通知日期", told)
        if held:
            item.set("实开日期", held)
            item.set("会议状态", "已召开", held)
            if kind != "小会商":
                item.set("纪要文号", f"{PARTIES[owner].short}纪要〔2026〕{len(self.items)}号", held)
        if held and resolved:
            what, who, until = resolved
            known: Line = {"议定事项": what, "责任单位": (who,), "完成时限": until}
            for column, value in known.items():
                item.set(column, value, held)
            item.set("落实情况", "正在落实", held)
        if done:
            item.set("完成日期", done)
            item.set("落实情况", "已落实", done)
        return item
