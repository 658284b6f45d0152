"""The figures that 看板 shows, counted from the registers and the outcome of a run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.finding import Severity
from ledgerkit.model.outcome import Duty, DutyState
from ledgerkit.model.submission import FileState
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary.texts import NONE

OPEN = "problems-open"

AGES = (("0—3 天", 3), ("4—7 天", 7), ("8—15 天", 15), ("16—30 天", 30))
OLDEST = "30 天以上"
NO_CATEGORY = "未填"
MOST_CATEGORIES = 14

_WORST_FIRST = (
    DutyState.MISSING,
    DutyState.SHORT,
    DutyState.ZERO,
    DutyState.RUNNING,
    DutyState.DONE,
)


@dataclass(frozen=True, slots=True)
class Card:
    """A big figure: what it counts, the figure, and a line that says more."""

    label: str
    figure: int | float | str
    note: str


_CARDS = (
    ("{now}走访(次)", "visits", "走访企业 {firms-visited} 家"),
    ("{now}新提问题(件)", "problems-raised", "累计 {problems-total} 件"),
    ("未办结问题(件)", OPEN, "已办结 {problems-closed-total} 件"),
    ("{now}法治需求(件)", "demands-registered", "未办结 {demands-open} 件"),
    (
        "{now}宣传服务(场)",
        "outreach-activities",
        "参加 {outreach-people} 人次 · 针对问题 {outreach-targeted} 场",
    ),
    ("{now}会议(次)", "meetings-held", "其中联席会议 {meetings-joint} 次"),
)
"""(label, indicator, note): every figure has its row on 指标来源, and the report says the same."""


def cards(run: Run) -> list[Card]:
    """走访, 问题 raised and open, demands, outreach and meetings, as the indicators have them."""
    values: defaultdict[str, int | float | str] = defaultdict(lambda: NONE)
    values.update((indicator.id, indicator.value) for indicator in run.outcome.indicators)
    now = run.cycle.this
    return [
        Card(label.format(now=now), values[id], note.format_map(values))
        for label, id, note in _CARDS
    ]


def subtitle(run: Run) -> str:
    """As-of day, what was received and what is still to be mended.

    Files of later months do not count: a closed month that is run again reads as it did.
    """
    received = sum(file.state is not FileState.SKIPPED for file in run.submissions)
    rows = sum(len(entries) for entries in run.register.entries.values())
    findings = run.open_findings
    must = sum(finding.severity is Severity.MUST for finding in findings)
    return (
        f"截至 {run.as_of} · 收到文件 {received} 份 · 台账共 {rows} 行"
        f" · 待改 {len(findings)} 处(其中必须改 {must} 处)"
    )


def ages(run: Run) -> dict[str, int]:
    """How many open problems are how old, in days from 提出日期 to the as-of day."""
    counts = dict.fromkeys([*(label for label, _ in AGES), OLDEST], 0)
    problems = run.register.entries.get(Problems.name, {})
    still_open = (figure for figure in run.outcome.indicators if figure.id == OPEN)
    keys = (key for figure in still_open for key in figure.rows)
    for problem in (problems[key] for key in keys):
        if raised := problem.row[Problems.raised_on]:
            counts[_age((run.as_of - raised).days)] += 1
    return counts


def _age(days: int) -> str:
    return next((label for label, most in AGES if days <= most), OLDEST)


def categories(run: Run) -> list[tuple[str, int]]:
    """The problems by 问题类别, the most frequent first; the rarest of a long list in one line."""
    problems = run.register.entries.get(Problems.name, {}).values()
    counts = Counter(problem.row.text(Problems.category) or NO_CATEGORY for problem in problems)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) <= MOST_CATEGORIES:
        return ranked
    kept, rest = ranked[: MOST_CATEGORIES - 1], ranked[MOST_CATEGORIES - 1 :]
    return [*kept, (f"其余 {len(rest)} 类", sum(count for _, count in rest))]


def alerts_by_unit(run: Run) -> list[tuple[str, Counter[str]]]:
    """For each unit with alerts, how many of each level; the unit with the worst first."""
    counts: dict[str, Counter[str]] = {}
    for alert in run.outcome.alerts:
        counts.setdefault(alert.unit, Counter())[alert.step.level] += 1
    levels = [step.level for step in reversed(run.office.ladder)]
    return sorted(counts.items(), key=lambda item: ([-item[1][level] for level in levels], item[0]))


def heat_map(run: Run) -> tuple[list[str], list[tuple[str, dict[str, Duty]]]]:
    """(duties, rows of who → duty → its worst standing), units and points as 名录 orders them.

    Where a duty has several rounds in the period, what was done in each counts up to what it asks.
    """
    duties = list(dict.fromkeys(duty.duty for duty in run.outcome.duties))
    order = {member.name: at for at, member in enumerate(run.office.members)}
    ranked = sorted(
        run.outcome.duties,
        key=lambda duty: (
            order.get(duty.who, len(order)),
            duty.who,
            -_WORST_FIRST.index(duty.state),
        ),
    )
    rows = [(who, _by_duty(list(owed))) for who, owed in groupby(ranked, key=lambda duty: duty.who)]
    return duties, rows


def _by_duty(ranked: Sequence[Duty]) -> dict[str, Duty]:
    """The worst round of each duty, the last of those ranked, with the sums of all its rounds."""
    worst = {duty.duty: duty for duty in ranked}
    for name, duty in worst.items():
        rounds = [
            owed for owed in ranked if (owed.duty, owed.period.cycle) == (name, duty.period.cycle)
        ]
        if len({owed.period for owed in rounds}) > 1:
            done = sum(min(owed.done, owed.required) for owed in rounds)
            required = sum(owed.required for owed in rounds)
            worst[name] = replace(duty, done=done, required=required)
    return worst
