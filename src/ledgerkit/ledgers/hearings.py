"""旁听庭审台账: open hearings to which the court invites firms (policy 六)."""

from __future__ import annotations

from ledgerkit.ledgers import cases, words
from ledgerkit.model.columns import Choice, Count, Date, Key, NameList, Names, Serial, Text, Time
from ledgerkit.model.ledger import DutyRule, Filer, Ledger, Must, NotBefore
from ledgerkit.model.period import Cycle


class Hearings(
    Ledger,
    name="旁听庭审台账",
    aliases=("旁听庭审", "庭审旁听台账", "庭审观摩台账"),
    prefix="PT",
    system="六、旁听庭审",
    filer=Filer.COURT,
    after=lambda: cases.Cases,
):
    """旁听庭审台账."""

    serial = Serial()
    key = Key("旁听编号", example="PT-法院-202610-001", help="PT-单位简称-年月-三位序号,不能重复")
    cause = Text("案由", required=True, width=20, example="买卖合同纠纷")
    opens_on = Date("开庭日期", required=True, planned=True, example="2026-10-28")
    opens_at = Time("开庭时间", aliases=("时间",), example="09:00")
    court = Text("法庭", required=True, aliases=("开庭地点",), width=16, example="第三审判庭")
    is_public = Choice(
        "是否公开审理",
        required=True,
        words=words.YES_NO,
        example="是",
        help="不公开审理的案件不发邀请函",
    )
    invited = Names(
        "邀请企业",
        required=True,
        of=(NameList.FIRM, NameList.PARK),
        width=28,
        example="岭东精密机械有限公司",
    )
    seats = Count("邀请人数", required=True, example="8", least=1, most=500)
    invited_on = Date("邀请函日期", example="2026-10-21")
    attended = Count("实到人数", example="7", most=500)
    comments = Text("庭后评议", width=28, example="企业代表认为对合同管理很有帮助。")

    dated = opens_on
    gist = cause
    checks = (
        Must(is_public, (words.YES,), "不发邀请函"),
        NotBefore(opens_on, invited_on),
    )
    duty = DutyRule(
        "旁听庭审", on=opens_on, who=None, subject="区法院", cycle=Cycle.QUARTER, warns=False
    )
