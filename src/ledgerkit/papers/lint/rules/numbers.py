"""Page numbers (7.5): their form, their type, where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable

from ledgerkit.papers import standard
from ledgerkit.papers.lint import measure
from ledgerkit.papers.lint.content import Paragraph
from ledgerkit.papers.lint.measure import millimetres
from ledgerkit.papers.lint.model import (
    CheckOutcome,
    Rule,
    Subject,
    each,
    failed,
    judged,
    no_matter,
    passed,
)
from ledgerkit.papers.lint.roles import Form
from ledgerkit.papers.lint.sections import PageSection
from ledgerkit.papers.lint.xml import spelt, w

_NONE = "没有页码"
_FORM = re.compile(r"\s*[—－]\s*\d+\s*[—－]\s*")
_FIELD = re.compile(r"(^|[^A-Z])PAGE([^A-Z]|$)")
_DISTANCE = 2.0
"""Millimetres: how high a line of the footer is hangs on the font."""


def _of(subject: Subject, section: PageSection, kind: str) -> list[Paragraph]:
    """The paragraphs of a footer that hold the page number."""
    paragraphs = subject.document.margin_paragraphs(section.footers.get(kind, ""), section)
    return [paragraph for paragraph in paragraphs if _has_number(paragraph)]


def _has_number(paragraph: Paragraph) -> bool:
    simple = (field.get(w("instr"), "") for field in paragraph.element.iter(w("fldSimple")))
    return any(_FIELD.search(text) for text in (*simple, spelt(paragraph.element, "instrText")))


def _numbers(subject: Subject, *kinds: str) -> list[tuple[PageSection, Paragraph]]:
    """Every page number, each once."""
    found: dict[tuple[str, str], tuple[PageSection, Paragraph]] = {}
    for section in subject.document.sections:
        for kind in kinds:
            part = section.footers.get(kind, "")
            for paragraph in _of(subject, section, kind):
                found.setdefault((part, kind), (section, paragraph))
    return list(found.values())


def _present(subject: Subject) -> CheckOutcome:
    return passed("有页码") if _numbers(subject, "default", "even") else failed(_NONE)


def _each(wrong: Callable[[Paragraph], str], fine: str) -> Callable[[Subject], CheckOutcome]:
    def check(subject: Subject) -> CheckOutcome:
        found = [paragraph for _, paragraph in _numbers(subject, "default", "even")]
        return each(found, wrong, fine, _NONE)

    return check


def _form(paragraph: Paragraph) -> str:
    return "" if _FORM.fullmatch(paragraph.text) else "两边没有一字线"


def _type(paragraph: Paragraph) -> str:
    found = measure.wrong_latin(paragraph.runs, standard.SONGTI)
    if found:
        return f"字体是{found}"
    sizes = {run.type.size for run in paragraph.runs if run.text.strip()}
    others = sorted(sizes - {standard.SMALL_SIZE})
    return f"{others[0]:g} 磅" if others else ""


def _distance(subject: Subject) -> CheckOutcome:
    """From the foot of the text to the dash, which stands in the middle of its line."""
    wrong, measured = [], ""
    found = [pair for pair in _numbers(subject, "default") if not pair[1].placed]
    for section, paragraph in found:
        line = measure.line_height(paragraph) / standard.TWIPS_A_MM
        distance = section.bottom - section.footer_distance - line / 2
        measured = measured or millimetres(distance)
        if abs(distance - standard.PAGE_NUMBER_DISTANCE) > _DISTANCE:
            wrong.append(millimetres(distance))
    return judged(wrong, measured) if found else no_matter("没有页码,或页码在图文框里")


def _sides(subject: Subject) -> CheckOutcome:
    odd, even = _numbers(subject, "default"), _numbers(subject, "even")
    if not odd:
        return no_matter(_NONE)
    if not subject.document.odd_and_even or not even:
        return failed("没有区分单页和双页")
    wrong = [_side(paragraph, "right", "单页码") for _, paragraph in odd]
    wrong += [_side(paragraph, "left", "双页码") for _, paragraph in even]
    return judged([fault for fault in wrong if fault], "单页居右、双页居左,各空 1 字")


def _side(paragraph: Paragraph, side: str, called: str) -> str:
    layout, text = paragraph.layout, paragraph.text
    align = layout.properties.get("framePr@xAlign", layout.align)
    left = align in ("left", "both", "inside")
    if (side == "left") is not left or align == "center":
        return f"{called}没有居{'左' if side == 'left' else '右'}"
    blanks = measure.leading_blanks(text if side == "left" else text[::-1])
    apart = (layout.left + layout.first if side == "left" else layout.right) + blanks
    fits = abs(apart - standard.PAGE_NUMBER_SIDE) <= 0.3
    return "" if fits else f"{called}空 {round(apart, 1):g} 字"


def _first_page(subject: Subject) -> CheckOutcome:
    """A letter's first page bears no number; any other's does."""
    first = subject.document.sections[0]
    numbered = bool(_of(subject, first, "first" if first.first_differs else "default"))
    if subject.form is Form.LETTER:
        return failed("首页显示了页码") if numbered else passed("首页没有页码")
    if subject.form is Form.PLAIN or not _numbers(subject, "default"):
        return no_matter("不是信函")
    return passed("首页有页码") if numbered else failed("首页没有页码")


RULES = (
    Rule("page-number", "页码", "7.5", "有页码", _present),
    Rule(
        "page-number-form",
        "页码形式",
        "7.5",
        "“— 1 —”,数字左右各一条一字线",
        _each(_form, "有一字线"),
    ),
    Rule(
        "page-number-type", "页码字体字号", "7.5", "4号(14 磅)半角宋体", _each(_type, "14 磅宋体")
    ),
    Rule("page-number-distance", "页码与版心的距离", "7.5", "一字线上距版心下边缘 7 mm", _distance),
    Rule("page-number-sides", "页码左右", "7.5", "单页码居右、双页码居左,各空一字", _sides),
    Rule("page-number-first", "首页页码", "7.5、10.1", "信函首页不显示页码,其他显示", _first_page),
)
