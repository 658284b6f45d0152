"""Whether every workbook that was due for the month came, and when (报送情况)."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from ledgerkit.model.ledger import Filer, Ledgers
from ledgerkit.model.outcome import Filing, FilingState
from ledgerkit.model.period import Month
from ledgerkit.model.register import Fate
from ledgerkit.model.submission import FileState, Submission
from ledgerkit.office import FilingRule, Office
from ledgerkit.rules.context import RegisterContext
from ledgerkit.rules.deadlines import next_workday

_UNREAD = (FileState.UNREADABLE, FileState.UNRECOGNISED)
_OWED = (FilingState.MISSING, FilingState.RETURNED)
_Received = Mapping[tuple[str, str], Sequence[tuple[Submission, FilingState]]]
"""(unit or point, ledger) → what came for the month, as 已报, 零报告 or 退回."""


def filings(
    context: RegisterContext, submissions: Sequence[Submission], month: Month
) -> tuple[Filing, ...]:
    """One filing for each ledger that a unit or point owes for the month, as in 报送要求."""
    received = _received(context, submissions, month)
    return tuple(
        _filing(ledger, who, month, _due(context.office, rule, month), received, context.as_of)
        for rule, ledger, who in _owed(context.office, context.ledgers)
    )


def arrears(
    context: RegisterContext, submissions: Sequence[Submission], month: Month
) -> tuple[Filing, ...]:
    """What is still owed for the month before; nothing where nobody filed anything for it.

    A month's workbooks fall due in the next, so the run of that next month is the one that chases.
    """
    last = month.shift(-1)
    if all(submission.month != last for submission in submissions):
        return ()
    owed = filings(context, submissions, last)
    return tuple(filing for filing in owed if filing.due < context.as_of and filing.state in _OWED)


def _owed(office: Office, ledgers: Ledgers) -> Iterator[tuple[FilingRule, str, str]]:
    """(rule, ledger, who), each pair once: a rule that names one stands before one for all."""
    rules: dict[tuple[str, str], FilingRule] = {}
    for rule in sorted(office.filings, key=lambda rule: rule.subject in [*Filer]):
        for ledger in ledgers.values():
            if rule.book in (ledger.name, ledger.workbook):
                for who in office.subjects(rule.subject):
                    rules.setdefault((ledger.name, who), rule)
    for ledger_name in ledgers:
        for member in office.members:
            owed = rules.get((ledger_name, member.name))
            if owed:
                yield owed, ledger_name, member.name


def _due(office: Office, rule: FilingRule, month: Month) -> dt.date:
    """The day of the next month (its last, where it is shorter), moved to a working day."""
    following = month.shift(1)
    length = calendar.monthrange(following.year, following.month)[1]
    day = following.first.replace(day=max(1, min(rule.day, length)))
    return next_workday(office.calendar, day) or day


def _filing(
    ledger: str, who: str, month: Month, due: dt.date, received: _Received, as_of: dt.date
) -> Filing:
    """What came first of the best that came: rows before a 零报告, that before what went back."""
    came = received.get((who, ledger), ())
    for kind in (FilingState.FILED, FilingState.ZERO, FilingState.RETURNED):
        files = [submission for submission, state in came if state is kind]
        if files:
            first = min(files, key=lambda file: (_sent_on(file), file.path))
            sent = _sent_on(first)
            late = kind is FilingState.FILED and sent > due
            state = FilingState.LATE if late else kind
            return Filing(ledger, who, month, due, state, sent, first.path)
    state = FilingState.PENDING if as_of <= due else FilingState.MISSING
    return Filing(ledger, who, month, due, state, None, "")


def _sent_on(submission: Submission) -> dt.date:
    return submission.filed_on or submission.raw.modified.date()


def _received(
    context: RegisterContext, submissions: Sequence[Submission], month: Month
) -> _Received:
    fates = {submission.path: fates for submission, fates in context.register.fates}
    received: dict[tuple[str, str], list[tuple[Submission, FilingState]]] = defaultdict(list)
    for submission in submissions:
        if submission.month != month or submission.state is FileState.SKIPPED:
            continue
        name = PurePosixPath(submission.path).stem
        unit = submission.unit or context.office.sender(name)
        if unit is None:
            continue
        if submission.state in _UNREAD:
            for ledger in _named(name, context.ledgers):
                received[unit, ledger].append((submission, FilingState.RETURNED))
            continue
        for ledger in submission.ledgers:
            state = _came_as(submission, ledger, fates.get(submission.path, ()))
            received[unit, ledger].append((submission, state))
    return received


def _came_as(submission: Submission, ledger: str, fates: Sequence[Fate]) -> FilingState:
    if submission.state is FileState.ZERO_REPORT:
        return FilingState.ZERO
    own = [
        fate for row, fate in zip(submission.rows, fates, strict=False) if row.table.name == ledger
    ]
    returned = bool(own) and all(fate is Fate.RETURNED for fate in own)
    return FilingState.RETURNED if returned else FilingState.FILED


def _named(name: str, ledgers: Ledgers) -> Iterator[str]:
    """The ledgers that the name of a file speaks of, by their own, their book's or other names."""
    for ledger in ledgers.values():
        if any(title in name for title in ledger.titles):
            yield ledger.name
