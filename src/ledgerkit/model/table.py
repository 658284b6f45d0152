"""A table: a class whose attributes are its columns; DeclarationError for one that contradicts
itself.
"""

from __future__ import annotations

from typing import Any, ClassVar

from ledgerkit.model.columns import AnyColumn, Column
from ledgerkit.model.errors import LedgerkitError


class DeclarationError(LedgerkitError):
    """A declaration contradicts itself; raised at import, where it is written."""


class Table:
    """Columns that stand in one sheet, each an attribute of the class; never instantiated.

    ``class Units(Table, name="单位")`` declares one; its columns are read off the class body in
    their order, behind those of the table that it extends, if any. ``aliases`` are other names of
    the sheet or file under which offices send it.
    """

    name: ClassVar[str] = ""
    aliases: ClassVar[tuple[str, ...]] = ()
    columns: ClassVar[tuple[AnyColumn, ...]] = ()
    filled_in: ClassVar[tuple[AnyColumn, ...]] = ()
    """The columns that people fill: all but 序号 and the computed ones."""
    _by_name: ClassVar[dict[str, AnyColumn]] = {}
    _roles: ClassVar[frozenset[str]] = frozenset()
    """Attributes that point at a column declared under another name."""
    _open: ClassVar[frozenset[str]] = frozenset()
    """Attributes of the base that a table fills with a column of its own."""

    def __init_subclass__(
        cls, *, name: str = "", aliases: tuple[str, ...] = (), **options: Any
    ) -> None:
        super().__init_subclass__(**options)
        own = tuple(cls._declared(name))
        cls.name, cls.aliases = name or cls.name, aliases or cls.aliases
        for at, column in enumerate(own, start=len(cls.columns)):
            column.belongs_to(cls, at)
        cls.columns = (*cls.columns, *own)
        cls.filled_in = tuple(column for column in cls.columns if column.is_filled_in)
        cls._by_name = {column.name: column for column in cls.columns}
        if twice := [
            column.name for column in cls.columns if cls._by_name[column.name] is not column
        ]:
            raise DeclarationError(f"{cls.name}: 列“{twice[0]}”写了两次")

    @classmethod
    def _declared(cls, table: str) -> list[AnyColumn]:
        """The columns of the class body; one under a name that tables use otherwise is refused."""
        found: list[Any] = []
        for attribute, value in vars(cls).items():
            if not isinstance(value, Column) or attribute in cls._roles:
                continue
            if attribute not in cls._open and any(
                hasattr(base, attribute) for base in cls.__bases__
            ):
                raise DeclarationError(f"{table}: 列“{value.name}”不能叫 {attribute}")
            found.append(value)
        return found

    @classmethod
    def has(cls, name: str) -> bool:
        """Whether there is a column of this name."""
        return name in cls._by_name

    @classmethod
    def column(cls, name: str) -> AnyColumn:
        """The column of a name, as a header or an office's sheet gives it; KeyError for none."""
        return cls._by_name[name]

    @classmethod
    def position(cls, column: Column[Any]) -> int:
        """The place of a column among the columns; LookupError for one of another table."""
        if column.table is not cls and not issubclass(cls, column.table):
            raise LookupError(f"{cls.name}: “{column.name}”是{column.table.name}的列")
        return column.at
