"""The habits of docs/domain.md#excel-as-it-arrives, in combinations that one office might have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from samples.make.grid import Typed


@dataclass(frozen=True)
class Style:
    """One office's habits. ``left`` and ``top`` are empty columns and rows before the table."""

    name: str = "{who}{year}年{month}月{book}"
    suffix: str = ".xlsx"
    block: str = "pairs"
    """pairs: label and value in neighbouring cells; colon: “label:value”; line: all in one cell."""
    top: int = 0
    left: int = 0
    two_rows: bool = False
    header: str = "plain"
    aliases: bool = False
    extras: tuple[str, ...] = ()
    shuffled: bool = False
    blank_rows: bool = False
    total: bool = False
    signature: bool = False
    ditto: str = ""
    empty: str = ""
    wide: bool = False
    zero_width: bool = False
    separator: str = "、"
    dates: str = "real"
    merge_down: bool = False
    kind: str = ""
    """What the file really is where its name says something else."""
    old_words: bool = False
    """Colloquial words for choices, short and former names."""
    without: tuple[str, ...] = ()
    twice: str = ""

    @property
    def content(self) -> str:
        return self.kind or self.suffix


STYLES = (
    Style(dates="dots", blank_rows=True, total=True, signature=True, separator=","),
    Style(name="{month}月{book}({short})", header="breaks", aliases=True, dates="slashes", left=1),
    Style(two_rows=True, dates="chinese", empty="无", signature=True, top=1),
    Style(name="{who}{book}{year}.{month}(1)", suffix=".xls", dates="month-day", ditto="同上"),
    Style(header="brackets", dates="compact", extras=("录入批次",), shuffled=True, separator=";"),
    Style(name="{who}{year}年{month}月{book}最终版", dates="short", wide=True, empty="—"),
    Style(suffix=".ods", dates="number", merge_down=True, separator=" ", total=True),
    Style(name="副本{who}{year}年{month}月{book}", dates="serial", zero_width=True, block="colon"),
    Style(header="spaces", aliases=True, dates="chinese", merge_down=True, left=2, top=1),
    Style(suffix=".xls", two_rows=True, dates="real", empty="暂无", separator="\n", total=True),
    Style(block="line", dates="dots", ditto="〃", extras=("内部流水", "录入人员"), shuffled=True),
    Style(suffix=".ods", header="breaks", dates="slashes", blank_rows=True, signature=True),
    Style(suffix=".et", kind=".xls", dates="dots", old_words=True, total=True, separator="/"),
    Style(suffix=".xls", kind=".xlsx", dates="chinese", old_words=True, header="spaces", left=1),
)


def _as_number(day: dt.date) -> Typed:
    """10月25日 as the number 10.25; days that such a number cannot tell apart in full."""
    if day.day % 10 == 0 or day.day < 4:
        return f"{day.year}.{day.month}.{day.day}"
    return float(f"{day.month}.{day.day}")


DATES: dict[str, Callable[[dt.date], Typed]] = {
    "real": lambda day: day,
    "dots": lambda day: f"{day.year}.{day.month}.{day.day}",
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "chinese": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "month-day": lambda day: f"{day.month}月{day.day}日",
    "compact": lambda day: f"{day:%Y%m%d}",
    "short": lambda day: f"{day:%y}.{day.month}.{day.day}",
    "number": _as_number,
    "serial": lambda day: str((day - dt.date(1899, 12, 30)).days),
}
