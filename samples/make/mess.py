"""How each mess is made: docs/domain.md#excel-as-it-arrives, in the combinations of ``STYLES``."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from typing import TYPE_CHECKING

from samples.make.days import MONTHS
from samples.make.district import FIRMS, POINTS, UNITS
from samples.make.grid import Grid, Placement, Typed, address
from samples.make.items import Value
from samples.make.styles import DATES, Style

from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.columns import (
    AnyColumn,
    Choice,
    Count,
    Key,
    Name,
    Names,
    Phone,
    Reference,
    References,
    Serial,
)
from ledgerkit.model.ledger import Ledger

if TYPE_CHECKING:
    from samples.make.filings import Entry, Filing

_OLD_NAMES = {one.name: one.short for one in (*UNITS, *POINTS)} | {
    one.name: one.former for one in FIRMS if one.former
}
_WIDE = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}


_UNITS_OF = {
    "参加人数": "人",
    "资料份数": "份",
    "督促次数": "次",
    "邀请人数": "人",
    "实到人数": "人",
}


def write(
    filing: Filing, ledgers: Sequence[type[Ledger]], rng: random.Random
) -> tuple[list[Grid], Placement]:
    """The sheets of a workbook in its style, and where everything was put."""
    placement = Placement()
    style = filing.style
    assert style is not None
    grids = [
        _Sheet(filing, style, ledger, placement, rng, first=at == 0).write()
        for at, ledger in enumerate(ledgers)
    ]
    return grids, placement


class _Sheet:
    """One ledger's sheet while it is written."""

    def __init__(
        self,
        filing: Filing,
        style: Style,
        ledger: type[Ledger],
        placement: Placement,
        rng: random.Random,
        *,
        first: bool,
    ) -> None:
        self.filing, self.style, self.ledger, self.placement = filing, style, ledger, placement
        self.rng, self.first = rng, first
        self.grid = Grid(ledger.name)
        self.row = style.top

    def write(self) -> Grid:
        entries = self.filing.sheets[self.ledger.name]
        columns = self._columns(entries)
        self._title(len(columns))
        if self.first:
            self._block()
        self._header(columns)
        written = self._body(columns, entries)
        self._foot(columns, entries, written)
        return self.grid

    def _columns(self, entries: list[Entry]) -> list[AnyColumn | str]:
        """The columns in the order of this office, and its own.

        What nobody fills was left out until the last month, when the office asked for all columns.
        """
        kept: list[AnyColumn | str] = [
            column
            for column in self.ledger.columns
            if column.name not in self.style.without
            and (
                not column.is_filled_in
                or column.required
                or self.filing.month == MONTHS[-1]
                or any(column.name in entry.values for entry in entries)
            )
        ]
        kept = [one for one in kept if isinstance(one, str | Serial) or one.is_filled_in]
        if self.style.shuffled:
            head, tail = kept[:2], kept[2:]
            self.rng.shuffle(tail)
            kept = head + tail
        if self.style.twice:
            kept.append(self.ledger.column(self.style.twice))
        for at, extra in enumerate(self.style.extras):
            kept.insert(3 + at, extra)
        return kept

    def _title(self, width: int) -> None:
        year, month = self.filing.month.split("-")
        title = f"{self.filing.who}{year}年{int(month)}月{self.ledger.name}"
        self.grid.put(self.row, self.style.left, title)
        self.grid.merge(self.row, self.style.left, self.row, self.style.left + width - 1)
        self.grid.bold.add(self.row)
        self.row += 1

    def _block(self) -> None:
        pairs = [(label, self._block_text(value)) for label, value in self.filing.block.items()]
        left = self.style.left
        if self.style.block == "line":
            self.grid.put(self.row, left, "   ".join(f"{label}:{said}" for label, said in pairs))
            self.grid.merge(self.row, left, self.row, left + 7)
            spots = [(self.row, left)] * len(pairs)
        elif self.style.block == "colon":
            spots = [(self.row, left + 2 * at) for at in range(len(pairs))]
            for spot, (label, said) in zip(spots, pairs, strict=True):
                self.grid.put(*spot, f"{label}:{said}")
        else:
            spots = [(self.row, left + 2 * at + 1) for at in range(len(pairs))]
            for (row, column), (label, said) in zip(spots, pairs, strict=True):
                self.grid.put(row, column - 1, label)
                self.grid.put(row, column, said or None)
        for spot, (label, _) in zip(spots, pairs, strict=True):
            self.placement.block[label] = (self.ledger.name, address(*spot))
        self.row += 1

    def _block_text(self, value: Value) -> str:
        if isinstance(value, dt.date):
            return f"{value.year}年{value.month}月{value.day}日"
        return "" if value is None else str(value)

    def _header(self, columns: list[AnyColumn | str]) -> None:
        left = self.style.left
        self.placement.first[self.ledger.name] = (self.ledger.name, address(self.row, left))
        bottom = self.row + (1 if self.style.two_rows else 0)
        group = range(left + 4, left + 7) if self.style.two_rows else range(0)
        if group:
            self.grid.put(self.row, group[0], "基本情况")
            self.grid.merge(self.row, group[0], self.row, group[-1])
        seen: dict[str, int] = {}
        for at, column in enumerate(columns, left):
            if at in group:
                self.grid.put(bottom, at, self._heading(column))
                top = bottom
            else:
                top = self.row
                self.grid.put(top, at, self._heading(column))
                self.grid.merge(top, at, bottom, at)
            if not isinstance(column, str):
                turn = seen[column.name] = seen.get(column.name, -1) + 1
                spot = (self.ledger.name, address(top, at))
                self.placement.headers[self.ledger.name, column.name, turn] = spot
        self.grid.bold |= {self.row, bottom}
        self.row = bottom + 1

    def _heading(self, column: AnyColumn | str) -> str:
        if isinstance(column, str):
            return column
        text = column.name
        if self.style.aliases and column.aliases:
            text = column.aliases[0]
        match self.style.header:
            case "breaks" if len(text) > 3:
                return f"{text[:2]}\n{text[2:]}"
            case "spaces":
                return " ".join(text) + " "
            case "brackets" if unit := _UNITS_OF.get(column.name):
                return f"{text}({unit})"
        return text

    def _body(self, columns: list[AnyColumn | str], entries: list[Entry]) -> list[int]:
        merged = self._merged(columns, entries)
        rows: list[int] = []
        above: list[Typed] = []
        for number, entry in enumerate(entries):
            if self.style.blank_rows and number and number % 2 == 0:
                self.row += 1
                above = []
            rows.append(self.row)
            line = [self._typed(column, entry, number) for column in columns]
            for at, column in enumerate(columns):
                value = line[at]
                spot = (self.row, self.style.left + at)
                if at in merged:
                    spot = (rows[0], spot[1])
                    value = value if number == 0 else None
                elif self._repeats(column, entry, value, above[at] if above else None):
                    value = self.style.ditto
                self.grid.put(*spot, value)
                if not isinstance(column, str):
                    where = (self.ledger.name, address(*spot))
                    self.placement.cells.setdefault((self.ledger.name, number, column.name), where)
            above = line
            self.row += 1
        for at in merged:
            self.grid.merge(rows[0], self.style.left + at, rows[-1], self.style.left + at)
        return rows

    def _merged(self, columns: list[AnyColumn | str], entries: list[Entry]) -> set[int]:
        """The places of the columns that hold one value throughout and are merged downwards."""
        if not self.style.merge_down or len(entries) < 2:
            return set()
        same = (self.ledger.owner, self.ledger.subject, Problems.first_unit)
        return {
            at
            for at, column in enumerate(columns)
            if not isinstance(column, str)
            and column in same
            and len({entry.values.get(column.name) for entry in entries}) == 1
            and not any(column.name in entry.raw for entry in entries)
        }

    def _repeats(self, column: AnyColumn | str, entry: Entry, value: Typed, above: Typed) -> bool:
        if not self.style.ditto or isinstance(column, str) or not isinstance(value, str):
            return False
        if isinstance(column, Key) or column.name in entry.raw:
            return False
        return value == above and len(value) > 1 and value != self.style.empty

    def _typed(self, column: AnyColumn | str, entry: Entry, number: int) -> Typed:
        if isinstance(column, str):
            return f"批{number + 1}"
        if isinstance(column, Serial):
            return number + 1
        value = entry.values.get(column.name)
        if column.name in entry.raw:
            return joined(value, self.style.separator)
        if value is None:
            optional = not column.required and not isinstance(column, Choice)
            return self.style.empty if optional and self.style.empty else None
        if isinstance(value, dt.time):
            return f"{value:%H:%M}"
        if isinstance(value, dt.date):
            return self._dated(value)
        if isinstance(value, int):
            return str(value).translate(_WIDE) if self.style.wide else value
        if self.style.old_words:
            value = _as_of_old(column, value)
        text = str(joined(value, self.style.separator))
        if self.style.wide and isinstance(column, Phone | Key | Reference | References):
            text = text.translate(_WIDE)
        if self.style.zero_width and number % 2 == 0:
            text = f"{text[:2]}\u200b{text[2:]}  "
        return text

    def _dated(self, value: dt.date) -> Typed:
        typed = DATES[self.style.dates](value)
        return typed.translate(_WIDE) if self.style.wide and isinstance(typed, str) else typed

    def _foot(self, columns: list[AnyColumn | str], entries: list[Entry], rows: list[int]) -> None:
        left = self.style.left
        if self.style.total and rows:
            self.grid.put(self.row, left, "合计")
            for at, column in enumerate(columns):
                if isinstance(column, Count):
                    values = [entry.values.get(column.name) for entry in entries]
                    total = sum(value for value in values if isinstance(value, int))
                    self.grid.put(self.row, left + at, total)
            self.row += 1
        if self.style.signature:
            self.grid.put(self.row + 1, left, f"填表人:{self.filing.block['填表人']}")
            self.grid.put(self.row + 1, left + 4, "审核人:赵甲一")
            self.grid.put(self.row + 2, left, "注:本表于次月 5 日前报送。")


def _as_of_old(column: AnyColumn, value: Value) -> Value:
    """The first colloquial word for a choice; short and former names for full ones."""
    if isinstance(column, Choice):
        return next((old for old, word in column.words.former if word == value), value)
    if isinstance(column, Name | Names):
        names = value if isinstance(value, tuple) else (str(value),)
        old = tuple(_OLD_NAMES.get(name, name) for name in names)
        return old if isinstance(value, tuple) else old[0]
    return value


def joined(value: Value, separator: str) -> Typed:
    """Several entries in one cell, as this office parts them."""
    return separator.join(value) if isinstance(value, tuple) else value
