"""Text as people type it: blanks that cannot be seen, full-width forms, several names in a cell."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = dict.fromkeys(
    (*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF, 0x00AD), None
)
"""Zero-width and direction marks; the variation selectors of emoji and rare characters stay."""

NOTHING = frozenset(
    ("无", "/", "//", "\\", "—", "——", "-", "--", "―", "暂无", "没有", "空", "N/A", "n/a")
)
"""What people write into a cell to say that it is empty."""

DITTO = frozenset(("同上", "〃", "″", '"', "''", "同前"))
"""What people write for “as in the line above”."""

_SEPARATORS = re.compile(r"[、,，;；\n\r/|]+")
_SPACES = re.compile(r"\s+")
_BETWEEN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_SPACED_NAME = re.compile(r"[\u4e00-\u9fff]\s+[\u4e00-\u9fff]")
_DASHES = re.compile(r"[‐‑‒–—―−－_~～]+")


def tidy(text: str) -> str:
    """The text without zero-width characters and without blanks at its ends."""
    return text.translate(INVISIBLE).strip()


def plain(text: str) -> str:
    """Tidied, with full-width letters, digits and signs made half-width."""
    return unicodedata.normalize("NFKC", tidy(text)).strip()


def fold(text: str) -> str:
    """The form by which names are compared: plain, without any blanks, in lower case."""
    return _SPACES.sub("", plain(text)).lower()


def says_nothing(text: str) -> bool:
    """Whether the entry means that there is nothing: “”, “无”, “/”, “—”, “暂无”."""
    return not text or text in NOTHING


def split(text: str) -> tuple[str, ...]:
    """Several entries of one cell, separated by 、 , ; / or a line break; each entry once."""
    parts = (tidy(part) for part in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def split_people(text: str) -> tuple[str, ...]:
    """Names of persons; blanks separate too, save those that pad a name of two characters."""
    people: list[str] = []
    for part in split(text):
        words = _SPACES.split(part)
        if _SPACED_NAME.fullmatch(part):
            people.append("".join(words))
        elif all(len(word) > 1 for word in words):
            people += words
        else:
            people.append(_BETWEEN_CHINESE.sub("", part))
    return tuple(dict.fromkeys(people))


def split_words(text: str) -> tuple[str, ...]:
    """Entries that hold no blanks themselves, such as numbers: blanks separate too."""
    return tuple(dict.fromkeys(word for part in split(text) for word in _SPACES.split(part)))


def key(text: str) -> str:
    """An 编号 in its one form: half-width, capitals, plain hyphens, no blanks."""
    return _SPACES.sub("", _DASHES.sub("-", plain(text))).upper()
