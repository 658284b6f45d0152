"""Alerts as documents show them: whose they are, one line for each, and how they sum up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.outcome import Alert, Step
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.letterhead import copies, letterhead, reply_by
from ledgerkit.rules.deadlines import standing
from ledgerkit.rules.run import Run

REMINDER, PRESSING, SUPERVISION, CIRCULAR = "提醒单", "催办单", "督办通知", "通报"
_KINDS = {"通报": CIRCULAR, "督办": SUPERVISION, "催办": PRESSING}
GIST = 50
"""Characters: so much that the first row of a table still fits under a red head."""


@dataclass(frozen=True)
class Item:
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


def document(kind: str, order: int) -> Document[Run]:
    """The declaration of one kind of alert document; its template bears the kind's name."""
    return Document(kind, f"{kind}.docx", order, partial(_letters, kind))


def items(run: Run, alerts: Iterable[Alert]) -> tuple[Item, ...]:
    """A numbered line for each alert, in the order given."""
    return tuple(_item(run, number, alert) for number, alert in enumerate(alerts, start=1))


def by_urgency(alerts: Iterable[Alert]) -> list[Alert]:
    """The latest first; equal ones in the order of ledgers and registers."""
    return sorted(alerts, key=lambda alert: (-alert.days_late, alert.due))


def summary(alerts: Sequence[Alert]) -> str:
    """“2件已超过办结时限，最长逾期12个工作日，另有1件临近或已到期”."""
    late = [alert.days_late for alert in alerts if alert.days_late > 0]
    near = len(alerts) - len(late)
    if not late:
        return f"{near}件临近或已到办结时限"
    longest = f"最长逾期{max(late)}个工作日" if len(late) > 1 else f"逾期{late[0]}个工作日"
    return phrasing.joined(
        f"{len(late)}件已超过办结时限",
        longest,
        f"另有{near}件临近或已到期" if near else "",
    )


def kind_of(step: Step) -> str:
    """The document for a rung of 预警阶梯: by its name (挂牌督办, 全区通报), else by its start."""
    named = (kind for word, kind in _KINDS.items() if word in step.level)
    return next(named, PRESSING if step.start > 0 else REMINDER)


def _letters(kind: str, run: Run) -> Iterator[Letter]:
    """One letter for each unit or point whose worst alert calls for this kind."""
    for unit, alerts in _by_unit(run).items():
        if kind_of(max((alert.step for alert in alerts), key=lambda step: step.start)) == kind:
            yield _letter(run, kind, unit, by_urgency(alerts))


def _by_unit(run: Run) -> Mapping[str, list[Alert]]:
    """Unit or point → its alerts, in the order of 名录; others behind, as they come."""
    found: dict[str, list[Alert]] = {member.name: [] for member in run.office.members}
    for alert in run.outcome.alerts:
        for unit in alert.parties:
            found.setdefault(unit, []).append(alert)
    return {unit: alerts for unit, alerts in found.items() if alerts}


def _letter(run: Run, kind: str, unit: str, alerts: Sequence[Alert]) -> Letter:
    copied = (name for alert in alerts for name in alert.step.copied.split("、"))
    context = letterhead(run) | {
        "recipient": unit,
        "summary": summary(alerts),
        "items": items(run, alerts),
        "reply_by": reply_by(run),
        "copies": copies(run, copied, unit),
    }
    return Letter(stem(kind, unit), kind, unit, context)


def _item(run: Run, number: int, alert: Alert) -> Item:
    row, ledger = alert.entry.row, alert.entry.ledger
    return Item(
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
