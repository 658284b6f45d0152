"""解决措施清单: who does what about a problem, and until when (policy 二.2, 二.3)."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.ledgers.handling import is_closed, is_of_unsettled
from ledgerkit.model.columns import (
    Count,
    Date,
    Key,
    Light,
    Name,
    Names,
    People,
    Reference,
    Serial,
    Text,
)
from ledgerkit.model.deadline import Chain, Deadline, Gap
from ledgerkit.model.ledger import Ledger, NotBefore, RequiredWhen
from ledgerkit.model.references import NotBeforeReferenced
from ledgerkit.model.row import Row

_OWN = frozenset({"实际完成日期", "延期申请日期", "延期至", "延期原因", "延期批准人"})
_OF_PROBLEM = frozenset({"办结日期", "办理状态"})
"""The cells that the clock needs: one that could not be read stops it."""


def deadlines(measure: Row, chain: Chain) -> Iterator[Deadline]:
    """计划完成日期, until it is done or its problem is closed."""
    planned = measure.day("计划完成日期")
    if planned is None or chain.given(measure.day("实际完成日期")):
        return
    problems = chain.referred(measure, "问题编号")
    unread = [_OWN & measure.unread, *(_OF_PROBLEM & problem.unread for problem in problems)]
    if any(unread) or _is_over(measure, chain):
        return
    raised = [day for problem in problems if (day := chain.given(problem.day("提出日期")))]
    yield Deadline(
        "措施",
        "提出" if raised else "计划完成",
        min(raised, default=planned),
        _actor(measure, problems, chain),
        due=planned,
        extended=measure.day("延期至") if _put_off(measure, chain) else None,
    )


def _is_over(measure: Row, chain: Chain) -> bool:
    """Whether the problem that the measure was to solve is closed."""
    problems = chain.referred(measure, "问题编号")
    return bool(problems) and all(is_closed(problem, chain) for problem in problems)


def _actor(measure: Row, problems: tuple[Row, ...], chain: Chain) -> str:
    """责任单位, unless that is no 政法单位: then 首访单位 keeps chasing it (policy 二.2)."""
    unit = measure.text("责任单位")
    visitors = [problem.text("首访单位") for problem in problems]
    return unit if chain.is_unit(unit) else next(filter(None, visitors), unit)


def _put_off(measure: Row, chain: Chain) -> bool:
    """An extension asked for before the plan's day, with a reason and an approver, moves it."""
    planned, until = measure.day("计划完成日期"), measure.day("延期至")
    asked = chain.given(measure.day("延期申请日期"))
    if not (planned and until and asked):
        return False
    justified = bool(measure["延期原因"] and measure["延期批准人"])
    return justified and asked < chain.workday(planned) < until


def gaps(measure: Row, chain: Chain) -> Iterator[Gap]:
    """A transfer nobody pressed; a plan's day past with nothing said of it."""
    handed = chain.given(measure.day("移交日期"))
    silent = not _filled(measure, "部门答复日期") and not _filled(measure, "最近督促日期")
    if handed and silent and not _is_over(measure, chain):
        due = chain.due("督促", "", handed)
        if due is not None and due < chain.as_of:
            yield Gap("transfer-without-pressing", measure, "最近督促日期")
    planned = measure.day("计划完成日期")
    if planned and chain.workday(planned) < chain.as_of:
        if not _filled(measure, "实际完成日期") and not _filled(measure, "进展情况"):
            yield Gap("plan-passed", measure, "进展情况")


def is_unsettled(measure: Row, chain: Chain) -> bool:
    """Its problem is not settled, or its own clock runs."""
    return is_of_unsettled(measure, chain) or any(deadlines(measure, chain))


def _filled(measure: Row, column: str) -> bool:
    """Whether something stands there, readable or not."""
    return measure[column] is not None or column in measure.unread


LEDGER = Ledger(
    name="解决措施清单",
    aliases=("措施清单", "解决措施台账"),
    prefix="CS",
    order=3,
    book="三张清单",
    system="二、走访企业",
    dated="计划完成日期",
    owner="责任单位",
    subject=None,
    matter="解决措施",
    columns=(
        Serial(),
        Key(
            name="措施编号", example="CS-法院-202610-001", help="CS-单位简称-年月-三位序号,不能重复"
        ),
        Reference(
            name="问题编号",
            to="走访问题清单",
            required=True,
            example="WT-法院-202610-001",
            help="这条措施要解决的问题",
        ),
        Text(
            name="解决措施",
            required=True,
            aliases=("措施", "措施内容", "工作措施"),
            width=40,
            example="立案绿色通道,诉前调解,必要时保全。",
        ),
        Name(
            name="责任单位",
            required=True,
            of=(Names.UNIT, Names.DEPARTMENT),
            width=16,
            example="区法院",
        ),
        People(name="责任人", required=True, aliases=("责任人员",), example="张晓明"),
        Date(
            name="计划完成日期",
            required=True,
            planned=True,
            aliases=("计划完成时间", "完成时限"),
            example="2026-10-22",
        ),
        Date(name="实际完成日期", aliases=("完成日期", "实际完成时间"), example="2026-10-20"),
        Text(
            name="进展情况", aliases=("进展", "落实情况"), width=30, example="已组织双方调解一次。"
        ),
        Name(
            name="移交部门",
            of=(Names.DEPARTMENT,),
            width=16,
            example="区人社局",
            help="不属于政法职责、移交出去时填",
        ),
        Date(name="移交日期", example="2026-10-14"),
        Text(name="移交文号", width=18, example="陈政法函〔2026〕5号"),
        Count(name="督促次数", example="1", most=99),
        Date(name="最近督促日期", example="2026-10-21"),
        Date(name="部门答复日期", aliases=("答复日期",), example="2026-10-26"),
        Date(name="延期申请日期", help="须在到期日之前申请,只能一次", example="2026-10-19"),
        Date(name="延期至", planned=True, example="2026-11-06"),
        Text(name="延期原因", width=20, example="需补充鉴定"),
        Text(name="延期批准人", example="李主任"),
        Light(due="计划完成日期", done=("实际完成日期",), help="自动计算,不用填"),
    ),
    checks=(
        RequiredWhen("移交部门", "移交日期"),
        RequiredWhen("移交日期", "移交部门"),
        RequiredWhen("延期申请日期", "延期至"),
        RequiredWhen("延期原因", "延期至"),
        RequiredWhen("延期批准人", "延期至"),
        NotBefore("最近督促日期", "移交日期"),
        NotBefore("部门答复日期", "移交日期"),
        NotBefore("延期至", "计划完成日期"),
        RequiredWhen("督促次数", "最近督促日期"),
    ),
    chain=tuple(
        NotBeforeReferenced(day, via="问题编号", earlier="提出日期")
        for day in ("计划完成日期", "实际完成日期", "移交日期", "延期申请日期")
    ),
    deadlines=deadlines,
    gaps=gaps,
    unsettled=is_unsettled,
)
