"""Which rows name which: the numbers of all files, and who refers to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ledgerkit.model.ledger import Ledger
from ledgerkit.model.row import Row


class Links:
    """The rows of the judged ledgers by number, every version of each.

    What is asked of a ledger that is not judged has no answer: its numbers are all taken for known.
    """

    def __init__(self, rows: Iterable[Row], judged: Iterable[str]) -> None:
        self._rows: dict[str, dict[str, list[Row]]] = {name: {} for name in judged}
        self._linked: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
        for row in rows:
            assert isinstance(row.table, Ledger)
            own = self._rows.get(row.table.name)
            if own is None:
                continue
            if not row.provisional:
                own.setdefault(row.key, []).append(row)
            for column in row.table.references:
                for named in row.names(column.name):
                    self._linked[row.table.name, column.to, named].append(row)
        self._keys = cache(lambda ledger: tuple(self._rows.get(ledger, ())))

    def judges(self, ledger: str) -> bool:
        """Whether the rows of a ledger are known."""
        return ledger in self._rows

    def knows(self, ledger: str, key: str) -> bool:
        """Whether a number stands in a ledger, or nobody can tell."""
        return ledger not in self._rows or key in self._rows[ledger]

    def keys(self, ledger: str) -> Sequence[str]:
        """The numbers of a ledger, in the order of the files."""
        return self._keys(ledger)

    def named(self, row: Row, column: str) -> Iterator[tuple[str, Sequence[Row]]]:
        """(number, its rows) of what a reference column names and is known."""
        assert isinstance(row.table, Ledger)
        to = next(one.to for one in row.table.references if one.name == column)
        for key in row.names(column):
            if rows := self._rows.get(to, {}).get(key):
                yield key, rows

    def linked(self, row: Row, ledger: str) -> Sequence[Row]:
        """The rows of another ledger that refer to this one."""
        return self._linked.get((ledger, row.table.name, row.key), ())
