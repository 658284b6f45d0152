"""What changed since last month's record: alerts that are new, climbed, eased; those that ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ledgerkit.model.outcome import Alert, Change, Ended, Ending, Step
from ledgerkit.rules.context import RegisterContext

Levels = Mapping[tuple[str, str], str]
"""(ledger, key) → the level at which it stood in a run record."""


def compared(alerts: Sequence[Alert], before: Levels | None, ladder: Sequence[Step]) -> list[Alert]:
    """The alerts, each with how it stands against last month's record, where there is one."""
    if before is None:
        return [*alerts]
    starts = {step.level: step.start for step in ladder}
    return [replace(alert, change=_change(alert, before, starts)) for alert in alerts]


def _change(alert: Alert, before: Levels, starts: Mapping[str, int]) -> Change | None:
    """None for a level that the ladder of today does not know: nothing to compare with."""
    level = before.get(alert.entry.identity)
    if level is None:
        return Change.NEW
    if level == alert.step.level:
        return Change.SAME
    if level not in starts:
        return None
    return Change.CLIMBED if alert.step.start > starts[level] else Change.EASED


def ended(
    context: RegisterContext,
    alerts: Sequence[Alert],
    before: Levels | None,
) -> tuple[Ended, ...] | None:
    """Last month's alerts that are none any more, in the order of ledgers and of that record."""
    if before is None:
        return None
    alerting = {alert.entry.identity for alert in alerts}
    return tuple(_ended(context, alerting, before))


def _ended(
    context: RegisterContext,
    alerting: set[tuple[str, str]],
    before: Levels,
) -> Iterator[Ended]:
    for ledger in context.ledgers.values():
        known = {entry.key: entry for entry in context.entries(ledger)}
        for (name, key), level in before.items():
            if name != ledger.name or (name, key) in alerting:
                continue
            entry = known.get(key)
            if entry is None:
                yield Ended(name, key, level, None, Ending.GONE)
            elif not context.deadlines(entry):
                yield Ended(name, key, level, entry, Ending.SETTLED)
            else:
                parents = (parent.identity for parent in context.parents(entry))
                covered = not alerting.isdisjoint(parents)
                ending = Ending.COVERED if covered else Ending.PUT_OFF
                yield Ended(name, key, level, entry, ending)
