"""What stands around a row: what refers to it, what it refers to, and which days are given."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ledgerkit.model.columns import Linked
from ledgerkit.model.deadline import Deadline, Matter
from ledgerkit.model.ledger import Ledgers
from ledgerkit.model.register import Entry, Register
from ledgerkit.model.row import Row
from ledgerkit.model.table import DeclarationError, Table
from ledgerkit.office import Office
from ledgerkit.rules.deadlines import limit_due, next_workday

_Links = Mapping[str, tuple[Row, ...]]
"""Key of a row → the rows of one other ledger that refer to it, in register order."""


@dataclass(frozen=True, eq=False)
class RegisterContext:
    """What a ledger may ask about its rows (``model.deadline.RowContext``): a register on a day.

    Links are indexed once and due days remembered: a run asks for them hundreds of thousand times.
    """

    register: Register
    office: Office
    ledgers: Ledgers
    as_of: dt.date
    _links: dict[tuple[str, str], _Links] = field(init=False, repr=False, default_factory=dict)
    _dues: dict[tuple[Matter, str, dt.date], dt.date | None] = field(
        init=False, repr=False, default_factory=dict
    )

    def entries(self, ledger: type[Table]) -> tuple[Entry, ...]:
        """What stands in the register of a ledger, in register order."""
        return tuple(self.register.entries.get(ledger.name, {}).values())

    def linked(self, row: Row, ledger: type[Table]) -> tuple[Row, ...]:
        """The rows of another ledger that refer to this row, in register order."""
        route = (ledger.name, row.table.name)
        if route not in self._links:
            self._links[route] = self._index(*route)
        return self._links[route].get(self.entry(row).key, ())

    def referred(self, row: Row, column: Linked) -> tuple[Row, ...]:
        """The rows that this row's reference column names; numbers found nowhere name none."""
        target = self.register.entries.get(column.to().name, {})
        return tuple(target[key].row for key in row.names(column) if key in target)

    def given(self, day: dt.date | None) -> dt.date | None:
        """The day if it is not after the as-of day, else None: not yet given."""
        return day if day is not None and day <= self.as_of else None

    def due(self, matter: Matter, grade: str, started: dt.date) -> dt.date | None:
        """The due day by 办理时限, or None where the office sets no limit."""
        asked = (matter, grade, started)
        if asked not in self._dues:
            self._dues[asked] = limit_due(self.office, *asked)
        return self._dues[asked]

    def workday(self, day: dt.date) -> dt.date:
        """The day itself, or the first working day after it."""
        return next_workday(self.office.calendar, day) or day

    def is_unit(self, name: str) -> bool:
        """Whether 名录.xlsx lists this name among the units."""
        return name in self._units

    def owner(self, row: Row) -> str:
        """The full name of the unit or point whose row this is."""
        return self.entry(row).owner

    def entry(self, row: Row) -> Entry:
        """The entry of a row that stands in the register."""
        return self._by_row[id(row)]

    def deadlines(self, entry: Entry) -> tuple[Deadline, ...]:
        """The clocks that run on an entry; DeclarationError for one of a matter that its ledger
        does not declare: 名录 would have no limit for it, and it would never alert.
        """
        running = tuple(entry.ledger.deadlines(entry.row, self))
        for deadline in running:
            if deadline.matter not in entry.ledger.matters:
                raise DeclarationError(f"{entry.ledger.name}: 没有声明事项“{deadline.matter}”")
        return running

    def parents(self, entry: Entry) -> Iterator[Entry]:
        """The rows without which this one would not be: those that its ★ references name."""
        for column in entry.ledger.references:
            if column.required:
                yield from (self.entry(row) for row in self.referred(entry.row, column))

    @cached_property
    def _by_row(self) -> Mapping[int, Entry]:
        registers = self.register.entries.values()
        return {id(entry.row): entry for entries in registers for entry in entries.values()}

    @cached_property
    def _units(self) -> frozenset[str]:
        return frozenset(unit.name for unit in self.office.units)

    def _index(self, source: str, target: str) -> _Links:
        declared = self.ledgers[source].references if source in self.ledgers else ()
        columns = [column for column in declared if column.to().name == target]
        links: dict[str, list[Row]] = defaultdict(list)
        for entry in self.register.entries.get(source, {}).values():
            keys = (key for column in columns for key in entry.row.names(column))
            for key in dict.fromkeys(keys):
                links[key].append(entry.row)
        return {key: tuple(rows) for key, rows in links.items()}
