"""旁听庭审邀请函: one for each firm that an open hearing has room for (policy 六).

Due for a hearing to come, 是否公开审理 是, whose 邀请函日期 is not given yet. The court signs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ledgerkit.ledgers import words
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import meetings, phrasing
from ledgerkit.papers.documents.letterhead import letter_head, reply_by
from ledgerkit.rules.run import Run

KIND = "旁听庭审邀请函"
_LEDGER = "旁听庭审台账"


def _letters(run: Run) -> Iterator[Letter]:
    for entry in run.register.entries.get(_LEDGER, {}).values():
        row, sent = entry.row, entry.row.day("邀请函日期")
        day = row.day("开庭日期")
        if row["是否公开审理"] != words.YES or day is None or day <= run.as_of:
            continue
        if "邀请函日期" in row.unread or (sent and sent <= run.as_of):
            continue
        for firm in row.names("邀请企业"):
            yield _letter(run, entry, firm, day)


def _letter(run: Run, entry: Entry, firm: str, day: dt.date) -> Letter:
    row = entry.row
    context = letter_head(run, entry.owner) | {
        "recipient": firm,
        "cause": phrasing.quoted(row.text("案由")).removesuffix("案"),
        "day": phrasing.date(day),
        "weekday": phrasing.weekday(day),
        "time": meetings.time(row, "开庭时间"),
        "place": phrasing.quoted(row.text("法庭")),
        "seats": _seats(row),
        "reply_by": reply_by(run, run.office.calendar.add(day, -1)),
    }
    return Letter(stem(KIND, entry.key, firm), KIND, firm, context)


def _seats(row: Row) -> str:
    """How many may come: 邀请人数 counts the people of all firms that are asked."""
    seats = row.text("邀请人数")
    if not seats:
        return ""
    if len(row.names("邀请企业")) > 1:
        return f"本次庭审共安排企业旁听席位{seats}个，请推荐企业负责人、员工代表参加"
    return f"请推荐企业负责人、员工代表{seats}人参加"


DOCUMENT = Document(KIND, f"{KIND}.docx", 13, _letters, outside=True)
