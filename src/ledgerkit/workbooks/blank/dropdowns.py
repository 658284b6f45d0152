"""The hidden sheet 下拉: one list a column, each with a name that validations refer to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, assert_never

from openpyxl.workbook.defined_name import DefinedName

from ledgerkit.model.columns import (
    AnyColumn,
    Choice,
    Count,
    Date,
    DueDay,
    Key,
    Light,
    Name,
    Names,
    People,
    Reference,
    References,
    Serial,
    Text,
    Time,
)
from ledgerkit.model.place import column_letters
from ledgerkit.model.sheets import CHOICES
from ledgerkit.office import Office
from ledgerkit.workbooks.blank.layout import identifier, sheet_name

if TYPE_CHECKING:
    from openpyxl import Workbook


class DropDowns:
    """The lists of one workbook; equal lists are kept once."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._names: dict[tuple[str, ...], str] = {}

    def of(self, column: AnyColumn) -> str | None:
        """The defined name of a column's list; None for a column without, or with an empty one."""
        match column:
            case Choice():
                listed = self._office.words_of(column)
                return self.add(listed.name, listed.words)
            case Name(of=kinds, extra=extra) | Names(of=kinds, extra=extra):
                known = (*self._office.known_names(kinds), *extra)
                return self.add("_".join(kinds), known)
            case (
                Serial()
                | Text()
                | Date()
                | Time()
                | Count()
                | People()
                | Key()
                | Reference()
                | References()
                | DueDay()
                | Light()
            ):
                return None
            case _:
                assert_never(column)

    def add(self, title: str, words: Iterable[str]) -> str | None:
        """The defined name of a list of words."""
        listed = tuple(dict.fromkeys(words))
        if not listed:
            return None
        if listed not in self._names:
            wanted = f"选项_{identifier(title)}"
            taken = sum(name.startswith(wanted) for name in self._names.values())
            self._names[listed] = f"{wanted}_{taken + 1}" if taken else wanted
        return self._names[listed]

    def write(self, workbook: Workbook) -> None:
        """Add the hidden sheet and its names."""
        sheet = workbook.create_sheet(CHOICES)
        sheet.sheet_state = "hidden"
        for at, (words, name) in enumerate(self._names.items()):
            letter = column_letters(at)
            for row, text in enumerate((name, *words), start=1):
                cell = sheet[f"{letter}{row}"]
                cell.value = text
                cell.data_type = "s"  # a word that begins with = is still a word
            where = f"{sheet_name(CHOICES)}!${letter}$2:${letter}${len(words) + 1}"
            workbook.defined_names[name] = DefinedName(name, attr_text=where)
