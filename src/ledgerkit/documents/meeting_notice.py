"""会议通知: for every meeting that is planned soon and of which nobody has been told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ledgerkit.documents import phrasing
from ledgerkit.documents.letterhead import letterhead
from ledgerkit.filenames import stem
from ledgerkit.ledgers import words
from ledgerkit.ledgers.meetings import COMMITTEE
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.row import Row
from ledgerkit.run import Run

_SPLIT = re.compile(r"[;；\n]+")
_NUMBERED = re.compile(r"^\s*(\d+[.、．]|[(（]\d+[)）])\s*")
_BLANK_TIME = "　　时　　分"


def _letters(run: Run) -> Iterator[Letter]:
    """会议状态 计划, 拟开日期 after the as-of day within 会议通知提前天数, no 通知日期 yet."""
    days = run.office.days_setting("会议通知提前天数") or 0
    for key, entry in run.register.entries.get("会议安排", {}).items():
        row = entry.row
        day, told = row.day("拟开日期"), row.day("通知日期")
        if row["会议状态"] != words.PLANNED or day is None or (told and told <= run.as_of):
            continue
        if run.as_of < day <= run.as_of + dt.timedelta(days=days):
            yield _letter(run, key, row, day)


def _letter(run: Run, key: str, row: Row, day: dt.date) -> Letter:
    recipient = phrasing.listed((*row.names("参会单位"), *row.names("参会企业")))
    context = letterhead(run) | {
        "recipient": recipient,
        "meeting": _meeting(row),
        "day": phrasing.date(day),
        "weekday": phrasing.weekday(day),
        "time": _time(row["时间"]),
        "place": row.text("地点"),
        "agenda": _agenda(row.text("议题")),
        "attendance": _attendance(row),
    }
    return Letter(stem(f"{_kind(row)}通知", key), "会议通知", recipient, context)


def _kind(row: Row) -> str:
    return row.text("会议类型") or "会议"


def _meeting(row: Row) -> str:
    """“东岭联系点联席会议”; one that the committee calls goes by its kind alone."""
    point = row.text("服务联系点")
    return _kind(row) if point == COMMITTEE else f"{point}{_kind(row)}"


def _time(time: object) -> str:
    return f"{time.hour}:{time.minute:02d}" if isinstance(time, dt.time) else _BLANK_TIME


def _agenda(text: str) -> str:
    """One matter as it stands; several numbered, each on its own line."""
    matters = [_NUMBERED.sub("", matter).strip() for matter in _SPLIT.split(text)]
    matters = [matter.rstrip("。") for matter in matters if matter]
    if len(matters) < 2:
        return f"{''.join(matters)}。" if matters else ""
    numbered = (f"（{number}）{matter}" for number, matter in enumerate(matters, start=1))
    return f"{'；'.join(numbered)}。"


def _attendance(row: Row) -> str:
    """召集人, the units' and the firms' people, as far as the row names them."""
    units, firms = (phrasing.listed(row.names(name)) for name in ("参会单位", "参会企业"))
    convener = row.text("召集人")
    return phrasing.sentence(
        f"召集人{convener}" if convener else "",
        f"{units}有关负责同志" if units else "",
        f"{firms}代表" if firms else "",
    )


DOCUMENT = Document("会议通知", "会议通知.docx", 1, _letters)
