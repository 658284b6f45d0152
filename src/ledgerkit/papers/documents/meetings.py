"""A row of 会议安排 as notices and minutes name it: what meeting, when, on which matters."""

from __future__ import annotations

import re

from ledgerkit.ledgers import words
from ledgerkit.ledgers.meetings import COMMITTEE, Meetings
from ledgerkit.model.columns import Time
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import phrasing

POLICY = {
    words.JOINT: "政法机关联企联席会议制度",
    words.SPECIAL: "政法机关联企联席会议制度",
    words.CONSULTATION: "企业法治需求会商研判制度",
    words.STUDY: "企业法治需求会商研判制度",
}
"""By which of the six systems a kind of meeting is held (policy 一.2, 一.4, 三.1, 三.3)."""
_SPLIT = re.compile(r"[;；\n]+")
_NUMBERED = re.compile(r"^\s*(\d+[.、．]|[(（]\d+[)）])\s*")
_BLANK_TIME = "　　时　　分"


def kind(row: Row) -> str:
    """会议类型; “会议” where none stands."""
    return row.text(Meetings.kind) or "会议"


def name(row: Row) -> str:
    """“东岭联系点联席会议”; one that the committee calls goes by its kind alone."""
    point = row.text(Meetings.point)
    return kind(row) if point == COMMITTEE else f"{point}{kind(row)}"


def time(row: Row, column: Time = Meetings.time) -> str:
    """“9:30”, or blanks for the person to fill in."""
    value = row[column]
    return f"{value.hour}:{value.minute:02d}" if value else _BLANK_TIME


def matters(text: str) -> list[str]:
    """The matters of a cell, one by one, without their numbers."""
    found = (_NUMBERED.sub("", matter) for matter in _SPLIT.split(text))
    return [matter for matter in map(phrasing.quoted, found) if matter]


def listed(text: str) -> str:
    """One matter as it stands; several numbered, as one sentence."""
    found = matters(text)
    if len(found) < 2:
        return "".join(map(phrasing.stated, found))
    return phrasing.enumerated(found)
