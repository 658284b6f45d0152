"""Headers as they are compared, and which of them stand for which columns of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ledgerkit.intake.files.sheets import CellGrid
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.table import Table
from ledgerkit.office import Office
from ledgerkit.text import fold

LONGEST = 40
"""Characters of the longest text that can be a header."""
_FEWEST = 3
"""Columns by which a ledger is known at least; the 填报 block may look like two."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_MARKS = "★*※●:_"


@lru_cache(maxsize=1 << 14)
def normalise(text: str) -> str:
    """A header as it is compared: no blanks, line breaks, stars; half-width, lower case."""
    return fold(text).strip(_MARKS) if len(text) <= LONGEST else ""


@lru_cache(maxsize=1 << 12)
def bare(header: str) -> str:
    """A normalised header without brackets: “金额(万元)” is 金额."""
    return _BRACKETS.sub("", header).strip(_MARKS)


@dataclass(frozen=True, slots=True)
class Label:
    """The header over one column: ``names`` are its readings, the fullest first."""

    column: int
    text: str
    row: int
    names: tuple[str, ...]


class HeaderWords:
    """The headers of one table: its columns' names, the office's aliases, the declared ones."""

    def __init__(self, table: type[Table], office: Office) -> None:
        self.table = table
        book = table.workbook if issubclass(table, Ledger) else ""
        self.titles = {normalise(name) for name in (table.name, *table.aliases)}
        self.exact = {normalise(column.name): column.name for column in table.columns}
        self.key = table.key.name if issubclass(table, Ledger) else ""
        self.typed = frozenset(column.name for column in table.filled_in)
        self.required = frozenset(column.name for column in table.columns if column.required)
        aliases = [
            (alias, column)
            for (owner, alias), column in office.header_aliases.items()
            if owner in (table.name, book) and table.has(column)
        ]
        aliases += [(alias, column.name) for column in table.columns for alias in column.aliases]
        self.aliases: dict[str, str] = {}
        for alias, column in aliases:
            self.aliases.setdefault(normalise(alias), column)
        for alias, column in aliases:
            self.aliases.setdefault(bare(normalise(alias)), column)
        self.aliases.pop("", None)

    def column(self, label: Label) -> tuple[str, bool] | None:
        """The column that a header means, and whether by its very name; None if it means none."""
        for name in label.names:
            if column := self.exact.get(name):
                return column, True
        for name in label.names:
            if column := self.aliases.get(name):
                return column, False
        return None

    def match(self, labels: Sequence[Label]) -> Match:
        """Which header stands for which column: a name before an alias, the first before others."""
        meant = [(label, self.column(label)) for label in labels]
        named = {hit[0] for _, hit in meant if hit and hit[1]}
        columns: dict[str, int] = {}
        extra: list[Label] = []
        repeated: list[Label] = []
        for label, hit in meant:
            # The alias of a column that is there by name is another thing: 时间 beside 走访日期.
            if hit is None or (not hit[1] and hit[0] in named):
                extra.append(label)
            elif hit[0] in columns:
                repeated.append(label)
            else:
                columns[hit[0]] = label.column
        return Match(self, columns, len(labels), tuple(extra), tuple(repeated))


@dataclass(frozen=True, slots=True)
class Match:
    """How one table's columns answer to the labels of a possible header row."""

    words: HeaderWords
    columns: dict[str, int]
    labels: int
    extra: tuple[Label, ...]
    repeated: tuple[Label, ...]

    @property
    def typed(self) -> int:
        return len(self.words.typed & self.columns.keys())

    @property
    def required(self) -> float:
        """The share of the required columns that are there."""
        there = len(self.words.required & self.columns.keys())
        return there / max(len(self.words.required), 1)

    def accepted(self, hinted: bool) -> bool:
        """Whether this is the table's header: enough of it, or less where the sheet says so."""
        few = len(self.words.typed)
        if not issubclass(self.words.table, Ledger):
            return self.typed >= min(2, few) and self.required > 0
        if self.typed < _FEWEST:
            return False
        return hinted or self.required >= 0.5 or self.typed >= 0.6 * few

    def score(self, hint: float) -> float:
        """How well it fits: the required columns, what is left unexplained, the key, the hints."""
        keyed = self.words.key in self.columns
        return self.required + self.typed / max(self.labels, 1) + 0.3 * keyed + hint


def labels(grid: CellGrid, top: int, bottom: int) -> list[Label]:
    """The labels of a header of these rows; a merged group's label stands over all its columns."""
    found = []
    width = max((len(row) for row in grid.rows[top : bottom + 1]), default=0)
    for column in range(width):
        above: list[str] = []
        own: tuple[int, str] | None = None
        for row in range(top, bottom + 1):
            value = grid.value(row, column)
            if isinstance(value, str) and value.strip():
                if own:
                    above.append(own[1])
                own = row, value
            elif own is None and (origin := grid.covered.get((row, column))):
                group = grid.value(*origin)
                if origin[1] != column and origin[0] >= top and isinstance(group, str):
                    above.append(group)
        if own:
            found.append(Label(column, own[1], own[0], _readings(above, own[1])))
    return found


def _readings(above: Sequence[str], own: str) -> tuple[str, ...]:
    """What a label may be called: with all its groups, with the last ones, alone; also bare."""
    names = [normalise("".join((*above[at:], own))) for at in range(len(above) + 1)]
    return tuple(dict.fromkeys(filter(None, (*names, *map(bare, names)))))
