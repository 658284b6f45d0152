"""What the office writes into 总表, as it is carried from one run to the next."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ledgerkit.model.register import Claim, Conflict, Rulings, Vanished

OFFICE_COLUMNS = ("领导批示", "督办意见")
"""The columns of every ledger's sheet that stand ready for the office."""

SEAL = "底稿"
"""The workbook's property that names what the kit wrote into it."""

NOTHING = "没有记录"
"""How the line ends that stands where a list is empty."""

UNREAD_MARK = "原填:"
"""How the kit's own comments begin: on cells that could not be read."""

Noted = str | int | float | dt.date | dt.time
"""What the office may put into a cell: a date is a whole day."""


class Ruling(StrEnum):
    """The words that the office may choose from in the column 裁定."""

    FIRST = "采用先报的"
    SECOND = "采用后报的"
    UNIT = "采用单位的"
    OFFICE = "采用总表的"
    KEEP = "仍保留"
    DROP = "不再保留"


class EditState(StrEnum):
    """What has come of an edit, as the sheet 变更与冲突 says it."""

    OPEN = "待裁定"
    ADOPTED = "已裁定:用总表填的"
    REFUSED = "已裁定:用单位报的"
    UNREADABLE = "总表填的读不出,没有采用"
    COMPUTED = "这一列由程序填,没有采用"
    ROWLESS = "这一行已不在收件里"


@dataclass(frozen=True, slots=True)
class RowNotes:
    """The office's part of one row, by the headers of the columns: cells, comments, colours.

    Colours are six hexadecimal digits.
    """

    cells: Mapping[str, Noted] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    fills: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.cells or self.comments or self.fills)


@dataclass(frozen=True, slots=True)
class Source:
    """Where in an edited 总表 something stood; ``file`` as seen from the folder of 总表."""

    file: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A cell of a unit, or one that the kit works out, into which somebody typed in 总表.

    ``unit`` is what stood against it: what the unit reported, as text.
    """

    ledger: str
    key: str
    column: str
    typed: Noted | None
    unit: str
    source: Source
    ruling: str = ""
    state: EditState = EditState.OPEN

    @property
    def adopted(self) -> bool:
        return self.state is EditState.ADOPTED

    @property
    def mark(self) -> str:
        """What tells this edit from every other one, on whatever sheet it is ruled on."""
        return "G-" + _digest(self.ledger, self.key, self.column, str(self.typed), self.unit)


@dataclass(frozen=True, slots=True)
class Kept:
    """A note that has no place in 总表 any more: kept and shown until the office drops it."""

    ledger: str
    key: str
    column: str
    text: str
    source: Source

    @property
    def mark(self) -> str:
        return "P-" + _digest(self.ledger, self.key, self.column, self.text)


@dataclass(frozen=True)
class Notes:
    """All that the office wrote.

    ``columns`` maps a ledger to the columns that the office added, each with its width; ``rows`` a
    ledger to the notes by key (“” holds the comments on headers); ``rulings`` as ``merge`` takes
    them.
    """

    columns: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    rows: Mapping[str, Mapping[str, RowNotes]] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    archive: tuple[Kept, ...] = ()
    rulings: Rulings = field(default_factory=dict)

    def of(self, ledger: str, key: str) -> RowNotes | None:
        """The notes on one row."""
        return self.rows.get(ledger, {}).get(key)


@dataclass
class WrittenSheet:
    """What the kit wrote on a ledger's sheet: its own columns, as text, and its own comments."""

    titles: tuple[str, ...]
    empty: str = ""
    """What stands there instead of rows where there are none."""
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    comments: dict[str, dict[str, str]] = field(default_factory=dict)
    fills: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass
class Written:
    """What the kit wrote into 总表 that a person may change and the next run must know."""

    sheets: dict[str, WrittenSheet] = field(default_factory=dict)
    rulings: dict[str, str] = field(default_factory=dict)
    """Mark of a line of 变更与冲突 → the word that stood in 裁定."""
    texts: dict[str, list[str]] = field(default_factory=dict)
    """Sheet → every text on it; of a ledger's sheet those above the header."""


def mark_of(claim: Claim, *, vanished: bool = False) -> str:
    """The mark of a conflict's or a vanished row's line on 变更与冲突."""
    return "-".join(("W" if vanished else "C", claim.about, claim.first, claim.second)).rstrip("-")


def ruled(mark: str, word: str) -> tuple[str, str] | None:
    """An entry of ``Rulings`` from a line's mark and the word chosen; None where it is neither."""
    kind, *digests = mark.split("-")
    if kind == "W" and len(digests) == 2 and word == Ruling.KEEP:
        return Claim(digests[0], digests[1], "").unordered, digests[1]
    if kind == "C" and len(digests) == 3 and word in (Ruling.FIRST, Ruling.SECOND):
        about, first, second = digests
        return Claim(about, first, second).unordered, first if word == Ruling.FIRST else second
    return None


def open_again(mark: str, rulings: Mapping[str, str]) -> dict[str, str]:
    """The rulings without the one on the line with this mark."""
    _, *digests = mark.split("-")
    about, first, second = (*digests, "", "")[:3]
    gone = Claim(about, first, second).unordered
    return {claim: side for claim, side in rulings.items() if claim != gone}


def word_for(case: Conflict | Vanished) -> str:
    """The word that stands in 裁定 for a conflict or a vanished row that is ruled."""
    if not case.ruled:
        return ""
    if isinstance(case, Vanished):
        return Ruling.KEEP
    return Ruling.SECOND if case.returned_first else Ruling.FIRST


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode(errors="replace")).hexdigest()[:12]
