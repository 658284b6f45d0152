"""法治宣传台账: legal publicity and legal services in parks and firms (policy 四)."""

from __future__ import annotations

from ledgerkit.ledgers import meetings, problems, words
from ledgerkit.model.columns import (
    Choice,
    Count,
    Date,
    Key,
    NameList,
    Names,
    References,
    Serial,
    Text,
)
from ledgerkit.model.ledger import DutyRule, Filer, Ledger
from ledgerkit.model.period import Cycle
from ledgerkit.model.references import NotBeforeReferenced, ReferenceCheck


class Outreach(
    Ledger,
    name="法治宣传台账",
    aliases=("法律服务法治宣传台账", "宣传台账", "法治宣传登记表"),
    prefix="XC",
    system="四、法律服务法治宣传",
    due_day=5,
    after=lambda: meetings.Meetings,
):
    """法治宣传台账."""

    serial = Serial()
    key = Key("活动编号", example="XC-司法局-202610-001", help="XC-单位简称-年月-三位序号,不能重复")
    held_on = Date(
        "活动日期", required=True, aliases=("开展日期", "活动时间"), example="2026-10-16"
    )
    units = Names(
        "主办单位",
        required=True,
        of=(NameList.UNIT,),
        aliases=("承办单位",),
        width=16,
        example="区司法局",
        help="几个单位联合主办的,用“、”隔开",
    )
    form = Choice(
        "活动形式",
        required=True,
        words=words.OUTREACH_FORM,
        aliases=("宣传形式", "形式"),
        width=15,
        example="法律讲座",
    )
    service = Choice("服务类型", words=words.SERVICE, width=15, example="法律咨询")
    topic = Text(
        "主题",
        required=True,
        aliases=("活动主题", "宣传主题"),
        width=30,
        example="企业用工风险防范",
    )
    audience = Names(
        "园区或企业",
        required=True,
        of=(NameList.PARK, NameList.FIRM),
        aliases=("对象", "宣传对象", "企业名称"),
        width=26,
        example="东岭工业园",
    )
    attendance = Count(
        "参加人数", required=True, aliases=("参加人次", "人数"), example="45", least=1, most=5_000
    )
    handouts = Count("资料份数", aliases=("发放资料", "发放资料份数"), example="120", most=50_000)
    problems = References(
        "关联问题编号",
        to=lambda: problems.Problems,
        aliases=("问题编号",),
        example="WT-司法局-202610-001",
        help="针对走访发现的问题开展的,写问题编号",
    )
    remarks = Text("备注", width=18)

    dated = held_on
    owner = units
    subject = audience
    gist = topic
    duty = DutyRule("法治宣传", on=held_on, who=units, subject=Filer.UNIT, cycle=Cycle.MONTH)

    @classmethod
    def reference_checks(cls) -> tuple[ReferenceCheck, ...]:
        raised_on = problems.Problems.raised_on
        return (NotBeforeReferenced(cls.held_on, via=cls.problems, earlier=raised_on),)
