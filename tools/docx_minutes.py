"""The template of 会议纪要: 纪要格式 of GB/T 9704-2012 (10.3)."""

from __future__ import annotations

import docx_parts as parts
import docx_styles
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from docx_parts import Column, add
from docx_styles import Style

from ledgerkit.papers import standard

_NAMES = Style("名单")
_LABEL = 3
"""Characters of a label with its colon; the names of the lines below stand under the first name."""


def minutes() -> Document:
    """会议纪要: what was resolved, by whom and until when; who was there stands behind it."""
    document = parts.blank()
    _hang(document)
    add(document, "发文机关标志", "{{ mark }}")
    add(document, "发文字号", "{{ number }}")
    first = add(
        document, "Normal", "{{ opening }}。{% if agenda %}会议议题：{{ agenda }}{% endif %}"
    )
    first.paragraph_format.space_before = Twips(standard.LINE)
    add(document, "Normal", "{%p if resolved %}", "会议议定以下事项：")
    parts.table(
        document,
        (
            Column("序号", 12, "{{ line.number }}"),
            Column("议定事项", 72, "{{ line.matter }}", "表格文字"),
            Column("责任单位", 34, "{{ line.unit }}"),
            Column("完成时限", 38, "{{ line.due }}"),
        ),
        "line in resolved",
    )
    add(
        document,
        "Normal",
        "请各责任单位按照完成时限抓好落实，并将落实情况报{{ host }}。",
    )
    add(document, "Normal", "{%p else %}", "会议议定：{{ unsaid }}。", "{%p endif %}")
    _names(document, "出席：", "{{ present }}")
    _names(document, "请假：", "{{ absent }}")
    add(document, "Normal", "{%p if observers %}")
    _names(document, "列席：", "{{ observers }}")
    add(document, "Normal", "{%p endif %}")
    parts.imprint(document, label="主送")
    parts.anchor(document)
    return document


def _hang(document: Document) -> None:
    """A list of names begins two characters in, its other lines under the first name."""
    made = docx_styles.add(document, _NAMES)
    indents = made.element.pPr.ind
    left, character = (
        standard.INDENT + _LABEL,
        standard.BODY_SIZE * standard.TWIPS_A_POINT + standard.SPACING,
    )
    indents.getparent().replace(
        indents,
        parse_xml(
            f'<w:ind {nsdecls("w")} w:leftChars="{left * 100}" w:left="{left * character}"'
            f' w:hangingChars="{_LABEL * 100}" w:hanging="{_LABEL * character}"/>'
        ),
    )


def _names(document: Document, label: str, names: str) -> None:
    paragraph = document.add_paragraph(style=_NAMES.name)
    paragraph.add_run(label, style=docx_styles.HEADING_RUN)
    paragraph.add_run(names)
    if label.startswith("出席"):
        paragraph.paragraph_format.space_before = Twips(standard.LINE)
