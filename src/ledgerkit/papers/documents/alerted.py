"""Alerts as the tables of documents show them: a line for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ledgerkit.model.outcome import Alert
from ledgerkit.papers.documents import phrasing
from ledgerkit.rules.deadlines import standing
from ledgerkit.rules.run import Run

GIST = 50
"""Characters: so much that the first row of a table still fits under a red head."""


@dataclass(frozen=True)
class AlertedItem:
    """A line of the table; every value as it is printed, ``firm`` "" where none is concerned."""

    number: int
    unit: str
    key: str
    firm: str
    matter: str
    content: str
    started: str
    due: str
    standing: str
    level: str
    reckoning: str


def shortened(text: str) -> str:
    """The beginning of a long text."""
    return f"{text[: GIST - 1]}…" if len(text) > GIST else text


def items(run: Run, alerts: Iterable[Alert]) -> tuple[AlertedItem, ...]:
    """A numbered line for each alert, in the order given."""
    return tuple(_item(run, number, alert) for number, alert in enumerate(alerts, start=1))


def by_urgency(alerts: Iterable[Alert]) -> list[Alert]:
    """The latest first; equal ones in the order of ledgers and registers."""
    return sorted(alerts, key=lambda alert: (-alert.days_late, alert.due))


def _item(run: Run, number: int, alert: Alert) -> AlertedItem:
    row, ledger = alert.entry.row, alert.entry.ledger
    return AlertedItem(
        number,
        phrasing.listed(alert.parties),
        f"{alert.entry.key}（暂编号）" if alert.entry.provisional else alert.entry.key,
        run.register.subject(alert.entry),
        alert.matter,
        shortened(phrasing.typed(row.text(ledger.gist))) or phrasing.NONE,
        alert.started.isoformat(),
        alert.due.isoformat(),
        standing(alert.days_late, alert.due, run.as_of),
        alert.step.level,
        phrasing.full_width(alert.reckoning),
    )
