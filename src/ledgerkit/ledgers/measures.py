"""解决措施清单: who does what about a problem, and until when (policy 二.2, 二.3)."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.ledgers import matters, problems
from ledgerkit.ledgers.books import THREE_LISTS
from ledgerkit.model.columns import (
    Count,
    Date,
    Key,
    Light,
    Name,
    NameList,
    People,
    Reference,
    Serial,
    Text,
)
from ledgerkit.model.deadline import Deadline, Gap, Matter, RowContext
from ledgerkit.model.ledger import Ledger, NotBefore, RequiredWhen
from ledgerkit.model.references import NotBeforeReferenced, ReferenceCheck
from ledgerkit.model.row import Row


class Measures(
    Ledger,
    name="解决措施清单",
    aliases=("措施清单", "解决措施台账"),
    prefix="CS",
    book=THREE_LISTS,
    system="二、走访企业",
    due_day=5,
    after=lambda: problems.Problems,
):
    """解决措施清单."""

    serial = Serial()
    key = Key("措施编号", example="CS-法院-202610-001", help="CS-单位简称-年月-三位序号,不能重复")
    problem = Reference(
        "问题编号",
        to=lambda: problems.Problems,
        required=True,
        example="WT-法院-202610-001",
        help="这条措施要解决的问题",
    )
    measure = Text(
        "解决措施",
        required=True,
        aliases=("措施", "措施内容", "工作措施"),
        width=40,
        example="立案绿色通道,诉前调解,必要时保全。",
    )
    unit = Name(
        "责任单位",
        required=True,
        of=(NameList.UNIT, NameList.DEPARTMENT),
        width=16,
        example="区法院",
    )
    people = People("责任人", required=True, aliases=("责任人员",), example="张晓明")
    planned_on = Date(
        "计划完成日期",
        required=True,
        planned=True,
        aliases=("计划完成时间", "完成时限"),
        example="2026-10-22",
    )
    done_on = Date("实际完成日期", aliases=("完成日期", "实际完成时间"), example="2026-10-20")
    progress = Text(
        "进展情况", aliases=("进展", "落实情况"), width=30, example="已组织双方调解一次。"
    )
    department = Name(
        "移交部门",
        of=(NameList.DEPARTMENT,),
        width=16,
        example="区人社局",
        help="不属于政法职责、移交出去时填",
    )
    transferred_on = Date("移交日期", example="2026-10-14")
    transfer_number = Text("移交文号", width=18, example="陈政法函〔2026〕5号")
    times_pressed = Count("督促次数", example="1", most=99)
    pressed_on = Date("最近督促日期", example="2026-10-21")
    answered_on = Date("部门答复日期", aliases=("答复日期",), example="2026-10-26")
    extension_asked_on = Date(
        "延期申请日期", help="须在到期日之前申请,只能一次", example="2026-10-19"
    )
    extended_to = Date("延期至", planned=True, example="2026-11-06")
    extension_reason = Text("延期原因", width=20, example="需补充鉴定")
    extension_approver = Text("延期批准人", example="李主任")
    light = Light(due=planned_on, done=(done_on,), help="自动计算,不用填")

    dated = planned_on
    owner = unit
    gist = measure
    checks = (
        RequiredWhen(department, transferred_on),
        RequiredWhen(transferred_on, department),
        RequiredWhen(extension_asked_on, extended_to),
        RequiredWhen(extension_reason, extended_to),
        RequiredWhen(extension_approver, extended_to),
        NotBefore(pressed_on, transferred_on),
        NotBefore(answered_on, transferred_on),
        NotBefore(extended_to, planned_on),
        RequiredWhen(times_pressed, pressed_on),
    )
    matters = (Matter("措施", demanded="完成", planned=planned_on),)
    gap_codes = ("transfer-without-pressing", "plan-passed")

    @classmethod
    def reference_checks(cls) -> tuple[ReferenceCheck, ...]:
        raised_on = problems.Problems.raised_on
        return tuple(
            NotBeforeReferenced(day, via=cls.problem, earlier=raised_on)
            for day in (cls.planned_on, cls.done_on, cls.transferred_on, cls.extension_asked_on)
        )

    @classmethod
    def deadlines(cls, row: Row, context: RowContext) -> Iterator[Deadline]:
        """计划完成日期, until it is done or its problem is closed."""
        planned = row[cls.planned_on]
        if planned is None or context.given(row[cls.done_on]):
            return
        caused_by = context.referred(row, cls.problem)
        if row.could_not_be_read(*_NEEDED) or _is_over(row, context):
            return
        if any(problem.could_not_be_read(*problems.Problems.closing) for problem in caused_by):
            return
        raised_on = (context.given(problem[problems.Problems.raised_on]) for problem in caused_by)
        raised = [day for day in raised_on if day]
        yield Deadline(
            cls.matters[0],
            "提出" if raised else "计划完成",
            min(raised, default=planned),
            _actor(row, caused_by, context),
            due=planned,
            extended=row[cls.extended_to] if _put_off(row, context) else None,
        )

    @classmethod
    def gaps(cls, row: Row, context: RowContext) -> Iterator[Gap]:
        """A transfer nobody pressed; a plan's day past with nothing said of it."""
        handed = context.given(row[cls.transferred_on])
        silent = not _filled(row, cls.answered_on) and not _filled(row, cls.pressed_on)
        if handed and silent and not _is_over(row, context):
            due = context.due(matters.PRESSING, "", handed)
            if due is not None and due < context.as_of:
                yield Gap("transfer-without-pressing", row, cls.pressed_on)
        planned = row[cls.planned_on]
        if planned and context.workday(planned) < context.as_of:
            if not _filled(row, cls.done_on) and not _filled(row, cls.progress):
                yield Gap("plan-passed", row, cls.progress)

    @classmethod
    def is_open(cls, row: Row, context: RowContext) -> bool:
        """Its problem is not settled, or its own clock runs."""
        from ledgerkit.ledgers import handling

        return handling.is_of_open(row, cls.problem, context) or any(cls.deadlines(row, context))


_NEEDED = (
    Measures.done_on,
    Measures.extension_asked_on,
    Measures.extended_to,
    Measures.extension_reason,
    Measures.extension_approver,
)
"""The cells that the clock needs: one that could not be read stops it."""


def _is_over(measure: Row, context: RowContext) -> bool:
    """Whether the problem that the measure was to solve is closed."""
    from ledgerkit.ledgers import handling

    caused_by = context.referred(measure, Measures.problem)
    return bool(caused_by) and all(handling.is_closed(problem, context) for problem in caused_by)


def _actor(measure: Row, caused_by: tuple[Row, ...], context: RowContext) -> str:
    """责任单位, unless that is no 政法单位: then 首访单位 keeps chasing it (policy 二.2)."""
    unit = measure.text(Measures.unit)
    visitors = [problem.text(problems.Problems.first_unit) for problem in caused_by]
    return unit if context.is_unit(unit) else next(filter(None, visitors), unit)


def _put_off(measure: Row, context: RowContext) -> bool:
    """An extension asked for before the plan's day, with a reason and an approver, moves it."""
    planned, until = measure[Measures.planned_on], measure[Measures.extended_to]
    asked = context.given(measure[Measures.extension_asked_on])
    if not (planned and until and asked):
        return False
    justified = measure[Measures.extension_reason] and measure[Measures.extension_approver]
    return bool(justified) and asked < context.workday(planned) < until


def _filled(measure: Row, column: Text | Date) -> bool:
    """Whether something stands there, readable or not."""
    return measure[column] is not None or measure.could_not_be_read(column)
