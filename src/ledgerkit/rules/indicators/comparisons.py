"""How the period's figures stand against those of the period before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ledgerkit.model.outcome import Indicator
from ledgerkit.model.period import Cycle

COMPARED = (
    "visits",
    "firms-visited",
    "problems-raised",
    "problems-closed",
    "demands-registered",
    "demands-closed",
    "meetings-held",
    "outreach-activities",
    "outreach-people",
    "on-time-rate",
    "satisfaction-rate",
)
"""Counts of one period only: what is cumulative cannot be reckoned back."""
OPTIONAL = (*(f"last-{id}" for id in COMPARED), *(f"{id}-change" for id in COMPARED))


def changes(
    now: Iterable[Indicator], last: Iterable[Indicator], cycle: Cycle
) -> Iterator[Indicator]:
    """What each figure was, and by how much it changed; nothing where there was none before."""
    before = {figure.id: figure for figure in last}
    for figure in now:
        was = before.get(figure.id)
        if figure.id not in COMPARED or was is None or not was.value:
            continue
        if isinstance(figure.value, str) or isinstance(was.value, str):
            continue
        what = figure.name.removeprefix(cycle.this)
        more = round(figure.value - was.value, 1)
        rows = tuple(dict.fromkeys((*was.rows, *figure.rows)))
        yield Indicator(f"last-{figure.id}", f"{cycle.last}{what}", was.value, was.rows)
        yield Indicator(f"{figure.id}-change", f"{what}较{cycle.last}增减", more, rows)
