"""Blocks that many Word templates share: heads, the table of items, signature and 版记."""

from __future__ import annotations

import docx_parts as parts
import docx_styles
from docx.document import Document
from docx.shared import Twips
from docx_parts import Column, add

NUMBER = "{{ series }}〔{{ year }}〕  号"
ITEMS = (
    Column("序号", 8, "{{ item.number }}"),
    Column("编号", 27, "{{ item.key }}"),
    Column(
        "企业、事项及时限计算",
        74,
        "{%p if item.firm %}\n{{ item.firm }}\n{%p endif %}\n"
        "{{ item.matter }}：{{ item.content }}\n时限：{{ item.reckoning }}",
        "表格文字",
    ),
    Column("起始日\n办结时限", 24, "{{ item.started }}\n{{ item.due }}"),
    Column("逾期情况\n级别", 23, "{{ item.standing }}\n{{ item.level }}"),
)


def head(document: Document, title: str) -> None:
    """红头: mark, number over the red line, title (文件 format)."""
    add(document, "发文机关标志", "{{ mark }}")
    add(document, "发文字号", NUMBER)
    add(document, "公文标题", title)


def form(document: Document, title: str) -> None:
    """The head of a working form: title and number, no red."""
    add(document, "表单标题", title)
    add(document, "表单编号", NUMBER)


def addressed(document: Document, opening: str) -> None:
    """主送机关, and the sentence with which the text begins."""
    add(document, "主送机关", "{{ recipient }}：")
    add(document, "Normal", opening)


def chart(document: Document, name: str, described: str) -> None:
    """A picture where there is anything to draw."""
    add(document, "Normal", f'{{%p if "{name}" in charts %}}')
    parts.picture(document, name, described, 150, 70)
    add(document, "Normal", "{%p endif %}")


def closing(document: Document, *, sealed: bool = True) -> None:
    """署名, 成文日期 and, where the office names a contact, 附注; never alone on a page."""
    last = [paragraph for paragraph in document.paragraphs if "{%p" not in paragraph.text][-1]
    last.paragraph_format.keep_with_next = True
    signature = add(document, "署名", "{{ signature }}")
    if not sealed:
        signature.paragraph_format.space_before = Twips(docx_styles.LINE)
    add(document, "成文日期", "{{ signed_on }}")
    add(document, "Normal", "{%p if contact %}")
    add(document, "附注", "（{{ contact }}）")
    add(document, "Normal", "{%p endif %}")


def imprint_if_copied(document: Document) -> None:
    """版记 of a working form: only where somebody gets a copy."""
    add(document, "Normal", "{%p if copies %}")
    parts.imprint(document)
    parts.anchor(document)
    add(document, "Normal", "{%p endif %}")


def items(document: Document) -> None:
    """The table of what is late or nearly so."""
    parts.table(document, ITEMS, "item in items")


def lines(document: Document, name: str) -> None:
    """Paragraphs of a part, those with a heading of their own under it.

    The last is a paragraph apart in the template: ``closing`` keeps it with the signature.
    """
    add(document, "Normal", f"{{%p for line in {name} %}}")
    add(document, "Normal", "{%p if line.heading %}")
    add(document, "二级标题", "{{ line.heading }}")
    add(document, "Normal", "{%p endif %}", "{%p if not loop.last %}")
    add(document, "Normal", "{{ line.text }}", "{%p else %}", "{{ line.text }}", "{%p endif %}")
    add(document, "Normal", "{%p endfor %}")


def statutory(document: Document) -> Document:
    """The end of a statutory document: signature and 版记."""
    closing(document)
    parts.imprint(document)
    parts.anchor(document)
    return document
