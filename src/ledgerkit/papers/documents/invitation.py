"""旁听庭审邀请函: one for each firm that an open hearing has room for (policy 六).

Due for a hearing to come, 是否公开审理 是, whose 邀请函日期 is not given yet. The court signs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ledgerkit.ledgers import words
from ledgerkit.ledgers.hearings import Hearings
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import meetings, phrasing
from ledgerkit.papers.documents.letterhead import letter_head, reply_by
from ledgerkit.rules.run import Run

KIND = "旁听庭审邀请函"


def _letters(run: Run) -> Iterator[Letter]:
    for entry in run.register.entries.get(Hearings.name, {}).values():
        row, sent = entry.row, entry.row[Hearings.invited_on]
        day = row[Hearings.opens_on]
        if row[Hearings.is_public] != words.YES or day is None or day <= run.as_of:
            continue
        if row.could_not_be_read(Hearings.invited_on) or (sent and sent <= run.as_of):
            continue
        for firm in row.names(Hearings.invited):
            yield _letter(run, entry, firm, day)


def _letter(run: Run, entry: Entry, firm: str, day: dt.date) -> Letter:
    row = entry.row
    context = letter_head(run, entry.owner) | {
        "recipient": firm,
        "cause": phrasing.quoted(row.text(Hearings.cause)).removesuffix("案"),
        "day": phrasing.date(day),
        "weekday": phrasing.weekday(day),
        "time": meetings.time(row, Hearings.opens_at),
        "place": phrasing.quoted(row.text(Hearings.court)),
        "seats": _seats(row),
        "reply_by": reply_by(run, run.office.calendar.add(day, -1)),
    }
    return Letter(stem(KIND, entry.key, firm), KIND, firm, context)


def _seats(row: Row) -> str:
    """How many may come: 邀请人数 counts the people of all firms that are asked."""
    seats = row.text(Hearings.seats)
    if not seats:
        return ""
    if len(row.names(Hearings.invited)) > 1:
        return f"本次庭审共安排企业旁听席位{seats}个，请推荐企业负责人、员工代表参加"
    return f"请推荐企业负责人、员工代表{seats}人参加"


DOCUMENT = Document(KIND, _letters, after="回复反馈函", outside=True)
