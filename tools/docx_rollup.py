"""The template of 区县工作情况通报: districts side by side."""

from __future__ import annotations

import docx_parts as parts
from docx.document import Document
from docx_blocks import addressed, chart, closing, head
from docx_parts import Column, add

COLUMNS = 8
"""Figures beside each district's name (papers/documents/district_report.py)."""


def district_report() -> Document:
    """The report of a roll-up, with what is worst in an annex."""
    document = parts.blank()
    head(document, "关于{{ period }}各区县政法机关\n“服务联系点”工作情况的通报")
    addressed(document, "现将{{ period }}各区县政法机关“服务联系点”工作情况通报如下：")
    add(document, "一级标题", "一、总体情况")
    _paragraphs(document, "overall")
    add(document, "表格标题", "各区县工作情况")
    figures = (
        Column(f"{{{{ columns[{at}] }}}}", 17, f"{{{{ line.figures[{at}] }}}}")
        for at in range(COLUMNS)
    )
    parts.table(
        document, (Column("区县", 20, "{{ line.who }}", "表格文字"), *figures), "line in table"
    )
    chart(document, "districts", "各区县工作情况统计图")
    add(document, "Normal", "{%p if comparisons %}")
    add(document, "一级标题", "二、比较情况")
    _paragraphs(document, "comparisons")
    add(document, "Normal", "{%p endif %}")
    add(document, "Normal", "{%p if troubles %}")
    add(document, "一级标题", "{{ '三' if comparisons else '二' }}、存在问题")
    _paragraphs(document, "troubles")
    add(
        document,
        "Normal",
        "请有关区县逐件核实逾期事项，明确责任单位和完成日期，抓紧办结并向企业反馈；应报未报的台账尽快补报。",
    )
    add(document, "Normal", "{%p endif %}")
    add(document, "Normal", "{%p if items %}")
    add(document, "附件说明", "附件：逾期较长的事项清单")
    add(document, "Normal", "{%p endif %}")
    closing(document)
    _annex(document)
    parts.imprint(document)
    parts.anchor(document)
    return document


def _paragraphs(document: Document, name: str) -> None:
    add(document, "Normal", f"{{%p for text in {name} %}}")
    add(document, "Normal", "{{ text }}")
    add(document, "Normal", "{%p endfor %}")


def _annex(document: Document) -> None:
    add(document, "Normal", "{%p if items %}")
    mark = add(document, "附件标识", "附件")
    mark.paragraph_format.page_break_before = True
    add(document, "附件标题", "逾期较长的事项清单")
    parts.table(
        document,
        (
            Column("序号", 12, "{{ item.number }}"),
            Column("区县", 20, "{{ item.district }}", "表格文字"),
            Column("责任单位", 28, "{{ item.unit }}", "表格文字"),
            Column("编号", 42, "{{ item.key }}"),
            Column("办结时限", 26, "{{ item.due }}"),
            Column("逾期\n工作日", 14, "{{ item.late }}"),
            Column("级别", 14, "{{ item.level }}"),
        ),
        "item in items",
    )
    add(document, "Normal", "{%p endif %}")
