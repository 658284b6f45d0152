"""典型案例台账: cases compiled for firms and parks to learn from (policy 五)."""

from __future__ import annotations

from ledgerkit.ledgers import outreach, words
from ledgerkit.model.columns import Choice, Date, Key, NameList, Names, People, Serial, Text
from ledgerkit.model.ledger import DutyRule, Filer, Ledger, Must, RequiredWhen
from ledgerkit.model.period import Cycle


class Cases(
    Ledger,
    name="典型案例台账",
    aliases=("典型案例汇编", "案例台账", "典型案例"),
    prefix="AL",
    system="五、典型案例汇编送阅",
    after=lambda: outreach.Outreach,
):
    """典型案例台账."""

    serial = Serial()
    key = Key("案例编号", example="AL-检察院-202610-001", help="AL-单位简称-年月-三位序号,不能重复")
    title = Text(
        "标题",
        required=True,
        aliases=("案例标题", "案例名称"),
        width=32,
        example="某公司员工侵占货款案",
        help="须脱敏:不写真实企业名、人名",
    )
    level = Choice(
        "来源层级", required=True, words=words.CASE_LEVEL, aliases=("来源",), example="区内"
    )
    kind = Choice(
        "案件类型",
        required=True,
        words=words.CATEGORY,
        open=True,
        aliases=("类型",),
        width=14,
        example="刑事治安",
    )
    facts = Text(
        "基本案情",
        required=True,
        aliases=("案情", "案情简介"),
        width=40,
        example="某公司业务员利用职务便利,截留货款 18 万元。",
    )
    ruling = Text(
        "处理结果", required=True, width=30, example="以职务侵占罪判处有期徒刑一年,退赔全部货款。"
    )
    lesson = Text(
        "风险提示",
        required=True,
        aliases=("警示意义",),
        width=30,
        example="货款回收应当专户管理、定期对账。",
    )
    anonymised = Choice(
        "是否脱敏", required=True, words=words.YES_NO, example="是", help="未脱敏的不会编入汇编"
    )
    reviewer = People("审核人", required=True, example="刘敏")
    issue = Text("编入期次", aliases=("期次",), example="2026 年第 3 期")
    sent_on = Date("送阅日期", example="2026-10-26")
    sent_to = Names("送阅对象", of=(NameList.FIRM, NameList.PARK), width=24, example="东岭工业园")
    signed_by = People("签收人", sensitive=True, example="王建国")

    dated = sent_on
    gist = title
    checks = (
        Must(anonymised, (words.YES,), "这个案例不编入汇编"),
        RequiredWhen(sent_to, sent_on),
    )
    duty = DutyRule(
        "典型案例", on=sent_on, who=None, subject=Filer.UNIT, cycle=Cycle.HALF, warns=False
    )
