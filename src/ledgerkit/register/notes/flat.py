"""The notes of a ledger as single spots, each of which is compared by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ledgerkit.model.notes import Noted, RowNotes

Spot = tuple[str, str, str]
"""(编号, "cell", "comment" or "fill", header)."""
Flat = dict[Spot, Noted]


def flat(rows: Mapping[str, RowNotes]) -> Flat:
    """Every cell, comment and colour under its spot."""
    found: Flat = {}
    for key, notes in rows.items():
        found.update({(key, "cell", title): value for title, value in notes.cells.items()})
        found.update({(key, "comment", title): text for title, text in notes.comments.items()})
        found.update({(key, "fill", title): fill for title, fill in notes.fills.items()})
    return found


def gathered(spots: Flat) -> dict[str, RowNotes]:
    """The notes by row again, in the order of the keys."""
    rows: dict[str, dict[str, dict[str, Any]]] = {}
    for (key, kind, title), value in sorted(spots.items(), key=lambda one: one[0]):
        rows.setdefault(key, {"cell": {}, "comment": {}, "fill": {}})[kind][title] = value
    return {
        key: RowNotes(cast(Any, own["cell"]), own["comment"], own["fill"])
        for key, own in rows.items()
    }
