"""The letters to a unit or point about its alerts: which of them, the worst alert decides.

提醒单: what falls due soon, to each unit or point with nothing later than that.

催办单: what is late, to each unit or point with nothing later than that.

督办通知: what has long been late, to each unit or point whose worst item is.

通报: what stayed undone after all pressing, to each unit or point with such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.outcome import Alert, Step
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.alerted import by_urgency, items
from ledgerkit.papers.documents.letterhead import copies, letterhead, reply_by
from ledgerkit.rules.run import Run

REMINDER, PRESSING, SUPERVISION, CIRCULAR = "提醒单", "催办单", "督办通知", "通报"
_KINDS = {"通报": CIRCULAR, "督办": SUPERVISION, "催办": PRESSING}


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
        "summary": _summary(alerts),
        "items": items(run, alerts),
        "reply_by": reply_by(run),
        "copies": copies(run, copied, unit),
    }
    return Letter(stem(kind, unit), kind, unit, context)


def _summary(alerts: Sequence[Alert]) -> str:
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


DOCUMENTS = tuple(
    Document(kind, partial(_letters, kind), after=leader)
    for leader, kind in pairwise(("会议通知", REMINDER, PRESSING, SUPERVISION, CIRCULAR))
)
