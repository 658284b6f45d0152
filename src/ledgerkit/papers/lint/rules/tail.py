"""What closes a document (7.3.4–7.3.7): 附件说明, 署名, 成文日期, 附注, and the annexes."""

from __future__ import annotations

import re

from ledgerkit.papers import standard
from ledgerkit.papers.lint import measure
from ledgerkit.papers.lint.content import BLANK, Paragraph
from ledgerkit.papers.lint.model import CheckOutcome, Rule, Subject, each, failed, no_matter, passed
from ledgerkit.papers.lint.roles import Form, Role
from ledgerkit.papers.lint.rules.body import indent
from ledgerkit.papers.lint.rules.title import judged_gap

_DATE = re.compile(r"\d{4}年(?!0)\d{1,2}月(?!0)\d{1,2}日")
_ANNEX = re.compile(r"附件：\s*(\d+[.．])?\s*\S.*?(?<![。；，、;,.])", re.DOTALL)
_PLACE = 0.8
"""Characters that a signature or date may be off."""
_USUAL_DATE, _USUAL_NAME = "2026年10月31日", "中共陈仓区委政法委员会"
"""By these a template's places are judged; what it is filled with is judged in the document."""


def _annex_gap(subject: Subject) -> CheckOutcome:
    notes = subject.all(Role.ANNEX_NOTE)
    if not notes:
        return no_matter("没有附件说明")
    return judged_gap(subject, notes[0], standard.ANNEX_NOTE_LINES, "附件说明上面")


