"""下步建议 of 季度分析研判报告: what follows from what recurs and from what is late."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.model.period import Cycle
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.analysis_quality import duties
from ledgerkit.papers.documents.figures import ReportFigures

NAMED = 3
_NEXT = {Cycle.MONTH: "下月", Cycle.QUARTER: "下季度", Cycle.YEAR: "下一年度"}
_REMEDIES = {
    "合同债务": "合同审查、货款回收和证据留存",
    "劳动用工": "劳动合同管理、工资支付和工伤处理",
    "知识产权": "商标、专利和商业秘密保护",
    "执行": "财产线索提供和执行程序",
    "立案诉讼": "诉讼程序和诉前调解",
    "刑事治安": "内部监督和防范职务侵占、诈骗",
    "行政执法监管": "行政许可、执法检查和救济途径",
    "股权治理": "公司章程、股东权利和公司治理",
    "融资": "融资合同、担保和民间借贷风险",
    "土地工程": "用地手续和建设工程合同",
    "合规规章": "规章制度制定和合规管理",
    "法律咨询": "常见法律问题解答",
    "政策": "惠企政策解读",
}
"""Category → what a talk about it would be on; the office's own categories have none."""


def plans(figures: ReportFigures) -> Iterator[tuple[str, str]]:
    """(heading, text) of each thing that follows."""
    late, study = figures["items-overdue"], figures["matters-to-study"]
    advice = (
        ("开展针对性法治宣传和法律服务", talks(figures)),
        ("突出重点园区和企业", _visits(figures)),
        (
            "加快办理逾期事项",
            f"对{late}件逾期事项逐件明确责任人和办结日期，实行销号管理，办结后及时向企业反馈。"
            if late
            else "",
        ),
        (
            "提请会议研究",
            f"{study}件事项逾期严重或者难以协调解决，建议提请研判会研究，需要区级职能部门支持的，及时向区委、"
            "区政府主要负责同志汇报。"
            if study
            else "",
        ),
        (
            "压实履职责任",
            "没有完成履职任务的单位、服务联系点要查明原因，列出补齐的时间，避免再次落空。"
            if duties(figures)
            else "",
        ),
    )
    found = [(heading, text) for heading, text in advice if text]
    yield from found or [("", _STEADY)]


_STEADY = (
    "继续落实走访企业、会商研判、法治宣传等工作制度，主动了解企业法治需求，"
    "做到早发现、早办理、早反馈。"
)


def talks(figures: ReportFigures) -> str:
    """Talks on what the foremost categories call for (policy 四.2: aimed at what visits found)."""
    recurring = [name for name, count in figures.divided("matters-by-category") if count > 1]
    if not recurring:
        return ""
    names = recurring[:NAMED]
    topics = phrasing.unique(_REMEDIES.get(name, "") for name in names)
    focus = f"，重点讲清{'，'.join(topics)}" if topics else ""
    return (
        f"{_NEXT[figures.run.cycle]}围绕{phrasing.listed(names)}等反映集中的问题安排宣传和服务{focus}，"
        "选择同类典型案例送阅，组织企业旁听庭审。"
    )


def _visits(figures: ReportFigures) -> str:
    parks = [name for name, _, _ in figures.parts("matters-by-park")[:NAMED]]
    firms = [name for name, _, _ in figures.parts("matters-by-firm")[:NAMED]]
    gathered, again = phrasing.listed(parks), phrasing.listed(firms)
    return phrasing.sentence(
        f"问题较多的{gathered}，由所在服务联系点召开联席会议专题研究" if parks else ""
    ) + phrasing.sentence(
        f"多次反映问题的{again}，由首访单位牵头重点走访，一揽子解决" if firms else ""
    )
