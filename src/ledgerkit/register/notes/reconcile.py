"""What the office wrote, held against what was merged this time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ledgerkit.model.notes import Edit, EditState, Kept, Notes, RowNotes, Ruling, Source
from ledgerkit.model.register import Entry, Register
from ledgerkit.model.row import Value
from ledgerkit.register.notes.cell_text import says, text_of

Reads = Callable[[Edit, Entry], Value]
"""What a column makes of what was typed in 总表; ValueError where it cannot be read."""
_NOWHERE = Source("", "", "")


def reconcile(
    notes: Notes, register: Register, provisional: Callable[[Entry], str], reads: Reads
) -> tuple[Notes, Register]:
    """The notes as they stand beside this register, and the register with what was adopted.

    An edit is over once the unit reports the same. A ruling on it holds while the unit reports what
    it was made on; anything else opens it again. Notes on a 暂编号 move to the number that the row
    has got since (``provisional`` gives the 暂编号 that a row would have without its number).
    """
    rows = {
        ledger: _moved(own, register.entries.get(ledger, {}), provisional)
        for ledger, own in notes.rows.items()
    }
    edits = []
    adopted: dict[tuple[str, str], dict[str, Value]] = {}
    for edit in notes.edits:
        entry = register.entries.get(edit.ledger, {}).get(edit.key)
        judged, value = _judge(edit, entry, reads)
        if judged:
            edits.append(judged)
            if judged.adopted:
                adopted.setdefault((edit.ledger, edit.key), {})[edit.column] = value
    archive = [kept for kept in notes.archive if not _is_on_a_row(kept, rows)]
    marks = {kept.mark for kept in archive}
    archive += [kept for kept in _rowless(rows, register) if kept.mark not in marks]
    reconciled = replace(notes, rows=rows, edits=tuple(edits), archive=tuple(archive))
    return reconciled, _with(register, adopted)


def _judge(edit: Edit, entry: Entry | None, reads: Reads) -> tuple[Edit | None, Value]:
    """The edit as it stands now, None where it is over; and the value to be adopted, if any."""
    if entry is None:
        return replace(edit, state=EditState.ROWLESS), None
    table = entry.ledger
    column = table.column(edit.column) if table.has(edit.column) else None
    if column is None or not column.is_filled_in or column is table.key:
        return replace(edit, state=EditState.COMPUTED), None
    unit = entry.row.text(column)
    if not entry.row.could_not_be_read(column) and says(edit.typed, unit):
        return None, None
    if edit.ruling and unit != edit.unit:
        edit = replace(edit, ruling="")
    edit = replace(edit, unit=unit, state=EditState.OPEN)
    if edit.ruling == Ruling.UNIT:
        return replace(edit, state=EditState.REFUSED), None
    if edit.ruling != Ruling.OFFICE:
        return edit, None
    try:
        value = reads(edit, entry)
    except ValueError:
        return replace(edit, state=EditState.UNREADABLE), None
    return replace(edit, state=EditState.ADOPTED), value


def _with(register: Register, adopted: Mapping[tuple[str, str], Mapping[str, Value]]) -> Register:
    """The register with the cells that the office let stand as typed in 总表."""
    if not adopted:
        return register
    entries = {ledger: dict(own) for ledger, own in register.entries.items()}
    for (ledger, key), values in adopted.items():
        entry = entries[ledger][key]
        row = entry.row
        cells = tuple(
            values.get(column.name, value)
            for column, value in zip(row.table.columns, row.values, strict=True)
        )
        row = replace(row, values=cells, unread=row.unread - values.keys())
        entries[ledger][key] = replace(entry, row=row)
    return replace(register, entries=entries)


def _moved(
    rows: Mapping[str, RowNotes],
    entries: Mapping[str, Entry],
    provisional: Callable[[Entry], str],
) -> dict[str, RowNotes]:
    """The notes of a 暂编号 under the number that the row bears now."""
    gone = [key for key in rows if key.startswith("暂-") and key not in entries]
    if not gone:
        return dict(rows)
    numbered = {provisional(entry): key for key, entry in entries.items()}
    moved = dict(rows)
    for key in gone:
        new = numbered.get(key)
        if new and new not in moved:
            moved[new] = moved.pop(key)
    return moved


def _rowless(rows: Mapping[str, Mapping[str, RowNotes]], register: Register) -> Iterator[Kept]:
    """The notes of rows that are not in the register: they wait, and are shown meanwhile."""
    for ledger, own in rows.items():
        for key, notes in own.items():
            if key and key not in register.entries.get(ledger, {}):
                for title, value in (*notes.cells.items(), *notes.comments.items()):
                    yield Kept(ledger, key, title, text_of(value), _NOWHERE)


def _is_on_a_row(kept: Kept, rows: Mapping[str, Mapping[str, RowNotes]]) -> bool:
    """Whether a note that was shown for want of its row is held by a row's notes."""
    notes = rows.get(kept.ledger, {}).get(kept.key)
    values = (notes.cells.get(kept.column), notes.comments.get(kept.column)) if notes else ()
    return kept.source == _NOWHERE and any(
        value is not None and text_of(value) == kept.text for value in values
    )