def _annex_form(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        if abs(indent(paragraph) - standard.INDENT) > 0.25:
            return f"左空 {round(indent(paragraph), 1):g} 字"
        return "" if _ANNEX.fullmatch(paragraph.text.strip()) else "写法不对或末尾有标点"

    return each(subject.all(Role.ANNEX_NOTE), wrong, "写法正确", "没有附件说明")


def _date_form(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        text = "".join(paragraph.text.split())
        return "" if _DATE.fullmatch(text) or BLANK in text else "写法不对"

    return each(subject.all(Role.DATE), wrong, "写法正确", "没有成文日期")


def _span(paragraph: Paragraph, usual: str) -> tuple[float, float]:
    """Where it stands in the line, for a template as if its usual text stood there."""
    if BLANK not in paragraph.text:
        return measure.place(paragraph)
    return measure.place(measure.filled(paragraph, usual))


def _signature(subject: Subject) -> CheckOutcome:
    """By the rule with a seal or by the one without."""
    names, dates = subject.all(Role.SIGNATURE), subject.all(Role.DATE)
    if not names or not dates:
        return no_matter("没有署名和成文日期")
    name, date = _span(names[-1], _USUAL_NAME), _span(dates[-1], _USUAL_DATE)
    right = standard.CHARACTERS - date[1]
    apart = sum(name) / 2 - sum(date) / 2
    is_sealed = abs(right - standard.SEALED_DATE_RIGHT) <= _PLACE and abs(apart) <= _PLACE
    if is_sealed:
        return passed("加盖印章的排法:日期右空 4 字,署名以日期居中")
    if _unsealed(name, date):
        return passed("不加盖印章的排法:署名右空 2 字,日期首字右移 2 字")
    return failed(
        f"日期右空 {round(right, 1):g} 字,署名右空 {round(standard.CHARACTERS - name[1], 1):g} 字,"
        f"日期首字比署名首字右移 {round(date[0] - name[0], 1):g} 字"
    )


def _unsealed(name: tuple[float, float], date: tuple[float, float]) -> bool:
    """署名 two from the right and the date shifted by two; a longer date takes the right edge."""
    outer = max(name[1], date[1])
    shifted = abs(date[0] - name[0] - standard.UNSEALED_DATE_SHIFT) <= _PLACE
    return shifted and abs(standard.CHARACTERS - outer - standard.UNSEALED_RIGHT) <= _PLACE


def _signature_gap(subject: Subject) -> CheckOutcome:
    """Without a seal one blank line; with one there must be room for it."""
    names = subject.all(Role.SIGNATURE)
    if not names:
        return no_matter("没有署名")
    gap = measure.gap_above(subject.document, names[0])
    if gap is None:
        return no_matter("署名上面是表格或图片,行数要看打印稿")
    found = measure.lines(gap)
    fits = standard.UNSEALED_LINES - 0.35 <= found <= 4
    return (passed if fits else failed)(f"空 {round(found, 1):g} 行")


def _note(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        text = paragraph.text.strip()
        if not (text.startswith("（") and text.endswith("）")):
            return "没有加圆括号"
        found = indent(paragraph)
        return f"左空 {round(found, 1):g} 字" if abs(found - standard.INDENT) > 0.25 else ""

    return each(subject.all(Role.NOTE), wrong, "写法正确", "没有附注")


def _label(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        found = measure.wrong_chinese(paragraph.runs, standard.HEITI)
        if found:
            return f"字体是{found}"
        sizes = {run.type.size for run in paragraph.runs if run.text.strip()}
        if others := sorted(sizes - {standard.BODY_SIZE}):
            return f"{others[0]:g} 磅"
        begin = paragraph.layout.left + paragraph.layout.first
        if paragraph.layout.align in ("center", "right") or abs(begin) > 0.25:
            return "没有顶格"
        return "末尾有标点" if re.search("[：:。]", paragraph.text) else ""

    return each(subject.all(Role.ANNEX_LABEL), wrong, "3号黑体顶格", "没有附件")


def _annex_page(subject: Subject) -> CheckOutcome:
    """The paragraph itself begins a page, or the one before ends a section or page."""
    labels = subject.all(Role.ANNEX_LABEL)
    everything = subject.document.paragraphs

    def wrong(paragraph: Paragraph) -> str:
        above = [
            earlier
            for earlier in everything
            if earlier.number < paragraph.number and not earlier.control
        ]
        starts = paragraph.breaks or (above and (above[-1].ends_section or above[-1].breaks))
        return "" if starts else "没有另起一面"

    return each(labels, wrong, "另面编排", "没有附件")


def _annex_title(subject: Subject) -> CheckOutcome:
    return each(
        subject.all(Role.ANNEX_TITLE),
        lambda paragraph: "" if paragraph.layout.align == "center" else "没有居中",
        "居中",
        "没有附件标题",
    )


def _closing(subject: Subject) -> CheckOutcome:
    """A document with a red head is signed and dated; minutes are not."""
    if subject.form not in (Form.DOCUMENT, Form.LETTER):
        return no_matter("不是文件或信函")
    lacking = [str(role) for role in (Role.SIGNATURE, Role.DATE) if not subject.all(role)]
    return failed(f"没有{'、'.join(lacking)}") if lacking else passed("都有")


RULES = (
    Rule("annex-note-gap", "附件说明位置", "7.3.4", "正文下空一行", _annex_gap),
    Rule(
        "annex-note-form",
        "附件说明写法",
        "7.3.4",
        "左空二字,“附件：1. …”,末尾不加标点",
        _annex_form,
    ),
    Rule("closing", "署名和成文日期", "7.3.5", "有署名、有成文日期", _closing),
    Rule(
        "signature-place",
        "署名和成文日期位置",
        "7.3.5.1、7.3.5.2",
        "加盖印章:日期右空四字,署名居中于日期;不加盖:署名右空二字,日期首字右移二字",
        _signature,
    ),
    Rule(
        "signature-gap",
        "署名与正文的距离",
        "7.3.5.2",
        "正文或附件说明下空一行,盖章的留足位置",
        _signature_gap,
    ),
    Rule("date-form", "成文日期写法", "7.3.5.4", "2026年1月5日:年月日标全,不编虚位", _date_form),
    Rule("note-form", "附注", "7.3.6", "左空二字加圆括号", _note),
    Rule("annex-label", "附件二字", "7.3.7", "3号黑体,顶格,不加冒号", _label),
    Rule("annex-page", "附件另面", "7.3.7", "另面编排", _annex_page),
    Rule("annex-title", "附件标题", "7.3.7", "居中", _annex_title),
)
