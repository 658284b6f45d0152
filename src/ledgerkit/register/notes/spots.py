"""The notes of a ledger as single spots, each of which is compared by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, cast

from ledgerkit.model.notes import UNREAD_MARK, Noted, RowNotes, WrittenSheet
from ledgerkit.register.notes.edited_book import EditedCell, EditedRow


class Spot(NamedTuple):
    """What stands at one place: the cell, its comment or its colour, by row and header."""

    key: str
    kind: Literal["cell", "comment", "fill"]
    title: str


Spots = dict[Spot, Noted]


def spots_of_notes(rows: Mapping[str, RowNotes]) -> Spots:
    """Every cell, comment and colour under its spot."""
    found: Spots = {}
    for key, notes in rows.items():
        found.update({Spot(key, "cell", title): value for title, value in notes.cells.items()})
        found.update({Spot(key, "comment", title): text for title, text in notes.comments.items()})
        found.update({Spot(key, "fill", title): fill for title, fill in notes.fills.items()})
    return found


def spots_of_row(
    row: EditedRow, titles: Sequence[str], own: Sequence[str], written: WrittenSheet | None
) -> Iterator[tuple[Spot, Noted]]:
    """The office's part of an edited row: what the kit itself put there is left out.

    ``titles`` are the headers of the office's columns, ``own`` those of the kit's.
    """
    comments = written.comments.get(row.key, {}) if written else {}
    fills = written.fills.get(row.key, {}) if written else {}
    for title, cell in row.cells.items():
        if title in titles and cell.value is not None:
            yield Spot(row.key, "cell", title), cell.value
        if comment := _office_comment(cell, comments.get(title, "")):
            yield Spot(row.key, "comment", title), comment
        if cell.fill and cell.fill != fills.get(title) and (written or title not in own):
            yield Spot(row.key, "fill", title), cell.fill


def notes_of_spots(spots: Spots) -> dict[str, RowNotes]:
    """The notes by row again, in the order of the keys."""
    rows: dict[str, dict[str, dict[str, Any]]] = {}
    for (key, kind, title), value in sorted(spots.items(), key=lambda item: item[0]):
        rows.setdefault(key, {"cell": {}, "comment": {}, "fill": {}})[kind][title] = value
    return {
        key: RowNotes(cast(Any, kinds["cell"]), kinds["comment"], kinds["fill"])
        for key, kinds in rows.items()
    }


def _office_comment(cell: EditedCell, kits: str) -> str:
    """The comment without what the kit wrote into it."""
    if not kits:
        return "" if cell.comment.startswith(UNREAD_MARK) else cell.comment
    return cell.comment.removeprefix(kits.strip()).strip()
