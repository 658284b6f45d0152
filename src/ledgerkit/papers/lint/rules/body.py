"""The text (5.2.2, 5.2.4, 7.3.3): its type, its indents, and the four levels of headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ledgerkit.papers import standard
from ledgerkit.papers.lint import measure
from ledgerkit.papers.lint.content import Paragraph, TextRun
from ledgerkit.papers.lint.model import CheckOutcome, Rule, Subject, each, judged, no_matter
from ledgerkit.papers.lint.roles import LEVELS, TEXTS, Role
from ledgerkit.papers.standard import Face

_WRITTEN = (
    re.compile("[一二三四五六七八九十百]+、"),
    re.compile("（[一二三四五六七八九十百]+）(?![、．.，])"),
    re.compile("[0-9]+[.．](?![、])"),
    re.compile("（[0-9]+）(?![、．.，])"),
)
"""How ordinals are written: 一、 （一） 1. （1）, no other sign behind brackets."""
_HEADING_ENDS = re.compile("[。：:？]")
_LABEL = 30
"""Characters of a label, tags included."""
_NO_TEXT = "没有正文"


def split(paragraph: Paragraph) -> tuple[Sequence[TextRun], Sequence[TextRun]]:
    """The runs of a heading, and those of the text that goes on behind it in the same line."""
    end = _HEADING_ENDS.search(paragraph.raw)
    if end is None or not paragraph.raw[end.end() :].strip():
        return paragraph.runs, ()
    heading: list[TextRun] = []
    text: list[TextRun] = []
    at = 0
    for run in paragraph.runs:
        (heading if at < end.end() else text).append(run)
        at += len(run.text)
    return heading, text


def _text_runs(subject: Subject) -> list[tuple[Paragraph, Sequence[TextRun]]]:
    """The text without its headings."""
    found = [
        (paragraph, _unlabelled(paragraph) if role is Role.BODY else split(paragraph)[1])
        for paragraph, role in subject.sorted
        if role in TEXTS
    ]
    return [(paragraph, runs) for paragraph, runs in found if runs]


def _unlabelled(paragraph: Paragraph) -> Sequence[TextRun]:
    """A line of text without the label that it begins with in a heading's font (“来源：”)."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    faces = (standard.HEITI, standard.KAITI)
    if len(runs) < 2 or not any(face.holds(runs[0].type.east) for face in faces):
        return paragraph.runs
    ends = runs[0].text.rstrip().endswith(("：", ":", "。", "】", "}}"))
    return runs[1:] if ends and len(runs[0].text) <= _LABEL else paragraph.runs


def _of_runs(
    wrong: Callable[[Sequence[TextRun]], str], fine: str
) -> Callable[[Subject], CheckOutcome]:
    """Judges the text, headings left out, by what is wrong with its runs."""

    def check(subject: Subject) -> CheckOutcome:
        texts = dict(_text_runs(subject))
        return each(texts, lambda paragraph: wrong(texts[paragraph]), fine, _NO_TEXT)

    return check


def _font(name: str) -> str:
    return f"字体是{name}" if name else ""


def _size(runs: Sequence[TextRun]) -> str:
    sizes = {run.type.size for run in runs if run.text.strip()} - {standard.BODY_SIZE}
    return f"{min(sizes):g} 磅" if sizes else ""


def _plain(runs: Sequence[TextRun]) -> str:
    printed = [run.type for run in runs if run.text.strip()]
    if any(look.bold for look in printed):
        return "有加粗的字"
    return "有倾斜的字" if any(look.italic for look in printed) else ""


def indent(paragraph: Paragraph) -> float:
    """Characters before the first line, blanks typed there included."""
    layout = paragraph.layout
    return layout.left + layout.first + measure.leading_blanks(paragraph.text)


def _indent(paragraph: Paragraph) -> str:
    if paragraph.layout.align == "center":
        return "居中"
    found = indent(paragraph)
    if abs(found - standard.INDENT) > 0.25:
        return f"首行缩进 {round(found, 1):g} 字"
    if paragraph.layout.left > 0.25:
        return f"回行缩进 {round(paragraph.layout.left, 1):g} 字"
    return ""


def _body_indent(subject: Subject) -> CheckOutcome:
    return each(subject.all(Role.BODY), _indent, "左空 2 字,回行顶格", _NO_TEXT)


