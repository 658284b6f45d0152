"""Ledgers and the workbooks that hold them: what one declaration file declares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, TypeAlias

from ledgerkit.model.columns import (
    Choice,
    Column,
    Date,
    Key,
    Light,
    Linked,
    Listed,
    Reference,
    Text,
)
from ledgerkit.model.deadline import Deadline, Gap, Matter, RowContext
from ledgerkit.model.period import Cycle
from ledgerkit.model.references import ReferenceCheck
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

    column: Column[Any]
    when: Column[Any]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotBefore:
    """The day in ``later`` must not lie before the day in ``earlier`` of the same row."""

    later: Date
    earlier: Date


@dataclass(frozen=True)
class Must:
    """``column`` should hold one of ``words``: the row is kept, but ``consequence`` is said."""

    column: Choice
    words: tuple[str, ...]
    consequence: str


@dataclass(frozen=True)
class NotWith:
    """``column`` filled (with one of ``words``, if given) contradicts these words in ``other``."""

    column: Column[Any]
    other: Choice
    others: tuple[str, ...]
    words: tuple[str, ...] = ()


RowCheck = RequiredWhen | NotBefore | Must | NotWith


@dataclass(frozen=True)
class DutyRule:
    """How rows count toward a duty of 履职要求: one for each of ``who``, on the day in ``on``.

    ``who`` is the column of the units or points to count for; None means the row's owner. ``only``
    restricts to rows whose column holds the word. The rest is the row that is shipped in 履职要求:
    ``subject`` (单位, 服务联系点 or one full name) owes it so many ``times`` in each ``cycle``.
    """

    name: str
    on: Date
    who: Listed | None
    subject: str
    cycle: Cycle
    times: int = 1
    warns: bool = True
    only: tuple[Choice, str] | None = None


@dataclass(frozen=True)
class SharedBook:
    """A workbook in which several ledgers stand, each on its own sheet."""

    name: str


class Ledger(Table):
    """One register of one of the six systems: a class whose attributes are its columns.

    Options of the class statement: ``prefix`` of its 编号; ``system`` as the guide calls it;
    ``book`` where it shares a workbook; ``filer``; ``due_day`` of the next month by which 报送要求
    is shipped to ask for it (None: not asked for); ``after``, the ledger behind which it stands in
    总表, the record and the guide (behind all others without it).

    In the body, beside the columns: ``dated`` is the column that dates a row, ``owner`` the one
    that says whose it is, ``subject`` the firm that it concerns, ``gist`` what it is about.
    """

    prefix: ClassVar[str] = ""
    system: ClassVar[str] = ""
    book: ClassVar[SharedBook | None] = None
    filer: ClassVar[Filer] = Filer.UNIT
    due_day: ClassVar[int | None] = None
    after: ClassVar[Callable[[], type[Ledger]] | None] = None
    workbook: ClassVar[str] = ""
    """The name of the workbook that holds it."""
    titles: ClassVar[tuple[str, ...]] = ()
    """Every name under which an office may speak of it: its own, its workbook's, others."""
    references: ClassVar[tuple[Linked, ...]] = ()
    """The columns that name rows of other ledgers."""

    key: ClassVar[Key]
    """The column of the row's own 编号."""
    dated: ClassVar[Date]
    owner: ClassVar[Listed | None] = None
    subject: ClassVar[Listed | None] = None
    gist: ClassVar[Text | Reference]
    checks: ClassVar[tuple[RowCheck, ...]] = ()
    duty: ClassVar[DutyRule | None] = None
    matters: ClassVar[tuple[Matter, ...]] = ()
    """What its clocks ask for: every ``Deadline`` of ``deadlines`` has one of these."""
    gap_codes: ClassVar[tuple[str, ...]] = ()
    """The findings that ``gaps`` may raise, as 断链."""

    _roles = frozenset({"dated", "owner", "subject", "gist"})
    _open = frozenset({"key"})

    def __init_subclass__(
        cls,
        *,
        prefix: str = "",
        system: str = "",
        book: SharedBook | None = None,
        filer: Filer | None = None,
        due_day: int | None = None,
        after: Callable[[], type[Ledger]] | None = None,
        **options: Any,
    ) -> None:
        super().__init_subclass__(**options)
        cls.prefix, cls.system = prefix or cls.prefix, system or cls.system
        cls.book, cls.filer = book or cls.book, filer or cls.filer
        cls.due_day, cls.after = due_day or cls.due_day, staticmethod(after) if after else cls.after
        cls.workbook = cls.book.name if cls.book else cls.name
        cls.titles = tuple(dict.fromkeys((cls.name, cls.workbook, *cls.aliases)))
        cls.references = tuple(column for column in cls.columns if isinstance(column, Linked))
        cls._refuse_contradictions()

    @classmethod
    def _refuse_contradictions(cls) -> None:
        """DeclarationError for what can be told without any other ledger."""
        keys = [column for column in cls.columns if isinstance(column, Key)]
        if keys != [getattr(cls, "key", None)]:
            raise DeclarationError(f"{cls.name}: 必须有且只有一列编号,名叫 key")
        for role in ("dated", "gist"):
            if not hasattr(cls, role):
                raise DeclarationError(f"{cls.name}: 没有说明哪一列是 {role}")
        for column in cls._mentioned():
            if column not in cls.columns:
                raise DeclarationError(f"{cls.name}: 用了别的表的列“{column.name}”")
        for column, words in cls._worded():
            if isinstance(column, Choice) and (wrong := {*words} - {*column.words.words}):
                raise DeclarationError(f"{cls.name}: “{column.name}”没有选项“{min(wrong)}”")

    @classmethod
    def _mentioned(cls) -> Iterator[Column[Any]]:
        """Every column that the declaration speaks of, which must be its own."""
        yield from (column for column in (cls.dated, cls.owner, cls.subject, cls.gist) if column)
        for column in cls.columns:
            yield from column.reckoned_from
        for check in cls.checks:
            yield from (value for value in vars(check).values() if isinstance(value, Column))
        if cls.duty:
            yield from (column for column in (cls.duty.on, cls.duty.who) if column)
            yield from cls.duty.only[:1] if cls.duty.only else ()

    @classmethod
    def _worded(cls) -> Iterator[tuple[Column[Any], tuple[str, ...]]]:
        """(column, words) of everything that the declaration says to stand in a column."""
        for check in cls.checks:
            match check:
                case RequiredWhen(when=column, words=words) | Must(column=column, words=words):
                    yield column, words
                case NotWith(column=column, other=other, others=others, words=words):
                    yield from ((column, words), (other, others))
        for light in cls.columns:
            if isinstance(light, Light) and light.state:
                yield light.state, light.closed
        if cls.duty and cls.duty.only:
            yield cls.duty.only[0], (cls.duty.only[1],)

    @classmethod
    def reference_checks(cls) -> tuple[ReferenceCheck, ...]:
        """What must agree between its rows and those of other ledgers."""
        return ()

    @classmethod
    def deadlines(cls, row: Row, context: RowContext) -> Iterator[Deadline]:
        """The clocks that run on a row."""
        yield from ()

    @classmethod
    def gaps(cls, row: Row, context: RowContext) -> Iterator[Gap]:
        """The links that a row lacks."""
        yield from ()

    @classmethod
    def is_open(cls, row: Row, context: RowContext) -> bool:
        """Whether a row still waits for an entry: it is filled into the next month's workbook."""
        return False


Ledgers: TypeAlias = Mapping[str, type[Ledger]]
"""Ledgers by their names, in their order."""


def ledger_of(row: Row) -> type[Ledger]:
    """The ledger of a row that a submission holds: other tables are in none."""
    assert issubclass(row.table, Ledger), row.table
    return row.table


@dataclass(frozen=True)
class Book:
    """A workbook that offices fill: one or several ledgers, each on its own sheet."""

    name: str
    ledgers: tuple[type[Ledger], ...]

    @property
    def filer(self) -> Filer:
        return self.ledgers[0].filer

    @property
    def due_day(self) -> int | None:
        """The day of the next month by which it is due, where 报送要求 is shipped to ask for it."""
        return next((ledger.due_day for ledger in self.ledgers if ledger.due_day), None)
