"""总体情况 of the monthly report: what the month's figures come to."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.figures import ReportFigures

_QUIET = "本月各单位、各服务联系点没有报送走访、需求、会议和宣传方面的记录。"


def paragraphs(figures: ReportFigures) -> tuple[str, ...]:
    """The paragraphs that have something to say; never none."""
    texts = (
        _filings(figures),
        _visits(figures),
        _stock(figures),
        _demands(figures),
        phrasing.sentence(*activities(figures)),
        _alerts(figures),
    )
    return tuple(filter(None, texts)) or (_QUIET,)


def _filings(figures: ReportFigures) -> str:
    owed = figures["filings-owed"]
    if not owed:
        return ""
    came = figures["filings-received"]
    zero = figures["filings-zero"]
    return phrasing.sentence(
        f"截至{phrasing.date(figures.run.as_of)}，应报送台账{owed}份",
        f"已收到{came}份" if came else "尚未收到",
        f"其中零报告{zero}份" if zero else "",
    )


def _visits(figures: ReportFigures) -> str:
    visits, firms = figures["visits"], figures["firms-visited"]
    joint, raised = figures["visits-joint"], figures["problems-raised"]
    if not (visits or raised):
        return ""
    how = figures.change("visits", "次") if visits else ""
    more = figures.change("problems-raised", "个") if raised else ""
    alike = how == more and how.startswith("与")
    return phrasing.sentence(
        f"政法各单位走访企业{firms}家、{visits}次" if visits else "",
        "" if alike else how,
        f"其中联合走访{joint}次" if joint else "",
        f"新发现问题{raised}个" if raised else "没有发现新的问题",
        f"均{more}" if alike else more,
    )


def _stock(figures: ReportFigures) -> str:
    total, closed = figures["problems-total"], figures["problems-closed-total"]
    this_month, still_open = figures["problems-closed"], figures["problems-open"]
    punctual, content = figures.rate("on-time-rate"), figures.rate("satisfaction-rate")
    if not total:
        return ""
    return phrasing.sentence(
        f"走访问题累计{total}个",
        f"已办结{closed}个、办结率{figures.rate('closing-rate')}" if closed else "",
        f"其中本月办结{this_month}个" if this_month else "",
        f"按时办结率{punctual}" if this_month and punctual else "",
        f"仍在办理{still_open}个" if still_open else "",
        f"本月反馈的满意率为{content}" if content else "",
    )


def _demands(figures: ReportFigures) -> str:
    new, closed = figures["demands-registered"], figures["demands-closed"]
    still_open = figures["demands-open"]
    clauses = [
        phrasing.joined(f"新登记企业法治需求{new}件", figures.change("demands-registered", "件"))
        if new
        else "",
        f"办结{closed}件" if closed else "",
        f"在办{still_open}件" if still_open else "",
    ]
    if not any(clauses):
        return ""
    first, *rest = filter(None, clauses)
    if not new:
        first = f"企业法治需求{first}"
    return phrasing.sentence(f"各服务联系点{first}", *rest)


def activities(figures: ReportFigures) -> Iterator[str]:
    """Meetings, talks, cases and hearings, a clause for each of which there was any."""
    meetings = phrasing.counted(
        (
            ("联席会议", figures["meetings-joint"]),
            ("专题联席会议", figures["meetings-special"]),
            ("小会商", figures["meetings-consultation"]),
            ("研判会", figures["meetings-study"]),
        ),
        "次",
    )
    yield f"召开{meetings}" if meetings else ""
    talks, people = figures["outreach-activities"], figures["outreach-people"]
    yield f"开展法律服务和法治宣传{talks}场" if talks else ""
    yield figures.change("outreach-activities", "场") if talks else ""
    yield f"参加{people}人次" if talks and people else ""
    yield f"送阅典型案例{figures['cases-sent']}个" if figures["cases-sent"] else ""
    yield f"组织旁听庭审{figures['hearings']}场" if figures["hearings"] else ""


def _alerts(figures: ReportFigures) -> str:
    late, near = figures["items-overdue"], figures["items-near"]
    if not figures["items-alerted"]:
        return ""
    rungs = [step.level for step in figures.run.office.ladder]
    levels = dict(figures.divided("overdue-level"))
    by_level = phrasing.counted(((name, levels.get(name, 0)) for name in rungs), "件")
    new, climbed, settled = (figures[f"alerts-{what}"] for what in ("new", "climbed", "settled"))
    return phrasing.sentence(
        f"截至{phrasing.date(figures.run.as_of)}，列入预警的事项{figures['items-alerted']}件",
        f"其中已逾期{late}件（{by_level}）" if late else "",
        f"临近或已到期{near}件" if near else "",
        f"较上月新增{new}件" if new else "",
        f"预警升级{climbed}件" if climbed else "",
        f"上月预警的事项已了结{settled}件" if settled else "",
    )
