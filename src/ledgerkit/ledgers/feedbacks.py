"""回复反馈清单: what the firm or park was told, and whether it is content (policy 二.3)."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.ledgers import measures, problems, words
from ledgerkit.ledgers.books import THREE_LISTS
from ledgerkit.model.columns import Choice, Date, Key, People, Reference, Serial
from ledgerkit.model.deadline import Gap, RowContext
from ledgerkit.model.ledger import Ledger, NotBefore, NotWith, RequiredWhen
from ledgerkit.model.references import NotBeforeReferenced, ReferenceCheck
from ledgerkit.model.row import Row


class Feedbacks(
    Ledger,
    name="回复反馈清单",
    aliases=("反馈清单", "回复反馈台账", "向园区及企业回复反馈清单"),
    prefix="FK",
    book=THREE_LISTS,
    system="二、走访企业",
    due_day=5,
    after=lambda: measures.Measures,
):
    """回复反馈清单."""

    serial = Serial()
    key = Key("反馈编号", example="FK-法院-202610-001", help="FK-单位简称-年月-三位序号,不能重复")
    problem = Reference(
        "问题编号",
        to=lambda: problems.Problems,
        required=True,
        example="WT-法院-202610-001",
        help="反馈的是哪个问题",
    )
    given_on = Date(
        "反馈日期", required=True, aliases=("反馈时间", "回复日期"), example="2026-10-21"
    )
    audience = Choice("反馈对象", words=words.FEEDBACK_TO, example="企业")
    manner = Choice("反馈方式", words=words.FEEDBACK_BY, open=True, example="当面")
    given_by = People("反馈人", required=True, example="张晓明")
    received_by = People("接收人", sensitive=True, example="王建国")
    result = Choice("办理结果", required=True, words=words.RESULT, width=14, example="已解决")
    satisfaction = Choice(
        "满意度",
        words=words.SATISFACTION,
        example="满意",
        help="填“不满意”的,该问题从反馈日期起重办",
    )
    revisited_on = Date("回访日期", example="2026-10-27")
    struck_off = Choice(
        "是否销号", required=True, words=words.YES_NO, example="是", help="销号 = 已办结 + 已反馈"
    )
    struck_off_on = Date("销号日期", example="2026-10-28")

    dated = given_on
    gist = problem
    checks = (
        RequiredWhen(struck_off_on, struck_off, (words.YES,)),
        NotBefore(revisited_on, given_on),
        NotBefore(struck_off_on, given_on),
        NotWith(struck_off_on, struck_off, (words.NO,)),
        NotWith(struck_off, satisfaction, (words.DISSATISFIED,), (words.YES,)),
    )
    gap_codes = ("feedback-without-closing",)

    @classmethod
    def reference_checks(cls) -> tuple[ReferenceCheck, ...]:
        problem = problems.Problems
        struck_off = (cls.struck_off, words.YES)
        return (
            NotBeforeReferenced(cls.given_on, via=cls.problem, earlier=problem.raised_on),
            NotBeforeReferenced(cls.given_on, cls.problem, problem.closed_on, only=struck_off),
        )

    @classmethod
    def gaps(cls, row: Row, context: RowContext) -> Iterator[Gap]:
        """The firm was told that it is solved, or it was struck off, but the problem is open."""
        from ledgerkit.ledgers import handling

        if row[cls.result] != words.SOLVED and row[cls.struck_off] != words.YES:
            return
        if row[cls.satisfaction] == words.DISSATISFIED or not context.given(row[cls.given_on]):
            return
        for problem in context.referred(row, cls.problem):
            if problem.could_not_be_read(*problems.Problems.closing):
                continue
            if not handling.is_ended(problem, context):
                yield Gap("feedback-without-closing", row, cls.problem)

    @classmethod
    def is_open(cls, row: Row, context: RowContext) -> bool:
        from ledgerkit.ledgers import handling

        return handling.is_of_open(row, cls.problem, context)
