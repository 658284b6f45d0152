"""The life of a problem: when it is closed, which clocks run, which links lack.

The rules are those of docs/domain.md#closed-and-reopened. The clocks look at the problem and at its
rows in 解决措施清单 and 回复反馈清单, so the three ledgers of 三张清单 share them here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from ledgerkit.ledgers import matters, words
from ledgerkit.ledgers.feedbacks import Feedbacks
from ledgerkit.ledgers.measures import Measures
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.columns import Column, Reference
from ledgerkit.model.deadline import Deadline, Gap, RowContext
from ledgerkit.model.row import Row

_BY_MEASURE = (words.TRANSFERRED, words.EXTENDED)
"""States that rest on a measure, likewise."""
_STATE = (Problems.raised_on, Problems.grade, *Problems.closing)
_EXTENSION = (
    Measures.extension_asked_on,
    Measures.extended_to,
    Measures.extension_reason,
    Measures.extension_approver,
)
_TRANSFER = (Measures.transferred_on, Measures.pressed_on, Measures.answered_on)
"""The cells that a clock needs: one that could not be read stops it."""


def is_closed(problem: Row, context: RowContext) -> bool:
    """Ended, and not reopened since by a firm that is 不满意."""
    return is_ended(problem, context) and _rejected_on(problem, context) is None


def is_ended(problem: Row, context: RowContext) -> bool:
    """Closed by its 办结日期 or 办理状态 (docs/domain.md#closed-and-reopened).

    反馈 and 回访 are clocks of their own.
    """
    finished = context.given(problem[Problems.closed_on])
    return finished is not None or problem[Problems.status] in words.CLOSED


def is_open(problem: Row, context: RowContext) -> bool:
    """Open, or closed and not yet answered; a closing day that cannot be read proves nothing."""
    if problem.could_not_be_read(Problems.closed_on) or not is_closed(problem, context):
        return True
    return any(deadlines(problem, context))


def is_of_open(row: Row, column: Reference, context: RowContext) -> bool:
    """Whether a measure or an answer belongs to a problem that is not settled."""
    return any(is_open(problem, context) for problem in context.referred(row, column))


def deadlines(problem: Row, context: RowContext) -> Iterator[Deadline]:
    """The clocks of a problem: 办理 or 重办, 转办, 督促; once closed, 反馈 and 回访.

    A cell that could not be read stops the clocks that need it, and no others.
    """
    if problem[Problems.status] == words.REFUSED or problem.could_not_be_read(Problems.closed_on):
        return
    rejected = _rejected_on(problem, context)
    if rejected is None and is_ended(problem, context):
        yield from _answering(problem, context)
        return
    raised = context.given(problem[Problems.raised_on])
    if rejected is not None:
        yield from _handling_clock(problem, context, rejected, "反馈不满意、重办")
    elif raised is not None:
        yield from _handling_clock(problem, context, raised, "提出")
        yield from _handing_over(problem, context, raised)
    yield from _pressing(problem, context, rejected)


def _handling_clock(
    problem: Row, context: RowContext, started: dt.date, event: str
) -> Iterator[Deadline]:
    measures = context.linked(problem, Measures)
    if not problem.could_not_be_read(Problems.grade) and not _unread(_EXTENSION, *measures):
        yield _handling(problem, context, started, event)


def closing(problem: Row, context: RowContext) -> tuple[dt.date, Deadline] | None:
    """The day on which a problem was closed, and the 办理 clock that ran until then."""
    raised, finished = problem[Problems.raised_on], context.given(problem[Problems.closed_on])
    if not raised or not finished or not is_closed(problem, context):
        return None
    redone = [day for day in _rejections(problem, context) if day < finished]
    return finished, _handling(problem, context, max(redone, default=raised), "提出")


def gaps(problem: Row, context: RowContext) -> Iterator[Gap]:
    """No measure; closed without 反馈; an extension that does not count."""
    state, raised = problem[Problems.status], context.given(problem[Problems.raised_on])
    if raised is None or _unread(_STATE, problem):
        return
    measures = context.linked(problem, Measures)
    if state not in (words.PENDING, words.REFUSED, *_BY_MEASURE) and not measures:
        yield Gap("problem-without-measure", problem, Problems.key)
    finished = context.given(problem[Problems.closed_on])
    if (
        finished
        and state not in (words.REFUSED, *words.FEEDBACK_GIVEN)
        and not _heard(problem, context)
    ):
        due = context.due(matters.ANSWERING, "", finished)
        if due is None or due < context.as_of:
            yield Gap("closed-without-feedback", problem, Problems.closed_on)
    for measure in measures:
        if _in_vain(measure, problem, context, raised):
            yield Gap("extension-ignored", measure, Measures.extended_to)


def _in_vain(measure: Row, problem: Row, context: RowContext, raised: dt.date) -> bool:
    """Whether an extension stands there that moves no due day, of the first clock or a 重办."""
    asked = measure[Measures.extension_asked_on]
    if (
        not measure[Measures.extended_to]
        or (asked and asked > context.as_of)
        or _unread(_EXTENSION, measure)
    ):
        return False
    if context.due(matters.HANDLING, problem.text(Problems.grade), raised) is None:
        return False
    starts = [raised, *_rejections(problem, context)]
    return not any(_extends(measure, problem, context, start) for start in starts)


def _unread(columns: Iterable[Column[Any]], *rows: Row) -> bool:
    return any(row.could_not_be_read(*columns) for row in rows)


def _handling(problem: Row, context: RowContext, started: dt.date, event: str) -> Deadline:
    extensions = (
        measure[Measures.extended_to]
        for measure in context.linked(problem, Measures)
        if _extends(measure, problem, context, started)
    )
    return Deadline(
        matters.HANDLING,
        event,
        started,
        _handler(problem, context),
        problem.text(Problems.grade),
        extended=max((day for day in extensions if day), default=None),
    )


def _extends(measure: Row, problem: Row, context: RowContext, started: dt.date) -> bool:
    """One extension counts: asked for before the due day, with a reason and an approver."""
    asked, until = (
        context.given(measure[Measures.extension_asked_on]),
        measure[Measures.extended_to],
    )
    if not (
        asked
        and until
        and measure[Measures.extension_reason]
        and measure[Measures.extension_approver]
    ):
        return False
    due = context.due(matters.HANDLING, problem.text(Problems.grade), started)
    redone = started != problem[Problems.raised_on]
    return due is not None and asked < due < until and not (redone and asked < started)


def _handler(problem: Row, context: RowContext) -> str:
    """主办单位, unless that is no 政法单位: then 首访单位 keeps chasing it (policy 二.2)."""
    handler = problem.text(Problems.lead_unit)
    return handler if context.is_unit(handler) else problem.text(Problems.first_unit) or handler


def _handing_over(problem: Row, context: RowContext, raised: dt.date) -> Iterator[Deadline]:
    measures = context.linked(problem, Measures)
    if problem[Problems.responsibility] not in (words.ACROSS, words.OUTSIDE):
        return
    if problem.could_not_be_read(Problems.handed_over_on) or _unread(
        (Measures.transferred_on,), *measures
    ):
        return
    handed = context.given(problem[Problems.handed_over_on]) is not None
    if not handed and not any(
        context.given(measure[Measures.transferred_on]) for measure in measures
    ):
        yield Deadline(matters.HANDING_OVER, "提出", raised, problem.text(Problems.first_unit))


def _pressing(problem: Row, context: RowContext, rejected: dt.date | None) -> Iterator[Deadline]:
    """督促 of every transfer that the department has not answered."""
    if (
        problem[Problems.responsibility] != words.OUTSIDE
        and problem[Problems.status] != words.TRANSFERRED
    ):
        return
    if problem.could_not_be_read(Problems.responsibility, Problems.handed_over_on):
        return
    if _unread(_TRANSFER, *context.linked(problem, Measures)):
        return
    for handed, pressed in _unanswered(problem, context):
        event, started = ("上次督促", pressed) if pressed and pressed > handed else ("移交", handed)
        if rejected and rejected > started:
            event, started = "反馈不满意、重办", rejected
        yield Deadline(matters.PRESSING, event, started, problem.text(Problems.first_unit))


def _unanswered(problem: Row, context: RowContext) -> Iterator[tuple[dt.date, dt.date | None]]:
    """(handed over, last pressed) of the transfers that wait.

    Where no measure has a 移交日期, 转办日期 stands for one transfer that all measures speak of.
    """
    measures = context.linked(problem, Measures)
    transfers = [measure for measure in measures if context.given(measure[Measures.transferred_on])]
    for measure in transfers:
        handed = context.given(measure[Measures.transferred_on])
        if handed and not context.given(measure[Measures.answered_on]):
            yield handed, context.given(measure[Measures.pressed_on])
    if transfers or any(context.given(measure[Measures.answered_on]) for measure in measures):
        return
    if handed := context.given(problem[Problems.handed_over_on]):
        pressed = (context.given(measure[Measures.pressed_on]) for measure in measures)
        yield handed, max(filter(None, pressed), default=None)


def _answers(problem: Row, context: RowContext) -> list[tuple[dt.date, Row]]:
    """The feedback given so far, in order of its day."""
    rows = context.linked(problem, Feedbacks)
    dated = ((context.given(row[Feedbacks.given_on]), row) for row in rows)
    return sorted(((day, row) for day, row in dated if day), key=lambda answer: answer[0])


def _rejections(problem: Row, context: RowContext) -> list[dt.date]:
    answers = _answers(problem, context)
    return [day for day, row in answers if row[Feedbacks.satisfaction] == words.DISSATISFIED]


def _heard(problem: Row, context: RowContext) -> bool:
    """Whether any feedback is given; one whose day could not be read may be."""
    rows = context.linked(problem, Feedbacks)
    return any(
        context.given(row[Feedbacks.given_on]) or row.could_not_be_read(Feedbacks.given_on)
        for row in rows
    )


def _rejected_on(problem: Row, context: RowContext) -> dt.date | None:
    """The day of the last feedback if it was 不满意 and nothing was finished since (重办)."""
    answers = _answers(problem, context)
    if not answers or answers[-1][1][Feedbacks.satisfaction] != words.DISSATISFIED:
        return None
    day = answers[-1][0]
    finished = context.given(problem[Problems.closed_on])
    return None if finished and finished > day else day


def _answering(problem: Row, context: RowContext) -> Iterator[Deadline]:
    """反馈 of what was finished; then 回访. Feedback before a 不满意 does not count any more."""
    finished, state = context.given(problem[Problems.closed_on]), problem[Problems.status]
    if state == words.STRUCK_OFF or _unread(
        (Feedbacks.given_on,), *context.linked(problem, Feedbacks)
    ):
        return
    answers = _answers(problem, context)
    if answers and answers[-1][1][Feedbacks.satisfaction] != words.DISSATISFIED:
        day, last = answers[-1]
        revisited = (
            context.given(last[Feedbacks.revisited_on]) or last[Feedbacks.struck_off] == words.YES
        )
        if not revisited and not last.could_not_be_read(Feedbacks.revisited_on):
            yield Deadline(matters.REVISITING, "反馈", day, _handler(problem, context))
    elif finished and state != words.ANSWERED:
        yield Deadline(matters.ANSWERING, "办结", finished, _handler(problem, context))
