"""版头 of a document (7.2): the mark, 发文字号, and the red line."""

from __future__ import annotations

import re

from ledgerkit.papers import standard
from ledgerkit.papers.lint import measure, redlines
from ledgerkit.papers.lint.content import BLANK, Paragraph
from ledgerkit.papers.lint.drawings import is_red
from ledgerkit.papers.lint.measure import millimetres
from ledgerkit.papers.lint.model import CheckOutcome, Rule, Subject, each, failed, no_matter, passed
from ledgerkit.papers.lint.redlines import RedLine
from ledgerkit.papers.lint.roles import Form, Role
from ledgerkit.papers.lint.rules.title import judged_gap, wrong_title_font

_NO_MARK, _NO_NUMBER = "没有发文机关标志", "没有发文字号"
_FORM = re.compile(rf"[\w{BLANK}]*〔(\d{{4}}|{BLANK})〕([\s\d{BLANK}]*)号")
_WIDTH = 2.0
"""Millimetres that a line may be off."""


def _mark_colour(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        colours = {run.type.colour for run in paragraph.runs if run.text.strip()}
        others = [colour for colour in sorted(colours) if not is_red(colour)]
        return f"颜色 {others[0]}" if others else ""

    return each(subject.all(Role.MARK), wrong, "红色", _NO_MARK)


def _mark_font(subject: Subject) -> CheckOutcome:
    return each(subject.all(Role.MARK), wrong_title_font, standard.XIAOBIAOSONG.name, _NO_MARK)


def _mark_centred(subject: Subject) -> CheckOutcome:
    marks = [mark for mark in subject.all(Role.MARK) if not mark.placed]
    return each(
        marks, lambda mark: "" if mark.layout.align == "center" else "没有居中", "居中", _NO_MARK
    )


def _mark_place(subject: Subject) -> CheckOutcome:
    """From the head of the text area; a mark in a box or a table is placed by hand."""
    marks = [mark for mark in subject.all(Role.MARK) if not mark.in_margin]
    if subject.form not in (Form.DOCUMENT, Form.MINUTES) or not marks:
        return no_matter("没有文件或纪要的标志")
    gap = measure.gap_above(subject.document, marks[0])
    if marks[0].placed or gap is None:
        return no_matter("标志放在文本框或表格里,位置要看打印稿")
    found = gap / standard.TWIPS_A_MM
    fits = abs(found - standard.MARK_FROM_TEXT) <= 3
    return (passed if fits else failed)(millimetres(found))


def fault_of_number(paragraph: Paragraph) -> str:
    """What is wrong with how a 发文字号 is written, "" for nothing."""
    text = paragraph.text.strip()
    if text == BLANK:
        return ""
    if re.search(r"[\[【（(［﹝{]\s*\d{2,4}\s*[\]】）)］﹞}]", text):
        return "年份没有用六角括号〔〕"
    if "第" in text.split("〕")[-1]:
        return "序号前加了“第”字"
    found = _FORM.fullmatch(text)
    if not found:
        return "写法不对" if re.search(r"〔\d{4}〕", text) or BLANK in text else "年份没有标全"
    if text.startswith("〔") and found[2].strip():
        return "没有发文机关代字"
    return "序号编了虚位" if re.match(r"\s*0", found[2]) else ""


def _number_form(subject: Subject) -> CheckOutcome:
    numbers = subject.all(Role.NUMBER, Role.FORM_NUMBER)
    if not numbers and subject.form is Form.DOCUMENT:
        return failed(_NO_NUMBER)
    return each(numbers, fault_of_number, "写法正确", _NO_NUMBER)


def _number_centred(subject: Subject) -> CheckOutcome:
    if subject.form is Form.LETTER:
        return no_matter("信函的发文字号居右")
    return each(
        subject.all(Role.NUMBER, Role.FORM_NUMBER),
        lambda paragraph: "" if paragraph.layout.align == "center" else "没有居中",
        "居中",
        _NO_NUMBER,
    )


def _number_gap(subject: Subject) -> CheckOutcome:
    numbers = subject.all(Role.NUMBER)
    if subject.form is not Form.DOCUMENT or not numbers:
        return no_matter("不是文件格式,或没有发文字号")
    return judged_gap(subject, numbers[0], standard.NUMBER_LINES, "发文字号上面")


def _number_type(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        found = measure.wrong_chinese(paragraph.runs, standard.FANGSONG)
        sizes = {run.type.size for run in paragraph.runs if run.text.strip()}
        if others := sorted(sizes - {standard.BODY_SIZE}):
            return f"{others[0]:g} 磅"
        return f"字体是{found}" if found else ""

    return each(subject.all(Role.NUMBER, Role.FORM_NUMBER), wrong, "16 磅仿宋", _NO_NUMBER)


def _red_lines(subject: Subject) -> list[RedLine]:
    """Those between the mark and the title."""
    titles = subject.all(Role.TITLE)
    marks = subject.all(Role.MARK)
    first = marks[0].number if marks and not marks[0].in_margin else 0
    last = titles[0].number if titles else first + 6
    head = [
        paragraph for paragraph in subject.document.paragraphs if first <= paragraph.number <= last
    ]
    return list(redlines.lines(subject.document, head))


def _line_width(subject: Subject) -> CheckOutcome:
    if subject.form is not Form.DOCUMENT:
        return no_matter("不是文件格式")
    found = _red_lines(subject)
    if not found:
        return failed("没有红色分隔线")
    measured = f"{millimetres(found[0].width)}"
    fits = abs(found[0].width - standard.TEXT_WIDTH) <= _WIDTH
    return (passed if fits else failed)(measured)


def _line_distance(subject: Subject) -> CheckOutcome:
    found = _red_lines(subject)
    if subject.form is not Form.DOCUMENT or not found:
        return no_matter("没有红色分隔线")
    return redlines.distance(found[0])


RULES = (
    Rule("mark-colour", "发文机关标志颜色", "7.2.4", "红色", _mark_colour),
    Rule("mark-font", "发文机关标志字体", "7.2.4", "小标宋体", _mark_font),
    Rule("mark-centred", "发文机关标志居中", "7.2.4", "居中", _mark_centred),
    Rule(
        "mark-place",
        "发文机关(纪要)标志位置",
        "7.2.4、10.3",
        "上边缘至版心上边缘 35 mm",
        _mark_place,
    ),
    Rule(
        "number-form",
        "发文字号写法",
        "7.2.5",
        "代字〔2026〕1号:全年份,不加“第”,不编虚位",
        _number_form,
    ),
    Rule("number-centred", "发文字号居中", "7.2.5", "居中", _number_centred),
    Rule("number-gap", "发文字号位置", "7.2.5", "发文机关标志下空二行", _number_gap),
    Rule("number-type", "发文字号字体字号", "5.2.2", "3号仿宋体", _number_type),
    Rule("red-line-width", "版头分隔线", "7.2.7", "红色,与版心等宽(156 mm)", _line_width),
    Rule("red-line-distance", "版头分隔线位置", "7.2.7", "发文字号之下 4 mm", _line_distance),
)
