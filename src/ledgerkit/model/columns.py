"""Column kinds: what one column of a table holds, and what the clerk is told about it.

A column is an attribute of its table (``Visits.visited_on``); ``row[Visits.visited_on]`` is a value
of the column's type or None. ``intake.values.cells`` says how what was typed becomes that value.

How a spreadsheet and a frame hold it (``number_format``, ``dtype``, ``centred``) each kind says for
itself, and ``Column`` does not: a new kind that is silent fails to type-check wherever it is asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from ledgerkit.model.deadline import Matter
    from ledgerkit.model.ledger import Ledger
    from ledgerkit.model.table import Table

V = TypeVar("V", covariant=True)

Dtype: TypeAlias = Literal["str", "datetime64[s]", "Int64"]
"""What pandas calls what a column holds."""
GENERAL, AS_TEXT = "General", "@"
"""Number formats of a spreadsheet: as the program likes, and as text, so that no digit is lost."""


class NameList(StrEnum):
    """The sheet of 名录.xlsx that a name comes from."""

    UNIT = "单位"
    POINT = "服务联系点"
    FIRM = "企业"
    PARK = "园区"
    DEPARTMENT = "职能部门"


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of allowed words; 名录.xlsx 词表 may replace it under the same name."""

    name: str
    words: tuple[str, ...]
    former: tuple[tuple[str, str], ...] = ()
    """Pairs (old or colloquial word, word): the first is read as the second."""


@dataclass(frozen=True, slots=True, eq=False)
class Column(Generic[V]):
    """What every kind of column shares; a column is equal to itself alone.

    ``width`` is in Excel characters; ``example`` and ``help`` go to the header's comment and to the
    填表说明 sheet; ``aliases`` are other headers under which offices write this column.
    """

    name: str
    _: KW_ONLY
    required: bool = False
    aliases: tuple[str, ...] = ()
    width: float = 12
    example: str = ""
    help: str = ""
    table: type[Table] = field(init=False, repr=False)
    """The table whose column it is."""
    at: int = field(init=False, repr=False)
    """Its place among the table's columns."""

    is_filled_in: ClassVar[bool] = True
    """Whether a value here makes a line a row (序号 and computed columns do not)."""
    many: ClassVar[bool] = False
    """Whether a cell holds several entries, separated by 、: then the value is a tuple."""

    @property
    def reckoned_from(self) -> tuple[Column[Any], ...]:
        """The columns of its table that a computed one looks at."""
        return ()

    def belongs_to(self, table: type[Table], at: int) -> None:
        """Says once which table's column it is; the class statement of the table does so."""
        object.__setattr__(self, "table", table)
        object.__setattr__(self, "at", at)


@dataclass(frozen=True, slots=True, eq=False)
class Serial(Column[str]):
    """序号: a running number for the eye, never compared and never required."""

    name: str = "序号"
    _: KW_ONLY
    width: float = 6
    help: str = "自动编号,可不填"

    is_filled_in: ClassVar[bool] = False
    number_format: ClassVar[str] = GENERAL
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class Text(Column[str]):
    """Free text, kept exactly (only blanks at both ends and zero-width characters go)."""

    _: KW_ONLY
    sensitive: bool = False
    """Not for documents that leave the government side (docs/domain.md#data-protection)."""

    number_format: ClassVar[str] = GENERAL
    """How a spreadsheet shows what is typed."""
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = False
    """Whether an entry, being short, stands in the middle of its cell."""


@dataclass(frozen=True, slots=True, eq=False)
class Phone(Text):
    """A telephone number; ten to twelve digits, kept as text."""

    _: KW_ONLY
    sensitive: bool = True

    number_format: ClassVar[str] = AS_TEXT
    centred: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class CreditCode(Text):
    """统一社会信用代码: 18 characters with a check digit (GB 32100)."""

    number_format: ClassVar[str] = AS_TEXT


