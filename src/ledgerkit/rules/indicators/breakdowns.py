"""Figures divided by unit, by point, by word and by month, as the report's sentences need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ledgerkit.model.columns import Choice
from ledgerkit.model.outcome import Alert, Indicator
from ledgerkit.model.period import Cycle, Period
from ledgerkit.model.register import Entry
from ledgerkit.office import Member, Office
from ledgerkit.rules.indicators.figures import Figures, count, keys

TREND_MONTHS = 6
"""How many months stand side by side in the report of one month."""

_BY_WHO = (
    ("visits-by-unit", "走访次数", "走访日志", "走访日期", "走访单位"),
    ("problems-by-unit", "提出问题数", "走访问题清单", "提出日期", "首访单位"),
    ("outreach-by-unit", "法治宣传活动数", "法治宣传台账", "活动日期", "主办单位"),
    ("demands-by-point", "登记需求数", "法治需求台账", "登记日期", "服务联系点"),
    ("meetings-by-point", "召开会议数", "会议安排", "实开日期", "服务联系点"),
)
"""(id, name after 本月 or the like, ledger, day, the column that names who)."""
_BY_WORD = (
    ("visits-by-way", "走访方式", "走访日志", "走访日期", "走访方式"),
    ("problems-category", "提出问题", "走访问题清单", "提出日期", "问题类别"),
    ("problems-by-duty", "提出问题职责归属", "走访问题清单", "提出日期", "职责归属"),
    ("demands-by-source", "需求来源", "法治需求台账", "登记日期", "需求来源"),
    ("demands-category", "登记需求", "法治需求台账", "登记日期", "需求类别"),
    ("meetings-by-kind", "召开会议", "会议安排", "实开日期", "会议类型"),
    ("outreach-by-form", "法治宣传形式", "法治宣传台账", "活动日期", "活动形式"),
)
_TREND = (
    ("visits", "走访次数", "走访日志", "走访日期"),
    ("problems", "提出问题数", "走访问题清单", "提出日期"),
    ("demands", "登记需求数", "法治需求台账", "登记日期"),
    ("outreach", "法治宣传活动数", "法治宣传台账", "活动日期"),
)


def by_who(figures: Figures) -> Iterator[Indicator]:
    """What each unit and point did, those of 名录 first, also where it is nothing."""
    office = figures.world.office
    for id, name, ledger, day, column in _BY_WHO:
        members = office.units if id.endswith("unit") else office.points
        held = figures.within(ledger, day)
        yield from _divided(id, f"{figures.now}{name}", _by(held, column), _names(members))


def by_word(figures: Figures) -> Iterator[Indicator]:
    """How the period's rows divide over the words of a column; a word that none has is left out."""
    for id, name, ledger, day, column in _BY_WORD:
        held = figures.within(ledger, day)
        if not held:
            continue
        declared = held[0].ledger[column]
        assert isinstance(declared, Choice)
        words = figures.world.office.words_of(declared).words
        divided = _divided(id, f"{figures.now}{name}", _by(held, column), words)
        yield from (one for one in divided if one.rows)


def by_month(figures: Figures) -> Iterator[Indicator]:
    """The period's months side by side, of one month the last six, from the first in which there
    is anything up to the one that holds the as-of day.
    """
    months = figures.period.months
    if len(months) == 1:
        months = tuple(months[0].shift(-back) for back in reversed(range(TREND_MONTHS)))
    else:
        months = tuple(month for month in months if month.first <= figures.world.as_of)
    started = False
    for month in months:
        own = Period.holding(month, Cycle.MONTH)
        held = [figures.within(ledger, day, own) for _, _, ledger, day in _TREND]
        started = started or any(held)
        if started:
            for (slug, name, *_), entries in zip(_TREND, held, strict=True):
                yield count(f"{slug}-in-{month}", f"{month.year}年{month.month}月{name}", entries)


def alerts_by_who(office: Office, alerts: Sequence[Alert]) -> Iterator[Indicator]:
    """The alerts of each unit and point, and of others who must act: not yet late, and late."""
    members = _names(office.members)
    for id, name, late in (
        ("items-near-by-who", "临期事项数", False),
        ("items-overdue-by-who", "逾期事项数", True),
    ):
        own = [(one.entry, one.parties) for one in alerts if (one.days_late > 0) is late]
        yield from _divided(id, name, own, members)


def _names(members: Iterable[Member]) -> tuple[str, ...]:
    return tuple(member.name for member in members)


def _by(entries: Iterable[Entry], column: str) -> list[tuple[Entry, tuple[str, ...]]]:
    return [(entry, entry.row.names(column)) for entry in entries]


def _divided(
    id: str, name: str, entries: Iterable[tuple[Entry, tuple[str, ...]]], known: Iterable[str]
) -> Iterator[Indicator]:
    """A figure for each known name, then for others that the rows hold, numbered in this order."""
    held: dict[str, list[Entry]] = {one: [] for one in known}
    for entry, names in entries:
        for one in dict.fromkeys(names):
            held.setdefault(one, []).append(entry)
    for place, (one, own) in enumerate(held.items(), start=1):
        yield Indicator(f"{id}-{place:02d}", f"{name}:{one}", len(own), keys(own), one)
