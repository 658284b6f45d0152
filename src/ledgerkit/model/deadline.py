"""What a ledger says of time: deadlines that run, gaps in the chain, and what it may look at."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Protocol

from ledgerkit.model.columns import Column, Date, Linked
from ledgerkit.model.row import Row
from ledgerkit.model.table import Table


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of days, working or calendar."""

    days: int
    working: bool = True


@dataclass(frozen=True, eq=False)
class Matter:
    """What a clock asks for (事项); it is itself alone, and due days are looked up by it.

    ``demanded`` says what must have happened by the due day, where that is not the name itself.
    ``limits`` are the shipped rows of 办理时限 by 难易程度 ("" for all). A matter whose due day
    stands in the row has no limit: ``planned`` is the column that holds it.
    """

    name: str
    demanded: str = ""
    limits: tuple[tuple[str, Limit], ...] = ()
    planned: Date | None = None

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Deadline:
    """A clock that runs on a row until somebody acts.

    Either ``due`` is written in the row (a plan date), or it follows from the limit that 名录.xlsx
    sets for ``matter`` and ``grade``. ``extended`` replaces a due day that was put off in time.
    ``event`` words the start for the reckoning: “提出”, “登记”, “移交”.
    """

    matter: Matter
    event: str
    started: dt.date
    unit: str
    grade: str = ""
    due: dt.date | None = None
    extended: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A link that the chain of a row lacks: shown on 断链 as 请核对."""

    code: str
    row: Row
    column: Column[Any]


class RowContext(Protocol):
    """What a ledger may ask about the rows around one of its own, and about days."""

    @property
    def as_of(self) -> dt.date:
        """The day at whose end everything is judged."""
        ...

    def linked(self, row: Row, ledger: type[Table]) -> tuple[Row, ...]:
        """The rows of another ledger that refer to this row, in register order."""
        ...

    def referred(self, row: Row, column: Linked) -> tuple[Row, ...]:
        """The rows that this row's reference column names."""
        ...

    def given(self, day: dt.date | None) -> dt.date | None:
        """The day if it is not after the as-of day, else None: not yet given."""
        ...

    def due(self, matter: Matter, grade: str, started: dt.date) -> dt.date | None:
        """The due day by 办理时限, or None where the office sets no limit."""
        ...

    def workday(self, day: dt.date) -> dt.date:
        """The day itself, or the first working day after it."""
        ...

    def is_unit(self, name: str) -> bool:
        """Whether 名录.xlsx lists this name among the units."""
        ...

    def owner(self, row: Row) -> str:
        """The full name of the unit or point whose row this is."""
        ...
