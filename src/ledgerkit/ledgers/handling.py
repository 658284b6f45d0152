"""The life of a problem: when it is closed, which clocks run, which links lack.

The rules are those of docs/domain.md#closed-and-reopened. The clocks look at the problem and at its
rows in 解决措施清单 and 回复反馈清单, so the three ledgers of 三张清单 share them here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ledgerkit.ledgers import words
from ledgerkit.model.deadline import Chain, Deadline, Gap
from ledgerkit.model.row import Row

TOLD = (words.ANSWERED, words.STRUCK_OFF)
"""States that say that 反馈 was given: whether it was is judged by the chain, not as a gap."""
_BY_MEASURE = (words.TRANSFERRED, words.EXTENDED)
"""States that rest on a measure, likewise."""
_STATE = frozenset({"提出日期", "难易程度", "办理状态", "办结日期"})
_EXTENSION = frozenset({"延期申请日期", "延期至", "延期原因", "延期批准人"})
_TRANSFER = frozenset({"移交日期", "最近督促日期", "部门答复日期"})
_ANSWER = frozenset({"反馈日期"})
"""The cells that a clock needs: one that could not be read stops it."""


def is_closed(problem: Row, chain: Chain) -> bool:
    """Ended, and not reopened since by a firm that is 不满意."""
    return is_ended(problem, chain) and _rejected_on(problem, chain) is None


def is_ended(problem: Row, chain: Chain) -> bool:
    """Closed by its 办结日期 or 办理状态 (docs/domain.md#closed-and-reopened).

    反馈 and 回访 are clocks of their own.
    """
    return chain.given(problem.day("办结日期")) is not None or problem["办理状态"] in words.CLOSED


def is_unsettled(problem: Row, chain: Chain) -> bool:
    """Open, or closed and not yet answered; a closing day that cannot be read proves nothing."""
    if "办结日期" in problem.unread or not is_closed(problem, chain):
        return True
    return any(deadlines(problem, chain))


def is_of_unsettled(row: Row, chain: Chain) -> bool:
    """Whether a measure or an answer belongs to a problem that is not settled."""
    return any(is_unsettled(problem, chain) for problem in chain.referred(row, "问题编号"))


def deadlines(problem: Row, chain: Chain) -> Iterator[Deadline]:
    """The clocks of a problem: 办理 or 重办, 转办, 督促; once closed, 反馈 and 回访.

    A cell that could not be read stops the clocks that need it, and no others.
    """
    if problem["办理状态"] == words.REFUSED or "办结日期" in problem.unread:
        return
    rejected = _rejected_on(problem, chain)
    if rejected is None and is_ended(problem, chain):
        yield from _answering(problem, chain)
        return
    raised = chain.given(problem.day("提出日期"))
    if rejected is not None:
        yield from _handling_clock(problem, chain, rejected, "反馈不满意、重办")
    elif raised is not None:
        yield from _handling_clock(problem, chain, raised, "提出")
        yield from _handing_over(problem, chain, raised)
    yield from _pressing(problem, chain, rejected)


def _handling_clock(problem: Row, chain: Chain, started: dt.date, event: str) -> Iterator[Deadline]:
    measures = chain.linked(problem, "解决措施清单")
    if "难易程度" not in problem.unread and not _unread(_EXTENSION, *measures):
        yield _handling(problem, chain, started, event)


def closing(problem: Row, chain: Chain) -> tuple[dt.date, Deadline] | None:
    """The day on which a problem was closed, and the 办理 clock that ran until then."""
    raised, finished = problem.day("提出日期"), chain.given(problem.day("办结日期"))
    if not raised or not finished or not is_closed(problem, chain):
        return None
    redone = [day for day in _rejections(problem, chain) if day < finished]
    return finished, _handling(problem, chain, max(redone, default=raised), "提出")


def gaps(problem: Row, chain: Chain) -> Iterator[Gap]:
    """No measure; closed without 反馈; an extension that does not count."""
    state, raised = problem["办理状态"], chain.given(problem.day("提出日期"))
    if raised is None or _unread(_STATE, problem):
        return
    measures = chain.linked(problem, "解决措施清单")
    if state not in (words.PENDING, words.REFUSED, *_BY_MEASURE) and not measures:
        yield Gap("problem-without-measure", problem, "问题编号")
    finished = chain.given(problem.day("办结日期"))
    if finished and state not in (words.REFUSED, *TOLD) and not _heard(problem, chain):
        due = chain.due("反馈", "", finished)
        if due is None or due < chain.as_of:
            yield Gap("closed-without-feedback", problem, "办结日期")
    for measure in measures:
        if _in_vain(measure, problem, chain, raised):
            yield Gap("extension-ignored", measure, "延期至")


def _in_vain(measure: Row, problem: Row, chain: Chain, raised: dt.date) -> bool:
    """Whether an extension stands there that moves no due day, of the first clock or a 重办."""
    asked = measure.day("延期申请日期")
    if not measure.day("延期至") or (asked and asked > chain.as_of) or _unread(_EXTENSION, measure):
        return False
    if chain.due("办理", problem.text("难易程度"), raised) is None:
        return False
    starts = [raised, *_rejections(problem, chain)]
    return not any(_extends(measure, problem, chain, start) for start in starts)


def _unread(columns: frozenset[str], *rows: Row) -> bool:
    return any(not row.unread.isdisjoint(columns) for row in rows)


def _handling(problem: Row, chain: Chain, started: dt.date, event: str) -> Deadline:
    extensions = (
        measure.day("延期至")
        for measure in chain.linked(problem, "解决措施清单")
        if _extends(measure, problem, chain, started)
    )
    return Deadline(
        "办理",
        event,
        started,
        _handler(problem, chain),
        problem.text("难易程度"),
        extended=max((day for day in extensions if day), default=None),
    )


def _extends(measure: Row, problem: Row, chain: Chain, started: dt.date) -> bool:
    """One extension counts: asked for before the due day, with a reason and an approver."""
    asked, until = chain.given(measure.day("延期申请日期")), measure.day("延期至")
    if not (asked and until and measure["延期原因"] and measure["延期批准人"]):
        return False
    due = chain.due("办理", problem.text("难易程度"), started)
    redone = started != problem.day("提出日期")
    return due is not None and asked < due < until and not (redone and asked < started)


def _handler(problem: Row, chain: Chain) -> str:
    """主办单位, unless that is no 政法单位: then 首访单位 keeps chasing it (policy 二.2)."""
    handler = problem.text("主办单位")
    return handler if chain.is_unit(handler) else problem.text("首访单位") or handler


def _handing_over(problem: Row, chain: Chain, raised: dt.date) -> Iterator[Deadline]:
    measures = chain.linked(problem, "解决措施清单")
    if problem["职责归属"] not in (words.ACROSS, words.OUTSIDE):
        return
    if "转办日期" in problem.unread or _unread(frozenset({"移交日期"}), *measures):
        return
    handed = chain.given(problem.day("转办日期")) is not None
    if not handed and not any(chain.given(measure.day("移交日期")) for measure in measures):
        yield Deadline("转办", "提出", raised, problem.text("首访单位"))


def _pressing(problem: Row, chain: Chain, rejected: dt.date | None) -> Iterator[Deadline]:
    """督促 of every transfer that the department has not answered."""
    if problem["职责归属"] != words.OUTSIDE and problem["办理状态"] != words.TRANSFERRED:
        return
    if {"职责归属", "转办日期"} & problem.unread:
        return
    if _unread(_TRANSFER, *chain.linked(problem, "解决措施清单")):
        return
    for handed, pressed in _unanswered(problem, chain):
        event, started = ("上次督促", pressed) if pressed and pressed > handed else ("移交", handed)
        if rejected and rejected > started:
            event, started = "反馈不满意、重办", rejected
        yield Deadline("督促", event, started, problem.text("首访单位"))


def _unanswered(problem: Row, chain: Chain) -> Iterator[tuple[dt.date, dt.date | None]]:
    """(handed over, last pressed) of the transfers that wait.

    Where no measure has a 移交日期, 转办日期 stands for one transfer that all measures speak of.
    """
    measures = chain.linked(problem, "解决措施清单")
    transfers = [measure for measure in measures if chain.given(measure.day("移交日期"))]
    for measure in transfers:
        handed = chain.given(measure.day("移交日期"))
        if handed and not chain.given(measure.day("部门答复日期")):
            yield handed, chain.given(measure.day("最近督促日期"))
    if transfers or any(chain.given(measure.day("部门答复日期")) for measure in measures):
        return
    if handed := chain.given(problem.day("转办日期")):
        pressed = (chain.given(measure.day("最近督促日期")) for measure in measures)
        yield handed, max(filter(None, pressed), default=None)


def _answers(problem: Row, chain: Chain) -> list[tuple[dt.date, Row]]:
    """The feedback given so far, in order of its day."""
    rows = chain.linked(problem, "回复反馈清单")
    dated = ((chain.given(row.day("反馈日期")), row) for row in rows)
    return sorted(((day, row) for day, row in dated if day), key=lambda answer: answer[0])


def _rejections(problem: Row, chain: Chain) -> list[dt.date]:
    answers = _answers(problem, chain)
    return [day for day, row in answers if row["满意度"] == words.DISSATISFIED]


def _heard(problem: Row, chain: Chain) -> bool:
    """Whether any feedback is given; one whose day could not be read may be."""
    rows = chain.linked(problem, "回复反馈清单")
    return any(chain.given(row.day("反馈日期")) or "反馈日期" in row.unread for row in rows)


def _rejected_on(problem: Row, chain: Chain) -> dt.date | None:
    """The day of the last feedback if it was 不满意 and nothing was finished since (重办)."""
    answers = _answers(problem, chain)
    if not answers or answers[-1][1]["满意度"] != words.DISSATISFIED:
        return None
    day = answers[-1][0]
    finished = chain.given(problem.day("办结日期"))
    return None if finished and finished > day else day


def _answering(problem: Row, chain: Chain) -> Iterator[Deadline]:
    """反馈 of what was finished; then 回访. Feedback before a 不满意 does not count any more."""
    finished, state = chain.given(problem.day("办结日期")), problem["办理状态"]
    if state == words.STRUCK_OFF or _unread(_ANSWER, *chain.linked(problem, "回复反馈清单")):
        return
    answers = _answers(problem, chain)
    if answers and answers[-1][1]["满意度"] != words.DISSATISFIED:
        day, last = answers[-1]
        settled = chain.given(last.day("回访日期")) or last["是否销号"] == words.YES
        if not settled and "回访日期" not in last.unread:
            yield Deadline("回访", "反馈", day, _handler(problem, chain))
    elif finished and state != words.ANSWERED:
        yield Deadline("反馈", "办结", finished, _handler(problem, chain))
