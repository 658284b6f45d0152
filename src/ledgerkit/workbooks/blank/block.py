"""The 填报 block over a table: who files for which month, and whether there is nothing to file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from ledgerkit.ledgers import words
from ledgerkit.model.columns import AS_TEXT, GENERAL, Date
from ledgerkit.model.filing_block import FILED_ON, FILLED_BY, MONTH, NOTHING, UNIT
from ledgerkit.model.ledger import Book
from ledgerkit.model.period import Month
from ledgerkit.office import Office
from ledgerkit.workbooks.blank import styles
from ledgerkit.workbooks.blank.dropdowns import DropDowns
from ledgerkit.workbooks.blank.layout import BLOCK, sheet_name
from ledgerkit.workbooks.blank.validations import (
    STOP,
    TELL,
    UNKNOWN_NAME,
    Style,
    for_column,
    listed,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class BlockEntry:
    """A label's cell and the cell beside it where the value is written."""

    label: str
    at: str
    value: str
    number_format: str = AS_TEXT


_UPPER, _LOWER = BLOCK
ENTRIES = (
    BlockEntry(UNIT, f"B{_UPPER}", f"C{_UPPER}"),
    BlockEntry(MONTH, f"E{_UPPER}", f"F{_UPPER}"),
    BlockEntry(NOTHING, f"G{_UPPER}", f"H{_UPPER}"),
    BlockEntry(FILLED_BY, f"B{_LOWER}", f"C{_LOWER}"),
    BlockEntry(FILED_ON, f"E{_LOWER}", f"F{_LOWER}", Date.number_format),
)
_WIDE = (f"C{_UPPER}:D{_UPPER}", f"C{_LOWER}:D{_LOWER}")
"""Values that need the room of two columns."""


def write(sheet: Worksheet, shown_from: str | None = None) -> None:
    """The labels and places; with ``shown_from`` the values show what that sheet's block holds."""
    for cells in _WIDE:
        sheet.merge_cells(cells)
    for entry in ENTRIES:
        sheet[entry.at] = entry.label
        styles.label(sheet[entry.at])
        styles.entry(sheet[entry.value], entry.number_format, shown=shown_from is not None)
        if shown_from is not None:
            source = f"{sheet_name(shown_from)}!{entry.value}"
            sheet[entry.value].number_format = (
                GENERAL if entry.number_format == AS_TEXT else entry.number_format
            )
            sheet[entry.value] = f'=IF({source}="","",{source})'


def fill(sheet: Worksheet, unit: str, month: Month | None) -> None:
    """What is known beforehand."""
    values = {UNIT: unit, MONTH: str(month) if month else ""}
    for entry in ENTRIES:
        if value := values.get(entry.label):
            sheet[entry.value] = value


def validate(sheet: Worksheet, book: Book, office: Office, dropdowns: DropDowns) -> None:
    """Drop-downs and prompts of the block that is typed into."""
    filers = dict.fromkeys(name for ledger in book.ledgers for name in office.filers(ledger))
    rules = {
        UNIT: _asked(dropdowns.add(UNIT, filers), TELL, UNKNOWN_NAME, "写单位全称,可从下拉中选"),
        MONTH: _asked(None, None, "", "写成 2026-10 这样"),
        NOTHING: _asked(
            dropdowns.add(NOTHING, words.YES_NO.words),
            STOP,
            "请选“是”或“否”。",
            "本月没有可填的内容就选“是”,仍要报送",
        ),
        FILED_ON: for_column(Date(name=FILED_ON), book.ledgers[0], "", None),
    }
    for entry in ENTRIES:
        if rule := rules.get(entry.label):
            rule.promptTitle, rule.showInputMessage = entry.label, True
            rule.sqref = entry.value
            sheet.add_data_validation(rule)


def _asked(options: str | None, style: Style | None, error: str, prompt: str) -> DataValidation:
    """A drop-down with a prompt; the prompt alone where there is nothing to choose from."""
    rule = listed(options, style, error) if options else DataValidation(allow_blank=True)
    rule.prompt = prompt
    return rule
