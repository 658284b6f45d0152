"""法治需求台账: what parks and firms ask of a 服务联系点, until it is answered (policy 三)."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.ledgers import words
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
from ledgerkit.model.deadline import Chain, Deadline, Gap
from ledgerkit.model.ledger import Filer, Ledger, NotBefore, RequiredWhen
from ledgerkit.model.references import NotBeforeReferenced, SameAsReferenced
from ledgerkit.model.row import Row


def is_closed(demand: Row, chain: Chain) -> bool:
    """Closed by its 办结日期 or by its 办理状态 (docs/domain.md#closed-and-reopened)."""
    return chain.given(demand.day("办结日期")) is not None or demand["办理状态"] in words.CLOSED


def is_unsettled(demand: Row, chain: Chain) -> bool:
    """Open, or closed and not yet answered; a closing day that cannot be read proves nothing."""
    if "办结日期" in demand.unread or not is_closed(demand, chain):
        return True
    return any(deadlines(demand, chain))


def deadlines(demand: Row, chain: Chain) -> Iterator[Deadline]:
    """办理 as a whole and the steps 小会商 → 提交 → 方案 → 落实 that have a limit; then 反馈."""
    if "办结日期" in demand.unread:
        return
    if is_closed(demand, chain):
        yield from _answering(demand, chain)
        return
    if "紧急程度" in demand.unread:
        return
    if registered := chain.given(demand.day("登记日期")):
        grade = demand.text("紧急程度")
        yield Deadline("办理", "登记", registered, _acting(demand, chain), grade)
    yield from _steps(demand, chain)


def _answering(demand: Row, chain: Chain) -> Iterator[Deadline]:
    finished = chain.given(demand.day("办结日期"))
    if demand["办理状态"] in (words.ANSWERED, words.STRUCK_OFF, words.REFUSED):
        return
    if finished and _awaited(demand, "反馈日期", chain):
        yield Deadline("反馈", "办结", finished, demand.text("服务联系点"))


def _awaited(demand: Row, column: str, chain: Chain) -> bool:
    """Whether a day is not given yet; one that could not be read may have been."""
    return chain.given(demand.day(column)) is None and column not in demand.unread


def _acting(demand: Row, chain: Chain) -> str:
    """The unit while its 方案 is awaited, the point at all other times."""
    awaited = chain.given(demand.day("提交日期")) and _awaited(demand, "方案日期", chain)
    return (demand.text("提交单位") if awaited else "") or demand.text("服务联系点")


def _steps(demand: Row, chain: Chain) -> Iterator[Deadline]:
    grade, point = demand.text("紧急程度"), demand.text("服务联系点")
    submitted_to = demand.text("提交单位")
    steps = (
        ("小会商", "登记", "登记日期", "小会商日期", point),
        ("提交", "小会商", "小会商日期", "提交日期", point if submitted_to else ""),
        ("方案", "提交", "提交日期", "方案日期", submitted_to),
        ("落实", "方案", "方案日期", "落实日期", point),
    )
    for matter, event, start, end, unit in steps:
        started = chain.given(demand.day(start))
        if started and unit and _awaited(demand, end, chain):
            yield Deadline(matter, event, started, unit, grade)


def gaps(demand: Row, chain: Chain) -> Iterator[Gap]:
    """A demand that a visit brought is not linked to its problem; closed without 反馈."""
    if demand["需求来源"] == "走访" and not demand["关联问题编号"]:
        if "关联问题编号" not in demand.unread:
            yield Gap("demand-without-problem", demand, "关联问题编号")
    finished = chain.given(demand.day("办结日期"))
    if finished and demand["办理状态"] != words.REFUSED and _awaited(demand, "反馈日期", chain):
        due = chain.due("反馈", "", finished)
        if due is None or due < chain.as_of:
            yield Gap("closed-without-feedback", demand, "反馈日期")


LEDGER = Ledger(
    name="法治需求台账",
    aliases=("需求台账", "企业法治需求台账", "法治需求登记表"),
    prefix="XQ",
    order=5,
    system="三、会商研判",
    filer=Filer.POINT,
    dated="登记日期",
    owner="服务联系点",
    subject="企业名称",
    matter="需求内容",
    columns=(
        Serial(),
        Key(
            name="需求编号",
            example="XQ-东岭-202610-001",
            help="XQ-联系点简称-年月-三位序号,不能重复",
        ),
        Name(
            name="服务联系点",
            required=True,
            of=(Names.POINT,),
            aliases=("联系点",),
            width=16,
            example="东岭联系点",
        ),
        Name(
            name="企业名称",
            required=True,
            of=(Names.FIRM, Names.PARK),
            aliases=("企业", "园区或企业"),
            width=26,
            example="岭东精密机械有限公司",
            help="企业全称,或园区名称",
        ),
        Choice(name="需求来源", required=True, words=words.DEMAND_FROM, example="联席会议"),
        Date(
            name="登记日期", required=True, aliases=("登记时间", "受理日期"), example="2026-10-12"
        ),
        Text(
            name="需求内容",
            required=True,
            aliases=("法治需求", "诉求内容"),
            width=40,
            example="希望上门讲解劳动合同管理,并审查用工制度。",
        ),
        Choice(name="需求类别", required=True, words=words.CATEGORY, width=14, example="劳动用工"),
        Choice(
            name="紧急程度",
            required=True,
            words=words.GRADE,
            aliases=("缓急程度",),
            example="一般",
            help="决定办理时限,时限见 名录.xlsx 的“办理时限”",
        ),
        DueDay(name="办理时限", start="登记日期", grade="紧急程度", help="自动计算,不用填"),
        Date(name="小会商日期", aliases=("会商日期",), example="2026-10-14"),
        Text(name="会商意见", width=24, example="提交区司法局提出方案"),
        Name(name="提交单位", of=(Names.UNIT,), width=16, example="区司法局"),
        Date(name="提交日期", example="2026-10-15"),
        Text(name="单位方案", width=24, example="安排律师上门服务一次"),
        Date(name="方案日期", example="2026-10-19"),
        Text(name="落实情况", width=24, example="已上门服务"),
        Date(name="落实日期", example="2026-10-20"),
        Choice(name="是否提请研判会", words=words.YES_NO, example="否"),
        Date(name="研判日期", planned=True, example="2026-10-22"),
        Choice(
            name="办理状态",
            required=True,
            words=words.STATUS,
            aliases=("状态",),
            example="已办结",
        ),
        Date(name="办结日期", example="2026-10-20"),
        Date(name="反馈日期", example="2026-10-21"),
        Reference(
            name="关联问题编号",
            to="走访问题清单",
            aliases=("问题编号",),
            example="WT-司法局-202610-002",
            help="这条需求来自走访问题时填",
        ),
        Light(
            due="办理时限",
            done=("办结日期",),
            state="办理状态",
            settled=words.CLOSED,
            help="自动计算,不用填",
        ),
    ),
    checks=(
        NotBefore("小会商日期", "登记日期"),
        NotBefore("提交日期", "登记日期"),
        NotBefore("方案日期", "提交日期"),
        NotBefore("落实日期", "方案日期"),
        NotBefore("办结日期", "登记日期"),
        NotBefore("反馈日期", "办结日期"),
        RequiredWhen("办结日期", "办理状态", (words.FINISHED, words.ANSWERED, words.STRUCK_OFF)),
        RequiredWhen("反馈日期", "办理状态", (words.ANSWERED, words.STRUCK_OFF)),
        RequiredWhen("提交日期", "提交单位"),
        RequiredWhen("提交单位", "提交日期"),
        RequiredWhen("研判日期", "是否提请研判会", (words.YES,)),
        RequiredWhen("方案日期", "单位方案"),
        NotBefore("研判日期", "登记日期"),
    ),
    chain=(
        NotBeforeReferenced("登记日期", via="关联问题编号", earlier="提出日期"),
        SameAsReferenced("企业名称", via="关联问题编号", other="企业名称"),
    ),
    deadlines=deadlines,
    gaps=gaps,
    unsettled=is_unsettled,
)
