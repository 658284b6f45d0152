"""联席会议纪要: a draft for every meeting that was held and has no minutes yet (policy 一, 三.3).

Written for a meeting 已召开 whose day (实开日期, else 拟开日期) lies in the run's period and whose
纪要文号 is blank; a 小会商 needs none. The ledger knows who was asked to come and what was
resolved: the person who took the minutes adds the names and what the row does not say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ledgerkit.ledgers import words
from ledgerkit.ledgers.meetings import Meetings
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import meetings, phrasing
from ledgerkit.papers.documents.letterhead import letter_head
from ledgerkit.rules.run import Run

KIND = "会议纪要"
_BLANK = "（　　　　）"


@dataclass(frozen=True)
class Resolved:
    """A line of 议定事项; every value as it is printed, "" for the person to fill in."""

    number: int
    matter: str
    unit: str
    due: str


def _letters(run: Run) -> Iterator[Letter]:
    number = Meetings.minutes_number
    for key, entry in run.register.entries.get(Meetings.name, {}).items():
        row = entry.row
        day = row[Meetings.held_on] or row[Meetings.scheduled_on]
        if row[Meetings.state] != words.HELD or row[Meetings.kind] == words.CONSULTATION:
            continue
        if row[number] is not None or row.could_not_be_read(number):
            continue
        if day and run.period.first <= day <= min(run.period.last, run.as_of):
            yield _letter(run, key, row, day)


def _letter(run: Run, key: str, row: Row, day: dt.date) -> Letter:
    host = row.text(Meetings.point)
    sent = phrasing.listed((*row.names(Meetings.units), *row.names(Meetings.firms)))
    context = letter_head(run, host) | {
        "mark": f"{meetings.name(row)}纪要",
        "number": f"{_series(run, host)}〔{day.year}〕  号",
        "opening": _opening(row, day),
        "agenda": meetings.listed(row.text(Meetings.topic)),
        "resolved": tuple(_resolved(row)),
        "unsaid": _BLANK,
        "host": host,
        "present": _present(row),
        "observers": "、".join(f"{firm}{_BLANK}" for firm in row.names(Meetings.firms)),
        "absent": _BLANK,
        "copies": sent,
    }
    outside = bool(row.names(Meetings.firms))
    return Letter(stem(f"{meetings.kind(row)}纪要", key), KIND, sent, context, outside=outside)


def _series(run: Run, host: str) -> str:
    """文号代字 as the host's last numbered minutes had it, "" before the first."""
    entries: list[Entry] = [*run.register.entries.get(Meetings.name, {}).values()]
    own = [entry.row for entry in entries if entry.row[Meetings.point] == host]
    numbers = (row.text(Meetings.minutes_number) for row in own)
    numbered = [number for number in numbers if "〔" in number]
    return numbered[-1].split("〔")[0].strip() if numbered else ""


def _opening(row: Row, day: dt.date) -> str:
    """“2026年10月21日，张三在园区会议室主持召开东岭联系点联席会议”, as far as the row says."""
    convener, place = row.text(Meetings.convener), phrasing.quoted(row.text(Meetings.venue))
    where = f"在{place}" if place else ""
    convened = f"{convener}{where}主持召开" if convener else f"{where}召开了"
    return f"{phrasing.date(day)}，{convened}{meetings.name(row)}"


def _resolved(row: Row) -> Iterator[Resolved]:
    """What was resolved, a line each."""
    due = row[Meetings.due_on]
    unit, until = row.text(Meetings.responsible), phrasing.date(due) if due else ""
    for number, matter in enumerate(meetings.matters(row.text(Meetings.resolutions)), start=1):
        yield Resolved(number, matter, unit, until)


def _present(row: Row) -> str:
    convener = row.text(Meetings.convener)
    units = [f"{unit}{_BLANK}" for unit in row.names(Meetings.units)]
    return "、".join([f"{convener}（召集人）"] * bool(convener) + units) or _BLANK


DOCUMENT = Document(KIND, _letters, after="催报单")
