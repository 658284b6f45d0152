"""What a cell of 总表 can hold, what it says, and how many lines it takes."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from ledgerkit.model.notes import UNREAD_MARK
from ledgerkit.text import display_width
from ledgerkit.workbooks.summary.links import Link
from ledgerkit.workbooks.summary.styles import Tone
from ledgerkit.workbooks.summary.texts import exact

_LOOSENESS = 1.15
"""Lines break before they are full."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the middle of its cell, on a colour where it has one."""

    text: str
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Bad:
    """A blank cell whose entry could not be read; the entry itself is its note."""

    typed: str

    @property
    def comment(self) -> str:
        return f"{UNREAD_MARK}{self.typed}"


@dataclass(frozen=True, slots=True)
class Answer:
    """A cell for the office to fill: the word chosen so far, and those to choose from."""

    text: str
    choices: tuple[str, ...]


Plain = str | int | float | dt.date | dt.time | tuple[str, ...] | Word | Bad | Link | Answer | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell on which somebody left a comment or a colour."""

    content: Plain
    comment: str = ""
    fill: str = ""


Content = Plain | Marked


def plain(content: Content) -> str:
    """What the cell says, as the next run will find it."""
    match content:
        case Marked(content=inner):
            return plain(inner)
        case None | Bad():
            return ""
        case Word(text=text) | Answer(text=text):
            return exact(text)
        case Link(value=value):
            return plain(value)
        case tuple():
            return exact("、".join(content))
        case dt.time():
            return content.strftime("%H:%M")
        case str():
            return exact(content)
        case _:
            return str(content)


def lines_of(content: Content, width: float) -> int:
    """How many lines a cell of this width takes: only Excel itself finds out on opening a file."""
    match content:
        case str():
            text = content
        case tuple():
            text = "、".join(content)
        case Link(value=str(text)):
            pass
        case Marked(content=inner):
            return lines_of(inner, width)
        case _:
            return 1
    if len(text) * 2 < width and "\n" not in text:
        return 1
    widths = map(display_width, text.split("\n"))
    return sum(
        1 if needed <= width else math.ceil(needed * _LOOSENESS / width) for needed in widths
    )
