"""Builds templates/docx: run it after a change here, then commit what it wrote.

The office may restyle the results in Word; a rebuild writes them anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import docx_alerts
import docx_booklet
import docx_letters
import docx_minutes
import docx_parts as parts
import docx_reports
import docx_rollup
from docx.document import Document
from docx_blocks import addressed, closing, form, head, statutory
from docx_parts import Column, add

FOLDER = Path(__file__).resolve().parents[1] / "templates" / "docx"


def filing_reminder() -> Document:
    """催报单: workbooks that did not come."""
    document = parts.blank()
    form(document, "催报单")
    addressed(
        document,
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
    """会议通知, in few words where there is little time left."""
    document = parts.blank()
    head(document, "关于召开{{ meeting }}的{% if urgent %}紧急{% endif %}通知")
    addressed(
        document,
        "{% if policy %}按照{{ policy }}，{% endif %}经研究，定于{{ day }}"
        "{% if urgent %}紧急{% endif %}召开{{ meeting }}。现将有关事项通知如下：",
    )
    parts.labelled(document, "一、时间：", "{{ day }}（{{ weekday }}）{{ time }}")
    parts.labelled(document, "二、地点：", "{{ place }}")
    parts.labelled(document, "三、议题：", "{{ agenda }}")
    parts.labelled(document, "四、参会人员：", "{{ attendance }}")
    parts.labelled(
        document,
        "五、其他事项：",
        "{% if urgent %}请接到通知后立即安排人员，准时到会；确实不能参加的，请立即告知召集人并另派"
        "人员参会。"
        "{% else %}请参会人员提前安排好工作，准时到会；因故不能参加的，请于会前向召集人请假。"
        "请围绕议题做好发言准备。{% endif %}",
    )
    add(document, "Normal", "特此通知。")
    return statutory(document)


TEMPLATES: Mapping[str, Callable[[], Document]] = {
    **docx_alerts.TEMPLATES,
    "会议通知.docx": meeting_notice,
    "月度情况通报.docx": docx_reports.monthly_report,
    "催报单.docx": filing_reminder,
    "会议纪要.docx": docx_minutes.minutes,
    "交办单.docx": docx_letters.assignment,
    "协办函.docx": docx_letters.assistance,
    "移交函.docx": docx_letters.handover,
    "回复反馈函.docx": docx_letters.reply,
    "旁听庭审邀请函.docx": docx_letters.invitation,
    "送阅单.docx": docx_letters.circulation,
    "典型案例汇编.docx": docx_booklet.casebook,
    "研判会专报.docx": docx_reports.study_report,
    "季度分析研判报告.docx": docx_reports.analysis_report,
    "月度情况通报公开版.docx": docx_reports.public_report,
    "区县工作情况通报.docx": docx_rollup.district_report,
}


def main() -> None:
    """Writes every template."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, build in TEMPLATES.items():
        (FOLDER / name).write_bytes(parts.saved(build()))


if __name__ == "__main__":
    main()
