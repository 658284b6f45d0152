"""Which workbook each unit and point sends for each month, and what stands in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from samples.make.days import MONTHS, day, later, month_end
from samples.make.district import COMMITTEE, PARTIES, POINTS, UNITS
from samples.make.items import Item, Line, Value
from samples.make.styles import Style

BOOKS = {
    "走访日志": ("走访日志",),
    "三张清单": ("走访问题清单", "解决措施清单", "回复反馈清单"),
    "法治需求台账": ("法治需求台账",),
    "会议安排": ("会议安排",),
    "法治宣传台账": ("法治宣传台账",),
    "典型案例台账": ("典型案例台账",),
    "旁听庭审台账": ("旁听庭审台账",),
}
UNIT_BOOKS = ("走访日志", "三张清单", "法治宣传台账")
POINT_BOOKS = ("法治需求台账", "会议安排")


@dataclass
class Entry:
    """A row of a workbook: the item's key in the story and the values to be typed."""

    key: str
    values: Line
    raw: frozenset[str] = frozenset()
    """Columns whose value is to be typed exactly so, whatever the workbook's style."""

    def type(self, column: str, value: Value) -> None:
        """Have exactly this typed into a column."""
        self.values[column] = value
        self.raw |= {column}


@dataclass
class Filing:
    """One workbook. ``style`` None means our own blank workbook, filled as it should be."""

    who: str
    book: str
    month: str
    filed: dt.date
    sheets: dict[str, list[Entry]]
    style: Style | None = None
    name: str = ""
    block: dict[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        nothing = not any(self.sheets.values())
        filled: dict[str, Value] = {
            "填报单位": self.who,
            "填报月份": self.month,
            "填表人": PARTIES[self.who].people[-1],
            "填报日期": self.filed,
            "本月无": "是" if nothing else "否",
        }
        self.block = filled | self.block

    @property
    def slot(self) -> tuple[str, str, str]:
        return self.who, self.book, self.month

    @property
    def path(self) -> str:
        """Where it arrives, relative to the office folder."""
        suffix = self.style.suffix if self.style else ".xlsx"
        return f"收件/{self.month}/{self.name or self._usual_name()}{suffix}"

    def _usual_name(self) -> str:
        if self.style:
            year, month = self.month.split("-")
            short = PARTIES[self.who].short
            return self.style.name.format(
                who=self.who, short=short, year=year, month=int(month), book=self.book
            )
        return f"{self.who}-{self.month.replace('-', '')}-{self.book}"


def filed_on(month: str) -> dt.date:
    """The third working day of the next month; October's were sent on its last working day."""
    return day("10-30") if month == MONTHS[-1] else later(month_end(month), 3)


def assemble(items: list[Item]) -> list[Filing]:
    """All workbooks of the story, in order of month, sender and book, all of them well filled."""
    return [
        _filing(items, who, book, month) for month in MONTHS for who, book in _due(items, month)
    ]


def _due(items: list[Item], month: str) -> Iterator[tuple[str, str]]:
    for unit in UNITS:
        yield from ((unit.name, book) for book in UNIT_BOOKS)
    for point in POINTS:
        yield from ((point.name, book) for book in POINT_BOOKS)
    occasional = ("典型案例台账", "旁听庭审台账")
    for unit in UNITS:
        for book in (*occasional, "会议安排") if unit.name == COMMITTEE else occasional:
            if any(one.owner == unit.name and one.ledger == book for one in _in(items, month)):
                yield unit.name, book


def _in(items: list[Item], month: str) -> Iterator[Item]:
    return (item for item in items if item.stands_in(month))


def _filing(items: list[Item], who: str, book: str, month: str) -> Filing:
    sheets: dict[str, list[Entry]] = {}
    for ledger in BOOKS[book]:
        own = [one for one in _in(items, month) if (one.owner, one.ledger) == (who, ledger)]
        own.sort(key=lambda item: item.key)
        sheets[ledger] = [Entry(item.key, item.at(month_end(month))) for item in own]
    return Filing(who, book, month, filed_on(month), sheets)
