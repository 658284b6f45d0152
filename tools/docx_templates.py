"""Builds templates/docx: run it after a change here, then commit what it wrote.

The office may restyle the results in Word; a rebuild writes them anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import docx_parts as parts
import docx_styles
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.shared import Twips
from docx_parts import Column, add

FOLDER = Path(__file__).resolve().parents[1] / "templates" / "docx"

NUMBER = "{{ series }}〔{{ year }}〕  号"
ITEMS = (
    Column("序号", 8, "{{ item.number }}"),
    Column("编号", 27, "{{ item.key }}"),
    Column(
        "企业、事项及时限计算",
        68,
        "{%p if item.firm %}\n{{ item.firm }}\n{%p endif %}\n"
        "{{ item.matter }}：{{ item.content }}\n时限：{{ item.reckoning }}",
        "表格文字",
    ),
    Column("交办（起始）日\n办结时限", 24, "{{ item.started }}\n{{ item.due }}"),
    Column("逾期情况", 17, "{{ item.standing }}"),
    Column("级别", 12, "{{ item.level }}"),
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


def closing(document: Document, *, sealed: bool = True) -> None:
    """署名, 成文日期 and, where the office names a contact, 附注; never alone on a page."""
    last = [one for one in document.paragraphs if "{%p" not in one.text][-1]
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


def reminder() -> Document:
    """提醒单: what falls due soon."""
    document = parts.blank()
    form(document, "提醒单")
    add(document, "主送机关", "{{ recipient }}：")
    add(
        document,
        "Normal",
        "截至{{ signed_on }}，你单位承办的事项中，{{ summary }}。现将有关情况提醒如下：",
    )
    add(document, "一级标题", "一、提醒事项")
    items(document)
    add(document, "一级标题", "二、办理要求")
    add(
        document,
        "Normal",
        "请对照上表所列时限抓紧办理，按期办结，并及时向企业反馈。确有困难、不能按期办结的，请在到期前"
        "提出延期申请，写明原因并报批准。",
    )
    add(document, "一级标题", "三、反馈期限")
    add(document, "Normal", "请于{{ reply_by }}前将办理情况报{{ signature }}。")
    closing(document, sealed=False)
    imprint_if_copied(document)
    return document


def pressing() -> Document:
    """催办单: what is late."""
    document = parts.blank()
    form(document, "催办单")
    add(document, "主送机关", "{{ recipient }}：")
    add(
        document,
        "Normal",
        "截至{{ signed_on }}，你单位承办的事项中，{{ summary }}。现将有关事项催办如下：",
    )
    add(document, "一级标题", "一、催办事项")
    items(document)
    add(document, "一级标题", "二、办理要求")
    add(
        document,
        "Normal",
        "请逐件明确承办人和完成日期，抓紧办结，并及时向企业反馈。对逾期的事项，请说明逾期原因；已经办结"
        "的，请补填办结日期和办理情况。",
    )
    add(document, "一级标题", "三、反馈期限")
    add(document, "Normal", "请于{{ reply_by }}前将办理情况报{{ signature }}。")
    closing(document, sealed=False)
    imprint_if_copied(document)
    return document


def supervision() -> Document:
    """督办通知: what has been late for long."""
    document = parts.blank()
    head(document, "关于限期办结逾期事项的督办通知")
    add(document, "主送机关", "{{ recipient }}：")
    add(
        document,
        "Normal",
        "截至{{ signed_on }}，你单位承办的事项中，{{ summary }}。按照政法机关“服务联系点”工作制度，"
        "现将有关事项通知如下：",
    )
    add(document, "一级标题", "一、督办事项")
    items(document)
    add(document, "一级标题", "二、办理要求")
    add(
        document,
        "Normal",
        "请单位负责同志牵头，逐件研究办理措施，明确承办人和完成日期，限期办结，并向企业反馈。涉及其他"
        "单位的，由首访单位主动对接协调；已经移交职能部门的，继续督促，直到解决到位。",
    )
    add(document, "一级标题", "三、反馈期限")
    add(
        document,
        "Normal",
        "请于{{ reply_by }}前将办理结果书面报{{ signature }}。"
        "届时仍不能办结的，请一并说明原因和下一步措施。",
    )
    add(document, "Normal", "特此通知。")
    return _statutory(document)


def circular() -> Document:
    """通报: what stays undone after it was pressed for."""
    document = parts.blank()
    head(document, "关于逾期未办结事项的通报")
    add(document, "主送机关", "{{ recipient }}：")
    add(
        document,
        "Normal",
        "截至{{ signed_on }}，你单位承办的事项中，{{ summary }}。现将有关情况通报如下：",
    )
    add(document, "一级标题", "一、逾期情况")
    items(document)
    add(document, "一级标题", "二、办理要求")
    add(
        document,
        "Normal",
        "请单位主要负责同志亲自过问，逐件查明逾期原因，制定整改措施，立即办结，并向企业反馈、说明情况。"
        "单位自身难以解决的，请及时提请召开研判会研究。",
    )
    add(document, "一级标题", "三、反馈期限")
    add(document, "Normal", "请于{{ reply_by }}前将整改情况书面报{{ signature }}。")
    add(document, "Normal", "特此通报。")
    return _statutory(document)


def filing_reminder() -> Document:
    """催报单: workbooks that did not come."""
    document = parts.blank()
    form(document, "催报单")
    add(document, "主送机关", "{{ recipient }}：")
    add(
        document,
        "Normal",
        "截至{{ signed_on }}，你单位应报送的台账中，有{{ count }}份已过截止日仍未收到。现将有关情况"
        "提醒如下：",
    )
    add(document, "一级标题", "一、应报未报的台账")
    parts.table(
        document,
        (
            Column("序号", 12, "{{ line.number }}"),
            Column("台账", 46, "{{ line.book }}", "表格文字"),
            Column("月份", 26, "{{ line.month }}"),
            Column("截止日", 24, "{{ line.due }}"),
            Column("已超过", 24, "{{ line.late }}"),
            Column("情况", 24, "{{ line.standing }}"),
        ),
        "line in owed",
    )
    add(document, "一级标题", "二、报送要求")
    add(
        document,
        "Normal",
        "请尽快填好并报送；当月没有工作内容的，也要在表头“本月无”处填“是”，作零报告。已经退回的，"
        "请对照批注副本改正后重报。",
    )
    add(document, "一级标题", "三、报送期限")
    add(document, "Normal", "请于{{ reply_by }}前报{{ signature }}。")
    closing(document, sealed=False)
    return document


def meeting_notice() -> Document:
    """会议通知."""
    document = parts.blank()
    head(document, "关于召开{{ meeting }}的通知")
    add(document, "主送机关", "{{ recipient }}：")
    add(document, "Normal", "经研究，定于{{ day }}召开{{ meeting }}。现将有关事项通知如下：")
    parts.labelled(document, "一、时间：", "{{ day }}（{{ weekday }}）{{ time }}")
    parts.labelled(document, "二、地点：", "{{ place }}")
    parts.labelled(document, "三、议题：", "{{ agenda }}")
    parts.labelled(document, "四、参会人员：", "{{ attendance }}")
    parts.labelled(
        document,
        "五、其他事项：",
        "请参会人员提前安排好工作，准时到会；因故不能参加的，请于会前向召集人请假。请围绕议题做好发言准备。",
    )
    add(document, "Normal", "特此通知。")
    return _statutory(document)


def _statutory(document: Document) -> Document:
    closing(document)
    parts.imprint(document)
    parts.anchor(document)
    return document


def monthly_report() -> Document:
    """月度情况通报, with 逾期清单 on a landscape page where there is anything late."""
    document = parts.blank()
    head(document, "关于{{ month }}政法机关“服务联系点”\n工作情况的通报")
    add(document, "主送机关", "{{ recipient }}：")
    add(document, "Normal", "现将{{ month }}政法机关“服务联系点”六项工作制度落实情况通报如下：")
    add(document, "一级标题", "一、总体情况")
    _lines(document, "overall")
    add(document, "表格标题", "各单位、各服务联系点工作情况")
    parts.table(
        document,
        (
            Column("单位、联系点", 30, "{{ line.who }}", "表格文字"),
            Column("走访\n（次）", 18, "{{ line.visits }}"),
            Column("发现问题\n（个）", 18, "{{ line.problems }}"),
            Column("法治需求\n（件）", 18, "{{ line.demands }}"),
            Column("召开会议\n（次）", 18, "{{ line.meetings }}"),
            Column("法治宣传\n（场）", 18, "{{ line.outreach }}"),
            Column("临期\n（件）", 18, "{{ line.near }}"),
            Column("逾期\n（件）", 18, "{{ line.late }}"),
        ),
        "line in table",
    )
    add(document, "Normal", '{%p if "trend" in charts %}')
    parts.picture(document, "trend", "近几个月工作情况统计图", 150, 70)
    add(document, "Normal", "{%p endif %}")
    for name, title in (("practices", "主要做法"), ("troubles", "存在问题"), ("plans", "下步安排")):
        add(document, "Normal", f"{{%p if {name} %}}")
        add(document, "一级标题", f"{{{{ ordinals.{name} }}}}、{title}")
        _lines(document, name)
        add(document, "Normal", "{%p endif %}")
    add(document, "Normal", "{%p if items %}")
    add(document, "附件说明", "附件：逾期和临期事项清单")
    add(document, "Normal", "{%p endif %}")
    closing(document)
    return _annexed(document)


def _annexed(document: Document) -> Document:
    add(document, "Normal", "{%p if items %}")
    document.add_section(WD_SECTION.NEW_PAGE)
    add(document, "附件标识", "附件")
    add(document, "附件标题", "逾期和临期事项清单")
    parts.table(
        document,
        (
            Column("序号", 9, "{{ item.number }}"),
            Column("责任单位", 24, "{{ item.unit }}", "表格文字"),
            Column("编号", 29, "{{ item.key }}"),
            Column("企业", 33, "{{ item.firm or '—' }}", "表格文字"),
            Column("事项", 13, "{{ item.matter }}"),
            Column("内容", 61, "{{ item.gist }}", "表格文字"),
            Column("起始日\n办结时限", 24, "{{ item.started }}\n{{ item.due }}"),
            Column("逾期情况", 19, "{{ item.standing }}"),
            Column("级别", 13, "{{ item.level }}"),
        ),
        "item in items",
    )
    parts.imprint(document, parts.LANDSCAPE_WIDTH)
    docx_styles.page(document.sections[-1], landscape=True)
    document.add_section(WD_SECTION.NEW_PAGE)
    docx_styles.page(document.sections[-1])
    add(document, "Normal", "{%p else %}")
    parts.imprint(document)
    parts.anchor(document)
    add(document, "Normal", "{%p endif %}")
    return document


def _lines(document: Document, name: str) -> None:
    """Paragraphs of a part, those with a heading of their own under it."""
    add(document, "Normal", f"{{%p for line in {name} %}}")
    add(document, "Normal", "{%p if line.heading %}")
    add(document, "二级标题", "{{ line.heading }}")
    add(document, "Normal", "{%p endif %}")
    add(document, "Normal", "{{ line.text }}")
    add(document, "Normal", "{%p endfor %}")


TEMPLATES: Mapping[str, Callable[[], Document]] = {
    "提醒单.docx": reminder,
    "催办单.docx": pressing,
    "督办通知.docx": supervision,
    "通报.docx": circular,
    "会议通知.docx": meeting_notice,
    "月度情况通报.docx": monthly_report,
    "催报单.docx": filing_reminder,
}


def main() -> None:
    """Writes every template."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, build in TEMPLATES.items():
        (FOLDER / name).write_bytes(parts.saved(build()))


if __name__ == "__main__":
    main()
