"""An edited 总表 as it stands, sheet by sheet, before anything is compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ledgerkit.model.notes import Noted


@dataclass(frozen=True, slots=True)
class EditedCell:
    """A cell that holds something, bears a comment or a colour."""

    address: str
    value: Noted | None = None
    comment: str = ""
    fill: str = ""


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A line below the header, its cells by the headers above them."""

    key: str
    at: int
    cells: Mapping[str, EditedCell]


@dataclass(frozen=True)
class EditedSheet:
    """A ledger's sheet: ``titles`` are its headers from left to right, each once, with widths."""

    name: str
    titles: Mapping[str, float]
    rows: tuple[EditedRow, ...]
    headers: Mapping[str, EditedCell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EditedPage:
    """Any other sheet, or what stands above a ledger's header: its lines, cells by column."""

    name: str
    lines: tuple[Mapping[int, EditedCell], ...]


@dataclass(frozen=True)
class EditedBook:
    """The ledgers' sheets that were found again, and the rulings by the marks of their lines."""

    sheets: Mapping[str, EditedSheet]
    rulings: Mapping[str, str]
    pages: tuple[EditedPage, ...] = ()
