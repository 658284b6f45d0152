"""法治需求台账: what parks and firms ask of a 服务联系点, until it is answered (policy 三)."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.ledgers import feedbacks, matters, problems, words
from ledgerkit.model.columns import (
    Choice,
    Date,
    DueDay,
    Key,
    Light,
    Name,
    NameList,
    Reference,
    Serial,
    Text,
)
from ledgerkit.model.deadline import Deadline, Gap, Matter, RowContext
from ledgerkit.model.ledger import Filer, Ledger, NotBefore, RequiredWhen
from ledgerkit.model.references import NotBeforeReferenced, ReferenceCheck, SameAsReferenced
from ledgerkit.model.row import Row

CONSULTING = Matter("小会商", demanded="开小会商")
SUBMITTING = Matter("提交", demanded="提交单位")
PLANNING = Matter("方案", demanded="提出方案")
CARRYING_OUT = Matter("落实")


class Demands(
    Ledger,
    name="法治需求台账",
    aliases=("需求台账", "企业法治需求台账", "法治需求登记表"),
    prefix="XQ",
    system="三、会商研判",
    filer=Filer.POINT,
    due_day=5,
    after=lambda: feedbacks.Feedbacks,
):
    """法治需求台账."""

    serial = Serial()
    key = Key("需求编号", example="XQ-东岭-202610-001", help="XQ-联系点简称-年月-三位序号,不能重复")
    point = Name(
        "服务联系点",
        required=True,
        of=(NameList.POINT,),
        aliases=("联系点",),
        width=16,
        example="东岭联系点",
    )
    firm = Name(
        "企业名称",
        required=True,
        of=(NameList.FIRM, NameList.PARK),
        aliases=("企业", "园区或企业"),
        width=26,
        example="岭东精密机械有限公司",
        help="企业全称,或园区名称",
    )
    source = Choice("需求来源", required=True, words=words.DEMAND_FROM, example="联席会议")
    registered_on = Date(
        "登记日期", required=True, aliases=("登记时间", "受理日期"), example="2026-10-12"
    )
    content = Text(
        "需求内容",
        required=True,
        aliases=("法治需求", "诉求内容"),
        width=40,
        example="希望上门讲解劳动合同管理,并审查用工制度。",
    )
    category = Choice("需求类别", required=True, words=words.CATEGORY, width=14, example="劳动用工")
    grade = Choice(
        "紧急程度",
        required=True,
        words=words.GRADE,
        aliases=("缓急程度",),
        example="一般",
        help="决定办理时限,时限见 名录.xlsx 的“办理时限”",
    )
    due = DueDay(
        "办理时限",
        matter=matters.HANDLING,
        start=registered_on,
        grade=grade,
        help="自动计算,不用填",
    )
    consulted_on = Date("小会商日期", aliases=("会商日期",), example="2026-10-14")
    opinion = Text("会商意见", width=24, example="提交区司法局提出方案")
    unit = Name("提交单位", of=(NameList.UNIT,), width=16, example="区司法局")
    submitted_on = Date("提交日期", example="2026-10-15")
    plan = Text("单位方案", width=24, example="安排律师上门服务一次")
    planned_on = Date("方案日期", example="2026-10-19")
    outcome = Text("落实情况", width=24, example="已上门服务")
    carried_out_on = Date("落实日期", example="2026-10-20")
    for_study = Choice("是否提请研判会", words=words.YES_NO, example="否")
    studied_on = Date("研判日期", planned=True, example="2026-10-22")
    status = Choice(
        "办理状态", required=True, words=words.STATUS, aliases=("状态",), example="已办结"
    )
    closed_on = Date("办结日期", example="2026-10-20")
    answered_on = Date("反馈日期", example="2026-10-21")
    problem = Reference(
        "关联问题编号",
        to=lambda: problems.Problems,
        aliases=("问题编号",),
        example="WT-司法局-202610-002",
        help="这条需求来自走访问题时填",
    )
    light = Light(
        due=due, done=(closed_on,), state=status, closed=words.CLOSED, help="自动计算,不用填"
    )

    dated = registered_on
    owner = point
    subject = firm
    gist = content
    checks = (
        NotBefore(consulted_on, registered_on),
        NotBefore(submitted_on, registered_on),
        NotBefore(planned_on, submitted_on),
        NotBefore(carried_out_on, planned_on),
        NotBefore(closed_on, registered_on),
        NotBefore(answered_on, closed_on),
        RequiredWhen(closed_on, status, (words.FINISHED, words.ANSWERED, words.STRUCK_OFF)),
        RequiredWhen(answered_on, status, (words.ANSWERED, words.STRUCK_OFF)),
        RequiredWhen(submitted_on, unit),
        RequiredWhen(unit, submitted_on),
        RequiredWhen(studied_on, for_study, (words.YES,)),
        RequiredWhen(planned_on, plan),
        NotBefore(studied_on, registered_on),
    )
    matters = (
        matters.HANDLING,
        CONSULTING,
        SUBMITTING,
        PLANNING,
        CARRYING_OUT,
        matters.ANSWERING,
    )
    gap_codes = ("demand-without-problem", "closed-without-feedback")

    @classmethod
    def reference_checks(cls) -> tuple[ReferenceCheck, ...]:
        problem = problems.Problems
        return (
            NotBeforeReferenced(cls.registered_on, via=cls.problem, earlier=problem.raised_on),
            SameAsReferenced(cls.firm, via=cls.problem, other=problem.firm),
        )

    @classmethod
    def deadlines(cls, row: Row, context: RowContext) -> Iterator[Deadline]:
        """办理 as a whole and the steps 小会商 → 提交 → 方案 → 落实 with a limit; then 反馈."""
        if row.could_not_be_read(cls.closed_on):
            return
        if is_closed(row, context):
            yield from _answering(row, context)
            return
        if row.could_not_be_read(cls.grade):
            return
        if registered := context.given(row[cls.registered_on]):
            actor, grade = _actor(row, context), row.text(cls.grade)
            yield Deadline(matters.HANDLING, "登记", registered, actor, grade)
        yield from _steps(row, context)

    @classmethod
    def gaps(cls, row: Row, context: RowContext) -> Iterator[Gap]:
        """A demand that a visit brought is not linked to its problem; closed without 反馈."""
        if row[cls.source] == words.FROM_VISIT and not row[cls.problem]:
            if not row.could_not_be_read(cls.problem):
                yield Gap("demand-without-problem", row, cls.problem)
        finished = context.given(row[cls.closed_on])
        awaited = _is_awaited(row, cls.answered_on, context)
        if finished and row[cls.status] != words.REFUSED and awaited:
            due = context.due(matters.ANSWERING, "", finished)
            if due is None or due < context.as_of:
                yield Gap("closed-without-feedback", row, cls.answered_on)

    @classmethod
    def is_open(cls, row: Row, context: RowContext) -> bool:
        """Open, or closed and not answered; a closing day that cannot be read proves nothing."""
        if row.could_not_be_read(cls.closed_on) or not is_closed(row, context):
            return True
        return any(cls.deadlines(row, context))


def is_closed(demand: Row, context: RowContext) -> bool:
    """Closed by its 办结日期 or by its 办理状态 (docs/domain.md#closed-and-reopened)."""
    finished = context.given(demand[Demands.closed_on])
    return finished is not None or demand[Demands.status] in words.CLOSED


def _answering(demand: Row, context: RowContext) -> Iterator[Deadline]:
    finished = context.given(demand[Demands.closed_on])
    if demand[Demands.status] in (words.ANSWERED, words.STRUCK_OFF, words.REFUSED):
        return
    if finished and _is_awaited(demand, Demands.answered_on, context):
        yield Deadline(matters.ANSWERING, "办结", finished, demand.text(Demands.point))


def _is_awaited(demand: Row, column: Date, context: RowContext) -> bool:
    """Whether a day is not given yet; one that could not be read may have been."""
    return context.given(demand[column]) is None and not demand.could_not_be_read(column)


def _actor(demand: Row, context: RowContext) -> str:
    """The unit while its 方案 is awaited, the point at all other times."""
    submitted = context.given(demand[Demands.submitted_on])
    awaited = submitted and _is_awaited(demand, Demands.planned_on, context)
    return (demand.text(Demands.unit) if awaited else "") or demand.text(Demands.point)


def _steps(demand: Row, context: RowContext) -> Iterator[Deadline]:
    grade, point = demand.text(Demands.grade), demand.text(Demands.point)
    unit = demand.text(Demands.unit)
    steps = (
        (CONSULTING, "登记", Demands.registered_on, Demands.consulted_on, point),
        (SUBMITTING, "小会商", Demands.consulted_on, Demands.submitted_on, unit and point),
        (PLANNING, "提交", Demands.submitted_on, Demands.planned_on, unit),
        (CARRYING_OUT, "方案", Demands.planned_on, Demands.carried_out_on, point),
    )
    for matter, event, start, end, actor in steps:
        started = context.given(demand[start])
        if started and actor and _is_awaited(demand, end, context):
            yield Deadline(matter, event, started, actor, grade)
