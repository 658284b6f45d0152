"""The title (7.3.1) and whom the document is for (7.3.2)."""

from __future__ import annotations

import re

from ledgerkit.papers import standard
from ledgerkit.papers.lint import measure
from ledgerkit.papers.lint.content import BLANK, Paragraph
from ledgerkit.papers.lint.model import CheckOutcome, Rule, Subject, each, failed, no_matter, passed
from ledgerkit.papers.lint.roles import Form, Role

_NO_TITLE = "没有标题"
_ALLOWANCE = 0.35
"""Lines: a gap is given in blank lines or in points, and seldom to the twip."""


def _titles(subject: Subject) -> list[Paragraph]:
    return subject.all(Role.TITLE, Role.FORM_TITLE)


def wrong_title_font(paragraph: Paragraph) -> str:
    """What stands in place of 小标宋, the font of titles and of the mark; "" where nothing does."""
    found = measure.wrong_chinese(paragraph.runs, standard.XIAOBIAOSONG)
    return f"字体是{found}" if found else ""


def _font(subject: Subject) -> CheckOutcome:
    return each(_titles(subject), wrong_title_font, standard.XIAOBIAOSONG.name, _NO_TITLE)


def _size(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        sizes = {run.type.size for run in paragraph.runs if run.text.strip()}
        others = sorted(sizes - {standard.TITLE_SIZE})
        return f"{others[0]:g} 磅" if others else ""

    return each(_titles(subject), wrong, "22 磅", _NO_TITLE)


def _plain(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        return "加粗了" if any(run.type.bold for run in paragraph.runs) else ""

    return each(_titles(subject), wrong, "没有加粗", _NO_TITLE)


def _centred(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        layout = paragraph.layout
        if layout.align != "center":
            return "没有居中"
        shift = layout.left + layout.first - layout.right
        return f"居中但偏了 {abs(round(shift / 2, 1)):g} 字" if abs(shift) > 0.5 else ""

    return each(_titles(subject), wrong, "居中", _NO_TITLE)


def _ending(subject: Subject) -> CheckOutcome:
    titles = _titles(subject)
    return each(
        titles[-1:],
        lambda paragraph: (
            "末尾有标点" if re.search("[。，；：、,.;:]$", paragraph.text.strip()) else ""
        ),
        "没有",
        _NO_TITLE,
    )


def judged_gap(subject: Subject, paragraph: Paragraph, due: int, where: str) -> CheckOutcome:
    """Judges how many blank lines there are above a paragraph."""
    gap = measure.gap_above(subject.document, paragraph)
    if gap is None:
        return no_matter(f"{where}是表格或图片,行数要看打印稿")
    found = measure.lines(gap)
    counted = f"空 {round(found, 1):g} 行"
    return passed(counted) if abs(found - due) <= _ALLOWANCE else failed(counted)


def _title_gap(subject: Subject) -> CheckOutcome:
    titles = subject.all(Role.TITLE)
    if subject.form not in (Form.DOCUMENT, Form.LETTER) or not titles:
        return no_matter("没有红色分隔线或标题")
    return judged_gap(subject, titles[0], standard.TITLE_LINES, "标题上面")


def _flush(paragraph: Paragraph) -> str:
    begin = paragraph.layout.left + paragraph.layout.first
    begin += measure.leading_blanks(paragraph.text)
    if paragraph.layout.align in ("center", "right"):
        return "没有居左"
    return f"左空 {round(begin, 1):g} 字" if abs(begin) > 0.25 else ""


def _addressee_left(subject: Subject) -> CheckOutcome:
    return each(subject.all(Role.ADDRESSEE), _flush, "居左顶格", "没有主送机关")


def _addressee_colon(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        text = paragraph.text.strip()
        return "" if text.endswith(("：", BLANK)) else f"末尾是“{text[-1:]}”"

    return each(subject.all(Role.ADDRESSEE), wrong, "全角冒号", "没有主送机关")


def _addressee_gap(subject: Subject) -> CheckOutcome:
    addressees = subject.all(Role.ADDRESSEE)
    if not addressees or not subject.all(Role.TITLE):
        return no_matter("没有主送机关或公文标题")
    return judged_gap(subject, addressees[0], standard.ADDRESSEE_LINES, "主送机关上面")


RULES = (
    Rule("title-font", "标题字体", "7.3.1", "小标宋体", _font),
    Rule("title-size", "标题字号", "7.3.1", "2号(22 磅)", _size),
    Rule("title-plain", "标题不加粗", "7.3.1", "不加粗", _plain),
    Rule("title-centred", "标题居中", "7.3.1", "分一行或多行居中", _centred),
    Rule("title-ending", "标题末尾标点", "7.3.1", "不用标点", _ending),
    Rule("title-gap", "标题位置", "7.3.1", "红色分隔线下空二行", _title_gap),
    Rule("addressee-left", "主送机关位置", "7.3.2", "居左顶格", _addressee_left),
    Rule("addressee-colon", "主送机关末尾", "7.3.2", "全角冒号", _addressee_colon),
    Rule("addressee-gap", "主送机关与标题的距离", "7.3.2", "标题下空一行", _addressee_gap),
)
