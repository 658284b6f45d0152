"""普遍性、倾向性问题 of 季度分析研判报告: categories, parks and firms that recur, and the trend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ledgerkit.ledgers.demands import Demands
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.document import Chart
from ledgerkit.model.register import Entry
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.figures import ReportFigures
from ledgerkit.papers.documents.paragraphs import Section

NAMED = 3
"""So many categories, parks or firms are named in a sentence."""
CHARTED = 8
"""So many categories stand side by side in a chart."""
_CATEGORIES = {Problems.name: Problems.category, Demands.name: Demands.category}


@dataclass(frozen=True)
class RecurrentFirm:
    """A line of the table of firms whose matters recur."""

    number: int
    name: str
    count: int
    categories: str
    rows: str


def parts(figures: ReportFigures) -> tuple[Section, ...]:
    """(heading, text) of each way in which the period's matters recur."""
    return (
        ("反映集中的问题", _categories(figures)),
        ("问题较多的园区", _parks(figures)),
        ("多次反映问题的企业", _firms(figures)),
        ("变化趋势", _trend(figures)),
    )


def firms(figures: ReportFigures) -> tuple[RecurrentFirm, ...]:
    """Every firm with several matters, the most first."""
    return tuple(
        RecurrentFirm(at, name, count, phrasing.listed(_words(figures, keys)), _first(keys))
        for at, (name, count, keys) in enumerate(figures.parts("matters-by-firm"), start=1)
    )


def _first(keys: Sequence[str]) -> str:
    """Some of many numbers, each on its line; all of them stand on 指标来源."""
    return "\n".join(keys[:NAMED]) + ("等" if len(keys) > NAMED else "")


def chart(figures: ReportFigures) -> Chart | None:
    """The categories beside those of the period before; None where there is none."""
    counts, before = figures.divided("matters-by-category"), _before(figures)
    if not counts:
        return None
    cycle = figures.run.cycle
    names = tuple(name for name, _ in counts[:CHARTED])
    series = {cycle.this: tuple(count for _, count in counts[:CHARTED])}
    if before:
        series = {cycle.last: tuple(before.get(name, 0) for name in names), **series}
    return Chart("问题和需求类别", "件数", names, series)


def _before(figures: ReportFigures) -> dict[str, int]:
    return dict(figures.divided("last-matters-by-category")) if figures.is_over else {}


def _categories(figures: ReportFigures) -> str:
    total, counts = figures["matters"], figures.divided("matters-by-category")
    if not total:
        return ""
    now = figures.run.cycle.this
    gathered = [(name, count) for name, count in counts[:NAMED] if count > 1]
    return phrasing.sentence(
        f"{now}走访发现的问题和登记的需求共{total}件（同一事项只计一次）",
        figures.change("matters", "件"),
        f"集中在{_named(gathered)}方面" if gathered else "类别比较分散",
    ) + _compared(figures, counts)


def _compared(figures: ReportFigures, counts: Sequence[tuple[str, int]]) -> str:
    """Which categories rose, which are new, and whether the foremost was so before."""
    before, last = _before(figures), figures.run.cycle.last
    if not before:
        return ""
    risen = [
        f"{name}由{before[name]}件增至{count}件"
        for name, count in counts
        if 0 < before.get(name, 0) < count
    ]
    fallen = [
        f"{name}由{before[name]}件减至{count}件"
        for name, count in counts
        if before.get(name, 0) > count
    ]
    new = [name for name, count in counts if name not in before and count > 1]
    first = counts[0][0]
    lasting = counts[0][1] > 1 and first == next(iter(before)) and before[first] > 1
    return phrasing.sentence(
        f"与{last}相比" if risen or fallen else "",
        "，".join((*risen[:NAMED], *fallen[:NAMED])),
        f"{phrasing.listed(new[:NAMED])}是新出现的多发类别" if new else "",
    ) + (f"{first}连续两期反映最多，是带有普遍性的问题。" if lasting else "")


def _parks(figures: ReportFigures) -> str:
    parks = figures.parts("matters-by-park")[:NAMED]
    if not parks:
        return ""
    (first, _, keys), *_ = parks
    return phrasing.sentence(
        f"问题和需求较多的园区是{_named((name, count) for name, count, _ in parks)}",
        f"{f'其中{first}' if len(parks) > 1 else ''}主要涉及"
        f"{phrasing.listed(_words(figures, keys)[:NAMED])}",
    )


def _firms(figures: ReportFigures) -> str:
    recurring = figures.parts("matters-by-firm")
    if not recurring:
        return ""
    named = _named((name, count) for name, count, _ in recurring[:NAMED])
    more = "等企业" if len(recurring) > NAMED else ""
    now = figures.run.cycle.this
    return f"{now}反映问题和需求两件以上的有{named}{more}，应当作为重点走访对象。"


def _trend(figures: ReportFigures) -> str:
    """The matters month by month; of one month alone there is no trend."""
    months = figures.by_month("matters")
    if len(months) < 2 or not any(count for _, count in months):
        return ""
    counts = [count for _, count in months]
    by_month = phrasing.counted(((f"{month.month}月", count) for month, count in months), "件")
    if all(later > sooner for sooner, later in pairwise(counts)):
        course = "逐月增加"
    elif all(later < sooner for sooner, later in pairwise(counts)):
        course = "逐月减少"
    elif len({*counts}) == 1:
        course = "各月持平"
    else:
        most = max(months, key=lambda counted: counted[1])[0]
        course = f"{most.month}月最多" if counts.count(max(counts)) == 1 else "各月有起伏"
    return phrasing.sentence(f"从月份看，问题和需求{by_month}", course)


def _words(figures: ReportFigures, keys: Iterable[str]) -> list[str]:
    """The categories of these rows, the most frequent first."""
    counts: dict[str, int] = {}
    for key in keys:
        for ledger, column in _CATEGORIES.items():
            entry: Entry | None = figures.run.register.entries.get(ledger, {}).get(key)
            if entry and (word := entry.row.text(column)):
                counts[word] = counts.get(word, 0) + 1
    return sorted(counts, key=lambda word: -counts[word])


def _named(counts: Iterable[tuple[str, int]]) -> str:
    """“合同债务(5件)、劳动用工(3件)”."""
    return phrasing.listed(f"{name}（{count}件）" for name, count in counts)
