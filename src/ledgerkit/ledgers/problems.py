"""走访问题清单: what a visit brought up, who handles it, and by when (policy 二.2, 二.3).

The life of a problem, ``handling``, names the columns of all three lists: each of them imports it
when a row is asked, not before.
"""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.ledgers import feedbacks, matters, measures, visits, words
from ledgerkit.ledgers.books import THREE_LISTS
from ledgerkit.model.columns import (
    Choice,
    Date,
    DueDay,
    Key,
    Light,
    Name,
    NameList,
    Names,
    Reference,
    Serial,
    Text,
)
from ledgerkit.model.deadline import Deadline, Gap, RowContext
from ledgerkit.model.ledger import Ledger, NotBefore, RequiredWhen
from ledgerkit.model.references import (
    NeededInLinked,
    NotBeforeReferenced,
    ReferenceCheck,
    SameAsReferenced,
)
from ledgerkit.model.row import Row


class Problems(
    Ledger,
    name="走访问题清单",
    aliases=("问题清单", "走访问题台账", "问题台账"),
    prefix="WT",
    book=THREE_LISTS,
    system="二、走访企业",
    due_day=5,
    after=lambda: visits.Visits,
):
    """走访问题清单."""

    serial = Serial()
    key = Key("问题编号", example="WT-法院-202610-001", help="WT-单位简称-年月-三位序号,不能重复")
    visit = Reference(
        "走访编号",
        to=lambda: visits.Visits,
        required=True,
        example="ZF-法院-202610-001",
        help="发现这个问题的那次走访",
    )
    firm = Name(
        "企业名称",
        required=True,
        of=(NameList.FIRM, NameList.PARK),
        aliases=("企业", "企业(园区)名称"),
        width=26,
        example="岭东精密机械有限公司",
        help="企业全称,或园区名称",
    )
    raised_on = Date(
        "提出日期", required=True, aliases=("发现日期", "提出时间"), example="2026-10-13"
    )
    description = Text(
        "问题描述",
        required=True,
        aliases=("问题内容", "存在问题", "具体问题"),
        width=40,
        example="下游客户拖欠货款 42 万元,已逾期 8 个月。",
    )
    category = Choice(
        "问题类别",
        required=True,
        words=words.CATEGORY,
        aliases=("类别",),
        width=14,
        example="合同债务",
    )
    responsibility = Choice(
        "职责归属",
        required=True,
        words=words.DUTY_OF,
        width=14,
        example="本单位",
        help="本单位:第一时间解决;跨政法单位:对接协调;非政法职责:移交并督促",
    )
    first_unit = Name("首访单位", required=True, of=(NameList.UNIT,), width=16, example="区法院")
    lead_unit = Name(
        "主办单位",
        required=True,
        of=(NameList.UNIT, NameList.DEPARTMENT),
        aliases=("承办单位", "办理单位"),
        width=16,
        example="区法院",
    )
    assisting_units = Names(
        "协办单位", of=(NameList.UNIT, NameList.DEPARTMENT), width=16, example="区司法局"
    )
    handed_over_on = Date("转办日期", aliases=("转办时间",), example="2026-10-14")
    grade = Choice(
        "难易程度",
        required=True,
        words=words.GRADE,
        example="一般",
        help="决定办理时限,时限见 名录.xlsx 的“办理时限”",
    )
    due = DueDay(
        "办理时限",
        matter=matters.HANDLING,
        start=raised_on,
        grade=grade,
        aliases=("办结时限",),
        help="自动计算,不用填",
    )
    status = Choice(
        "办理状态",
        required=True,
        words=words.STATUS,
        aliases=("状态", "办理情况"),
        example="办理中",
    )
    closed_on = Date("办结日期", aliases=("办结时间",), example="2026-10-20")
    light = Light(
        due=due, done=(closed_on,), state=status, closed=words.CLOSED, help="自动计算,不用填"
    )

    dated = raised_on
    owner = first_unit
    subject = firm
    gist = description
    closing = (closed_on, status)
    """The cells that say whether a problem is closed."""
    checks = (
        NotBefore(closed_on, raised_on),
        NotBefore(handed_over_on, raised_on),
        RequiredWhen(closed_on, status, (words.FINISHED, words.ANSWERED, words.STRUCK_OFF)),
        RequiredWhen(handed_over_on, status, (words.COORDINATING, words.TRANSFERRED)),
    )
    matters = (
        matters.HANDLING,
        matters.HANDING_OVER,
        matters.PRESSING,
        matters.ANSWERING,
        matters.REVISITING,
    )
    gap_codes = ("problem-without-measure", "closed-without-feedback", "extension-ignored")

    @classmethod
    def reference_checks(cls) -> tuple[ReferenceCheck, ...]:
        visit, measure = visits.Visits, measures.Measures
        transfer = (measure.department, measure.transferred_on)
        answered = (feedbacks.Feedbacks.given_on,)
        return (
            NotBeforeReferenced(cls.raised_on, via=cls.visit, earlier=visit.visited_on),
            SameAsReferenced(cls.firm, via=cls.visit, other=visit.firm),
            SameAsReferenced(cls.first_unit, via=cls.visit, other=visit.units),
            NeededInLinked(transfer, cls.status, (words.TRANSFERRED,)),
            NeededInLinked((measure.extended_to,), cls.status, (words.EXTENDED,)),
            NeededInLinked(answered, cls.status, words.FEEDBACK_GIVEN),
        )

    @classmethod
    def deadlines(cls, row: Row, context: RowContext) -> Iterator[Deadline]:
        from ledgerkit.ledgers import handling

        return handling.deadlines(row, context)

    @classmethod
    def gaps(cls, row: Row, context: RowContext) -> Iterator[Gap]:
        from ledgerkit.ledgers import handling

        return handling.gaps(row, context)

    @classmethod
    def is_open(cls, row: Row, context: RowContext) -> bool:
        from ledgerkit.ledgers import handling

        return handling.is_open(row, context)
