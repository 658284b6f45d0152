"""区县工作情况通报: many districts side by side, for the city or province that rolls them up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ledgerkit.model.document import Chart, Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.outcome import UNFULFILLED
from ledgerkit.model.period import Period
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.letterhead import letterhead
from ledgerkit.rules.rollup import Rate, Rollup

KIND = "区县工作情况通报"
RECIPIENT = "各区县"
_TABLE = (
    ("visits", "走访\n（次）"),
    ("problems-raised", "提出\n问题\n（个）"),
    ("problems-closed", "办结\n问题\n（个）"),
    ("problems-open", "在办\n问题\n（个）"),
    ("demands-registered", "登记\n需求\n（件）"),
    ("meetings-held", "召开\n会议\n（次）"),
    ("outreach-activities", "法治\n宣传\n（场）"),
    ("items-overdue", "逾期\n（件）"),
)


@dataclass(frozen=True)
class DistrictLine:
    """A district's line of the table, or that of all."""

    who: str
    figures: tuple[int | str, ...]


@dataclass(frozen=True)
class AnnexItem:
    """An item of the annex, as it is printed."""

    number: int
    district: str
    unit: str
    key: str
    due: str
    late: str
    level: str


def _letters(rollup: Rollup) -> Iterator[Letter]:
    """The one report of a roll-up."""
    period = phrasing.period(Period.parse(rollup.month))
    yield Letter(
        stem(f"{period}{KIND}"),
        KIND,
        RECIPIENT,
        letterhead(rollup)
        | {
            "period": period,
            "recipient": f"{RECIPIENT}政法委",
            "overall": tuple(filter(None, (_work(rollup), _stock(rollup), _activities(rollup)))),
            "columns": tuple(title for _, title in _TABLE),
            "table": _lines(rollup),
            "comparisons": tuple(filter(None, (_compared(rollup, rate) for rate in rollup.rates))),
            "troubles": tuple(filter(None, (_overdue(rollup), _unfiled(rollup), _short(rollup)))),
            "items": _items(rollup),
        },
        {"districts": _chart(rollup)} if len(rollup.districts) > 1 else {},
    )


def _work(rollup: Rollup) -> str:
    visits, firms = rollup.total("visits"), rollup.total("firms-visited")
    raised, closed = rollup.total("problems-raised"), rollup.total("problems-closed")
    new, answered = rollup.total("demands-registered"), rollup.total("demands-closed")
    return phrasing.sentence(
        f"{len(rollup.districts)}个区县共走访企业{firms}家、{visits}次" if visits else "",
        f"发现问题{raised}个" if raised else "",
        f"办结问题{closed}个" if closed else "",
        f"登记企业法治需求{new}件" if new else "",
        f"办结需求{answered}件" if answered else "",
    )


def _stock(rollup: Rollup) -> str:
    total, closed = rollup.total("problems-total"), rollup.total("problems-closed-total")
    still_open = rollup.total("problems-open")
    if not total:
        return ""
    shares = {rate.id: rollup.share(rate) for rate in rollup.rates}
    return phrasing.sentence(
        f"走访问题累计{total}个",
        f"已办结{closed}个、办结率{shares['closing-rate']:g}%" if closed else "",
        f"仍在办理{still_open}个" if still_open else "",
    )


def _activities(rollup: Rollup) -> str:
    meetings, lectures = rollup.total("meetings-held"), rollup.total("outreach-activities")
    people, hearings = rollup.total("outreach-people"), rollup.total("hearings")
    return phrasing.sentence(
        f"召开各类会议{meetings}次" if meetings else "",
        f"开展法律服务和法治宣传{lectures}场" if lectures else "",
        f"参加{people}人次" if lectures and people else "",
        f"组织旁听庭审{hearings}场" if hearings else "",
    )


def _lines(rollup: Rollup) -> tuple[DistrictLine, ...]:
    own = (
        DistrictLine(district.name, tuple(_shown(district.value(id)) for id, _ in _TABLE))
        for district in rollup.districts
    )
    return (*own, DistrictLine("合计", tuple(rollup.total(id) for id, _ in _TABLE)))


def _shown(value: int | float | None) -> int | str:
    return phrasing.NONE if value is None else int(value)


def _compared(rollup: Rollup, rate: Rate) -> str:
    """“累计办结率为66.2%,甲区最高,为80%,丙区最低,为50%。” of two districts or more."""
    ranked = rollup.ranked(rate)
    if len(ranked) < 2:
        return ""
    overall, shares = rollup.share(rate), {share for _, _, share in ranked}
    if len(shares) == 1:
        return f"{rate.name}为{overall:g}%，各区县相同。"
    ordered = ranked if rate.rising else ranked[::-1]
    top, bottom = ordered[0][2], ordered[-1][2]
    most = phrasing.listed(district.name for _, district, share in ordered if share == top)
    least = phrasing.listed(district.name for _, district, share in ordered if share == bottom)
    return f"{rate.name}为{overall:g}%，{most}最高，为{top:g}%，{least}最低，为{bottom:g}%。"


def _overdue(rollup: Rollup) -> str:
    late = [
        (district.name, int(district.value("items-overdue") or 0)) for district in rollup.districts
    ]
    total = sum(count for _, count in late)
    if not total:
        return ""
    by_district = phrasing.counted(sorted(late, key=lambda pair: -pair[1]), "件")
    return phrasing.sentence(
        f"截至{phrasing.date(rollup.as_of)}，逾期未办结的事项共{total}件", f"其中{by_district}"
    )


def _unfiled(rollup: Rollup) -> str:
    lacking = [
        (district.name, int(district.value("filings-missing") or 0))
        for district in rollup.districts
    ]
    total = sum(count for _, count in lacking)
    return f"应报未报的台账共{total}份，其中{phrasing.counted(lacking, '份')}。" if total else ""


def _short(rollup: Rollup) -> str:
    """Duties whose period is over and that nobody fulfilled."""
    short = [
        (district.name, sum(duty["state"] in UNFULFILLED for duty in district.record["duties"]))
        for district in rollup.districts
    ]
    total = sum(count for _, count in short)
    return f"没有完成的履职任务共{total}项，其中{phrasing.counted(short, '项')}。" if total else ""


def _items(rollup: Rollup) -> tuple[AnnexItem, ...]:
    """What has reached the highest rung of 预警阶梯."""
    worst = rollup.office.ladder[-1].level if rollup.office.ladder else ""
    alerts = [(district, alert) for district, alert in rollup.alerts() if alert["level"] == worst]
    return tuple(
        AnnexItem(
            number,
            district.name,
            alert["unit"],
            alert["key"],
            alert["due"],
            f"{alert['days_late']}",
            alert["level"],
        )
        for number, (district, alert) in enumerate(alerts, start=1)
    )


def _chart(rollup: Rollup) -> Chart:
    return Chart(
        "各区县工作情况",
        "数量",
        tuple(district.name for district in rollup.districts),
        {
            title.replace("\n", ""): tuple(
                int(district.value(id) or 0) for district in rollup.districts
            )
            for id, title in _TABLE
            if id in ("visits", "problems-raised", "demands-registered", "items-overdue")
        },
    )


ROLLUP_DOCUMENT: Document[Rollup] = Document(KIND, _letters)
