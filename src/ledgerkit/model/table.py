"""A table: a named list of columns; DeclarationError for one that contradicts itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from ledgerkit.model.columns import Column
from ledgerkit.model.errors import LedgerkitError


class DeclarationError(LedgerkitError):
    """A declaration contradicts itself; raised at import, where it is written."""


@dataclass(frozen=True, eq=False)
class Table:
    """A named list of columns that stands in one sheet; equal to another of the same name.

    ``aliases`` are other names of the sheet or file under which offices send it.
    """

    name: str
    columns: tuple[Column, ...]
    aliases: tuple[str, ...] = ()
    _positions: dict[str, int] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for at, column in enumerate(self.columns):
            if column.name in self._positions:
                raise DeclarationError(f"{self.name}: 列“{column.name}”写了两次")
            self._positions[column.name] = at

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)

    def __contains__(self, column: str) -> bool:
        return column in self._positions

    def __getitem__(self, column: str) -> Column:
        return self.columns[self._positions[column]]

    def position(self, column: str) -> int:
        """The place of a column among the columns; KeyError for an unknown name."""
        return self._positions[column]

    @property
    def typed_columns(self) -> tuple[Column, ...]:
        """The columns that people fill: all but 序号 and the computed ones."""
        return tuple(column for column in self.columns if column.typed)
