"""回复反馈清单: what the firm or park was told, and whether it is content (policy 二.3)."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.ledgers import words
from ledgerkit.ledgers.handling import is_ended, is_of_unsettled
from ledgerkit.model.columns import Choice, Date, Key, People, Reference, Serial
from ledgerkit.model.deadline import Chain, Gap
from ledgerkit.model.ledger import Ledger, NotBefore, NotWith, RequiredWhen
from ledgerkit.model.references import NotBeforeReferenced
from ledgerkit.model.row import Row


def gaps(feedback: Row, chain: Chain) -> Iterator[Gap]:
    """The firm was told that it is solved, or it was struck off, but the problem is not closed."""
    if feedback["办理结果"] != "已解决" and feedback["是否销号"] != words.YES:
        return
    if feedback["满意度"] == words.DISSATISFIED:
        return
    if chain.given(feedback.day("反馈日期")) is None:
        return
    for problem in chain.referred(feedback, "问题编号"):
        unread = {"办结日期", "办理状态"} & problem.unread
        if not unread and not is_ended(problem, chain):
            yield Gap("feedback-without-closing", feedback, "问题编号")


LEDGER = Ledger(
    name="回复反馈清单",
    aliases=("反馈清单", "回复反馈台账", "向园区及企业回复反馈清单"),
    prefix="FK",
    order=4,
    book="三张清单",
    system="二、走访企业",
    dated="反馈日期",
    owner=None,
    subject=None,
    matter="问题编号",
    columns=(
        Serial(),
        Key(
            name="反馈编号", example="FK-法院-202610-001", help="FK-单位简称-年月-三位序号,不能重复"
        ),
        Reference(
            name="问题编号",
            to="走访问题清单",
            required=True,
            example="WT-法院-202610-001",
            help="反馈的是哪个问题",
        ),
        Date(
            name="反馈日期", required=True, aliases=("反馈时间", "回复日期"), example="2026-10-21"
        ),
        Choice(name="反馈对象", words=words.FEEDBACK_TO, example="企业"),
        Choice(name="反馈方式", words=words.FEEDBACK_BY, open=True, example="当面"),
        People(name="反馈人", required=True, example="张晓明"),
        People(name="接收人", sensitive=True, example="王建国"),
        Choice(name="办理结果", required=True, words=words.RESULT, width=14, example="已解决"),
        Choice(
            name="满意度",
            words=words.SATISFACTION,
            example="满意",
            help="填“不满意”的,该问题从反馈日期起重办",
        ),
        Date(name="回访日期", example="2026-10-27"),
        Choice(
            name="是否销号",
            required=True,
            words=words.YES_NO,
            example="是",
            help="销号 = 已办结 + 已反馈",
        ),
        Date(name="销号日期", example="2026-10-28"),
    ),
    checks=(
        RequiredWhen("销号日期", "是否销号", (words.YES,)),
        NotBefore("回访日期", "反馈日期"),
        NotBefore("销号日期", "反馈日期"),
        NotWith("销号日期", "是否销号", (words.NO,)),
        NotWith("是否销号", "满意度", (words.DISSATISFIED,), (words.YES,)),
    ),
    chain=(
        NotBeforeReferenced("反馈日期", via="问题编号", earlier="提出日期"),
        NotBeforeReferenced(
            "反馈日期", via="问题编号", earlier="办结日期", only=("是否销号", words.YES)
        ),
    ),
    gaps=gaps,
    unsettled=is_of_unsettled,
)
