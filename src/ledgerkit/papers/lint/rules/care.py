"""What a document must not carry with it when it is sent round, and how it must not be set."""

from __future__ import annotations

import re

from ledgerkit.papers.lint.content import Paragraph
from ledgerkit.papers.lint.model import OURS, CheckOutcome, Rule, Subject, each, judged, no_matter
from ledgerkit.papers.lint.roles import TEXTS
from ledgerkit.papers.lint.xml import Element, local, w

_CORE = {"creator": "作者", "lastModifiedBy": "上次修改者"}
_EXTENDED = {"Company": "单位", "Manager": "主管"}
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
_MACHINE = re.compile(r"[A-Za-z]:\\\\?Users|file:///|/home/")


def _metadata(subject: Subject) -> CheckOutcome:
    package = subject.document.package
    wrong = []
    for part, names in (("docProps/core.xml", _CORE), ("docProps/app.xml", _EXTENDED)):
        root = package.part(part)
        for child in root if root is not None else ():
            if local(child) in names and (child.text or "").strip():
                wrong.append(f"{names[local(child)]}:{(child.text or '').strip()}")
    wrong += [
        "有这台电脑上的路径"
        for name, part in package.parts.items()
        if name.endswith(".rels") and _MACHINE.search(part.decode("utf-8", "replace"))
    ]
    return judged(wrong, "没有")


def _changes(subject: Subject) -> CheckOutcome:
    """What was struck out or remarked can be read by whoever gets the file."""
    body = subject.document.package.text
    wrong = []
    if any(next(body.iter(w(name)), None) is not None for name in _CHANGES):
        wrong.append("有修订记录")
    if next(body.iter(w("commentReference")), None) is not None:
        wrong.append("有批注")
    return judged(wrong, "没有")


def _hidden(subject: Subject) -> CheckOutcome:
    def wrong(paragraph: Paragraph) -> str:
        return "有隐藏文字" if any(run.type.hidden and run.text for run in paragraph.runs) else ""

    looked = [paragraph for paragraph in subject.document.paragraphs if paragraph.raw.strip()]
    return each(looked, wrong, "没有", "没有文字")


def _empty(subject: Subject) -> CheckOutcome:
    """Blank lines that someone typed: they break when the text changes."""
    flow = subject.document.flow
    wrong = [
        f"第{paragraph.number}段"
        for at, paragraph in enumerate(flow)
        if paragraph.empty
        and not paragraph.breaks
        and not paragraph.lines
        and not paragraph.layout.border("top")
        and not paragraph.layout.border("bottom")
        and at + 1 < len(flow)
        and not _after_table(subject, paragraph)
    ]
    return judged(wrong, "没有") if flow else no_matter("没有文字")


def _after_table(subject: Subject, paragraph: Paragraph) -> bool:
    """Word needs a paragraph between two tables."""
    before = _sibling(paragraph.element, -1)
    after = _sibling(paragraph.element, 1)
    return all(neighbour is not None and local(neighbour) == "tbl" for neighbour in (before, after))


def _sibling(element: Element, step: int) -> Element | None:
    return element.getprevious() if step < 0 else element.getnext()


def _blanks(subject: Subject) -> CheckOutcome:
    """Indents made of blanks."""

    def wrong(paragraph: Paragraph) -> str:
        return "用空格缩进" if re.match("[ 　\t]+", paragraph.raw) else ""

    return each(subject.all(*TEXTS), wrong, "没有", "没有正文")


RULES = (
    Rule("metadata", "文件属性", OURS, "不带作者、修改者、单位和电脑上的路径", _metadata),
    Rule("changes", "修订和批注", OURS, "不带修订记录和批注", _changes),
    Rule("hidden-text", "隐藏文字", OURS, "没有隐藏文字", _hidden),
    Rule("empty-paragraphs", "空段落", OURS, "不用空段落撑间距,用段前段后间距", _empty),
    Rule("typed-blanks", "空格缩进", OURS, "不用空格缩进,用首行缩进 2 字符", _blanks),
)
