"""What was put in order while reading: 2026.3.5 → 2026-03-05, 法院 → 区法院, 45人 → 45."""

from __future__ import annotations

import datetime as dt

from ledgerkit.findings.messages import quote
from ledgerkit.intake.values.cell_reading import Reading
from ledgerkit.model.columns import AnyColumn, Text
from ledgerkit.model.repair import Repair
from ledgerkit.model.row import Cell, RawRow, shown
from ledgerkit.text import DITTO, tidy


def is_ditto(typed: Cell) -> bool:
    """Whether a cell says “as in the line above”."""
    return isinstance(typed, str) and tidy(typed) in DITTO


def repair(raw: RawRow, column: AnyColumn, typed: Cell, reading: Reading) -> Repair | None:
    """The repair that reading this cell made; None where the value is what was typed.

    Blanks and zero-width characters at the ends do not count, nor does “无” or “—” read as empty.
    What carries a finding is no repair: there the reading is not certain, and the finding tells.
    """
    value = reading.value
    if value is None or value == typed or reading.faults:
        return None
    if not is_ditto(typed) and _is_itself(column, typed, reading):
        return None
    before, after = quote(typed), shown(value)
    if tidy(before) == after:
        return None
    return Repair(raw.place(column), column.name, before, after)


def _is_itself(column: AnyColumn, typed: Cell, reading: Reading) -> bool:
    """Whether the cell holds free text, or a real date or time of the very value."""
    if type(column) is Text:
        return True
    if isinstance(typed, dt.datetime) and isinstance(reading.value, dt.date):
        return typed.date() == reading.value
    return isinstance(typed, (dt.datetime, dt.date, dt.time, dt.timedelta))
