"""Dates, lists and names as official documents write them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from ledgerkit.model.period import Month

_WEEKDAYS = "一二三四五六日"
_ORDINALS = "一二三四五六七八九十"
_FULL_WIDTH = dict(zip(",:;()", "，：；（）", strict=True))
_HALF_WIDTH = re.compile(r"(?<![0-9])[,:;]|[()]|[,:;](?![0-9])")


def date(day: dt.date) -> str:
    """2026年10月31日."""
    return f"{day.year}年{day.month}月{day.day}日"


def month(of: Month) -> str:
    """2026年10月."""
    return f"{of.year}年{of.month}月"


def weekday(day: dt.date) -> str:
    """星期六."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def ordinal(number: int) -> str:
    """The number of a heading, from 1: 一, 二, 三."""
    return _ORDINALS[number - 1]


def listed(names: Iterable[str]) -> str:
    """The names, each once, joined by 、."""
    return "、".join(dict.fromkeys(filter(None, names)))


def counted(counts: Iterable[tuple[str, int]], measure: str) -> str:
    """“合同债务5个、劳动用工3个”: what there is none of is not named."""
    return "、".join(_count(name, f"{count}{measure}") for name, count in counts if count)


def full_width(text: str) -> str:
    """The kit's own Chinese text with the punctuation that official documents use."""
    return _HALF_WIDTH.sub(lambda sign: _FULL_WIDTH[sign[0]], text)


def _count(name: str, amount: str) -> str:
    """“合同债务5个”, but “12345（2件）”: two numbers must not run together."""
    return f"{name}（{amount}）" if name[-1:].isdigit() else f"{name}{amount}"


def sentence(*clauses: str) -> str:
    """The clauses that say something, as one sentence; "" if none does."""
    said = [clause for clause in clauses if clause]
    return f"{'，'.join(said)}。" if said else ""
