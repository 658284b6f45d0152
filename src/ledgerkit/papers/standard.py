"""The numbers of GB/T 9704-2012 党政机关公文格式, each once: templates are made from them, lint
measures by them. Millimetres, points, characters and lines; twips where it says so.
"""

from __future__ import annotations

from dataclasses import dataclass

TWIPS_A_MM = 1440 / 25.4
TWIPS_A_POINT = 20

PAGE_WIDTH, PAGE_HEIGHT = 210, 297
"""A4 (5.1)."""
TOP, RIGHT, BOTTOM, LEFT = 37, 26, 35, 28
"""Margins (5.2.1): those at the head and the binding are given, the others follow."""
TEXT_WIDTH, TEXT_HEIGHT = 156, 225
"""版心 (5.2.1)."""
LINES, CHARACTERS = 22, 28
"""On a page, in a line (5.2.3)."""

LINE = 579
"""Twips of exact line pitch: measured in LibreOffice, 580 gives 21 lines on a page."""
SPACING = -5
"""Twips between characters: measured, −4 gives 27 characters in a line."""

BODY_SIZE, TITLE_SIZE, SMALL_SIZE = 16, 22, 14
"""三号, 二号, 四号 (5.2.2, 7.3.1, 7.4)."""
INDENT = 2
"""Characters before the first line of a paragraph (7.3.3)."""
BLACK, RED = "000000", "FF0000"
"""5.2.4, 7.2.4."""

MARK_FROM_TEXT = 35
"""发文机关标志 and 纪要标志: from the upper edge of the text area (7.2.4, 10.3)."""
NUMBER_LINES = 2
"""Blank lines between mark and 发文字号 (7.2.5)."""
RED_LINE_DISTANCE = 4
"""Red line under 发文字号 (7.2.7) and under a letter's mark (10.1)."""
TITLE_LINES = 2
"""Blank lines between red line and title (7.3.1)."""
ADDRESSEE_LINES, ANNEX_NOTE_LINES, UNSEALED_LINES = 1, 1, 1
"""Blank lines above 主送机关 (7.3.2), 附件说明 (7.3.4), 署名 without seal (7.3.5.2)."""
SEALED_DATE_RIGHT, UNSEALED_RIGHT, UNSEALED_DATE_SHIFT = 4, 2, 2
"""Characters: date from the right with a seal; 署名 from the right without one, and how far the
date begins to the right of it (7.3.5)."""

OUTER_RULE, INNER_RULE = 0.35, 0.25
"""版记: thick lines first and last, thin ones between (7.4.1)."""
IMPRINT_SIDES = 1
"""Characters left and right in 版记 (7.4.2, 7.4.3)."""
PAGE_NUMBER_DISTANCE = 7
"""From the text area down to the dashes of the page number (7.5)."""
PAGE_NUMBER_SIDE = 1
"""Characters from the outer edge of the text area (7.5)."""

LETTER_RULE_WIDTH = 170
"""Red double lines of a letter (10.1)."""
LETTER_MARK_FROM_PAGE = 30
LETTER_FOOT_FROM_PAGE = 20
"""From the page's upper and lower edge (10.1)."""
LETTER_NUMBER_DISTANCE = 7 / 8
"""Heights of a character of 三号 between the first double line and 发文字号 (10.1)."""


@dataclass(frozen=True)
class Face:
    """A typeface that the standard names; ``font`` is the one we set, ``signs`` tell its kin."""

    name: str
    font: str
    signs: tuple[str, ...]

    def holds(self, font: str) -> bool:
        """Whether a font of this name is of this face: 方正仿宋_GBK and FangSong are 仿宋."""
        folded = font.lower().replace(" ", "")
        return any(sign in folded for sign in self.signs)


FANGSONG = Face("仿宋", "仿宋_GB2312", ("仿宋", "fangsong"))
XIAOBIAOSONG = Face("小标宋", "方正小标宋简体", ("小标宋", "xiaobiaosong", "xbs"))
HEITI = Face("黑体", "黑体", ("黑体", "simhei", "heiti"))
KAITI = Face("楷体", "楷体_GB2312", ("楷体", "kaiti"))
SONGTI = Face("宋体", "宋体", ("宋体", "simsun", "书宋"))
LEVELS = (HEITI, KAITI, FANGSONG, FANGSONG)
"""一、 （一） 1. （1） (7.3.3)."""
