"""Dates, lists and names as official documents write them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from ledgerkit.model.period import Cycle, Month, Period

NONE = "—"
"""In a cell of a table: nothing is known."""
_WEEKDAYS = "一二三四五六日"
_DIGITS = "零一二三四五六七八九"
_FULL_WIDTH = dict(zip(",:;()", "，：；（）", strict=True))
_HALF_WIDTH = re.compile(r"(?<![0-9])[,:;]|[()]|[,:;](?![0-9])")
_CHINESE = r"[\u3400-\u9fff“”《》（）]"
_TYPED = dict(zip(",:;?!", "，：；？！", strict=True))
_TYPED_SIGN = re.compile(rf"(?<={_CHINESE})\s*([,:;?!])\s*|([,;])(?={_CHINESE})")
_TYPED_BRACKETS = re.compile(rf"\(([^()]*{_CHINESE}[^()]*)\)")
_LINE_BREAK = re.compile(r"(?<=([，。；：、！？,;:!?]))\s*\n\s*|\s*\n\s*")
_ISO_DAY = re.compile(r" ?\b(\d{4})-(\d\d)-(\d\d)\b ?", re.ASCII)
_END = "，。；、,;.．"


def date(day: dt.date) -> str:
    """2026年10月31日."""
    return f"{day.year}年{day.month}月{day.day}日"


def month(of: Month) -> str:
    """2026年10月."""
    return f"{of.year}年{of.month}月"


def period(of: Period) -> str:
    """2026年10月, 2026年第四季度, 2026年."""
    match of.cycle:
        case Cycle.MONTH:
            return month(Month.of(of.first))
        case Cycle.QUARTER:
            return f"{of.first.year}年第{ordinal((of.first.month + 2) // 3)}季度"
        case Cycle.HALF:
            return f"{of.first.year}年{'上' if of.first.month == 1 else '下'}半年"
        case Cycle.YEAR:
            return f"{of.first.year}年"


def dated(text: str) -> str:
    """The kit's own text as part of a sentence: 2026-10-31 as 2026年10月31日."""
    return _ISO_DAY.sub(lambda day: f"{day[1]}年{int(day[2])}月{int(day[3])}日", text)


def weekday(day: dt.date) -> str:
    """星期六."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def ordinal(number: int) -> str:
    """The number of a heading, from 1: 一, 二, 十二, 一百零三."""
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        ten = "一" if 10 <= rest < 20 else ""
        below = f"{'零' if rest < 10 else ten}{ordinal(rest)}" if rest else ""
        return f"{ordinal(hundreds)}百{below}"
    tens, ones = divmod(number, 10)
    ten = f"{_DIGITS[tens] if tens > 1 else ''}十" if tens else ""
    return ten + (_DIGITS[ones] if ones else "")


def listed(names: Iterable[str]) -> str:
    """The names, each once, joined by 、."""
    return "、".join(unique(names))


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Those that say something, each once."""
    return tuple(dict.fromkeys(filter(None, texts)))


def counted(counts: Iterable[tuple[str, int]], measure: str) -> str:
    """“合同债务5个、劳动用工3个”: what there is none of is not named."""
    return "、".join(_count(name, f"{count}{measure}") for name, count in counts if count)


def full_width(text: str) -> str:
    """The kit's own Chinese text with the punctuation that official documents use."""
    return _HALF_WIDTH.sub(lambda sign: _FULL_WIDTH[sign[0]], text)


def typed(text: str) -> str:
    """What somebody typed, on one line and with full-width signs."""
    line = _LINE_BREAK.sub(lambda found: "" if found[1] else "；", text.strip())
    line = _TYPED_BRACKETS.sub(r"（\1）", line)
    return _TYPED_SIGN.sub(lambda found: _TYPED[found[1] or found[2]], line)


def quoted(text: str) -> str:
    """What somebody typed, as part of a sentence: without a sign at its end."""
    return typed(text).rstrip(_END)


def stated(text: str) -> str:
    """What somebody typed, as a sentence of its own; "" where nothing stands."""
    line = quoted(text)
    return f"{line}。" if line and line[-1] not in "！？" else line


def enumerated(texts: Iterable[str]) -> str:
    """“（1）三季度办理情况；（2）用工纠纷。”."""
    numbered = (f"（{number}）{text}" for number, text in enumerate(texts, start=1))
    return f"{'；'.join(numbered)}。"


def _count(name: str, amount: str) -> str:
    """“合同债务5个”, but “12345（2件）”: two numbers must not run together."""
    return f"{name}（{amount}）" if name[-1:].isdigit() else f"{name}{amount}"


def sentence(*clauses: str) -> str:
    """The clauses that say something, as one sentence; "" if none does."""
    text = joined(*clauses)
    return f"{text}。" if text else ""


def joined(*clauses: str) -> str:
    """The clauses that say something, as part of a sentence."""
    return "，".join(filter(None, clauses))
