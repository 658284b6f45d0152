"""Text as people type it: blanks that cannot be seen, full-width forms, several names in a cell."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

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
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_PADDED = re.compile(r"(?<!\S)(\S) (\S)(?!\S)")
_DASHES = re.compile(r"[‐‑‒–—―−－_~～]+")


def display_width(text: str) -> int:
    """The width in half-width characters: a Chinese one and its signs take two, a mark none."""
    return len(text) if text.isascii() else sum(map(_display_width, text))


@cache
def _display_width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def tidy(text: str) -> str:
    """The text without zero-width characters and without blanks at its ends."""
    if text.isprintable():  # much the quicker, and no invisible character is printable
        return text.strip()
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
    people = (person for part in split(text) for person in _people(part.split()))
    return tuple(dict.fromkeys(people))


def _people(words: list[str]) -> list[str]:
    """The names that stand between blanks: 张晓明 李文 are two, 张 三 and 张 晓 明 are one."""
    if all(len(word) > 1 for word in words):
        return words
    if not all(map(_CHINESE.fullmatch, words)):
        return [" ".join(words)]
    padded = _PADDED.sub(r"\1\2", " ".join(words)).split()
    return padded if all(len(word) > 1 for word in padded) else ["".join(words)]


def split_words(text: str) -> tuple[str, ...]:
    """Entries that hold no blanks themselves, such as numbers: blanks separate too."""
    return tuple(dict.fromkeys(word for part in split(text) for word in _SPACES.split(part)))


def key(text: str) -> str:
    """An 编号 in its one form: half-width, capitals, plain hyphens, no blanks."""
    return _SPACES.sub("", _DASHES.sub("-", plain(text))).upper()
