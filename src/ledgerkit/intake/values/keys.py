"""Numbers within one file: missing ones, repeated ones, and the next free one to offer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ledgerkit.findings.messages import finding_at, where
from ledgerkit.intake.values.rows import pattern
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.period import Month
from ledgerkit.model.row import Row
from ledgerkit.office import Office


class Numbers:
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
            if match := pattern(ledger).fullmatch(row.key):
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
