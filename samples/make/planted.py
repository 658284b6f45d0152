"""What the late part of the story leads to: alerts and gaps, each reckoned twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from samples.make.days import day, late, later
from samples.make.items import Item
from samples.make.story import Story

LIMITS = {"紧急": 1, "简单": 3, "一般": 7, "复杂": 15, "转办": 1, "督促": 5, "反馈": 2, "回访": 5}
LADDER = (("通报", 10), ("督办", 5), ("催办", 1), ("临期提醒", -2))


@dataclass(frozen=True)
class Alert:
    """An entry of the run record's ``alerts``, as the story knows it."""

    ledger: str
    key: str
    unit: str
    level: str
    started: str
    due: str
    days_late: int


class Due(NamedTuple):
    """The step reached, the due day and how late that is, all told by hand."""

    level: str
    on: str
    days_late: int


@dataclass(frozen=True)
class Gap:
    """A link that the chain lacks: where its finding stands in the latest workbook."""

    code: str
    item: Item
    column: str


@dataclass
class Planted:
    """What the late part of the story leads to."""

    story: Story
    alerts: list[Alert] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    def alert(self, item: Item, unit: str, started: str, due: Due, limit: str = "") -> None:
        """Note an alert; ``limit`` names the limit that leads from ``started`` to the due day."""
        level, days_late = due.level, due.days_late
        first, last = day(started), day(due.on)
        if limit and later(first, LIMITS[limit]) != last:
            raise ValueError(f"{item.key}: {started} + {limit} is {later(first, LIMITS[limit])}")
        if late(last) != days_late or level != level_of(days_late):
            raise ValueError(f"{item.key}: {late(last)} days late, {level_of(late(last))}")
        self.alerts.append(
            Alert(item.ledger, item.key, unit, level, str(first), str(last), days_late)
        )

    def gap(self, code: str, item: Item, column: str) -> None:
        self.gaps.append(Gap(code, item, column))


def level_of(days_late: int) -> str:
    return next((level for level, start in LADDER if days_late >= start), "")
