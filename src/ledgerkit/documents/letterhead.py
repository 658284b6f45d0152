"""What every document takes from 文书设置 and the run: mark, number, signature, date, contact."""

from __future__ import annotations

import datetime as dt

from ledgerkit.documents import phrasing
from ledgerkit.run import Run

BLANK_DAY = "　　年　　月　　日"
"""For the person to fill in."""


def letterhead(run: Run) -> dict[str, object]:
    """The names that every template may use."""
    settings = run.office.settings
    contact = (("联系人", settings.get("联系人")), ("联系电话", settings.get("联系电话")))
    return {
        "mark": settings.get("发文机关标志", ""),
        "series": settings.get("文号代字", ""),
        "year": str(run.as_of.year),
        "signature": settings.get("落款单位", ""),
        "signed_on": phrasing.date(run.as_of),
        "contact": "；".join(f"{label}：{value}" for label, value in contact if value),
        "copies": "",
    }


def reply_by(run: Run) -> str:
    """The day so many working days after the as-of day; blank where the office names no number."""
    days = run.office.days_setting("反馈期限工作日")
    if days is None:
        return BLANK_DAY
    return phrasing.date(_after(run, days))


def _after(run: Run, days: int) -> dt.date:
    return run.office.calendar.add(run.as_of, days)
