"""The figures of what the rules concluded: alerts, duties, filings, changes, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ledgerkit.findings.wordings import CATALOGUE
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.deadline import Gap
from ledgerkit.model.finding import Finding, Severity
from ledgerkit.model.ledger import Ledgers
from ledgerkit.model.outcome import (
    UNFULFILLED,
    Alert,
    Change,
    Duty,
    DutyState,
    Ended,
    Ending,
    Filing,
    FilingState,
    Indicator,
    Referral,
    Step,
    Study,
    Visit,
)
from ledgerkit.model.period import Cycle, Period
from ledgerkit.rules.indicators.figures import count, keys
from ledgerkit.rules.proposals import UNVISITED

OPTIONAL = ("longest-overdue", "alerts-new", "alerts-climbed", "alerts-settled")
DIVIDED = ("alerts-level", "overdue-level", "gaps")


def of_alerts(alerts: Sequence[Alert], ladder: Sequence[Step]) -> Iterator[Indicator]:
    """Items with an alert by rung, the first rung being 1, and those past their due day."""
    overdue = [alert for alert in alerts if alert.days_late > 0]
    near = [alert for alert in alerts if alert.days_late <= 0]
    late = [alert for alert in overdue if issubclass(alert.entry.ledger, Problems)]
    yield _of_alerts("items-alerted", "预警事项数", alerts)
    for place, rung in enumerate(ladder, start=1):
        reached = [alert for alert in alerts if alert.step == rung]
        yield _of_alerts(f"alerts-level-{place}", f"预警事项:{rung.level}", reached, rung.level)
    yield _of_alerts("items-near", "临近或已到时限的事项数", near)
    yield _of_alerts("items-overdue", "逾期事项数", overdue)
    for place, rung in enumerate(ladder, start=1):
        reached = [alert for alert in overdue if alert.step == rung]
        yield _of_alerts(f"overdue-level-{place}", f"逾期事项:{rung.level}", reached, rung.level)
    yield _of_alerts("problems-overdue", "逾期问题数", late)
    if overdue:
        worst = max(overdue, key=lambda alert: alert.days_late)
        yield Indicator("longest-overdue", "最长逾期工作日", worst.days_late, (worst.entry.key,))


def of_changes(
    alerts: Sequence[Alert], ended: Sequence[Ended] | None, last: str
) -> Iterator[Indicator]:
    """What changed since the record of the period before; nothing where there is none."""
    if ended is None:
        return
    for slug, change in (("new", Change.NEW), ("climbed", Change.CLIMBED)):
        those = [alert for alert in alerts if alert.change is change]
        yield _of_alerts(f"alerts-{slug}", f"较{last}{change}的预警事项数", those)
    settled = [alert for alert in ended if alert.ending is Ending.SETTLED]
    keys_of = tuple(alert.key for alert in settled)
    yield Indicator("alerts-settled", f"{last}预警、现已了结的事项数", len(settled), keys_of)


def of_proposals(
    visits: Sequence[Visit], referrals: Iterable[Referral], studies: Iterable[Study]
) -> Iterator[Indicator]:
    """Whom to visit, what to bring before which meeting."""
    open_keys = tuple(dict.fromkeys(key for visit in visits for key in visit.open))
    unvisited = [visit for visit in visits if UNVISITED in visit.reasons]
    yield Indicator("firms-to-visit", "建议走访企业数", len(visits), open_keys)
    yield Indicator("firms-unvisited", "本季度还没有走访的企业数", len(unvisited), ())
    yield count(
        "demands-to-refer",
        "建议提请专题联席会议的需求数",
        [referral.entry for referral in referrals],
    )
    yield count("matters-to-study", "建议提请研判会的事项数", [study.entry for study in studies])


def of_findings(findings: Iterable[Finding], gaps: Iterable[Gap]) -> Iterator[Indicator]:
    """What must be mended, and the links that are lacking, by kind: waived ones not counted."""
    opened = [*findings]
    codes = {gap.code for gap in gaps}
    must = [finding for finding in opened if finding.severity is Severity.MUST]
    lacking = [finding for finding in opened if finding.code in codes]
    yield _of_those("findings-must", "必须改处数", must)
    yield _of_those("gaps", "断链处数", lacking)
    for code in sorted({finding.code for finding in lacking}):
        those = [finding for finding in lacking if finding.code == code]
        title = CATALOGUE[code].title
        yield _of_those(f"gaps-{code}", f"断链:{title}", those, title)


def _of_those(id: str, name: str, findings: Sequence[Finding], of: str = "") -> Indicator:
    rows = tuple(dict.fromkeys(finding.key for finding in findings if finding.key))
    return Indicator(id, name, len(findings), rows, of)


def _of_alerts(id: str, name: str, alerts: Sequence[Alert], of: str = "") -> Indicator:
    return Indicator(id, name, len(alerts), keys(alert.entry for alert in alerts), of)


def of_duties(duties: Sequence[Duty], ledgers: Ledgers, period: Period) -> Iterator[Indicator]:
    """For each duty and cycle, how many units or points have done it and how many missed it.

    Where a cycle has several rounds in the period, each is counted: 家次.
    """
    prefixes = {
        ledger.duty.name: ledger.prefix.lower() for ledger in ledgers.values() if ledger.duty
    }
    rounds: dict[tuple[str, Cycle], set[Period]] = {}
    for duty in duties:
        rounds.setdefault((duty.duty, duty.period.cycle), set()).add(duty.period)
    for (name, cycle), those_rounds in rounds.items():
        owed = [duty for duty in duties if (duty.duty, duty.period.cycle) == (name, cycle)]
        several = len(those_rounds) > 1
        when, measure = (period, "家次") if several else (*those_rounds, "家数")
        slug = f"duty-{prefixes[name]}-{cycle.name.lower()}"
        for kind, words_of, states in (
            ("met", "完成", (DutyState.DONE,)),
            ("missed", "未完成", UNFULFILLED),
            ("running", "进行中", (DutyState.RUNNING,)),
        ):
            those = [duty for duty in owed if duty.state in states]
            rows = tuple(dict.fromkeys(key for duty in those for key in duty.rows))
            title = f"{name}({when}){words_of}{measure}"
            yield Indicator(f"{slug}-{kind}", title, len(those), rows)


def of_filings(filings: Sequence[Filing]) -> Iterator[Indicator]:
    """How many workbooks came, in time or late, and how many did not."""
    late = [filing for filing in filings if _came_late(filing)]
    punctual = [
        filing
        for filing in filings
        if filing.state in (FilingState.FILED, FilingState.ZERO) and not _came_late(filing)
    ]
    yield Indicator("filings-owed", "应报台账数", len(filings), ())
    yield Indicator("filings-received", "已收到台账数", len(punctual) + len(late), ())
    yield Indicator("filings-on-time", "按时报送数", len(punctual), ())
    yield Indicator("filings-late", "迟报数", len(late), ())
    for slug, state in (
        ("zero", FilingState.ZERO),
        ("missing", FilingState.MISSING),
        ("pending", FilingState.PENDING),
        ("returned", FilingState.RETURNED),
    ):
        those = [filing for filing in filings if filing.state is state]
        yield Indicator(f"filings-{slug}", f"{state}台账数", len(those), ())


def _came_late(filing: Filing) -> bool:
    """迟报, a late 零报告 among them."""
    came = filing.state in (FilingState.LATE, FilingState.ZERO)
    return came and filing.sent is not None and filing.sent > filing.due
