"""Keys within one file: their form, missing and repeated ones, the next free one to offer."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ledgerkit.findings.messages import finding_at, where, written
from ledgerkit.model.columns import Column
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.period import Month
from ledgerkit.model.row import Row
from ledgerkit.office import Office


def key_form(ledger: type[Ledger]) -> re.Pattern[str]:
    """The form of the ledger's numbers: (单位简称), (YYYYMM), (序号)."""
    return re.compile(rf"{ledger.prefix}-(.+)-(20\d{{2}}(?:0[1-9]|1[0-2]))-(\d{{3,9}})")


def provisional_key(row: Row, ledger: type[Ledger], owner: str) -> str:
    """暂编号 of a row without a number: made from owner, date, firm and text, always the same."""
    columns = (ledger.dated, ledger.subject, ledger.gist)
    parts = [owner, *(_value_or_entry(row, column) for column in columns if column)]
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"暂-{ledger.prefix}-{digest[:8]}"


def _value_or_entry(row: Row, column: Column[Any]) -> str:
    """The value as text, or what was typed where it could not be read."""
    return row.text(column) or written(row.raw.typed(column))


class LedgerKeys:
    """The numbers that one ledger of one file uses, in all its tables.

    ``others`` are rows of other files, whose numbers are not free either.
    """

    def __init__(
        self,
        ledger: type[Ledger],
        rows: Sequence[Row],
        office: Office,
        month: Month | None,
        others: Iterable[Row] = (),
    ) -> None:
        self._ledger, self._rows, self._office, self._month = ledger, rows, office, month
        self._last: dict[tuple[str, str], int] = {}
        for row in (*rows, *others):
            if match := key_form(ledger).fullmatch(row.key):
                series = (match[1], match[2])
                self._last[series] = max(self._last.get(series, 0), int(match[3]))

    def findings(self) -> Iterator[Finding]:
        """A number that stands twice, and a row without one, each with a free number to take."""
        first: dict[str, Row] = {}
        column = self._ledger.key
        for row in self._rows:
            if row.provisional:
                if self._is_blank(row):
                    yield finding_at(
                        row, column, "key-missing", provisional=row.key, example=self._next(row)
                    )
            elif row.key in first:
                other, own = first[row.key].place(column), row.place(column)
                yield finding_at(
                    row,
                    column,
                    "key-repeated",
                    related=(other,),
                    other=(other.cell if other.sheet == own.sheet else None) or where(other),
                    example=self._next(row),
                )
            else:
                first[row.key] = row

    def missing(self) -> Iterator[tuple[Row, str | None]]:
        """Each row without a number, and one to take; None where owner or month is not known."""
        for row in self._rows:
            if row.provisional and self._is_blank(row):
                yield row, self._free(row)

    def _is_blank(self, row: Row) -> bool:
        """Whether nothing stands in the cell for the number, and there is one."""
        column = self._ledger.key
        there = column.name in row.raw.layout.columns
        return there and not row.could_not_be_read(column)

    def _next(self, row: Row) -> str:
        """The next free number of the row's owner and month; the declaration's example without."""
        return self._free(row) or self._ledger.key.example

    def _free(self, row: Row) -> str | None:
        day = row[self._ledger.dated]
        month = Month.of(day) if day else self._month
        if not row.owner or month is None:
            return None
        series = (self._office.short_name(row.owner), f"{month.year}{month.month:02}")
        self._last[series] = self._last.get(series, 0) + 1
        return f"{self._ledger.prefix}-{series[0]}-{series[1]}-{self._last[series]:03}"
