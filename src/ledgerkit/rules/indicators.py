"""The figures of the monthly report, each with the keys of the rows that make it up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ledgerkit.ledgers import demands, problems, words
from ledgerkit.model.columns import Choice
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.outcome import (
    Alert,
    Duty,
    DutyState,
    Filing,
    FilingState,
    Indicator,
    Step,
)
from ledgerkit.model.period import Month
from ledgerkit.model.register import Entry
from ledgerkit.reckoning import due_day
from ledgerkit.rules.figures import Figures, count, distinct, share, total
from ledgerkit.rules.world import World

_CONTENT = ("非常满意", "满意", "基本满意")
_MEETINGS = (
    ("joint", words.JOINT),
    ("special", words.SPECIAL),
    ("consultation", words.CONSULTATION),
    ("study", words.STUDY),
)


def indicators(
    world: World,
    ledgers: Mapping[str, Ledger],
    month: Month,
    alerts: Sequence[Alert],
    duties: Sequence[Duty],
    filings: Sequence[Filing],
) -> tuple[Indicator, ...]:
    """Every figure, in the order of the report; what cannot be reckoned is left out."""
    figures = Figures(world, month)
    return (
        *_visits(figures),
        *_problems(figures),
        *_categories(figures, ledgers["走访问题清单"]),
        *_answers(figures),
        *_demands(figures),
        *_meetings(figures),
        *_outreach(figures),
        *_cases_and_hearings(figures),
        *_alerts(alerts, world.office.ladder),
        *_duties(duties, ledgers),
        *_filings(filings),
    )


def _visits(figures: Figures) -> Iterator[Indicator]:
    visits = figures.in_month("走访日志", "走访日期")
    joint = [entry for entry in visits if len(entry.row.names("走访单位")) > 1]
    troubled = [entry for entry in visits if entry.row["是否发现问题"] == words.YES]
    yield count("visits", "本月走访次数", visits)
    yield distinct("firms-visited", "本月走访企业数", visits, lambda one: one.row.names("企业名称"))
    yield count("visits-joint", "本月联合走访次数", joint)
    yield count("visits-with-problems", "本月发现问题的走访次数", troubled)


def _problems(figures: Figures) -> Iterator[Indicator]:
    world = figures.world
    known = [one for one in figures.all("走访问题清单") if world.given(one.row.day("提出日期"))]
    closed = [entry for entry in known if problems.is_closed(entry.row, world)]
    ended = {entry.key for entry in closed}
    still_open = [entry for entry in known if entry.key not in ended]
    this_month = [one for one in closed if _closed_in(figures, one)]
    yield count("problems-raised", "本月提出问题数", figures.in_month("走访问题清单", "提出日期"))
    yield count("problems-closed", "本月办结问题数", this_month)
    yield count("problems-total", "累计问题数", known)
    yield count("problems-closed-total", "累计办结问题数", closed)
    yield count("problems-open", "在办问题数", still_open)
    yield distinct(
        "firms-with-open-problems",
        "有在办问题的企业数",
        still_open,
        lambda one: one.row.names("企业名称"),
    )
    yield from share("closing-rate", "累计办结率(%)", len(closed), known)
    judged = [(entry, on_time) for entry in this_month for on_time in _on_time(world, entry)]
    punctual = sum(on_time for _, on_time in judged)
    yield from share("on-time-rate", "本月办结按时率(%)", punctual, [entry for entry, _ in judged])


def _closed_in(figures: Figures, entry: Entry) -> bool:
    day = figures.world.given(entry.row.day("办结日期"))
    return day is not None and day in figures.month


def _on_time(world: World, entry: Entry) -> Iterator[bool]:
    """Whether a problem was closed by its due day; nothing where that cannot be reckoned."""
    closing = problems.closing(entry.row, world)
    due = due_day(world.office, closing[1]) if closing else None
    if closing and due:
        yield closing[0] <= due


def _categories(figures: Figures, ledger: Ledger) -> Iterator[Indicator]:
    column = ledger["问题类别"]
    assert isinstance(column, Choice)
    raised = figures.in_month(ledger.name, "提出日期")
    for place, word in enumerate(figures.world.office.words_of(column).words, start=1):
        held = [entry for entry in raised if entry.row[column.name] == word]
        if held:
            yield count(f"problems-category-{place:02d}", f"本月提出问题:{word}", held)


def _answers(figures: Figures) -> Iterator[Indicator]:
    given = figures.in_month("回复反馈清单", "反馈日期")
    judged = [one for one in given if one.row["满意度"] in (*_CONTENT, words.DISSATISFIED)]
    content = [entry for entry in judged if entry.row["满意度"] in _CONTENT]
    done = figures.in_month("解决措施清单", "实际完成日期")
    handed = figures.in_month("解决措施清单", "移交日期")
    yield count("measures-done", "本月完成措施数", done)
    yield count("problems-transferred", "本月移交部门件数", handed)
    yield count("feedback-given", "本月反馈数", given)
    yield from share("satisfaction-rate", "本月反馈满意率(%)", len(content), judged)


def _demands(figures: Figures) -> Iterator[Indicator]:
    world = figures.world
    known = [one for one in figures.all("法治需求台账") if world.given(one.row.day("登记日期"))]
    still_open = [entry for entry in known if not demands.is_closed(entry.row, world)]
    closed = figures.in_month("法治需求台账", "办结日期")
    yield count(
        "demands-registered", "本月登记需求数", figures.in_month("法治需求台账", "登记日期")
    )
    yield count("demands-closed", "本月办结需求数", closed)
    yield count("demands-open", "在办需求数", still_open)


def _meetings(figures: Figures) -> Iterator[Indicator]:
    held = figures.in_month("会议安排", "实开日期")
    yield count("meetings-held", "本月召开会议数", held)
    for slug, kind in _MEETINGS:
        of_kind = [entry for entry in held if entry.row["会议类型"] == kind]
        yield count(f"meetings-{slug}", f"本月召开{kind}数", of_kind)


def _outreach(figures: Figures) -> Iterator[Indicator]:
    held = figures.in_month("法治宣传台账", "活动日期")
    targeted = [entry for entry in held if entry.row.names("关联问题编号")]
    yield count("outreach-activities", "本月法治宣传活动数", held)
    yield total("outreach-people", "本月法治宣传参加人数", held, "参加人数")
    yield count("outreach-targeted", "本月针对走访问题的宣传数", targeted)
    yield from share("outreach-targeted-rate", "本月宣传针对性(%)", len(targeted), held)


def _cases_and_hearings(figures: Figures) -> Iterator[Indicator]:
    hearings = figures.in_month("旁听庭审台账", "开庭日期")
    yield count("cases-total", "累计典型案例数", figures.all("典型案例台账"))
    yield count("cases-sent", "本月送阅典型案例数", figures.in_month("典型案例台账", "送阅日期"))
    yield count("hearings", "本月旁听庭审场次", hearings)
    yield total("hearing-guests", "本月旁听庭审实到人数", hearings, "实到人数")


def _alerts(alerts: Sequence[Alert], ladder: Sequence[Step]) -> Iterator[Indicator]:
    """Items with an alert by rung, the first rung being 1, and those past their due day."""
    for place, rung in enumerate(ladder, start=1):
        reached = [alert.entry for alert in alerts if alert.step == rung]
        yield count(f"alerts-level-{place}", f"预警事项:{rung.level}", reached)
    overdue = [alert.entry for alert in alerts if alert.days_late > 0]
    yield count("items-overdue", "逾期事项数", overdue)
    late = [entry for entry in overdue if entry.ledger.name == "走访问题清单"]
    yield count("problems-overdue", "逾期问题数", late)


def _duties(duties: Sequence[Duty], ledgers: Mapping[str, Ledger]) -> Iterator[Indicator]:
    """For each duty and period, how many units or points have done it and how many missed it."""
    prefixes = {one.duty.duty: one.prefix.lower() for one in ledgers.values() if one.duty}
    rounds = dict.fromkeys((duty.duty, duty.period) for duty in duties)
    for name, period in rounds:
        owed = [one for one in duties if (one.duty, one.period) == (name, period)]
        slug = f"duty-{prefixes[name]}-{period.cycle.name.lower()}"
        for kind, words_of, states in (
            ("met", "完成", (DutyState.DONE,)),
            ("missed", "未完成", (DutyState.SHORT, DutyState.ZERO, DutyState.MISSING)),
            ("running", "进行中", (DutyState.RUNNING,)),
        ):
            those = [one for one in owed if one.state in states]
            rows = tuple(dict.fromkeys(key for one in those for key in one.rows))
            yield Indicator(f"{slug}-{kind}", f"{name}({period}){words_of}家数", len(those), rows)


def _filings(filings: Sequence[Filing]) -> Iterator[Indicator]:
    late = [one for one in filings if _came_late(one)]
    punctual = [
        one
        for one in filings
        if one.state in (FilingState.FILED, FilingState.ZERO) and not _came_late(one)
    ]
    yield Indicator("filings-owed", "应报台账数", len(filings), ())
    yield Indicator("filings-on-time", "按时报送数", len(punctual), ())
    yield Indicator("filings-late", "迟报数", len(late), ())
    for slug, state in (
        ("zero", FilingState.ZERO),
        ("missing", FilingState.MISSING),
        ("pending", FilingState.PENDING),
        ("returned", FilingState.RETURNED),
    ):
        those = [one for one in filings if one.state is state]
        yield Indicator(f"filings-{slug}", f"{state}台账数", len(those), ())


def _came_late(filing: Filing) -> bool:
    """迟报, a late 零报告 among them."""
    came = filing.state in (FilingState.LATE, FilingState.ZERO)
    return came and filing.sent is not None and filing.sent > filing.due
