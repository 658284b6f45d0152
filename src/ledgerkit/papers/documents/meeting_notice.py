"""会议通知: for every meeting that is planned soon and of which nobody has been told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ledgerkit.ledgers import words
from ledgerkit.ledgers.meetings import Meetings
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import meetings, phrasing
from ledgerkit.papers.documents.letterhead import letterhead
from ledgerkit.rules.run import Run

NOBODY_NAMED = "各有关单位"


def _letters(run: Run) -> Iterator[Letter]:
    """会议状态 计划, 拟开日期 after the as-of day within 会议通知提前天数, no 通知日期 yet."""
    days = run.office.days_setting("会议通知提前天数") or 0
    for key, entry in run.register.entries.get(Meetings.name, {}).items():
        row = entry.row
        day, notified = row[Meetings.scheduled_on], row[Meetings.notified_on]
        if (
            row[Meetings.state] != words.PLANNED
            or day is None
            or (notified and notified <= run.as_of)
        ):
            continue
        if run.as_of < day <= run.as_of + dt.timedelta(days=days):
            yield _letter(run, key, row, day)


def _letter(run: Run, key: str, row: Row, day: dt.date) -> Letter:
    attending = (*row.names(Meetings.units), *row.names(Meetings.firms))
    recipient = phrasing.listed(attending) or NOBODY_NAMED
    urgent = (day - run.as_of).days <= (run.office.days_setting("紧急会议通知天数") or 0)
    context = letterhead(run) | {
        "recipient": recipient,
        "meeting": meetings.name(row),
        "policy": meetings.POLICY.get(meetings.kind(row), ""),
        "urgent": urgent,
        "day": phrasing.date(day),
        "weekday": phrasing.weekday(day),
        "time": meetings.time(row),
        "place": phrasing.quoted(row.text(Meetings.venue)),
        "agenda": meetings.listed(row.text(Meetings.topic)),
        "attendance": _attendance(row),
    }
    kind = f"{meetings.kind(row)}{'紧急' if urgent else ''}通知"
    outside = bool(row.names(Meetings.firms))
    return Letter(stem(kind, key), "会议通知", recipient, context, outside=outside)


def _attendance(row: Row) -> str:
    """召集人, the units' and the firms' people, as far as the row names them."""
    units, firms = (
        phrasing.listed(row.names(Meetings.units)),
        phrasing.listed(row.names(Meetings.firms)),
    )
    convener = row.text(Meetings.convener)
    return phrasing.sentence(
        f"召集人{convener}" if convener else "",
        f"{units}有关负责同志" if units else "",
        f"{firms}代表" if firms else "",
    )


DOCUMENT = Document("会议通知", _letters)
