"""Which rows name which: the numbers of all files, and who refers to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ledgerkit.model.columns import Linked
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.row import Row
from ledgerkit.model.table import Table


class Links:
    """The rows of the judged ledgers by number, every version of each.

    What is asked of a ledger that is not judged has no answer: its numbers are all taken for known.
    """

    def __init__(self, rows: Iterable[Row], judged: Iterable[str]) -> None:
        self._rows: dict[str, dict[str, list[Row]]] = {name: {} for name in judged}
        self._linked: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
        for row in rows:
            assert issubclass(row.table, Ledger)
            own = self._rows.get(row.table.name)
            if own is None:
                continue
            if not row.provisional:
                own.setdefault(row.key, []).append(row)
            for column in row.table.references:
                for named in row.names(column):
                    self._linked[row.table.name, column.to().name, named].append(row)
        self._keys = cache(lambda name: tuple(self._rows.get(name, ())))

    def judges(self, ledger: type[Table]) -> bool:
        """Whether the rows of a ledger are known."""
        return ledger.name in self._rows

    def knows(self, ledger: type[Ledger], key: str) -> bool:
        """Whether a number stands in a ledger, or nobody can tell."""
        return ledger.name not in self._rows or key in self._rows[ledger.name]

    def keys(self, ledger: type[Ledger]) -> Sequence[str]:
        """The numbers of a ledger, in the order of the files."""
        return self._keys(ledger.name)

    def named(self, row: Row, column: Linked) -> Iterator[tuple[str, Sequence[Row]]]:
        """(number, its rows) of what a reference column names and is known."""
        known = self._rows.get(column.to().name, {})
        for key in row.names(column):
            if rows := known.get(key):
                yield key, rows

    def linked(self, row: Row, ledger: type[Table]) -> Sequence[Row]:
        """The rows of another ledger that refer to this one."""
        return self._linked.get((ledger.name, row.table.name, row.key), ())
