"""Ledgers and the workbooks that hold them: what one declaration file declares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ledgerkit.model.columns import DueDay, Key, Light, Reference
from ledgerkit.model.deadline import Chain, Deadline, Gap
from ledgerkit.model.references import (
    ChainCheck,
    NeededInLinked,
    NotBeforeReferenced,
    SameAsReferenced,
)
from ledgerkit.model.row import Row
from ledgerkit.model.table import DeclarationError, Table


class Filer(StrEnum):
    """Who fills a ledger in."""

    UNIT = "单位"
    POINT = "服务联系点"
    COURT = "法院"


@dataclass(frozen=True)
class RequiredWhen:
    """``column`` must be filled where ``when`` holds one of ``words`` (without words: anything)."""

    column: str
    when: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotBefore:
    """The day in ``later`` must not lie before the day in ``earlier`` of the same row."""

    later: str
    earlier: str


@dataclass(frozen=True)
class Must:
    """``column`` should hold one of ``words``: the row is kept, but ``consequence`` is said."""

    column: str
    words: tuple[str, ...]
    consequence: str


@dataclass(frozen=True)
class NotWith:
    """``column`` filled (with one of ``words``, if given) contradicts these words in ``other``."""

    column: str
    other: str
    others: tuple[str, ...]
    words: tuple[str, ...] = ()


RowCheck = RequiredWhen | NotBefore | Must | NotWith


@dataclass(frozen=True)
class DutyRule:
    """How rows count toward a duty of 履职要求: one for each of ``who``, on the day in ``on``.

    ``who`` names the column of the units or points to count for; "" means the row's owner.
    ``only`` restricts to rows whose column holds the word: (column, word).
    """

    duty: str
    who: str
    on: str
    only: tuple[str, str] | None = None


@dataclass(frozen=True, eq=False)
class Ledger(Table):
    """One register of one of the six systems.

    ``dated`` names the column that dates a row, ``owner`` the one that says whose it is,
    ``subject`` and ``matter`` the firm and the text that tell rows without a number apart.
    """

    prefix: str = ""
    order: int = 0
    """Place among the ledgers: in 总表, in the run record, in the guide."""
    book: str = ""
    """The workbook that holds it, where several share one; else its own name."""
    system: str = ""
    filer: Filer = Filer.UNIT
    dated: str = ""
    owner: str | None = None
    subject: str | None = None
    matter: str = ""
    checks: tuple[RowCheck, ...] = ()
    chain: tuple[ChainCheck, ...] = ()
    duty: DutyRule | None = None
    deadlines: Callable[[Row, Chain], Iterator[Deadline]] | None = None
    gaps: Callable[[Row, Chain], Iterator[Gap]] | None = None
    unsettled: Callable[[Row, Chain], bool] | None = None
    """Whether a row still waits for an entry: it is filled into the next month's workbook."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if sum(isinstance(column, Key) for column in self.columns) != 1:
            raise DeclarationError(f"{self.name}: 必须有且只有一列编号")
        for name in self._named():
            if name not in self:
                raise DeclarationError(f"{self.name}: 没有列“{name}”")

    def _named(self) -> Iterator[str]:
        """Every column that the declaration mentions besides declaring it."""
        yield self.dated
        yield self.matter
        yield from (name for name in (self.owner, self.subject) if name)
        for column in self.columns:
            match column:
                case DueDay(start=start, grade=grade):
                    yield from (start, grade)
                case Light(due=due, done=done, state=state):
                    yield from (due, *done, *([state] if state else []))
        for check in self.checks:
            match check:
                case RequiredWhen(column=name, when=when):
                    yield from (name, when)
                case NotBefore(later=later, earlier=earlier):
                    yield from (later, earlier)
                case Must(column=name):
                    yield name
                case NotWith(column=name, other=other):
                    yield from (name, other)
        for link in self.chain:
            match link:
                case NotBeforeReferenced(later=name, via=via):
                    yield from (name, via)
                case SameAsReferenced(column=name, via=via):
                    yield from (name, via)
                case NeededInLinked(when=name):
                    yield name
        if self.duty:
            yield self.duty.on
            yield from filter(None, (self.duty.who,))

    @property
    def workbook(self) -> str:
        """The name of the workbook that holds it."""
        return self.book or self.name

    @property
    def titles(self) -> tuple[str, ...]:
        """Every name under which an office may speak of it: its own, its workbook's, others."""
        return tuple(dict.fromkeys((self.name, self.workbook, *self.aliases)))

    @cached_property
    def key(self) -> Key:
        """The column of the row's own 编号."""
        return next(column for column in self.columns if isinstance(column, Key))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The columns that name rows of other ledgers."""
        return tuple(column for column in self.columns if isinstance(column, Reference))

    @property
    def compared(self) -> tuple[int, ...]:
        """Positions of the columns by which two rows with one key are the same or not."""
        return tuple(at for at, column in enumerate(self.columns) if column.typed)


@dataclass(frozen=True)
class Book:
    """A workbook that offices fill: one or several ledgers, each on its own sheet."""

    name: str
    ledgers: tuple[Ledger, ...]

    @property
    def filer(self) -> Filer:
        return self.ledgers[0].filer
