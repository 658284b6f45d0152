"""What each paragraph is in a 公文: told by our styles' names, else by its text, look and place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import zip_longest

from ledgerkit.papers import standard
from ledgerkit.papers.lint.content import BLANK, Paragraph
from ledgerkit.papers.lint.document import WordDocument
from ledgerkit.papers.lint.drawings import is_red

_BIG = 20
"""Points: a red mark is no smaller."""
_HEAD = 12
"""Among so many paragraphs the head is looked for."""
_LONG = 60
"""Characters that a name, a signature or a title has at most."""


class Role(StrEnum):
    """The elements of GB/T 9704-2012 (7.1), and what is none of them."""

    MARK = "发文机关标志"
    NUMBER = "发文字号"
    TITLE = "标题"
    ADDRESSEE = "主送机关"
    BODY = "正文"
    LEVEL1 = "一级标题"
    LEVEL2 = "二级标题"
    LEVEL3 = "三级标题"
    LEVEL4 = "四级标题"
    ANNEX_NOTE = "附件说明"
    SIGNATURE = "署名"
    DATE = "成文日期"
    NOTE = "附注"
    ANNEX_LABEL = "附件标识"
    ANNEX_TITLE = "附件标题"
    IMPRINT = "版记"
    FORM_TITLE = "表单标题"
    FORM_NUMBER = "表单编号"
    PEOPLE = "出席、请假、列席名单"
    OTHER = "其他"


LEVELS = (Role.LEVEL1, Role.LEVEL2, Role.LEVEL3, Role.LEVEL4)
TEXTS = (Role.BODY, *LEVELS)
STYLED: Mapping[str, Role] = {
    **{role.value: role for role in Role if role not in (Role.BODY, Role.PEOPLE, Role.OTHER)},
    "公文标题": Role.TITLE,
    "信函标志": Role.MARK,
    "纪要标志": Role.MARK,
    "信函编号": Role.NUMBER,
    "信函抄送": Role.IMPRINT,
    "名单": Role.PEOPLE,
}
"""Style names of the shipped templates."""
_APART = re.compile(
    "封面|目录|toc|表|图|题注|caption|篇标题|案例|供稿|信函|公文页码|页眉|页脚|header|footer",
    re.IGNORECASE,
)
"""How styles begin in which stands nothing that the standard names."""
_NUMERAL = "[一二三四五六七八九十百]+"
ORDINALS = (
    re.compile(rf"{_NUMERAL}\s*[、．.,，]"),
    re.compile(rf"[（(]\s*{_NUMERAL}\s*[）)]"),
    re.compile(r"[0-9０-９]{1,2}\s*[.．、](?![0-9０-９])"),
    re.compile(r"[（(]\s*[0-9０-９]{1,2}\s*[）)]"),
)
"""How the four levels begin, well or badly written."""
NUMBER = re.compile(
    rf"\s*[\w{BLANK}]{{0,20}}\s*[〔\[【（(［﹝{{]\s*[\d{BLANK}]{{1,4}}\s*[〕\]】）)］﹞}}]"
    rf"\s*第?[\s\d{BLANK}_＿×]*号\s*"
)
DATE = re.compile(rf"\s*(?:{BLANK}|[\d○〇零一二三四五六七八九]{{2,4}}\s*年.{{1,6}}月.{{1,6}}日)\s*")
_ANNEX_NOTE = re.compile(r"\s*附\s*件\s*[:：]")
_ANNEX_LABEL = re.compile(r"\s*附\s*件\s*\d*\s*")
_NOTE = re.compile(r"\s*[（(].*[）)]\s*")
_IMPRINT = re.compile(r"\s*((抄|分|印)\s*送\s*[:：]|.*日\s*印\s*发)")
PEOPLE = re.compile(
    r"\s*(出\s*席|请\s*假|列\s*席|缺\s*席|参\s*会|主\s*持|记\s*录)\s*(人员)?\s*[:：]"
)


def roles(document: WordDocument) -> dict[Paragraph, Role]:
    """The role of every paragraph that is printed, those of first-page headers among them."""
    found: dict[Paragraph, Role] = {}
    for paragraph in document.first_header:
        if not paragraph.empty:
            found[paragraph] = _styled(paragraph) or _apart(paragraph)
    texts = [
        paragraph
        for paragraph in document.paragraphs
        if not paragraph.control and (paragraph.table is None or _IMPRINT.match(paragraph.text))
    ]
    for paragraph in texts:
        role = _styled(paragraph)
        if role is None and (paragraph.placed or paragraph.table):
            role = _apart(paragraph)
        if role is not None:
            found[paragraph] = role
    _by_place(
        [paragraph for paragraph in texts if paragraph not in found and not paragraph.empty], found
    )
    return {paragraph: role for paragraph, role in found.items() if not paragraph.empty}


def _styled(paragraph: Paragraph) -> Role | None:
    """What its style says; None where that tells nothing."""
    if paragraph.style in STYLED:
        return STYLED[paragraph.style]
    return Role.OTHER if _APART.match(paragraph.style) else None


def _apart(paragraph: Paragraph) -> Role:
    """What stands in a box, a frame or a table."""
    if _IMPRINT.match(paragraph.text):
        return Role.IMPRINT
    return Role.MARK if _is_mark(paragraph) else Role.OTHER


def _is_mark(paragraph: Paragraph) -> bool:
    first = paragraph.first
    return first is not None and is_red(first.colour) and first.size >= _BIG


def _by_place(left: Sequence[Paragraph], found: dict[Paragraph, Role]) -> None:
    """Judges what no style named, from the head down and from the date up."""
    known = set(found.values())
    at = 0
    for at, paragraph in enumerate(left):
        role = _of_head(paragraph, known) if at < _HEAD else None
        if role is None:
            break
        found[paragraph] = role
        known.add(role)
    else:
        at = len(left)
    _rest(left[at:], found)


def _of_head(paragraph: Paragraph, known: set[Role]) -> Role | None:
    """What a paragraph above the text is; None where the text begins."""
    if _is_mark(paragraph) and not known & {Role.TITLE, Role.FORM_TITLE}:
        return Role.MARK
    if NUMBER.fullmatch(paragraph.text) and Role.NUMBER not in known:
        return Role.FORM_NUMBER if Role.FORM_TITLE in known else Role.NUMBER
    if known & {Role.ADDRESSEE, Role.BODY}:
        return None
    if known & {Role.TITLE, Role.FORM_TITLE} and _is_addressee(paragraph):
        return Role.ADDRESSEE
    return Role.TITLE if _is_title(paragraph) else None


def _is_title(paragraph: Paragraph) -> bool:
    first, text = paragraph.first, paragraph.text.strip()
    if first is None or len(text) > _LONG or text.endswith(("。", "：", ":")):
        return False
    if any(ordinal.match(text) for ordinal in ORDINALS):
        return False
    return (
        paragraph.layout.align == "center"
        or first.size > standard.BODY_SIZE
        or paragraph.style.lower() in ("title", "标题")
    )


def _is_addressee(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return text.endswith(("：", ":")) and "。" not in text and not ORDINALS[0].match(text)


def _rest(left: Sequence[Paragraph], found: dict[Paragraph, Role]) -> None:
    """The text, its signature, what is annexed, and 版记."""
    for paragraph, following in zip_longest(left, left[1:]):
        before = {role for earlier, role in found.items() if earlier.number < paragraph.number}
        closes = following is not None and _is_date(following.text)
        found[paragraph] = _of_text(paragraph, before, closes)


def _of_text(paragraph: Paragraph, before: set[Role], closes: bool) -> Role:
    """What a paragraph below the head is; ``closes`` where a date follows."""
    text = paragraph.text
    if _IMPRINT.match(text) and Role.DATE in before:
        return Role.IMPRINT
    if _ANNEX_LABEL.fullmatch(text):
        return Role.ANNEX_LABEL
    if Role.ANNEX_LABEL in before:
        return Role.OTHER if Role.ANNEX_TITLE in before else Role.ANNEX_TITLE
    if _ANNEX_NOTE.match(text):
        return Role.ANNEX_NOTE
    if PEOPLE.match(text):
        return Role.PEOPLE
    if _is_date(text):
        return Role.DATE
    if Role.DATE in before:
        return Role.NOTE if _NOTE.fullmatch(text) else Role.OTHER
    if closes and _is_signature(paragraph):
        return Role.SIGNATURE
    if not text.strip():
        return Role.OTHER
    return _level(text) or Role.BODY


def _is_date(text: str) -> bool:
    return BLANK not in text and DATE.fullmatch(text) is not None


def _is_signature(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return len(text) <= _LONG and not re.search("[。：；，]", text)


def _level(text: str) -> Role | None:
    for role, ordinal in zip(LEVELS, ORDINALS, strict=True):
        if ordinal.match(text.strip()):
            return role
    return None


class Form(StrEnum):
    """Which of the formats of the standard a document has."""

    DOCUMENT = "文件格式"
    LETTER = "信函格式"
    MINUTES = "纪要格式"
    WORKING = "工作表单"
    PLAIN = "没有版头"


def form(document: WordDocument, found: Mapping[Paragraph, Role]) -> Form:
    """Told by the style or the words of the mark, else by what stands above the text."""
    marks = [mark for mark, role in found.items() if role is Role.MARK]
    text = "".join("".join(mark.text.split()) for mark in marks)
    if any(mark.style == "纪要标志" for mark in marks) or text.endswith("纪要"):
        return Form.MINUTES
    if any(mark.style == "信函标志" for mark in marks):
        return Form.LETTER
    if marks and BLANK in text and Role.PEOPLE in found.values():
        return Form.MINUTES
    if Role.FORM_TITLE in found.values():
        return Form.WORKING
    if not marks:
        return Form.PLAIN
    titled = "".join(paragraph.text for paragraph, role in found.items() if role is Role.TITLE)
    is_letter = not text.endswith("文件") and BLANK not in text and titled.strip().endswith("函")
    return Form.LETTER if is_letter else Form.DOCUMENT