def _colour(subject: Subject) -> CheckOutcome:
    """Everything printed but the mark, in tables too."""
    looked = [
        paragraph
        for paragraph in subject.document.paragraphs
        if not paragraph.control and subject.roles.get(paragraph) not in (Role.MARK, Role.OTHER)
    ]

    def wrong(paragraph: Paragraph) -> str:
        colours = {run.type.colour for run in paragraph.runs if run.text.strip()}
        others = sorted(colours - {standard.BLACK})
        return f"颜色 {others[0]}" if others else ""

    return each(looked, wrong, "黑色", "没有文字")


def _level(role: Role, face: Face) -> Callable[[Subject], CheckOutcome]:
    def wrong(paragraph: Paragraph) -> str:
        return _font(measure.wrong_chinese(split(paragraph)[0], face))

    return lambda subject: each(subject.all(role), wrong, face.name, f"没有{role}")


def _headings(wrong: Callable[[Paragraph], str], fine: str) -> Callable[[Subject], CheckOutcome]:
    return lambda subject: each(subject.all(*LEVELS), wrong, fine, "没有标题")


def _ordinals(subject: Subject) -> CheckOutcome:
    """As the standard writes them; a heading without an ordinal is not judged."""
    levels = [
        (paragraph, LEVELS.index(role)) for paragraph, role in subject.sorted if role in LEVELS
    ]
    wrong = []
    for paragraph, level in levels:
        text = paragraph.text.strip()
        if re.match("[一二三四五六七八九十0-9（(]", text) and not _WRITTEN[level].match(text):
            wrong.append(f"{paragraph.called()}")
    return judged(wrong, "写法正确") if levels else no_matter("没有标题")


def _order(subject: Subject) -> CheckOutcome:
    """（一） stands below 一、; the standard lets two levels be 一、 and 1."""
    levels = [
        (paragraph, LEVELS.index(role)) for paragraph, role in subject.sorted if role in LEVELS
    ]
    if not levels:
        return no_matter("没有标题")
    wrong = []
    before = -1
    for paragraph, level in levels:
        if level > before + 1 and not (before == 0 and level == 2) and before >= 0:
            wrong.append(f"{paragraph.called()}跳过了一级")
        before = max(level, -1)
    return judged(wrong, "逐级使用")


RULES = (
    Rule(
        "body-font",
        "正文字体",
        "5.2.2、7.3.3",
        "仿宋体",
        _of_runs(
            lambda runs: _font(measure.wrong_chinese(runs, standard.FANGSONG)),
            standard.FANGSONG.name,
        ),
    ),
    Rule(
        "body-latin-font",
        "正文里的西文和数字字体",
        "5.2.2",
        "与汉字同为仿宋体",
        _of_runs(
            lambda runs: _font(measure.wrong_latin(runs, standard.FANGSONG)), standard.FANGSONG.name
        ),
    ),
    Rule("body-size", "正文字号", "5.2.2", "3号(16 磅)", _of_runs(_size, "16 磅")),
    Rule(
        "body-plain",
        "正文不加粗、不倾斜",
        "5.2.2",
        "不加粗、不倾斜",
        _of_runs(_plain, "没有加粗、倾斜"),
    ),
    Rule("body-indent", "正文缩进", "7.3.3", "每个自然段左空二字,回行顶格", _body_indent),
    Rule("text-colour", "文字颜色", "5.2.4", "黑色(红色只用于版头)", _colour),
    *(
        Rule(f"level-{at}-font", f"{role}字体", "7.3.3", f"{face.name}", _level(role, face))
        for at, (role, face) in enumerate(zip(LEVELS, standard.LEVELS, strict=True), start=1)
    ),
    Rule(
        "heading-size",
        "各级标题字号",
        "5.2.2",
        "3号(16 磅)",
        _headings(lambda paragraph: _size(split(paragraph)[0]), "16 磅"),
    ),
    Rule(
        "heading-plain",
        "各级标题不加粗",
        "7.3.3",
        "只用字体区分,不加粗、不倾斜",
        _headings(lambda paragraph: _plain(split(paragraph)[0]), "没有加粗、倾斜"),
    ),
    Rule("heading-indent", "各级标题缩进", "7.3.3", "左空二字", _headings(_indent, "左空 2 字")),
    Rule("heading-ordinals", "层次序数写法", "7.3.3", "一、 （一） 1. （1）", _ordinals),
    Rule("heading-order", "层次序数次序", "7.3.3", "由一、到（1）逐级使用", _order),
)
