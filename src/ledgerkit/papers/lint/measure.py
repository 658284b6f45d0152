"""Measures that several rules take: gaps in lines, places in a line, fonts of what is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ledgerkit.papers import standard
from ledgerkit.papers.lint.content import Paragraph, TextRun
from ledgerkit.papers.lint.document import WordDocument
from ledgerkit.papers.standard import Face
from ledgerkit.text import display_width

_NATURAL = 1.3
"""Height of single spacing in sizes of the font."""
_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff5e\u3000-\u303f]|\{\{")
_LATIN = re.compile(r"[A-Za-z0-9]|\{\{")
_SHARED = re.compile(r"[“”‘’—…·×±÷§°]")
"""Signs that Chinese and Latin fonts both have: which one is taken, the run says."""


def line_height(paragraph: Paragraph) -> float:
    """Twips of one line of it."""
    layout = paragraph.layout
    if layout.exact:
        return layout.exact
    natural = layout.size * _NATURAL * standard.TWIPS_A_POINT
    grid = paragraph.section.grid_line if paragraph.section.grid and layout.on_grid else 0
    if grid:
        natural = -(-natural // grid) * grid
    return natural * layout.multiple


def height(paragraph: Paragraph) -> float:
    """Twips of a paragraph of one line with the space around it."""
    line = paragraph.section.line
    gaps = (paragraph.layout.gap(side, line) for side in ("before", "after"))
    return line_height(paragraph) + sum(gaps)


def gap_above(document: WordDocument, paragraph: Paragraph) -> float | None:
    """Twips between it and what is printed above; None where that cannot be told.

    At the head of the text it is the distance from the upper edge of the text area.
    """
    line = paragraph.section.line
    gap = paragraph.layout.gap("before", line)
    above = [
        earlier
        for earlier in document.paragraphs
        if earlier.number < paragraph.number and not earlier.placed and not earlier.control
    ]
    for earlier in reversed(above):
        if (
            earlier.table is not None
            or earlier.ends_section
            or (earlier.pictures and not earlier.raw.strip())
        ):
            return None
        if earlier.empty:
            gap += height(earlier)
        else:
            return gap + earlier.layout.gap("after", line)
    return gap


def lines(gap: float) -> float:
    """Twips in lines of the text."""
    return round(gap / standard.LINE, 2)


def width(text: str) -> float:
    """Width in characters: Latin letters and digits take half of one."""
    return display_width(text) / 2


def place(paragraph: Paragraph) -> tuple[float, float]:
    """Where its one line begins and ends, in characters from the left of the text area."""
    layout, text = paragraph.layout, paragraph.text.rstrip(" ")
    text_width = width(text)
    room = standard.CHARACTERS * standard.BODY_SIZE / layout.size
    match layout.align:
        case "right":
            begin = room - layout.right - text_width
        case "center":
            left = layout.left + layout.first
            begin = left + (room - left - layout.right - text_width) / 2
        case _:
            begin = layout.left + layout.first
    blanks = width(text) - width(text.lstrip(" 　"))
    return begin + blanks, begin + width(text.rstrip(" 　"))


def leading_blanks(text: str) -> float:
    """Width of the blanks that a text begins with."""
    return width(text) - width(text.lstrip(" 　\t"))


def wrong_chinese(runs: Sequence[TextRun], face: Face) -> str:
    """The Chinese font that is not of this face, "" if all are."""
    return _other([run.type.east for run in runs if _CHINESE.search(run.text)], face)


def wrong_latin(runs: Sequence[TextRun], face: Face) -> str:
    """The font of letters and digits that is not of this face."""
    return _other([run.type.ascii for run in runs if _LATIN.search(run.text)], face)


def wrong_signs(runs: Sequence[TextRun]) -> str:
    """The font in which quotes, dashes or dots come out though the Chinese around has another."""
    for run in runs:
        found = run.type.east if run.type.hint else run.type.high
        if has_signs(run.text) and found != run.type.east and not _is_chinese(found):
            return found
    return ""


def has_signs(text: str) -> bool:
    """Whether there are signs that Chinese and Latin fonts both have."""
    return _SHARED.search(text) is not None


def _is_chinese(font: str) -> bool:
    faces = (standard.FANGSONG, standard.XIAOBIAOSONG, standard.SONGTI, *standard.LEVELS)
    return any(face.holds(font) for face in faces)


def _other(fonts: Sequence[str], face: Face) -> str:
    return next((font or "没有指定" for font in fonts if not face.holds(font)), "")


def millimetres(length: float) -> str:
    """“37 mm”, with a decimal only where it matters."""
    return f"{round(length, 1):g} mm"


def filled(paragraph: Paragraph, text: str) -> Paragraph:
    """A template's paragraph as if this text stood in it."""
    return replace(paragraph, raw=text)
