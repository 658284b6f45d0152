"""What is told once: talks, cases, hearings."""

from __future__ import annotations

import datetime as dt

from samples.make.district import PARTIES
from samples.make.items import Item
from samples.make.register import Register


class Publicity(Register):
    """法治宣传台账, 典型案例台账 and 旁听庭审台账."""

    def outreach(
        self,
        unit: str,
        on: dt.date,
        talk: tuple[str, str, str],
        where: str,
        *,
        heard: int,
        problem: str = "",
        with_units: tuple[str, ...] = (),
    ) -> Item:
        """A lecture or a service; told once."""
        item = self.add("法治宣传台账", "XC", unit, on, on)
        return item.fill(
            {
                "活动编号": item.key,
                "活动日期": on,
                "主办单位": (unit, *with_units),
                "活动形式": talk[0],
                "服务类型": talk[2],
                "主题": talk[1],
                "园区或企业": (where,),
                "参加人数": heard,
                "资料份数": heard * 2,
                "关联问题编号": (problem,) if problem else None,
            }
        )

    def case(self, unit: str, on: dt.date, told: tuple[str, str, str, str], to: str) -> Item:
        """A case that was compiled and sent round."""
        item = self.add("典型案例台账", "AL", unit, on, on)
        return item.fill(
            {
                "案例编号": item.key,
                "标题": told[0],
                "来源层级": "区内",
                "案件类型": told[1],
                "基本案情": told[2],
                "处理结果": told[3],
                "风险提示": "应当完善内部管理,及时留存证据。",
                "是否脱敏": "是",
                "审核人": (PARTIES[unit].people[0],),
                "编入期次": f"2026 年第 {on.month - 6} 期",
                "送阅日期": on,
                "送阅对象": (to,),
                "签收人": ("金经理一",),
            }
        )

    def hearing(
        self, unit: str, told: dt.date, opened: dt.date, cause: str, firms: tuple[str, ...]
    ) -> Item:
        """An open hearing; who came is known once it was held."""
        item = self.add("旁听庭审台账", "PT", unit, told, opened)
        item.fill(
            {
                "旁听编号": item.key,
                "案由": cause,
                "开庭日期": opened,
                "开庭时间": dt.time(9, 0),
                "法庭": "第二审判庭",
                "是否公开审理": "是",
                "邀请企业": firms,
                "邀请人数": 6,
                "邀请函日期": told,
            }
        )
        item.set("实到人数", 5, opened)
        item.set("庭后评议", "企业代表认为对合同管理很有帮助。", opened)
        return item
