"""走访问题清单: what a visit brought up, who handles it, and by when (policy 二.2, 二.3)."""

from __future__ import annotations

from ledgerkit.ledgers import words
from ledgerkit.ledgers.handling import TOLD, deadlines, gaps, is_unsettled
from ledgerkit.model.columns import (
    Choice,
    Date,
    DueDay,
    Key,
    Light,
    Name,
    Names,
    Reference,
    Serial,
    Text,
)
from ledgerkit.model.ledger import Ledger, NotBefore, RequiredWhen
from ledgerkit.model.references import NeededInLinked, NotBeforeReferenced, SameAsReferenced

LEDGER = Ledger(
    name="走访问题清单",
    aliases=("问题清单", "走访问题台账", "问题台账"),
    prefix="WT",
    order=2,
    book="三张清单",
    system="二、走访企业",
    dated="提出日期",
    owner="首访单位",
    subject="企业名称",
    matter="问题描述",
    columns=(
        Serial(),
        Key(
            name="问题编号", example="WT-法院-202610-001", help="WT-单位简称-年月-三位序号,不能重复"
        ),
        Reference(
            name="走访编号",
            to="走访日志",
            required=True,
            example="ZF-法院-202610-001",
            help="发现这个问题的那次走访",
        ),
        Name(
            name="企业名称",
            required=True,
            of=(Names.FIRM, Names.PARK),
            aliases=("企业", "企业(园区)名称"),
            width=26,
            example="岭东精密机械有限公司",
            help="企业全称,或园区名称",
        ),
        Date(
            name="提出日期", required=True, aliases=("发现日期", "提出时间"), example="2026-10-13"
        ),
        Text(
            name="问题描述",
            required=True,
            aliases=("问题内容", "存在问题", "具体问题"),
            width=40,
            example="下游客户拖欠货款 42 万元,已逾期 8 个月。",
        ),
        Choice(
            name="问题类别",
            required=True,
            words=words.CATEGORY,
            aliases=("类别",),
            width=14,
            example="合同债务",
        ),
        Choice(
            name="职责归属",
            required=True,
            words=words.DUTY_OF,
            width=14,
            example="本单位",
            help="本单位:第一时间解决;跨政法单位:对接协调;非政法职责:移交并督促",
        ),
        Name(name="首访单位", required=True, of=(Names.UNIT,), width=16, example="区法院"),
        Name(
            name="主办单位",
            required=True,
            of=(Names.UNIT, Names.DEPARTMENT),
            aliases=("承办单位", "办理单位"),
            width=16,
            example="区法院",
        ),
        Name(
            name="协办单位",
            of=(Names.UNIT, Names.DEPARTMENT),
            many=True,
            width=16,
            example="区司法局",
        ),
        Date(name="转办日期", aliases=("转办时间",), example="2026-10-14"),
        Choice(
            name="难易程度",
            required=True,
            words=words.GRADE,
            example="一般",
            help="决定办理时限,时限见 名录.xlsx 的“办理时限”",
        ),
        DueDay(
            name="办理时限",
            start="提出日期",
            grade="难易程度",
            aliases=("办结时限",),
            help="自动计算,不用填",
        ),
        Choice(
            name="办理状态",
            required=True,
            words=words.STATUS,
            aliases=("状态", "办理情况"),
            example="办理中",
        ),
        Date(name="办结日期", aliases=("办结时间",), example="2026-10-20"),
        Light(
            due="办理时限",
            done=("办结日期",),
            state="办理状态",
            settled=words.CLOSED,
            help="自动计算,不用填",
        ),
    ),
    checks=(
        NotBefore("办结日期", "提出日期"),
        NotBefore("转办日期", "提出日期"),
        RequiredWhen("办结日期", "办理状态", (words.FINISHED, words.ANSWERED, words.STRUCK_OFF)),
        RequiredWhen("转办日期", "办理状态", (words.COORDINATING, words.TRANSFERRED)),
    ),
    chain=(
        NotBeforeReferenced("提出日期", via="走访编号", earlier="走访日期"),
        SameAsReferenced("企业名称", via="走访编号", other="企业名称"),
        SameAsReferenced("首访单位", via="走访编号", other="走访单位"),
        NeededInLinked("解决措施清单", ("移交部门", "移交日期"), "办理状态", (words.TRANSFERRED,)),
        NeededInLinked("解决措施清单", ("延期至",), "办理状态", (words.EXTENDED,)),
        NeededInLinked("回复反馈清单", ("反馈日期",), "办理状态", TOLD),
    ),
    deadlines=deadlines,
    gaps=gaps,
    unsettled=is_unsettled,
)
