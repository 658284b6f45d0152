"""Column kinds: what one column of a table holds, and what the clerk is told about it.

A kind says what a value *is*; ``check.cells`` says how what was typed becomes that value.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Names(StrEnum):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What every kind of column shares.

    ``width`` is in Excel characters; ``example`` and ``help`` go to the header's comment and to the
    填表说明 sheet; ``aliases`` are other headers under which offices write this column.
    """

    name: str
    required: bool = False
    aliases: tuple[str, ...] = ()
    width: float = 12
    example: str = ""
    help: str = ""

    @property
    def typed(self) -> bool:
        """Whether a value here makes a line a row (序号 and computed columns do not)."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Serial(Column):
    """序号: a running number for the eye, never compared and never required."""

    name: str = "序号"
    width: float = 6
    help: str = "自动编号,可不填"

    @property
    def typed(self) -> bool:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Column):
    """Free text, kept exactly (only blanks at both ends and zero-width characters go)."""

    sensitive: bool = False
    """Not for documents that leave the government side (docs/domain.md#data-protection)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone(Text):
    """A telephone number; ten to twelve digits, kept as text."""

    sensitive: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditCode(Text):
    """统一社会信用代码: 18 characters with a check digit (GB 32100)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Column):
    """A day. ``planned`` days may lie after the month that is reported; others may not."""

    planned: bool = False
    width: float = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Column):
    """A time of day, ``HH:MM``."""

    width: float = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Column):
    """A whole number, zero or more unless ``signed``; outside ``least`` to ``most`` somebody should
    look at it.
    """

    width: float = 9
    least: int = 0
    most: int | None = None
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Column):
    """One word of a list; where ``open``, the list only suggests and any other word stands too."""

    words: WordList
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Column):
    """One or several names that 名录.xlsx knows; ``extra`` words are allowed beside them.

    With ``many`` the cell holds several, separated by 、, and the value is a tuple.
    """

    of: tuple[Names, ...]
    many: bool = False
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class People(Column):
    """Names of persons, several by 、; the value is a tuple."""

    sensitive: bool = False
    """Persons of a firm: not for documents that go out (docs/domain.md#data-protection)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key(Column):
    """The 编号 that names this row in every table: prefix-单位简称-YYYYMM-NNN."""

    required: bool = True
    width: float = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Column):
    """The 编号 of a row of another ledger; with ``many`` several by 、 (the value is a tuple)."""

    to: str
    many: bool = False
    width: float = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay(Column):
    """办理时限, computed: the start day plus the limit of 名录.xlsx for this matter and grade."""

    start: str
    grade: str
    matter: str = "办理"
    width: float = 13

    @property
    def typed(self) -> bool:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Light(Column):
    """状态提示, computed: how the row stands against its due day, as a word beside a colour.

    ``due`` names the column with the due day; the row is settled once any of ``done`` is filled or
    ``state`` holds one of ``settled``.
    """

    name: str = "状态提示"
    due: str
    done: tuple[str, ...]
    state: str = ""
    settled: tuple[str, ...] = ()
    width: float = 14

    @property
    def typed(self) -> bool:
        return False


Computed = DueDay | Light
