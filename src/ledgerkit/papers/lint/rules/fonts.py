"""Fonts where Word goes its own way: theme fonts, and the signs that two scripts share."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.papers.lint import measure
from ledgerkit.papers.lint.content import Paragraph
from ledgerkit.papers.lint.document import WordDocument
from ledgerkit.papers.lint.model import OURS, CheckOutcome, Rule, Subject, each


def printed(document: WordDocument) -> Iterator[Paragraph]:
    """Every paragraph with text, those of footers and headers among them."""
    seen = set()
    yield from (
        paragraph
        for paragraph in document.paragraphs
        if not paragraph.control and paragraph.raw.strip()
    )
    for section in document.sections:
        for part in (*section.headers.values(), *section.footers.values()):
            if part not in seen:
                seen.add(part)
                yield from (
                    paragraph
                    for paragraph in document.margin_paragraphs(part, section)
                    if paragraph.raw.strip()
                )


def _themed(paragraph: Paragraph) -> str:
    themed = any(run.type.themed and run.text.strip() for run in paragraph.runs)
    return "字体跟着主题走" if themed else ""


def _theme_fonts(subject: Subject) -> CheckOutcome:
    return each(printed(subject.document), _themed, "字体都写明了", "没有文字")


def _signs(paragraph: Paragraph) -> str:
    font = measure.wrong_signs(paragraph.runs)
    return f"引号、破折号或省略号是{font}" if font else ""


def _shared_signs(subject: Subject) -> CheckOutcome:
    paragraphs = [
        paragraph for paragraph in printed(subject.document) if measure.has_signs(paragraph.raw)
    ]
    return each(paragraphs, _signs, "与汉字同一字体", "没有这些标点")


RULES = (
    Rule("theme-fonts", "不用主题字体", OURS, "每处字体都写明,换电脑不变", _theme_fonts),
    Rule(
        "sign-fonts", "引号、破折号、省略号字体", OURS, "用中文字体,不落到西文字体", _shared_signs
    ),
)
