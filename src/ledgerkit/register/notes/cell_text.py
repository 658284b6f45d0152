"""When a cell still says what the kit wrote, whichever program saved it since."""

from __future__ import annotations

import datetime as dt
import re

from openpyxl.utils.datetime import from_excel

from ledgerkit.model.notes import Noted
from ledgerkit.model.row import shown

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_THREADED = re.compile(
    r"\[(?:Threaded comment|线程批注|线程注释)\].*?(?:Comment|批注|注释)[::]\s*", re.S
)


def text_of(value: Noted | None) -> str:
    """A value as text, with no blanks around it."""
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, dt.date | dt.time | str | int | None):
        return shown(value).replace("\r\n", "\n").strip()
    return str(value)


def says(value: Noted | None, text: str) -> bool:
    """Whether the cell still says this; a date may have become the number that Excel counts."""
    if text_of(value) == text.strip():
        return True
    if isinstance(value, int | float) and _ISO.fullmatch(text) and 0 < value < 2958466:
        day = from_excel(value)
        return isinstance(day, dt.datetime) and day.date().isoformat() == text
    return False


def comment_of(text: str) -> str:
    """What somebody wrote, without what Excel puts before it where comments are threads."""
    return _THREADED.sub("", text.replace("\r\n", "\n"), count=1).strip()
