"""主要做法 of the monthly report: what was done under each system, where anything was done."""

from __future__ import annotations

from ledgerkit.ledgers import words
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.figures import ReportFigures
from ledgerkit.papers.documents.paragraphs import Section

NAMED = 3
"""So many categories are named; the rest goes unsaid."""
_SHARES = (
    (words.OWN, "属于本单位职责"),
    (words.ACROSS, "需要跨单位协调"),
    (words.OUTSIDE, "应移交职能部门"),
)


def parts(figures: ReportFigures) -> tuple[Section, ...]:
    """(heading, text) of each system under which the month has something to show."""
    return (
        ("走访企业，落实首访责任", _visits(figures)),
        ("收集需求，开展会商研判", _demands(figures)),
        ("召开会议，研究解决问题", _meetings(figures)),
        ("深入园区，开展法律服务和法治宣传", _outreach(figures)),
        ("以案释法，送阅案例和组织旁听庭审", _cases(figures)),
    )


def _visits(figures: ReportFigures) -> str:
    visits = figures["visits"]
    if not visits:
        return ""
    units, ways = figures.divided("visits-by-unit"), figures.divided("visits-by-way")
    who = units[0][0] if len(units) == 1 else "各单位"
    return phrasing.sentence(
        f"{who}走访企业{visits}次",
        _shared(ways, "次"),
        _foremost(units),
    ) + _raised(figures)


def _shared(counts: list[tuple[str, int]], measure: str) -> str:
    """“其中实地走访18次、座谈4次”, “均为实地走访”; "" where there is nothing to divide."""
    if len(counts) == 1 and counts[0][1] > 1:
        return f"均为{counts[0][0]}"
    return f"其中{phrasing.counted(counts, measure)}" if len(counts) > 1 else ""


def _foremost(units: list[tuple[str, int]]) -> str:
    """Who did how much, if a few did; of many, those who did most, if they stand out."""
    if len(units) < 2:
        return ""
    if len(units) <= NAMED:
        return phrasing.counted(units, "次")
    leading = [unit for unit in units[:NAMED] if unit[1] > units[NAMED][1]]
    return f"{phrasing.counted(leading, '次')}，走访较多" if leading else ""


def _raised(figures: ReportFigures) -> str:
    """What the problems found are, and whose."""
    raised = figures["problems-raised"]
    counts = dict(figures.divided("problems-by-duty"))
    shares = [(label, counts[word]) for word, label in _SHARES if counts.get(word)]
    if not raised:
        return ""
    if len(shares) == 1:
        divided = f"{'均' if raised > 1 else ''}{shares[0][0]}"
    else:
        divided = "其中" + phrasing.listed(f"{label}的{count}个" for label, count in shares)
    return phrasing.sentence(f"本月发现问题{raised}个", divided if shares else "") + _mostly(
        "问题", figures.divided("problems-category"), "个"
    )


def _mostly(what: str, counts: list[tuple[str, int]], measure: str) -> str:
    """“问题主要集中在合同债务(5个)、劳动用工(3个)方面。”, where something recurs."""
    recurring = [(name, count) for name, count in counts[:NAMED] if count > 1]
    if not recurring:
        return ""
    named = phrasing.listed(f"{name}（{count}{measure}）" for name, count in recurring)
    return f"{what}主要集中在{named}方面。"


def _demands(figures: ReportFigures) -> str:
    demands = figures["demands-registered"]
    if not demands:
        return ""
    sources = phrasing.counted(figures.divided("demands-by-source"), "件")
    submitted, discussed = figures["demands-submitted"], figures["demands-discussed"]
    return phrasing.sentence(
        f"各服务联系点登记法治需求{demands}件",
        f"来源为{sources}" if sources else "",
        f"其中{discussed}件经小会商研究" if discussed else "",
        f"{submitted}件提交有关政法单位拿出方案" if submitted else "",
    ) + _mostly("需求", figures.divided("demands-category"), "件")


def _meetings(figures: ReportFigures) -> str:
    if not figures["meetings-held"]:
        return ""
    kinds = phrasing.counted(figures.divided("meetings-by-kind"), "次")
    callers = phrasing.listed(name for name, _ in figures.divided("meetings-by-point"))
    resolved = figures["meetings-resolved"]
    return phrasing.sentence(
        f"{callers}召开{kinds}",
        f"{resolved}次会议形成了议定事项，并明确了责任单位和完成时限" if resolved else "",
    )


def _outreach(figures: ReportFigures) -> str:
    if not figures["outreach-activities"]:
        return ""
    people, papers = figures["outreach-people"], figures["outreach-papers"]
    targeted = figures["outreach-targeted"]
    return phrasing.sentence(
        f"开展{phrasing.counted(figures.divided('outreach-by-form'), '场')}",
        f"参加{people}人次" if people else "",
        f"发放资料{papers}份" if papers else "",
        f"其中{targeted}场针对走访发现的问题开展" if targeted else "",
    )


def _cases(figures: ReportFigures) -> str:
    sent, hearings = figures["cases-sent"], figures["hearings"]
    guests = figures["hearing-guests"]
    return phrasing.sentence(
        f"向园区和企业送阅典型案例{sent}个" if sent else "",
        f"组织旁听庭审{hearings}场" if hearings else "",
        f"企业家和企业员工{guests}人到庭旁听" if guests else "",
    )
