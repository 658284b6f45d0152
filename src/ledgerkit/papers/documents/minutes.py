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
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import meetings, phrasing
from ledgerkit.papers.documents.letterhead import letter_head
from ledgerkit.rules.run import Run

KIND = "会议纪要"
_LEDGER = "会议安排"
_NUMBER = "纪要文号"
_BLANK = "（　　　　）"


@dataclass(frozen=True)
class Resolved:
    """A line of 议定事项; every value as it is printed, "" for the person to fill in."""

    number: int
    matter: str
    unit: str
    due: str


def _letters(run: Run) -> Iterator[Letter]:
    for key, entry in run.register.entries.get(_LEDGER, {}).items():
        row = entry.row
        day = row.day("实开日期") or row.day("拟开日期")
        if row["会议状态"] != words.HELD or row["会议类型"] == words.CONSULTATION:
            continue
        if row[_NUMBER] is not None or _NUMBER in row.unread:
            continue
        if day and run.period.first <= day <= min(run.period.last, run.as_of):
            yield _letter(run, key, row, day)


def _letter(run: Run, key: str, row: Row, day: dt.date) -> Letter:
    host = row.text("服务联系点")
    sent = phrasing.listed((*row.names("参会单位"), *row.names("参会企业")))
    context = letter_head(run, host) | {
        "mark": f"{meetings.name(row)}纪要",
        "number": f"{_series(run, host)}〔{day.year}〕  号",
        "opening": _opening(row, day),
        "agenda": meetings.listed(row.text("议题")),
        "resolved": tuple(_resolved(row)),
        "unsaid": _BLANK,
        "host": host,
        "present": _present(row),
        "observers": "、".join(f"{firm}{_BLANK}" for firm in row.names("参会企业")),
        "absent": _BLANK,
        "copies": sent,
    }
    outside = bool(row.names("参会企业"))
    return Letter(stem(f"{meetings.kind(row)}纪要", key), KIND, sent, context, outside=outside)


def _series(run: Run, host: str) -> str:
    """文号代字 as the host's last numbered minutes had it, "" before the first."""
    entries: list[Entry] = [*run.register.entries.get(_LEDGER, {}).values()]
    own = [one.row for one in entries if one.row["服务联系点"] == host]
    numbers = [row.text(_NUMBER) for row in own if "〔" in row.text(_NUMBER)]
    return numbers[-1].split("〔")[0].strip() if numbers else ""


def _opening(row: Row, day: dt.date) -> str:
    """“2026年10月21日，张三在园区会议室主持召开东岭联系点联席会议”, as far as the row says."""
    convener, place = row.text("召集人"), phrasing.quoted(row.text("地点"))
    where = f"在{place}" if place else ""
    held = f"{convener}{where}主持召开" if convener else f"{where}召开了"
    return f"{phrasing.date(day)}，{held}{meetings.name(row)}"


def _resolved(row: Row) -> Iterator[Resolved]:
    """What was resolved, a line each."""
    due = row.day("完成时限")
    unit, until = row.text("责任单位"), phrasing.date(due) if due else ""
    for number, matter in enumerate(meetings.matters(row.text("议定事项")), start=1):
        yield Resolved(number, matter, unit, until)


def _present(row: Row) -> str:
    convener = row.text("召集人")
    units = [f"{unit}{_BLANK}" for unit in row.names("参会单位")]
    return "、".join([f"{convener}（召集人）"] * bool(convener) + units) or _BLANK


DOCUMENT = Document(KIND, f"{KIND}.docx", 8, _letters)
