"""What the office changed in one edited 总表, put onto what is known so far."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ledgerkit.model.columns import Serial
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.notes import (
    NOTHING,
    OFFICE_COLUMNS,
    Edit,
    Kept,
    Notes,
    Ruling,
    Source,
    WrittenSheet,
    open_again,
    ruled,
)
from ledgerkit.register.notes.base import Base
from ledgerkit.register.notes.cell_text import says, text_of
from ledgerkit.register.notes.edited_book import EditedBook, EditedCell, EditedRow, EditedSheet
from ledgerkit.register.notes.outside_rows import outside_rows
from ledgerkit.register.notes.spots import (
    Spot,
    Spots,
    notes_of_spots,
    spots_of_notes,
    spots_of_row,
)

Stands = Callable[[Spot], bool]


@dataclass
class Delta:
    """How much was taken out of an edited 总表."""

    notes: int = 0
    edits: int = 0
    rulings: int = 0
    kept: int = 0
    without: list[str] = field(default_factory=list)
    """Ledgers whose sheet, or whose 编号 column, is gone."""

    def __bool__(self) -> bool:
        return bool(self.notes or self.edits or self.rulings or self.kept or self.without)


def take(
    known: Notes,
    edited: EditedBook,
    base: Base | None,
    ledgers: Mapping[str, type[Ledger]],
    own: Mapping[str, tuple[str, ...]],
    lists: Collection[str],
    file: str,
) -> tuple[Notes, Delta]:
    """The notes with what was changed in one file, which is named ``file``.

    ``own`` are the headers under which the kit writes, ``lists`` its sheets beside the ledgers'.
    Without a ``base`` every note that stands in the file is taken, and nothing is said of the kit's
    own cells.
    """
    delta = Delta()
    merged = _ThreeWay(known, base, file, delta)
    for name, ledger in ledgers.items():
        sheet = edited.sheets.get(name)
        if sheet is None:
            delta.without.append(name)
        else:
            merged.sheet(ledger, sheet, own[name])
    texts = base.written.texts if base else {}
    merged.add(outside_rows(edited.pages, texts or dict.fromkeys((*ledgers, *lists)), file))
    return merged.finish(edited.rulings), delta


@dataclass
class _ThreeWay:
    """The notes while one file is gone through."""

    known: Notes
    base: Base | None
    file: str
    delta: Delta
    columns: dict[str, tuple[tuple[str, float], ...]] = field(init=False)
    rows: dict[str, Spots] = field(init=False)
    edits: dict[tuple[str, str, str], Edit] = field(init=False)
    archive: list[Kept] = field(init=False)

    def __post_init__(self) -> None:
        self.columns = dict(self.known.columns)
        self.rows = {ledger: spots_of_notes(rows) for ledger, rows in self.known.rows.items()}
        self.edits = {(edit.ledger, edit.key, edit.column): edit for edit in self.known.edits}
        self.archive = list(self.known.archive)

    def sheet(self, ledger: type[Ledger], sheet: EditedSheet, own: Sequence[str]) -> None:
        """Take what stands on a ledger's sheet."""
        name = ledger.name
        written = self.base.written.sheets.get(name) if self.base else None
        titles = [title for title in sheet.titles if title not in own]
        self._columns(name, [title for title in titles if title not in OFFICE_COLUMNS], sheet)
        seen: dict[str, EditedRow] = {}
        before = spots_of_notes(self.base.notes.rows.get(name, {})) if self.base else {}
        now: Spots = {}
        for row in sheet.rows:
            if not row.key or row.key in seen or (written and row.key not in written.rows):
                if not _is_placeholder(row, written):
                    self._stray(name, sheet, row, titles, seen.get(row.key))
                continue
            seen[row.key] = row
            now.update(spots_of_row(row, titles, own, written))
            if written:
                self._typed_over(ledger, sheet, row, written)
        for title, cell in sheet.headers.items():
            if cell.comment:
                now[Spot("", "comment", title)] = cell.comment
        here = {*seen, ""}
        self._three_way(
            name, before, now, lambda spot: spot.key in here and spot.title in sheet.titles
        )

    def _three_way(self, ledger: str, before: Spots, now: Spots, stands: Stands) -> None:
        """Put what differs from what was written onto what is known by now.

        What two people wrote into one cell of two files: the file that was saved last counts, the
        other's words are kept (its colour says nothing in words).
        """
        known = self.rows.setdefault(ledger, {})
        for spot in dict.fromkeys((*before, *now)):
            value = now.get(spot)
            if not stands(spot) or value == before.get(spot) or value == known.get(spot):
                continue
            other = known.get(spot)
            if other is not None and other != before.get(spot) and spot.kind != "fill":
                self._keep(ledger, spot.key, spot.title, text_of(other), Source("", "", ""))
            if value is None:
                known.pop(spot, None)
            else:
                known[spot] = value
            self.delta.notes += 1

    def _columns(self, ledger: str, titles: Sequence[str], sheet: EditedSheet) -> None:
        """The office's own columns as they stand now; what stood in one that is gone is kept."""
        known = self.rows.setdefault(ledger, {})
        written = self.base.notes.columns.get(ledger, ()) if self.base else ()
        gone = {title for title, _ in written} - set(titles)
        for spot in [spot for spot in known if spot.title in gone]:
            value = known.pop(spot)
            if spot.kind != "fill":
                self._keep(ledger, spot.key, spot.title, text_of(value), Source("", "", ""))
        others = [
            column
            for column in self.columns.get(ledger, ())
            if column[0] not in titles and column[0] not in gone
        ]
        here = [(title, sheet.titles[title]) for title in titles]
        if columns := (*here, *others):
            self.columns[ledger] = columns
        else:
            self.columns.pop(ledger, None)

    def _typed_over(
        self, ledger: type[Ledger], sheet: EditedSheet, row: EditedRow, written: WrittenSheet
    ) -> None:
        """Note the cells of the kit into which somebody typed something else."""
        for title, text in zip(written.titles, written.rows[row.key], strict=True):
            if title not in sheet.titles:
                continue
            cell = row.cells.get(title)
            value = cell.value if cell else None
            serial = ledger.has(title) and isinstance(ledger.column(title), Serial)
            if serial or says(value, text):
                continue
            address = cell.address if cell else ""
            source = Source(self.file, sheet.name, address)
            edit = Edit(ledger.name, row.key, title, value, text, source)
            self.edits[ledger.name, row.key, title] = edit
            self.delta.edits += 1

    def _stray(
        self,
        ledger: str,
        sheet: EditedSheet,
        row: EditedRow,
        titles: Sequence[str],
        first: EditedRow | None,
    ) -> None:
        """Keep a line that the kit did not write; of a row that stands twice the office's part."""
        cells = [
            (title, text_of(cell.value), cell.comment)
            for title, cell in row.cells.items()
            if first is None or (title in titles and not _alike(cell, first.cells.get(title)))
        ]
        text = "\n".join(
            f"{title}:{value}" + (f"(批注:{comment})" if comment else "")
            for title, value, comment in cells
            if value or comment
        )
        if text:
            address = next((cell.address for cell in row.cells.values()), "")
            self._keep(ledger, row.key, "", text, Source(self.file, sheet.name, address))

    def _keep(self, ledger: str, key: str, column: str, text: str, source: Source) -> None:
        self.add([Kept(ledger, key, column, text, source)])

    def add(self, notes: Iterable[Kept]) -> None:
        """Keep what has no place in 总表, once."""
        known = {kept.mark for kept in self.archive}
        for kept in notes:
            if kept.mark not in known:
                known.add(kept.mark)
                self.archive.append(kept)
                self.delta.kept += 1

    def finish(self, words: Mapping[str, str]) -> Notes:
        """The notes with the rulings that were made, changed or taken back."""
        shown = self.base.written.rulings if self.base else dict.fromkeys(words, "")
        rulings = dict(self.known.rulings)
        dropped = set()
        for mark, word in words.items():
            if shown.get(mark, word) == word:
                continue
            self.delta.rulings += 1
            if word == Ruling.DROP:
                dropped.add(mark)
            elif mark[:1] in "CW":
                rulings = open_again(mark, rulings)
                if entry := ruled(mark, word):
                    rulings[entry[0]] = entry[1]
            else:
                self._rule(mark, word)
        self._drop(dropped)
        return Notes(
            self.columns,
            {ledger: notes_of_spots(spots) for ledger, spots in self.rows.items() if spots},
            tuple(edit for edit in self.edits.values() if edit.mark not in dropped),
            tuple(kept for kept in self.archive if kept.mark not in dropped),
            rulings,
        )

    def _rule(self, mark: str, word: str) -> None:
        for at, edit in self.edits.items():
            if edit.mark == mark:
                known = word in (Ruling.UNIT, Ruling.OFFICE)
                self.edits[at] = replace(edit, ruling=word if known else "")

    def _drop(self, marks: set[str]) -> None:
        """Forget the notes of rows that are gone, where the office drops them."""
        for kept in self.archive:
            if kept.mark in marks:
                spots = self.rows.get(kept.ledger, {})
                for spot in (
                    Spot(kept.key, "cell", kept.column),
                    Spot(kept.key, "comment", kept.column),
                ):
                    value = spots.get(spot)
                    if value is not None and text_of(value) == kept.text:
                        del spots[spot]


def _is_placeholder(row: EditedRow, written: WrittenSheet | None) -> bool:
    """Whether the line only says that there is nothing, as the kit does on an empty sheet."""
    texts = [text_of(cell.value) for cell in row.cells.values()]
    if len(texts) != 1:
        return False
    return texts[0] == written.empty if written else texts[0].endswith(NOTHING)


def _alike(cell: EditedCell, other: EditedCell | None) -> bool:
    """Whether two cells of different rows say the same."""
    return other is not None and (cell.value, cell.comment) == (other.value, other.comment)
