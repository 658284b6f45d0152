"""Telephone, ID-card and firms' code numbers in running text, however they are spaced."""

from __future__ import annotations

import re
from collections.abc import Collection

HIDDEN = "****"
_GAP = r"[\s\-‐-―－·.]{0,3}"
_DIGITS = str.maketrans("０１２３４５６７８９＋", "0123456789+")
_NO_DIGITS = re.compile(r"\D")
_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"

_ID_CARD = re.compile(
    rf"(?<!\d)(?:\d{{6}}{_GAP}(?:19|20)\d{{2}}{_MONTH_DAY}{_GAP}\d{{3}}[\dXxＸｘ]"
    rf"|\d{{8}}{_MONTH_DAY}\d{{3}})(?!\d)"
)
"""GB 11643: 18 characters with the day of birth in the middle; 15 before 1999."""
_FIRM_CODE = re.compile(r"(?<!\d)9[1-3]\d{6}[0-9A-Z]{10}(?![0-9A-Z])", re.IGNORECASE)
"""GB 32100: 91 firms, 92 shops, 93 cooperatives of farmers; mistyped ones too."""
_MOBILE = re.compile(
    rf"(?<!\d)(?:(?:\+|00)?86{_GAP}|0)?(1[3-9]\d(?:"
    rf"{_GAP}\d{{4}}{_GAP}\d{{4}}|{_GAP}\d{{3}}{_GAP}\d{{5}}"
    rf"|\d{_GAP}\d{{4}}{_GAP}\d{{3}}|\d{_GAP}\d{{3}}{_GAP}\d{{4}}|\d\d{_GAP}\d{{6}}))(?!\d)"
)
_LANDLINE = re.compile(
    rf"(?<!\d)(?P<before>[(（]?(?:(?:\+|00)?86{_GAP})?(?:0\d{{2,3}}|[48]00)[)）]?{_GAP})"
    rf"(?P<own>[1-9]\d{{2,3}}{_GAP}\d{{4}})(?!\d)"
)
_LABELLED = re.compile(
    r"(?P<before>(?:电话|手机|座机|传真|联系方式|微信)号?码?[:：是为\s]{0,3})"
    r"(?P<own>\d{7,12})(?!\d)"
)
_LOCAL = re.compile(rf"(?<!\d)(?P<before>)(?P<own>\d{{3,4}}{_GAP}\d{{4}}|\d{{7,12}})(?!\d)")


def masked(text: str, known: Collection[str], shown: Collection[str]) -> str:
    """The text with telephone, ID-card and firms' code numbers hidden.

    ``known`` are telephone numbers that could not be told by their form; ``shown`` are numbers and
    codes that stay. Both are digits or capitals without anything between.
    """

    def code(found: re.Match[str]) -> str:
        return found[0] if found[0].upper() in shown else f"{found[0][:2]}{HIDDEN}{found[0][-4:]}"

    def mobile(found: re.Match[str]) -> str:
        digits = _digits(found[1])
        return found[0] if digits in shown else f"{digits[:3]}{HIDDEN}{digits[-4:]}"

    def landline(found: re.Match[str]) -> str:
        own = _digits(found["own"])
        if _digits(found[0]) in shown or own in shown:
            return found[0]
        return f"{found['before']}{HIDDEN}{own[4:]}"

    def local(found: re.Match[str]) -> str:
        return landline(found) if _digits(found["own"]) in known else found[0]

    plain = hidden = text.translate(_DIGITS)
    hidden = _ID_CARD.sub(lambda card: f"{card[0][:3]}{HIDDEN * 2}{card[0][-4:]}", hidden)
    hidden = _FIRM_CODE.sub(code, hidden)
    hidden = _MOBILE.sub(mobile, hidden)
    for pattern, hide in ((_LANDLINE, landline), (_LABELLED, landline), (_LOCAL, local)):
        hidden = pattern.sub(hide, hidden)
    return text if hidden == plain else hidden


def in_text(text: str) -> set[str]:
    """The digits of each number long enough to be a telephone's; without its area code too."""
    runs = re.split(r"[^\d\s()（）\-‐-―－+]+", text.translate(_DIGITS))
    found = {digits for run in runs if len(digits := _digits(run)) >= 7}
    areas = (re.match(r"0(?:10|2\d|\d{3})", digits) for digits in found)
    return found | {area.string[area.end() :] for area in areas if area}


def _digits(text: str) -> str:
    return _NO_DIGITS.sub("", text)
