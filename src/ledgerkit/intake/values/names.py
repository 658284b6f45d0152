"""Names in a cell: one of 名录 or several of them, and people, whom no list knows."""

from __future__ import annotations

from collections.abc import Iterable

from ledgerkit import text
from ledgerkit.findings.messages import nearest, written
from ledgerkit.intake.values.cell_reading import EMPTY, Fault, Reading
from ledgerkit.intake.values.suggest import closest
from ledgerkit.model.columns import Listed, Name, Names
from ledgerkit.model.row import Cell
from ledgerkit.office import Office


def read_name(typed: Cell, *, column: Name, office: Office) -> Reading:
    """The full name that was typed, in whatever form."""
    entry = written(typed)
    if text.says_nothing(text.plain(entry)):
        return EMPTY
    name, fault = _known(entry, column, office)
    return Reading(name, (fault,) if fault else ())


def read_names(typed: Cell, *, column: Names, office: Office) -> Reading:
    """The full names of all that were typed, each once."""
    entry = written(typed)
    if text.says_nothing(text.plain(entry)):
        return EMPTY
    names: list[str] = []
    faults: list[Fault] = []
    for part in _parts(entry, column, office):
        name, fault = _known(part, column, office)
        names.append(name)
        faults += [fault] if fault else []
    return several(names, tuple(faults))


def read_people(typed: Cell) -> Reading:
    """The people named, as typed."""
    entry = written(typed)
    if text.says_nothing(text.plain(entry)):
        return EMPTY
    return several(text.split_people(entry))


def several(entries: Iterable[str], faults: tuple[Fault, ...] = ()) -> Reading:
    """Several entries, each once; what says nothing is none, so that “、” or “/无” is empty."""
    filled = (entry for entry in entries if not text.says_nothing(text.plain(entry)))
    values = tuple(dict.fromkeys(filled))
    return Reading(values, faults) if values else EMPTY


def _parts(entry: str, column: Names, office: Office) -> list[str]:
    """The entries of a cell; blanks separate only where what they separate is known."""
    parts: list[str] = []
    for part in text.split(entry):
        if text.says_nothing(text.plain(part)):
            continue
        words = part.split()
        apart = len(words) > 1 and not office.full_name(part, column.of)
        known = apart and all(office.full_name(word, column.of) for word in words)
        parts += words if known else [part]
    return parts


def _known(name: str, column: Listed, office: Office) -> tuple[str, Fault | None]:
    """The full name, or the name as typed with a fault where 名录 should know it."""
    if full := office.full_name(name, column.of):
        return full, None
    if name in column.extra or not office.judges(column.of):
        return name, None
    # a firm that is not listed stays as typed: new firms come before 名录 knows them
    facts = {
        "name": name,
        "sheet_of": "、".join(column.of),
        "nearest": nearest(closest(name, office.known_names(column.of))),
    }
    return name, Fault("name-unknown", tuple(facts.items()))
