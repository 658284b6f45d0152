"""An edited 总表 of visits as it is read, and what the kit wrote before, for the tests of notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from builders import VISITS
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.notes import OFFICE_COLUMNS, Noted, Notes, RowNotes, Written, WrittenSheet
from ledgerkit.model.place import address
from ledgerkit.register.notes import Base, Delta, EditedBook, take
from ledgerkit.register.notes.edited_book import EditedCell, EditedPage, EditedRow, EditedSheet

ORDERS, VIEWS = OFFICE_COLUMNS
KEY, DAY, FIRM, MARK = "走访编号", "走访日期", "企业名称", "标记"
OWN = ("序号", KEY, DAY, FIRM, MARK)
"""The headers under which the kit writes; those of the office stand behind them."""
K1, K2 = "ZF-法院-202610-001", "ZF-法院-202610-002"
LINES = {K1: ("1", K1, "2026-10-13", "甲公司", ""), K2: ("2", K2, "2026-10-14", "乙公司", "更正")}
EMPTY = "本月没有记录"
TITLES = dict.fromkeys((*OWN, *OFFICE_COLUMNS), 12.0)

N = TypeVar("N", bound=Noted)
Cells = Mapping[str, Noted | EditedCell | None]


def cell(value: Noted | None = None, *, comment: str = "", fill: str = "") -> EditedCell:
    return EditedCell("", value, comment, fill)


def line(key: str, changed: Cells | None = None) -> tuple[str, Cells]:
    """A row as the kit wrote it, but for what was changed; None clears a cell."""
    return key, {**dict(zip(OWN, LINES[key], strict=True)), **(changed or {})}


def sheet(
    *lines: tuple[str, Cells],
    titles: Mapping[str, float] = TITLES,
    headers: Mapping[str, EditedCell] | None = None,
) -> EditedSheet:
    """The sheet of visits with these lines from row 3 on, under these headers."""
    rows = tuple(
        EditedRow(key, at, _cells(at, cells, [*titles])) for at, (key, cells) in enumerate(lines, 2)
    )
    return EditedSheet(VISITS, titles, rows, headers or {})


def _cells(at: int, cells: Cells, titles: Sequence[str]) -> dict[str, EditedCell]:
    made = {title: _cell(own) for title, own in cells.items() if title in titles}
    return {
        title: replace(one, address=address(at, titles.index(title)))
        for title, one in made.items()
        if one.value not in (None, "") or one.comment or one.fill
    }


def _cell(content: Noted | EditedCell | None) -> EditedCell:
    return content if isinstance(content, EditedCell) else cell(content)


UNCHANGED = sheet(line(K1), line(K2))


def notes(
    cells: Mapping[tuple[str, str], Noted] | None = None,
    *,
    comments: Mapping[tuple[str, str], str] | None = None,
    fills: Mapping[tuple[str, str], str] | None = None,
    columns: Mapping[str, float] | None = None,
    **more: object,
) -> Notes:
    """What the office wrote on visits, by (key, header)."""
    keys = {key for part in (cells, comments, fills) for key, _ in part or {}}
    rows = {
        key: RowNotes(_of(key, cells or {}), _of(key, comments or {}), _of(key, fills or {}))
        for key in sorted(keys)
    }
    made = Notes(
        {VISITS: tuple(columns.items())} if columns else {}, {VISITS: rows} if rows else {}
    )
    return replace(made, **more)  # type: ignore[arg-type]  # whichever field it is


def _of(key: str, given: Mapping[tuple[str, str], N]) -> dict[str, N]:
    return {title: value for (whose, title), value in given.items() if whose == key}


def base(
    before: Notes | None = None,
    *,
    comments: Mapping[str, Mapping[str, str]] | None = None,
    fills: Mapping[str, Mapping[str, str]] | None = None,
    rulings: Mapping[str, str] | None = None,
    texts: Mapping[str, list[str]] | None = None,
) -> Base:
    """What the kit wrote last: both lines, and the office's part as it was then."""
    written = WrittenSheet(OWN, EMPTY, dict(LINES), _plain(comments), _plain(fills))
    return Base(
        Written({VISITS: written}, dict(rulings or {}), dict(texts or {})), before or Notes()
    )


def _plain(texts: Mapping[str, Mapping[str, str]] | None) -> dict[str, dict[str, str]]:
    return {key: dict(one) for key, one in (texts or {}).items()}


def taken(
    edited: EditedSheet | None,
    known: Notes | None = None,
    against: Base | None = None,
    *,
    rulings: Mapping[str, str] | None = None,
    pages: tuple[EditedPage, ...] = (),
    file: str = "历次/总表.xlsx",
) -> tuple[Notes, Delta]:
    """What ``take`` makes of the sheet; without ``known`` what is known is what was written."""
    book = EditedBook({VISITS: edited} if edited else {}, dict(rulings or {}), pages)
    if known is None:
        known = against.notes if against else Notes()
    return take(known, book, against, {VISITS: Visits}, {VISITS: OWN}, ("看板",), file)
