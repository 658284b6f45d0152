"""履职情况: what each unit and point owed in the rounds of its duties, and what it did.

Below stand what follows from it: who is likely to miss a duty, how well 宣传 answers the problems
that visits found, whom to visit next, and which demands want a 专题联席会议.
"""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.ledgers.demands import Demands
from ledgerkit.model.place import Place
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.contents import Content, Word
from ledgerkit.workbooks.summary.links import Link
from ledgerkit.workbooks.summary.listing import Heading, Listing, Span
from ledgerkit.workbooks.summary.styles import DUTY_TONES, Formats, Tone
from ledgerkit.workbooks.summary.texts import portions

NAME = "履职情况"
HEADINGS = (
    Heading("职责", 12),
    Heading("单位或联系点", 22),
    Heading("周期", 11),
    Heading("应完成次数", 9),
    Heading("已完成次数", 9),
    Heading("状态", 11),
    Heading("是否预警", 9),
    Heading("计入的编号", 90),
)
FORECAST = "预计完不成的履职任务"
FORECAST_SPANS = (
    Span("职责"),
    Span("单位或联系点"),
    Span("周期"),
    Span("应完成次数"),
    Span("已完成次数"),
    Span("本期还剩(工作日)", 2),
)
AIM = "法治宣传的针对性"
AIM_SPANS = (
    Span("单位", 2),
    Span("宣传场次"),
    Span("针对走访问题的", 2),
    Span("针对性(%)"),
    Span("没有对应走访问题的活动", 2),
)
VISITS = "建议走访名单"
VISIT_SPANS = (
    Span("企业", 2),
    Span("联系点"),
    Span("上次走访", 2),
    Span("在办问题(个)", 2),
    Span("理由和在办问题的编号"),
)
REFERRALS = "建议提请专题联席会议的法治需求"
REFERRAL_SPANS = (
    Span("联系点"),
    Span("需求编号"),
    Span("企业", 3),
    Span("来源单元格", 2),
    Span("理由和需求内容"),
)


def write(book: SummaryBook, formats: Formats, run: Run) -> None:
    """Add the sheet 履职情况; long lists of numbers go on in further rows, without figures."""
    duties = run.outcome.duties
    facts = [f"共 {len(duties)} 项"]
    with Listing(book, formats, NAME, HEADINGS, facts, frozen=2, repeated=0) as listing:
        for duty in duties:
            state = Word(duty.state, DUTY_TONES[duty.state])
            warns = Word("是" if duty.warns else "否")
            period = Word(str(duty.period))
            for at, keys in enumerate(portions(duty.rows)):
                figures = (duty.required, duty.done) if at == 0 else (None, None)
                listing.add([duty.duty, duty.who, period, *figures, state, warns, keys])
        for title, spans, rows in (
            (FORECAST, FORECAST_SPANS, [*_forecast(run)]),
            (f"{AIM}({run.cycle.this})", AIM_SPANS, [*_aim(run)]),
            (REFERRALS, REFERRAL_SPANS, [*_referrals(run)]),
            (VISITS, VISIT_SPANS, [*_visits(run)]),
        ):
            if rows:
                listing.block(f"{title}({len(rows)})", spans, rows)


def _forecast(run: Run) -> Iterator[list[Content]]:
    for forecast in run.outcome.forecast:
        duty = forecast.duty
        left = Word(f"{forecast.left} 日", Tone.ORANGE)
        yield [duty.duty, duty.who, Word(str(duty.period)), duty.required, duty.done, left]


def _aim(run: Run) -> Iterator[list[Content]]:
    """The units that held 宣传 in the period: how much of it answers a problem (policy 四.2)."""
    rows = {indicator.id: set(indicator.rows) for indicator in run.outcome.indicators}
    targeted = rows.get("outreach-targeted", set())
    for indicator in run.outcome.indicators:
        if indicator.id.startswith("outreach-by-unit-") and indicator.rows:
            others = [key for key in indicator.rows if key not in targeted]
            aimed = len(indicator.rows) - len(others)
            share = round(100 * aimed / len(indicator.rows), 1)
            yield [indicator.of, len(indicator.rows), aimed, share, "、".join(others)]


def _visits(run: Run) -> Iterator[list[Content]]:
    for visit in run.outcome.visits:
        why = ";".join((*visit.reasons, *filter(None, ("、".join(visit.open),))))
        last = visit.last or Word("没有走访过")
        yield [visit.firm, visit.point, last, len(visit.open), why]


def _referrals(run: Run) -> Iterator[list[Content]]:
    for referral in run.outcome.referrals:
        entry, row, origin = referral.entry, referral.entry.row, referral.entry.row.origin
        cell = row.place(Demands.key).cell or f"A{origin.row}"
        link = Link(cell, Place(origin.path, origin.sheet, cell))
        firm, content = row.text(Demands.firm), row.text(Demands.content)
        yield [row.text(Demands.point), entry.key, firm, link, f"{referral.reason};{content}"]
