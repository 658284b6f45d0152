"""On which page a paragraph will stand: lines reckoned on the grid of GB/T 9704 (22 × 28).

Word and LibreOffice set the pages; this is as near as it can be said without them, and right
wherever the office's fonts keep to the grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledgerkit.papers.standard import CHARACTERS, INDENT, LINES
from ledgerkit.text import display_width

_HANGING = frozenset("，。、；：！？）】》〉」』”’…—,.;:!?)")
"""Never at the beginning of a line: hangs over the end of the one before (避头尾)."""
_OPENING = frozenset("（【《〈「『“‘(")
"""Never at the end of a line."""
_SPACED = 0.25
"""Characters: what is set between Chinese and Latin letters or digits."""


@dataclass(frozen=True)
class Block:
    """A paragraph of so many lines; ``keep`` holds its last line to the next paragraph's first."""

    lines: int
    after: int = 0
    """Blank lines below it, dropped at the foot of a page."""
    keep: bool = False
    new_page: bool = False


def lines(text: str, indent: float = INDENT) -> int:
    """How many lines a text takes that begins after so many characters."""
    width, at, count = CHARACTERS, float(indent), 1
    before = ""
    for word in _words(text):
        size = display_width(word) / 2 + (_SPACED if _are_spaced(before, word[0]) else 0)
        if before and at + size > width and word not in _HANGING:
            count, at = count + 1, 0.0
        at += size
        while at > width and word not in _HANGING:
            count, at = count + 1, at - width
        before = word[-1]
    return count


def pages(blocks: Iterable[Block]) -> tuple[int, ...]:
    """The page, from 1, on which each block begins."""
    given = list(blocks)
    found: list[int] = []
    line = 0
    for at, block in enumerate(given):
        together = _lines_kept_together(given, at)
        if block.new_page or (block.keep and line % LINES + together > LINES):
            line = _next_page(line)
        found.append(line // LINES + 1)
        line += block.lines
        if line % LINES:
            line = min(line + block.after, _next_page(line))
    return tuple(found)


def _lines_kept_together(blocks: list[Block], at: int) -> int:
    """The lines that must stand on one page from this block on: headings and one line of text."""
    total = 0
    for block in blocks[at:]:
        if not block.keep:
            return total + 1
        total += block.lines + block.after
    return total


def _next_page(line: int) -> int:
    return -(-line // LINES) * LINES


def _words(text: str) -> Iterator[str]:
    """What stays on one line: Latin letters and digits, an opening sign with what follows it."""
    word = ""
    for character in text:
        latin = display_width(character) < 2 and character not in " -" and character not in _HANGING
        joined = word and (word[-1] in _OPENING or (latin and display_width(word[-1]) < 2))
        if word and not joined:
            yield word
            word = ""
        word += character
    if word:
        yield word


def _are_spaced(before: str, after: str) -> bool:
    """Whether a letter or digit of one script meets one of the other."""
    return before.isalnum() and after.isalnum() and (before.isascii() is not after.isascii())