@dataclass(frozen=True, slots=True, eq=False)
class Date(Column[dt.date]):
    """A day. ``planned`` days may lie after the month that is reported; others may not."""

    _: KW_ONLY
    planned: bool = False
    width: float = 13

    number_format: ClassVar[str] = "yyyy-mm-dd"
    dtype: ClassVar[Dtype] = "datetime64[s]"
    centred: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class Time(Column[dt.time]):
    """A time of day, ``HH:MM``."""

    _: KW_ONLY
    width: float = 9

    number_format: ClassVar[str] = "hh:mm"
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class Count(Column[int]):
    """A whole number, zero or more unless ``signed``; outside ``least`` to ``most`` somebody should
    look at it.
    """

    _: KW_ONLY
    width: float = 9
    least: int = 0
    most: int | None = None
    signed: bool = False

    number_format: ClassVar[str] = "0"
    dtype: ClassVar[Dtype] = "Int64"
    centred: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class Choice(Column[str]):
    """One word of a list; where ``open``, the list only suggests and any other word stands too."""

    _: KW_ONLY
    words: WordList
    open: bool = False

    number_format: ClassVar[str] = GENERAL
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class Name(Column[str]):
    """One name that 名录.xlsx knows; ``extra`` words are allowed beside them."""

    _: KW_ONLY
    of: tuple[NameList, ...]
    extra: tuple[str, ...] = ()

    number_format: ClassVar[str] = GENERAL
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = False


@dataclass(frozen=True, slots=True, eq=False)
class Names(Column[tuple[str, ...]]):
    """Several names that 名录.xlsx knows, separated by 、."""

    _: KW_ONLY
    of: tuple[NameList, ...]
    extra: tuple[str, ...] = ()

    number_format: ClassVar[str] = GENERAL
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = False
    many: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class People(Column[tuple[str, ...]]):
    """Names of persons, several by 、."""

    _: KW_ONLY
    sensitive: bool = False
    """Persons of a firm: not for documents that go out (docs/domain.md#data-protection)."""

    number_format: ClassVar[str] = GENERAL
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = False
    many: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class Key(Column[str]):
    """The 编号 that names this row in every table: prefix-单位简称-YYYYMM-NNN."""

    _: KW_ONLY
    required: bool = True
    width: float = 22

    number_format: ClassVar[str] = AS_TEXT
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class Reference(Column[str]):
    """The 编号 of a row of another ledger. ``to`` gives that ledger when asked: ledgers refer to
    one another, so that none could be declared after all the others.
    """

    _: KW_ONLY
    to: Callable[[], type[Ledger]]
    width: float = 22

    number_format: ClassVar[str] = AS_TEXT
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class References(Column[tuple[str, ...]]):
    """The 编号 of several rows of another ledger, separated by 、."""

    _: KW_ONLY
    to: Callable[[], type[Ledger]]
    width: float = 22

    number_format: ClassVar[str] = AS_TEXT
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = True
    many: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class DueDay(Column[str]):
    """办理时限, computed: the start day plus the limit of 名录.xlsx for this matter and grade."""

    _: KW_ONLY
    start: Date
    grade: Choice
    matter: Matter
    width: float = 13

    is_filled_in: ClassVar[bool] = False
    number_format: ClassVar[str] = "yyyy-mm-dd"
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = True

    @property
    def reckoned_from(self) -> tuple[Column[Any], ...]:
        return (self.start, self.grade)


@dataclass(frozen=True, slots=True, eq=False)
class Light(Column[str]):
    """状态提示, computed: how the row stands against its due day, as a word beside a colour.

    ``due`` is the column with the due day; the row is closed once any of ``done`` is filled or
    ``state`` holds one of ``closed``.
    """

    name: str = "状态提示"
    _: KW_ONLY
    due: DueDay | Date
    done: tuple[Date, ...]
    state: Choice | None = None
    closed: tuple[str, ...] = ()
    width: float = 14

    is_filled_in: ClassVar[bool] = False
    number_format: ClassVar[str] = GENERAL
    dtype: ClassVar[Dtype] = "str"
    centred: ClassVar[bool] = True

    @property
    def reckoned_from(self) -> tuple[Column[Any], ...]:
        return (self.due, *self.done, *([self.state] if self.state else []))


Computed: TypeAlias = DueDay | Light
"""The kinds that nobody fills in."""
Linked: TypeAlias = Reference | References
"""The kinds that name rows of another ledger."""
Listed: TypeAlias = Name | Names
"""The kinds that hold names of 名录.xlsx."""
AnyColumn: TypeAlias = (
    Serial
    | Text
    | Phone
    | CreditCode
    | Date
    | Time
    | Count
    | Choice
    | Name
    | Names
    | People
    | Key
    | Reference
    | References
    | DueDay
    | Light
)
"""Every kind there is: a ``match`` over it ends in ``assert_never``, so that a new kind fails to
type-check until each room has answered it.
"""
