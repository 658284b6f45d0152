"""What should come before the 研判会 (policy 三.3): asked for, refused, or late past pressing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ledgerkit.ledgers import demands, words
from ledgerkit.ledgers.demands import Demands
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.outcome import Alert, Referral, Step, Study
from ledgerkit.model.register import Entry
from ledgerkit.rules.context import RegisterContext
from ledgerkit.rules.deadlines import standing

ASKED = "已提请研判会,还没有研判"
_NAMED = ("研判会", "通报")
"""A rung of 预警阶梯 with one of these in its name calls for the 研判会."""


def studies(
    context: RegisterContext, alerts: Sequence[Alert], referrals: Iterable[Referral]
) -> tuple[Study, ...]:
    """The demands that a point asks to be studied, those that a unit refused, and what is so late
    that it has climbed to the rung of 通报 or 研判会 (of a ladder that names neither, the last).

    One that was studied before (研判日期) is not proposed again; a problem that a demand takes up
    (关联问题编号) stands under the demand.
    """
    late = {
        _name(alert.entry): alert
        for alert in alerts
        if alert.step.start >= _rung(context.office.ladder)
    }
    found = {_name(entry): (entry, (ASKED,)) for entry in _asked(context)}
    for referral in referrals:
        if referral.entry.row[Demands.status] == words.REFUSED:
            found.setdefault(_name(referral.entry), (referral.entry, (referral.reason,)))
    for alert in sorted(late.values(), key=lambda alert: -alert.days_late):
        if not _is_studied(context, alert.entry):
            how = f"{standing(alert.days_late, alert.due, context.as_of)},列入{alert.step.level}"
            entry, reasons = found.get(_name(alert.entry), (alert.entry, ()))
            found[_name(entry)] = (entry, (*reasons, how))
    covered = {key for entry, _ in found.values() for key in _taken_up(entry)}
    own = {_name(alert.entry): alert for alert in alerts}
    return tuple(
        Study(entry, reasons, own.get(name))
        for name, (entry, reasons) in found.items()
        if name not in covered
    )


def _name(entry: Entry) -> tuple[str, str]:
    return entry.ledger.name, entry.key


def _rung(ladder: Sequence[Step]) -> int:
    starts = [step.start for step in ladder if any(word in step.level for word in _NAMED)]
    return min(starts) if starts else max((step.start for step in ladder), default=0)


def _asked(context: RegisterContext) -> Iterator[Entry]:
    for entry in context.entries(Demands):
        row = entry.row
        if row[Demands.for_study] == words.YES and not _has_day(context, entry):
            if context.given(row[Demands.registered_on]) and not demands.is_closed(row, context):
                yield entry


def _has_day(context: RegisterContext, demand: Entry) -> bool:
    """Whether the demand was studied; a day that cannot be read may be past."""
    return bool(context.given(demand.row[Demands.studied_on])) or demand.row.could_not_be_read(
        Demands.studied_on
    )


def _is_studied(context: RegisterContext, entry: Entry) -> bool:
    """Whether the demand was, or one that takes the problem up."""
    if issubclass(entry.ledger, Demands):
        return _has_day(context, entry)
    if not issubclass(entry.ledger, Problems):
        return False
    taking_up = context.linked(entry.row, Demands)
    return any(_has_day(context, context.entry(row)) for row in taking_up)


def _taken_up(entry: Entry) -> Iterator[tuple[str, str]]:
    if issubclass(entry.ledger, Demands):
        yield from ((Problems.name, key) for key in entry.row.names(Demands.problem))
