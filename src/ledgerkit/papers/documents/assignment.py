"""交办单: demands that points submitted to a unit, whose plan is awaited (policy 三.2).

One for each unit, naming every demand with 提交单位 and a 提交日期 in the run's period, no 单位方案
and no 方案日期 yet, not closed, and not past its 办结时限: what is late is pressed for by 催办单 or
督办通知 instead.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledgerkit.ledgers.demands import PLANNING, Demands, is_closed
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.register import Entry
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.clocks import handling_due
from ledgerkit.papers.documents.letterhead import letterhead, reply_by
from ledgerkit.rules.deadlines import limit_due
from ledgerkit.rules.run import Run

KIND = "交办单"
_PLAN = (Demands.plan, Demands.planned_on)


@dataclass(frozen=True)
class Assigned:
    """A line of the table; every value as it is printed."""

    number: int
    key: str
    firm: str
    content: str
    opinion: str
    point: str
    submitted: str
    due: str


def _letters(run: Run) -> Iterator[Letter]:
    units: dict[str, list[Entry]] = {}
    for entry in run.context.entries(Demands):
        if _is_waiting(run, entry):
            units.setdefault(entry.row.text(Demands.unit), []).append(entry)
    for unit, entries in units.items():
        yield _letter(run, unit, entries)


def _is_waiting(run: Run, entry: Entry) -> bool:
    row = entry.row
    submitted = run.context.given(row[Demands.submitted_on])
    if not row[Demands.unit] or not submitted or submitted < run.period.first:
        return False
    if any(row[column] is not None or row.could_not_be_read(column) for column in _PLAN):
        return False
    due = handling_due(run, entry)
    return not is_closed(row, run.context) and (due is None or due >= run.as_of)


def _letter(run: Run, unit: str, entries: Sequence[Entry]) -> Letter:
    points = phrasing.listed(entry.row.text(Demands.point) for entry in entries)
    context = letterhead(run) | {
        "recipient": unit,
        "points": points,
        "count": len(entries),
        "items": tuple(_assigned(run, at, entry) for at, entry in enumerate(entries, start=1)),
        "reply_by": reply_by(run, *_limits(run, entries)),
    }
    return Letter(stem(KIND, unit), KIND, unit, context)


def _limits(run: Run, entries: Sequence[Entry]) -> Iterator[dt.date | None]:
    """By when a plan is needed at the latest: the limit of 方案, and 办结时限 of the demand."""
    for entry in entries:
        submitted = entry.row[Demands.submitted_on]
        if submitted:
            yield limit_due(run.office, PLANNING, entry.row.text(Demands.grade), submitted)
        yield handling_due(run, entry)


def _assigned(run: Run, number: int, entry: Entry) -> Assigned:
    row, due = entry.row, handling_due(run, entry)
    return Assigned(
        number,
        f"{entry.key}（暂编号）" if entry.provisional else entry.key,
        row.text(Demands.firm),
        phrasing.stated(row.text(Demands.content)) or phrasing.NONE,
        phrasing.stated(row.text(Demands.opinion)),
        row.text(Demands.point) or phrasing.NONE,
        row.text(Demands.submitted_on),
        due.isoformat() if due else phrasing.NONE,
    )


DOCUMENT = Document(KIND, _letters, after="会议纪要")
