"""The template of 典型案例汇编: cover, contents by PAGEREF fields, cases on numbered pages."""

from __future__ import annotations

import docx_parts as parts
import docx_styles
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Twips
from docx.text.paragraph import Paragraph
from docx_parts import add
from docx_styles import BODY, HEADING, LINE, RED, SUBHEADING, TITLE, Style

STYLES = (
    Style("封面说明", SUBHEADING, 16, "left"),
    Style(
        "封面标题",
        TITLE,
        44,
        "center",
        before=round(50 * docx_styles.MM),
        line=None,
        colour=RED,
        spacing=0,
    ),
    Style("封面期次", SUBHEADING, 22, "center", before=LINE, line=None, spacing=0),
    Style("封面落款", BODY, 18, "center", line=None, spacing=0),
    Style("目录标题", TITLE, 22, "center", after=LINE, keep=True, spacing=0),
    Style("目录一", HEADING, align="left"),
    Style("目录二", SUBHEADING, align="left", left=1),
    Style("目录三", align="left", left=2),
    Style("篇标题", TITLE, 22, "center", after=LINE, keep=True, level=0, spacing=0),
    Style("案例标题", SUBHEADING, indent=2, level=1, keep=True),
    Style("供稿单位", align="right", after=LINE),
)
CONTENTS = ("目录一", "目录二", "目录三")
BOOKMARK = "标题_"
"""A bookmark whose name ends with _ gets the number of its occurrence."""
_SIGNED_AT = round(62 * docx_styles.MM)
"""Twips between the issue and who signs, with a title of two lines."""


def casebook() -> Document:
    """典型案例汇编."""
    document = parts.blank()
    for footer in (document.sections[0].footer, document.sections[0].even_page_footer):
        footer.is_linked_to_previous = True
    for style in STYLES:
        docx_styles.add(document, style)
    for name in CONTENTS:
        document.styles[name].paragraph_format.tab_stops.add_tab_stop(
            Mm(parts.TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
    _cover(document)
    _contents(document)
    _cases(document)
    return document


def _cover(document: Document) -> None:
    add(document, "封面说明", "送阅：园区、企业")
    add(document, "封面标题", "涉企典型案例\n汇　　编")
    add(document, "封面期次", "{{ issue }}")
    signature = add(document, "封面落款", "{{ signature }}")
    signature.paragraph_format.space_before = Twips(_SIGNED_AT)
    add(document, "封面落款", "{{ month }}")


def _contents(document: Document) -> None:
    add(document, "目录标题", "编写说明").paragraph_format.page_break_before = True
    add(
        document,
        "Normal",
        "为落实典型案例汇编送阅制度，现将政法机关报送的涉企典型案例汇编成册，送园区、企业学习。"
        "每个案例介绍基本案情和处理结果，提示企业在经营管理中应当防范的法律风险。",
        "案例中的企业、人员均已隐去真实名称。案例由报送单位审核，供学习参考，请勿用于其他用途。",
    )
    add(document, "目录标题", "目　　录").paragraph_format.page_break_before = True
    add(document, "Normal", "{%p for line in booklet.contents %}")
    for level in CONTENTS:
        add(document, "Normal", f'{{%p if line.level == "{level}" %}}')
        paragraph = add(document, level, "{{ line.text }}\t")
        _page_of(paragraph, f"{BOOKMARK}{{{{ line.mark }}}}", "{{ line.page }}")
        add(document, "Normal", "{%p endif %}")
    add(document, "Normal", "{%p endfor %}")


def _cases(document: Document) -> None:
    _numbered(document.add_section(WD_SECTION.ODD_PAGE))
    add(document, "Normal", "{%p for part in booklet.parts %}")
    heading = add(document, "篇标题", "{{ part.heading }}")
    heading.paragraph_format.page_break_before = True
    _bookmarked(document, heading)
    add(document, "Normal", "{%p for kind in part.kinds %}")
    _bookmarked(document, add(document, "一级标题", "{{ kind.heading }}"))
    add(document, "Normal", "{%p for case in kind.cases %}")
    _bookmarked(document, add(document, "案例标题", "{{ case.heading }}"))
    add(document, "Normal", "{%p for section in case.sections %}")
    parts.labelled(document, "{{ section.label }}", "{{ section.first }}")
    add(document, "Normal", "{%p for text in section.more %}")
    add(document, "Normal", "{{ text }}", "{%p endfor %}", "{%p endfor %}")
    add(document, "Normal", "{%p if case.source %}")
    add(document, "供稿单位", "（供稿单位：{{ case.source }}）")
    add(document, "Normal", "{%p endif %}", *["{%p endfor %}"] * 3)


def _numbered(section: Section) -> None:
    """Pages count anew from 1; cover and contents have no number."""
    margins = section._sectPr.find(qn("w:pgMar"))
    assert margins is not None
    margins.addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
    parts.page_numbers(section)


def _bookmarked(document: Document, paragraph: Paragraph) -> None:
    """A bookmark around the paragraph's text, for the table of contents to refer to."""
    number = len(document.element.body.findall(f".//{qn('w:bookmarkStart')}")) + 1
    start, end = (
        parse_xml(f'<w:bookmark{side} {nsdecls("w")} w:id="{number}"{name}/>')
        for side, name in (("Start", f' w:name="{BOOKMARK}"'), ("End", ""))
    )
    paragraph.runs[0]._r.addprevious(start)
    paragraph.runs[-1]._r.addnext(end)


def _page_of(paragraph: Paragraph, bookmark: str, reckoned: str) -> None:
    """A PAGEREF field that shows the reckoned page until Word, on opening, finds the true one."""
    for kind, text in (("begin", ""), ("", f" PAGEREF {bookmark} \\h "), ("separate", "")):
        run = paragraph.add_run()._r
        if kind:
            dirty = ' w:dirty="true"' if kind == "begin" else ""
            run.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"{dirty}/>'))
        else:
            run.append(
                parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve">{text}</w:instrText>')
            )
    paragraph.add_run(reckoned)
    end = paragraph.add_run()._r
    end.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="end"/>'))
