"""Finding the header rows of a sheet: where, how many rows high, and of which table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledgerkit.intake.files.sheets import CellGrid
from ledgerkit.intake.tables.headers import (
    LONGEST,
    HeaderWords,
    Label,
    Match,
    bare,
    labels,
    normalise,
)
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.place import address
from ledgerkit.model.submission import Header
from ledgerkit.model.table import Table
from ledgerkit.office import Office
from ledgerkit.text import fold

_TALLEST = 3
"""Rows of the tallest header."""
_TITLES = 6
"""Rows above a header in which its title stands."""
_NEAR_TOP = 12
"""Rows of a sheet that are looked at closely for a header."""
_VALUES = 2
"""Cells of a row that may well read like headers."""
_ALIKE = 2
"""Columns by which a table is worth a guess."""


@dataclass(frozen=True, slots=True)
class Found:
    """A header row that was found: rows ``top`` to ``bottom``, 0-based and inclusive."""

    table: type[Table]
    top: int
    bottom: int
    columns: dict[str, int]
    header_cell: str
    extra: tuple[Header, ...]
    repeated: tuple[Header, ...]


class Finder:
    """Finds the tables of one file. ``book`` is what the file's own properties call it."""

    def __init__(self, tables: Sequence[type[Table]], office: Office, book: str = "") -> None:
        self._tables = [HeaderWords(table, office) for table in tables]
        self._book = book
        self._misses: dict[str, tuple[float, Match]] = {}

    @property
    def nearest(self) -> list[tuple[str, int, int]]:
        """The two tables that came closest in all sheets: name, columns met, columns there are."""
        closest = sorted(self._misses.values(), key=lambda miss: -miss[0])[:2]
        return [
            (match.words.table.name, match.typed, len(match.words.typed)) for _, match in closest
        ]

    def find(self, grid: CellGrid) -> Iterator[Found]:
        """Every header in a sheet, from top to bottom."""
        tables = [words for words in self._tables if _may_stand_in(words, grid.name)]
        known = {name for words in tables for name in (*words.exact, *words.aliases)}
        row = start = 0
        while row < len(grid.rows):
            found = self._at(grid, row, start, tables) if _is_likely(grid, row, known) else None
            if found:
                yield found
                start = found.bottom + 1
            row = found.bottom + 1 if found else row + 1

    def _at(
        self, grid: CellGrid, row: int, start: int, tables: Sequence[HeaderWords]
    ) -> Found | None:
        """The best header whose lines include this row, if it is good enough.

        Several lines must answer to more columns than each of them alone: else the line above the
        header is a title or the 填报 block, and the line below it the first row.
        """
        hints = self._hints(grid, row, start, tables)
        best = self._best(labels(grid, row, row), tables, hints)
        place = row, row
        if best and len(best.columns) == best.labels and row not in grid.merged_rows:
            return _found(grid, row, row, best)
        alone = {row: _columns(best)}
        for top, bottom in _heights(row, start, len(grid.rows)):
            for line in range(top, bottom + 1):
                if line not in alone:
                    alone[line] = _columns(self._best(labels(grid, line, line), tables, hints))
            lone = max(alone[line] for line in range(top, bottom + 1))
            merged = all(line in grid.merged_rows for line in range(top, bottom))
            match = self._best(labels(grid, top, bottom), tables, hints)
            if match and _columns(match) > max(_columns(best), lone + (not merged)):
                best, place = match, (top, bottom)
        return _found(grid, *place, best) if best else None

    def _best(
        self, labels: Sequence[Label], tables: Sequence[HeaderWords], hints: Sequence[float]
    ) -> Match | None:
        """The table that fits these labels best; the nearest misses are remembered."""
        best: tuple[float, Match] | None = None
        for words, hint in zip(tables, hints, strict=True):
            match = words.match(labels)
            score = match.score(hint)
            name = words.table.name
            if match.typed >= _ALIKE and score > self._misses.get(name, (0.0, match))[0]:
                self._misses[name] = score, match
            if match.accepted(hint >= _SHEET) and (best is None or score > best[0]):
                best = score, match
        return best[1] if best else None

    def _hints(
        self, grid: CellGrid, row: int, start: int, tables: Sequence[HeaderWords]
    ) -> list[float]:
        """For each table what the sheet's name, the title above and the file's properties add."""
        sheet = normalise(grid.name)
        titles = [
            fold(value)
            for above in range(max(start, row - _TITLES), row)
            for _, value in grid.filled(above)
            if isinstance(value, str)
        ]
        return [
            max(_name_hint(words, sheet), _TITLE * any(_names(words, title) for title in titles))
            + _PROPERTY * (bool(self._book) and self._book == _book(words.table))
            for words in tables
        ]


_SHEET, _PART, _TITLE, _PROPERTY = 1.0, 0.5, 0.4, 0.2


def _columns(match: Match | None) -> int:
    return len(match.columns) if match else 0


def _heights(row: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(top, bottom) of the headers of several rows that include this row, the lowest first."""
    for height in range(2, _TALLEST + 1):
        for top in range(max(row - height + 1, start), row + 1):
            if top + height <= end:
                yield top, top + height - 1


def _name_hint(words: HeaderWords, sheet: str) -> float:
    if sheet in words.titles:
        return _SHEET
    return _PART if _names(words, sheet) else 0.0


def _names(words: HeaderWords, text: str) -> bool:
    return any(title in text for title in words.titles)


def _book(table: type[Table]) -> str:
    return table.workbook if issubclass(table, Ledger) else ""


def _may_stand_in(words: HeaderWords, sheet: str) -> bool:
    """A ledger may stand in any sheet; a table of 名录 only in the sheet that bears its name."""
    return issubclass(words.table, Ledger) or normalise(sheet) in words.titles


def _is_likely(grid: CellGrid, row: int, known: set[str]) -> bool:
    """Whether a line may be a header's: it holds one as it is declared, or in some other writing.

    The closer look is for where headers are: near the top, and after lines that hold little. Below
    other rows it takes several: “企业” and “电话” are values too, and each look takes its time.
    """
    values = grid.rows[row]
    declared = known.intersection(values)
    if len(declared) > _VALUES:
        return True
    if row >= _NEAR_TOP and len(grid.rows[row - 1]) - grid.rows[row - 1].count("") > 2:
        return False
    return bool(declared) or any(
        isinstance(value, str)
        and not value.isascii()
        and len(value) <= LONGEST
        and (normalise(value) in known or bare(normalise(value)) in known)
        for value in values
    )


def _found(grid: CellGrid, top: int, bottom: int, match: Match) -> Found:
    first = labels(grid, top, bottom)[0]
    return Found(
        match.words.table,
        top,
        bottom,
        match.columns,
        address(first.row, first.column),
        tuple(_header(label) for label in match.extra),
        tuple(_header(label) for label in match.repeated),
    )


def _header(label: Label) -> Header:
    return Header(label.text, address(label.row, label.column))
