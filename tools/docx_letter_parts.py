"""信函格式 of GB/T 9704-2012 (10.1): mark, two red double lines, number at the right, 版记."""

from __future__ import annotations

import docx_styles
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from docx_parts import add, anchor
from docx_styles import Style

from ledgerkit.papers import standard

_MARK_SIZE = 36
"""小初: the standard leaves it to the office, and a letter should not need a second page."""
_THICK, _THIN = 18, 6
"""Eighths of a point."""
_GAP = 30
"""Twips between the lines."""
_RULE_HEIGHT = _GAP + (_THICK + _THIN) / 8 * standard.TWIPS_A_POINT
"""Twips of a double line."""


def _twips(millimetres: float) -> int:
    return round(millimetres * standard.TWIPS_A_MM)


MARK = Style(
    "信函标志", docx_styles.TITLE, _MARK_SIZE, "center", line=None, colour=standard.RED, spacing=0
)
NUMBER = Style(
    "信函编号",
    align="right",
    before=round(standard.LETTER_NUMBER_DISTANCE * standard.BODY_SIZE * standard.TWIPS_A_POINT),
    line=None,
)


def _rule(name: str, upper: int, lower: int, before: float = 0) -> Style:
    """A double line is the two borders of a paragraph that is next to nothing high."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{standard.RED}"/>'
        for side, size in (("top", upper), ("bottom", lower))
    )
    return Style(name, size=1, before=_twips(before), line=_GAP, spacing=0, border=lines)


HEAD_RULE = _rule("信函首线", _THICK, _THIN, standard.RED_LINE_DISTANCE)
FOOT_RULE = _rule("信函末线", _THIN, _THICK)
COPIES = Style(
    "信函抄送", size=standard.SMALL_SIZE, align="left", left=1, right=1, line=None, spacing=0
)


def head(document: Document, title: str) -> None:
    """The first page of a letter: its mark and lines stand outside the text; it bears no number."""
    for style in (MARK, NUMBER, HEAD_RULE, FOOT_RULE, COPIES):
        docx_styles.add(document, style)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header_distance = Mm(standard.LETTER_MARK_FROM_PAGE)
    top = section.first_page_header
    top.is_linked_to_previous = False
    top.paragraphs[0].style = MARK.name
    top.paragraphs[0].add_run("{{ mark }}")
    _widen(top.add_paragraph(style=HEAD_RULE.name))
    foot = section.first_page_footer
    foot.is_linked_to_previous = False
    foot.paragraphs[0].style = FOOT_RULE.name
    _at_the_foot(foot.paragraphs[0])
    foot.add_paragraph(style="公文页码单")
    add(document, NUMBER.name, "{{ number }}")
    add(document, "公文标题", title)


def copies_if_any(document: Document) -> None:
    """版记 of a letter: nothing but 抄送, without lines, at the foot of the last page."""
    add(document, "Normal", "{%p if copies %}")
    paragraph = add(document, COPIES.name, "抄送：{{ copies }}。")
    width = _twips(standard.TEXT_WIDTH)
    _framed(paragraph, f'w:w="{width}" w:vAnchor="margin" w:hAnchor="margin" w:yAlign="bottom"')
    anchor(document)
    add(document, "Normal", "{%p endif %}")


def _widen(paragraph: Paragraph) -> None:
    """From the text's width to that of the lines, in the middle of the page."""
    side = (standard.PAGE_WIDTH - standard.LETTER_RULE_WIDTH) / 2
    paragraph.paragraph_format.left_indent = Mm(side - standard.LEFT)
    paragraph.paragraph_format.right_indent = Mm(side - standard.RIGHT)


def _at_the_foot(paragraph: Paragraph) -> None:
    """Its lower edge 20 mm above the page's, wherever page numbers stand on other pages."""
    low = _twips(standard.PAGE_HEIGHT - standard.LETTER_FOOT_FROM_PAGE) - _RULE_HEIGHT
    side = (standard.PAGE_WIDTH - standard.LETTER_RULE_WIDTH) / 2
    _framed(
        paragraph,
        f'w:w="{_twips(standard.LETTER_RULE_WIDTH)}" w:vAnchor="page" w:hAnchor="page"'
        f' w:x="{_twips(side)}" w:y="{round(low)}"',
    )


def _framed(paragraph: Paragraph, place: str) -> None:
    style = paragraph._p.get_or_add_pPr().pStyle
    assert style is not None
    style.addnext(parse_xml(f'<w:framePr {nsdecls("w")} w:hSpace="0" w:wrap="around" {place}/>'))
