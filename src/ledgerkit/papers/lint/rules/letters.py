"""信函格式 (10.1) and 纪要格式 (10.3)."""

from __future__ import annotations

import re

from ledgerkit.papers import standard
from ledgerkit.papers.lint import measure, redlines
from ledgerkit.papers.lint.content import BLANK, Paragraph
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
from ledgerkit.papers.lint.redlines import RedLine
from ledgerkit.papers.lint.roles import PEOPLE, Form, Role
from ledgerkit.papers.lint.rules.body import indent, split

_NO_LETTER, _NO_MINUTES = "不是信函", "不是纪要"
_OFF = 2.0


def _head_lines(subject: Subject) -> list[RedLine]:
    """Double lines above the title, in the header or in the text."""
    titles = subject.all(Role.TITLE)
    last = titles[0].number if titles else 6
    head = [paragraph for paragraph in subject.document.paragraphs if paragraph.number <= last]
    found = redlines.lines(subject.document, (*subject.document.first_header, *head))
    return [line for line in found if line.double]


def _foot_lines(subject: Subject) -> list[RedLine]:
    """Double lines at the foot of the first page, in its footer, or hanging on the text."""
    document = subject.document
    found = redlines.lines(document, (*document.first_footer, *document.paragraphs))
    return [line for line in found if line.double and line.order < 0]


def _first_line(subject: Subject) -> CheckOutcome:
    if subject.form is not Form.LETTER:
        return no_matter(_NO_LETTER)
    return _judged_line(_head_lines(subject), 1, "上粗下细")


def _last_line(subject: Subject) -> CheckOutcome:
    if subject.form is not Form.LETTER:
        return no_matter(_NO_LETTER)
    return _judged_line(_foot_lines(subject), -1, "上细下粗")


def _judged_line(found: list[RedLine], order: int, described: str) -> CheckOutcome:
    if not found:
        return failed(f"没有{described}的红色双线")
    line = found[0]
    if line.order != order:
        return failed(f"不是{described}")
    fits = abs(line.width - standard.LETTER_RULE_WIDTH) <= _OFF
    return (passed if fits else failed)(f"{described},长 {millimetres(line.width)}")


def _line_distance(subject: Subject) -> CheckOutcome:
    found = _head_lines(subject) if subject.form is Form.LETTER else []
    if not found:
        return no_matter("没有信函的双线")
    return redlines.distance(found[0])


def _last_line_place(subject: Subject) -> CheckOutcome:
    found = _foot_lines(subject) if subject.form is Form.LETTER else []
    if not found:
        return no_matter("没有信函的末条双线")
    if found[0].from_page is None:
        return no_matter("线没有按页面定位,距离要看打印稿")
    below = standard.PAGE_HEIGHT - found[0].from_page
    fits = abs(below - standard.LETTER_FOOT_FROM_PAGE) <= _OFF * 2
    return (passed if fits else failed)(millimetres(below))


def _mark_place(subject: Subject) -> CheckOutcome:
    """From the upper edge of the page to that of the mark."""
    marks = subject.all(Role.MARK)
    if subject.form is not Form.LETTER or not marks:
        return no_matter(_NO_LETTER)
    mark = marks[0]
    if mark.placed:
        return no_matter("标志放在文本框里,位置要看打印稿")
    gap = measure.gap_above(subject.document, mark) if not mark.in_margin else 0
    if gap is None:
        return no_matter("标志放在表格里,位置要看打印稿")
    above = mark.section.header_distance if mark.in_margin else mark.section.top
    found = above + gap / standard.TWIPS_A_MM
    fits = abs(found - standard.LETTER_MARK_FROM_PAGE) <= 3
    return (passed if fits else failed)(millimetres(found))


def _number(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        if paragraph.layout.align != "right":
            return "没有居右"
        right = paragraph.layout.right
        return f"右空 {round(right, 1):g} 字" if right > 0.25 else ""

    numbers = subject.all(Role.NUMBER) if subject.form is Form.LETTER else []
    return each(numbers, wrong, "顶格居右", _NO_LETTER)


def _imprint(subject: Subject) -> CheckOutcome:
    imprint = subject.all(Role.IMPRINT) if subject.form is Form.LETTER else []

    def wrong(paragraph: Paragraph) -> str:
        if paragraph.layout.border("top") or paragraph.layout.border("bottom"):
            return "有分隔线"
        return "有印发机关或印发日期" if re.search(r"印\s*发\s*$", paragraph.text) else ""

    return each(imprint, wrong, "只有抄送,没有线", "不是信函,或没有版记")


def _minutes_mark(subject: Subject) -> CheckOutcome:
    marks = subject.all(Role.MARK)
    if subject.form is not Form.MINUTES:
        return no_matter(_NO_MINUTES)
    ends = any("".join(mark.text.split()).endswith(("纪要", BLANK)) for mark in marks)
    return passed("××纪要") if ends else failed("标志末尾不是“纪要”")


def _people_labels(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        if not PEOPLE.match(paragraph.text):
            return ""
        found = measure.wrong_chinese(split(paragraph)[0], standard.HEITI)
        return f"字体是{found}" if found else ""

    people = subject.all(Role.PEOPLE) if subject.form is Form.MINUTES else []
    return each(people, wrong, "黑体", "不是纪要,或没有名单")


def _people_names(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        runs = split(paragraph)[1] if PEOPLE.match(paragraph.text) else paragraph.runs
        found = measure.wrong_chinese(runs, standard.FANGSONG)
        return f"字体是{found}" if found else ""

    people = subject.all(Role.PEOPLE) if subject.form is Form.MINUTES else []
    return each(people, wrong, "仿宋", "不是纪要,或没有名单")


def _people_place(subject: Subject) -> CheckOutcome:
    """Two characters in; what runs on stands under the first name."""
    people = subject.all(Role.PEOPLE) if subject.form is Form.MINUTES else []
    labelled = [paragraph for paragraph in people if PEOPLE.match(paragraph.text)]
    wrong = [
        f"{paragraph.called()}:左空 {round(indent(paragraph), 1):g} 字"
        for paragraph in labelled
        if abs(indent(paragraph) - standard.INDENT) > 0.25
    ]
    return judged(wrong, "左空 2 字") if labelled else no_matter("不是纪要,或没有名单")


RULES = (
    Rule("letter-mark-place", "信函标志位置", "10.1", "上边缘至上页边 30 mm", _mark_place),
    Rule("letter-first-line", "信函首条双线", "10.1", "红色,上粗下细,长 170 mm", _first_line),
    Rule("letter-line-distance", "信函首条双线位置", "10.1", "标志下 4 mm", _line_distance),
    Rule("letter-last-line", "信函末条双线", "10.1", "红色,上细下粗,长 170 mm", _last_line),
    Rule("letter-last-place", "信函末条双线位置", "10.1", "距下页边 20 mm", _last_line_place),
    Rule("letter-number", "信函发文字号", "10.1", "顶格居版心右边缘", _number),
    Rule("letter-imprint", "信函版记", "10.1", "不加印发机关、印发日期和分隔线", _imprint),
    Rule("minutes-mark", "纪要标志", "10.3", "“××××纪要”", _minutes_mark),
    Rule("minutes-labels", "出席、请假、列席", "10.3", "3号黑体", _people_labels),
    Rule("minutes-names", "与会人员名单", "10.3", "3号仿宋体", _people_names),
    Rule("minutes-place", "名单位置", "10.3", "左空二字", _people_place),
)
