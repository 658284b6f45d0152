"""Templates of letters and forms: 交办单, 协办函, 移交函, 回复反馈函, 旁听庭审邀请函, 送阅单."""

from __future__ import annotations

import docx_letter_parts as letter
import docx_parts as parts
from docx.document import Document
from docx_blocks import addressed, closing, form, lines
from docx_parts import Column, add


def assignment() -> Document:
    """交办单: demands that a unit is to make a plan for."""
    document = parts.blank()
    form(document, "交办单")
    addressed(
        document,
        "{{ points }}在受理企业法治需求中，提交涉及你单位的法治需求{{ count }}件。"
        "按照企业法治需求会商研判制度，现交办如下：",
    )
    add(document, "一级标题", "一、交办事项")
    parts.table(
        document,
        (
            Column("序号", 9, "{{ item.number }}"),
            Column("编号", 27, "{{ item.key }}"),
            Column(
                "企业、需求及会商意见",
                66,
                "{{ item.firm }}\n{{ item.content }}\n"
                "{%p if item.opinion %}\n会商意见：{{ item.opinion }}\n{%p endif %}",
                "表格文字",
            ),
            Column("服务联系点", 28, "{{ item.point }}"),
            Column("交办日\n办结时限", 26, "{{ item.submitted }}\n{{ item.due }}"),
        ),
        "item in items",
    )
    add(document, "一级标题", "二、办理要求")
    add(
        document,
        "Normal",
        "请单位负责同志组织相关科、所、队、庭、室进行专门研究，拿出解决方案，交{{ points }}"
        "负责人抓好落实，在办结时限内办结。",
    )
    add(document, "一级标题", "三、反馈期限")
    add(
        document,
        "Normal",
        "请于{{ reply_by }}前将解决方案送{{ points }}，并报{{ signature }}。",
    )
    closing(document, sealed=False)
    return document


def assistance() -> Document:
    """协办函: one unit asks another for help with a problem."""
    document = parts.blank()
    letter.head(document, "关于商请{{ task }}企业反映问题的函")
    addressed(
        document,
        "按照{{ policy }}关于“对属于跨政法单位的问题，及时对接协调解决到位”的要求，"
        "现就走访中了解到的下列问题，商请贵单位{{ task }}：",
    )
    lines(document, "parts")
    add(
        document,
        "Normal",
        "请于{{ reply_by }}前将办理意见函复我单位。",
    )
    add(document, "Normal", "特此函商，请予支持。")
    return _sent(document)


def handover() -> Document:
    """移交函: problems that are no 政法 matter."""
    document = parts.blank()
    letter.head(document, "关于移交办理企业反映问题的函")
    addressed(
        document,
        "政法机关走访企业了解到的下列问题，不属于政法机关职责范围。按照{{ policy }}"
        "“及时移交相关区级职能部门，并督促解决到位”要求，现移交贵单位办理：",
    )
    lines(document, "parts")
    add(
        document,
        "Normal",
        "请于{{ reply_by }}前将办理情况函复我单位。",
    )
    add(document, "Normal", "特此函告。")
    return _sent(document)


def reply() -> Document:
    """回复反馈函, with a slip on which the firm says what it thinks of it."""
    document = parts.blank()
    letter.head(document, "关于反馈{{ subject }}办理情况的函")
    addressed(
        document,
        "贵单位{{ matters }}已经办理，现将情况反馈如下：",
    )
    lines(document, "parts")
    add(
        document,
        "Normal",
        "如有不同意见或者新的法治需求，请随时与我们联系。",
    )
    add(document, "Normal", "特此函复。")
    closing(document)
    add(document, "表格标题", "办理情况意见回执")
    parts.table(
        document,
        (
            Column("企业（园区）", 40, "{{ recipient }}"),
            Column("对办理情况是否满意（请打√）", 84, "{{ satisfaction }}"),
            Column("签名、日期", 32, "\n"),
        ),
    )
    return document


def invitation() -> Document:
    """旁听庭审邀请函."""
    document = parts.blank()
    add(document, "表单标题", "旁听庭审邀请函")
    addressed(
        document,
        "为增强企业守法经营、依法经营意识，提升防范和化解经营风险的能力，按照邀请企业员工、企业家"
        "旁听庭审制度，{{ signature }}将公开开庭审理"
        "{% if cause %}{{ cause }}{% else %}一件涉企{% endif %}案件。现诚邀贵单位派员旁听庭审，"
        "有关事项如下：",
    )
    parts.labelled(document, "一、开庭时间：", "{{ day }}（{{ weekday }}）{{ time }}")
    parts.labelled(document, "二、开庭地点：", "{{ place }}")
    add(document, "Normal", "{%p if seats %}")
    parts.labelled(document, "三、旁听人员：", "{{ seats }}。")
    add(document, "Normal", "{%p endif %}")
    parts.labelled(
        document,
        "{% if seats %}四{% else %}三{% endif %}、其他事项：",
        "请于{{ reply_by }}前将参加人员名单告知{{ signature }}。请旁听人员携带有效身份证件，"
        "提前到场，遵守法庭纪律。",
    )
    add(document, "Normal", "诚邀贵单位参加。")
    closing(document, sealed=False)
    return document


def circulation() -> Document:
    """送阅单: cases to read, and a line to sign for them."""
    document = parts.blank()
    form(document, "典型案例送阅单")
    addressed(
        document,
        "按照典型案例汇编送阅制度，现将典型案例{{ count }}篇送上，请组织企业经营管理人员和员工"
        "学习，引以为戒，依法经营。",
    )
    parts.table(
        document,
        (
            Column("序号", 10, "{{ case.number }}"),
            Column("案例", 46, "{{ case.title }}", "表格文字"),
            Column("类型", 20, "{{ case.kind }}"),
            Column("编入期次", 30, "{{ case.issue }}"),
            Column("风险提示", 50, "{{ case.warning }}", "表格文字"),
        ),
        "case in cases",
    )
    add(document, "表格标题", "签收回执")
    parts.table(
        document,
        (
            Column("签收单位", 60, "\n{{ recipient }}\n"),
            Column("签收人", 32, "\n\n"),
            Column("联系电话", 32, "\n\n"),
            Column("签收日期", 32, "\n\n"),
        ),
    )
    closing(document, sealed=False)
    return document


def _sent(document: Document) -> Document:
    """署名, 成文日期 and 版记 of a letter, which bears a seal."""
    closing(document)
    letter.copies_if_any(document)
    return document
