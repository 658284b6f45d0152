"""A finding: one thing that a person should look at, with its address and its remedy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from ledgerkit.model.place import Place


class Severity(StrEnum):
    """Must be mended, or please look."""

    MUST = "必须改"
    LOOK = "请核对"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, what stands there and what to do (``message`` holds all of it).

    ``column`` is the header as the declaration names it, "" where no column is meant; ``found``
    quotes the entry exactly, 空白 when the cell is empty. ``resolved`` marks findings on rows
    that a later submission has replaced. ``key`` is the 编号 of the row meant, "" where none is;
    ``row`` is that row as Excel counts (in a cell merged downwards not the row of the address).
    """

    code: str
    severity: Severity
    place: Place
    column: str
    found: str
    message: str
    key: str = ""
    row: int | None = None
    resolved: bool = False
    related: tuple[Place, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it still wants somebody: not on a row that a later submission replaced."""
        return not self.resolved

    def resolve(self) -> Finding:
        """The same finding on a row that no longer counts."""
        return replace(self, resolved=True)
