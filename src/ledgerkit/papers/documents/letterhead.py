"""What every document takes from 文书设置 and the run: mark, number, signature, date, contact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

from ledgerkit.ledgers.meetings import COMMITTEE
from ledgerkit.office import Member, Office
from ledgerkit.papers.documents import phrasing
from ledgerkit.rules.run import Run

BLANK_DAY = "　　年　　月　　日"
"""For the person to fill in."""


class Dated(Protocol):
    """A run or a roll-up: whose settings, and as of which day."""

    @property
    def office(self) -> Office: ...
    @property
    def as_of(self) -> dt.date: ...


def letterhead(run: Dated) -> dict[str, object]:
    """The names that every template may use."""
    settings = run.office.settings
    return {
        "mark": settings.get("发文机关标志", ""),
        "series": settings.get("文号代字", ""),
        "year": str(run.as_of.year),
        "signature": settings.get("落款单位", ""),
        "signed_on": phrasing.date(run.as_of),
        "contact": _contact(settings.get("联系人", ""), settings.get("联系电话", "")),
        "copies": "",
    }


def letter_head(run: Run, sender: str) -> dict[str, object]:
    """The same for what ``sender`` signs, a unit, a point or the office: letters, forms, minutes.

    The committee signs by its full name; the number of another's letter is for that one to give.
    """
    own = letterhead(run)
    if sender in (COMMITTEE, own["signature"]):
        return own | {"mark": own["signature"], "number": _number(run, f"{own['series']}函")}
    member = next(
        (member for member in run.office.members if member.name == sender), Member(sender)
    )
    return own | {
        "mark": sender,
        "series": "",
        "number": _number(run, ""),
        "signature": sender,
        "contact": _contact(member.contact, member.phone),
    }


def copies(run: Dated, names: Iterable[str], recipient: str) -> str:
    """抄送: these names without the recipient and, called in full or in short, who signs."""
    signature = str(letterhead(run)["signature"])
    return phrasing.listed(
        name
        for name in names
        if name != recipient and not (name in signature or (signature and signature in name))
    )


def reply_by(run: Run, *limits: dt.date | None) -> str:
    """The day so many working days after the as-of day, or an earlier limit that is still ahead.

    Blank where the office names no number and there is no limit.
    """
    days = run.office.days_setting("反馈期限工作日")
    own = None if days is None else run.office.calendar.add(run.as_of, days)
    ahead = [day for day in (own, *limits) if day and day > run.as_of]
    return phrasing.date(min(ahead)) if ahead else BLANK_DAY


def _number(run: Run, series: str) -> str:
    return f"{series}〔{run.as_of.year}〕  号"


def _contact(person: str, phone: str) -> str:
    labelled = (("联系人", person), ("联系电话", phone))
    return "；".join(f"{label}：{value}" for label, value in labelled if value)
