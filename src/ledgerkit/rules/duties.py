"""Who owed what in the rounds of its duties that hold the months, and what was done (履职要求)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ledgerkit.model.ledger import DutyRule, Filer, Ledger
from ledgerkit.model.outcome import Duty, DutyState
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.register import Entry
from ledgerkit.model.submission import FileState, Submission
from ledgerkit.office import Obligation, Office
from ledgerkit.rules.context import RegisterContext

_Done = Mapping[str, list[tuple[dt.date, str]]]
"""Unit or point → (day, key) of the rows that count for it, in register order."""
_Sent = Mapping[tuple[str, str], Mapping[Month, bool]]
"""(unit or point, ledger) → month → whether all that came for it was a 零报告."""


def duties(
    context: RegisterContext,
    submissions: Sequence[Submission],
    months: Sequence[Month],
) -> tuple[Duty, ...]:
    """Every duty of every unit and point in each of its rounds that hold a month, as in 名录."""
    ruled = {ledger.duty.name: ledger for ledger in context.ledgers.values() if ledger.duty}
    done = {duty: _done(context, ledger) for duty, ledger in ruled.items()}
    sent = _sent(submissions)
    return tuple(
        _duty(obligation, who, period, done[obligation.duty], filed, months[-1], context.as_of)
        for obligation, who in _owed(context.office)
        if obligation.duty in ruled
        for filed in (sent.get((who, ruled[obligation.duty].name), {}),)
        for period in dict.fromkeys(Period.holding(month, obligation.cycle) for month in months)
    )


def _owed(office: Office) -> Iterator[tuple[Obligation, str]]:
    """(obligation, who): what is asked of one by name stands in place of what is asked of all."""
    asked = [
        (obligation, who)
        for obligation in office.obligations
        for who in office.subjects(obligation.subject)
    ]
    stands: dict[tuple[str, Cycle, str], Obligation] = {}
    for obligation, who in sorted(asked, key=lambda pair: pair[0].subject in [*Filer]):
        stands.setdefault((obligation.duty, obligation.cycle, who), obligation)
    for obligation, who in asked:
        if stands[obligation.duty, obligation.cycle, who] is obligation:
            yield obligation, who


def _duty(
    obligation: Obligation,
    who: str,
    period: Period,
    done: _Done,
    filed: Mapping[Month, bool],
    until: Month,
    as_of: dt.date,
) -> Duty:
    rows = tuple(key for day, key in done.get(who, ()) if day in period)
    zeros = [filed[month] for month in period.months if month <= until and month in filed]
    return Duty(
        obligation.duty,
        who,
        period,
        obligation.times,
        len(rows),
        _state(obligation.times, len(rows), as_of >= period.last, zeros),
        obligation.warns,
        rows,
    )


def _state(required: int, done: int, over: bool, zeros: Sequence[bool]) -> DutyState:
    """``zeros`` says of each month for which something was sent whether it was a 零报告."""
    if done >= required:
        return DutyState.DONE
    if not over:
        return DutyState.RUNNING
    if done:
        return DutyState.SHORT
    if not zeros:
        return DutyState.MISSING
    return DutyState.ZERO if all(zeros) else DutyState.SHORT


def _done(context: RegisterContext, ledger: type[Ledger]) -> _Done:
    assert ledger.duty is not None
    done: dict[str, list[tuple[dt.date, str]]] = defaultdict(list)
    for entry in context.entries(ledger):
        day = _counted_on(context, ledger.duty, entry)
        if day:
            for who in dict.fromkeys(_doers(ledger.duty, entry)):
                done[who].append((day, entry.key))
    return done


def _counted_on(context: RegisterContext, rule: DutyRule, entry: Entry) -> dt.date | None:
    if rule.only and entry.row[rule.only[0]] != rule.only[1]:
        return None
    return context.given(entry.row[rule.on])


def _doers(rule: DutyRule, entry: Entry) -> tuple[str, ...]:
    """A joint visit counts for every unit that it names."""
    return entry.row.names(rule.who) if rule.who else (entry.owner,)


def _sent(submissions: Sequence[Submission]) -> _Sent:
    sent: dict[tuple[str, str], dict[Month, bool]] = defaultdict(dict)
    for submission in submissions:
        zero = submission.state is FileState.ZERO_REPORT
        if not (zero or submission.state is FileState.MERGED):
            continue
        if submission.unit is None or submission.month is None:
            continue
        for ledger in submission.ledgers:
            months = sent[submission.unit, ledger]
            months[submission.month] = months.get(submission.month, True) and zero
    return sent
