"""The templates of the reports: 月度情况通报, 季度分析研判报告, 研判会专报."""

from __future__ import annotations

import docx_parts as parts
import docx_styles
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx_blocks import addressed, chart, closing, form, head, lines, statutory
from docx_parts import Column, add


def monthly_report() -> Document:
    """月度情况通报, with 逾期清单 on a landscape page where there is anything late."""
    document = parts.blank()
    head(document, "关于{{ month }}政法机关“服务联系点”\n工作情况的通报")
    addressed(document, "现将{{ month }}政法机关“服务联系点”六项工作制度落实情况通报如下：")
    add(document, "一级标题", "一、总体情况")
    lines(document, "overall")
    _members(document)
    chart(document, "trend", "近几个月工作情况统计图")
    _part(document, "practices", "主要做法")
    chart(document, "categories", "问题和需求类别统计图")
    add(document, "Normal", "{%p endif %}")
    _part(document, "troubles", "存在问题")
    chart(document, "alerted", "各单位、各服务联系点预警事项统计图")
    add(document, "Normal", "{%p endif %}")
    _part(document, "plans", "下步安排")
    add(document, "Normal", "{%p endif %}", "{%p if items %}")
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
            Column("内容", 61, "{{ item.content }}", "表格文字"),
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
    parts.same_footers(document)
    add(document, "Normal", "{%p else %}")
    parts.imprint(document)
    parts.anchor(document)
    add(document, "Normal", "{%p endif %}")
    return document


def public_report() -> Document:
    """月度情况通报公开版: no red head, no number, nobody addressed."""
    document = parts.blank()
    add(document, "表单标题", "{{ month }}政法机关\n服务企业工作情况")
    add(document, "Normal", "{%p for part in parts %}", "{%p if loop.last %}")
    chart(document, "trend", "近几个月工作情况统计图")
    chart(document, "categories", "问题和需求类别统计图")
    add(document, "Normal", "{%p endif %}")
    add(document, "一级标题", "{{ part.heading }}")
    add(document, "Normal", "{%p if not loop.last %}", "{{ part.text }}", "{%p else %}")
    add(document, "Normal", "{{ part.text }}", "{%p endif %}", "{%p endfor %}")
    closing(document, sealed=False)
    return document


def analysis_report() -> Document:
    """季度分析研判报告 and that of a year."""
    document = parts.blank()
    head(document, "关于{{ period }}政法机关优化法治化\n营商环境工作情况的分析研判报告")
    addressed(
        document,
        "按照政法机关联企联席会议制度，汇总分析{{ period }}各单位、各服务联系点的工作台账"
        "（截至{{ signed_on }}），现将有关情况报告如下：",
    )
    add(document, "一级标题", "一、总体情况")
    lines(document, "overall")
    _members(document)
    chart(document, "trend", "各月工作情况统计图")
    _part(document, "recurrent", "普遍性、倾向性问题")
    chart(document, "categories", "问题和需求类别统计图")
    add(document, "Normal", "{%p if firms %}")
    add(document, "表格标题", "多次反映问题和需求的企业")
    parts.table(
        document,
        (
            Column("序号", 10, "{{ line.number }}"),
            Column("企业", 54, "{{ line.name }}", "表格文字"),
            Column("件数", 12, "{{ line.count }}"),
            Column("类别", 34, "{{ line.categories or '—' }}", "表格文字"),
            Column("编号", 46, "{{ line.rows }}", "表格文字"),
        ),
        "line in firms",
    )
    add(document, "Normal", "{%p endif %}", "{%p endif %}")
    for name, title in (("quality", "办理质效"), ("advice", "下步建议")):
        _part(document, name, title)
        add(document, "Normal", "{%p endif %}")
    return statutory(document)


def _part(document: Document, name: str, title: str) -> None:
    """A part where there is anything to say: still to be ended by ``endif``."""
    add(document, "Normal", f"{{%p if {name} %}}")
    add(document, "一级标题", f"{{{{ ordinals.{name} }}}}、{title}")
    lines(document, name)


def _members(document: Document) -> None:
    """The table of all units and points."""
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


def study_report() -> Document:
    """研判会专报: a list of all matters, then the most pressing one by one."""
    document = parts.blank()
    form(document, "关于提请研判会研究有关事项的专报")
    addressed(
        document,
        "截至{{ signed_on }}，各单位、各服务联系点办理的事项中，有{{ count }}件逾期严重或者"
        "难以协调解决，建议提请研判会研究。现将有关情况报告如下：",
    )
    add(document, "一级标题", "一、提请研判的事项")
    parts.table(
        document,
        (
            Column("序号", 10, "{{ line.number }}"),
            Column("编号", 28, "{{ line.key }}"),
            Column(
                "企业和事项",
                58,
                "{%p if line.firm %}\n{{ line.firm }}\n{%p endif %}\n{{ line.gist }}",
                "表格文字",
            ),
            Column("承办单位", 25, "{{ line.unit }}", "表格文字"),
            Column("提请理由", 35, "{{ line.reason }}", "表格文字"),
        ),
        "line in matters",
    )
    add(document, "一级标题", "二、有关情况和建议研判的问题")
    add(document, "Normal", "{%p if not all_told %}")
    add(document, "Normal", "以下列出最紧要的事项，其余事项的办理情况可按上表编号查阅台账。")
    add(document, "Normal", "{%p endif %}")
    add(document, "Normal", "{%p for matter in told %}")
    add(document, "二级标题", "{{ matter.heading }}")
    parts.labelled(document, "来源：", "{{ matter.source }}")
    add(document, "Normal", "{%p if matter.content %}", "{{ matter.content }}", "{%p endif %}")
    add(document, "Normal", "{%p if matter.happenings %}")
    add(document, "表格标题", "办理经过")
    parts.table(
        document,
        (
            Column("日期", 24, "{{ line.day }}"),
            Column("办理情况", 84, "{{ line.text }}", "表格文字"),
            Column("依据", 48, "{{ line.key }}"),
        ),
        "line in matter.happenings",
    )
    add(document, "Normal", "{%p endif %}")
    add(document, "Normal", "{%p if matter.troubles %}")
    parts.labelled(document, "争议和难点：", "{{ matter.troubles | join }}")
    add(document, "Normal", "{%p endif %}")
    parts.labelled(document, "建议研判的问题：", "{{ matter.questions }}")
    add(document, "Normal", "{%p endfor %}")
    add(document, "一级标题", "三、会后工作")
    add(
        document,
        "Normal",
        "建议研判会逐件明确牵头单位和办结时限，议定事项记入会议安排，由承办单位按期落实并向企业反馈。"
        "需要区级职能部门支持的，及时向区委、区政府主要负责同志汇报。",
    )
    closing(document, sealed=False)
    return document
