"""The 500 ready rows of a sheet, straight in its XML, filled where it is handed out with rows.

openpyxl would need 10,000 cell objects a sheet for them; a row is the first one over again. So the
formulas also get the result that they have in an empty row, which Excel's protected view shows.
Text goes in inline, so that the strings which openpyxl has numbered stay as they are; what could
not be read goes in as it was typed.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, assert_never
from xml.sax.saxutils import escape

from ledgerkit.findings.messages import written
from ledgerkit.model.columns import (
    AS_TEXT,
    AnyColumn,
    Choice,
    Column,
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
from ledgerkit.model.row import UNCALCULATED, Row, Value
from ledgerkit.office import Office
from ledgerkit.rules.deadlines import limit_due
from ledgerkit.workbooks.blank.formulas import formula
from ledgerkit.workbooks.blank.layout import FIRST, SheetLayout

_CELL = re.compile(r'<c r="([A-Z]+)\d+"(?: t="\w+")?(?: s="(\d+)")?(?: t="\w+")?')
_AFTER_IGNORED = re.compile(r"<(?:drawing|legacyDrawing|tableParts)\b")
_EPOCH = dt.date(1899, 12, 30)
"""The day from which Excel counts (right from March 1900 on)."""
_DAY_SECONDS = 24 * 60 * 60
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML cannot hold; Excel writes them as _x0007_ (ECMA-376 part 1, 22.9.2.19)."""
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class ReadyRows:
    """The rows of one ledger's sheet, to be multiplied from the first, filled where it has rows."""

    layout: SheetLayout
    office: Office

    def into(self, xml: str) -> str:
        """The sheet's XML with all the ready rows in place of its first."""
        start = xml.index(f'<row r="{FIRST}"')
        end = xml.index("</row>", start) + len("</row>")
        cells = [(letter, style or "0") for letter, style in _CELL.findall(xml[start:end])]
        rows = "".join(self._row(row, cells) for row in range(FIRST, self.layout.last + 1))
        sheet = xml[:start] + rows + xml[end:]
        after = _AFTER_IGNORED.search(sheet)
        place = after.start() if after else sheet.index("</worksheet>")
        return sheet[:place] + self._ignored() + sheet[place:]

    def _row(self, row: int, cells: list[tuple[str, str]]) -> str:
        refer, number = self.layout.in_row(row), row - FIRST
        given = self.layout.rows[number] if number < len(self.layout.rows) else None
        columns = self.layout.ledger.columns
        cells_xml = []
        for (letter, style), column in zip(cells, columns, strict=True):
            text = formula(self.layout.ledger, column, refer)
            shown: Value = "" if text else None
            if given:
                shown = value_of(given, column, number + 1, self.office)
            cells_xml.append(cell(f"{letter}{row}", style, shown, text))
        return f'<row r="{row}">{"".join(cells_xml)}</row>'

    def _ignored(self) -> str:
        """No green corners over codes kept as text and over formulas of our own."""
        marks = []
        for letter, column in self.layout.lettered():
            if column.number_format == AS_TEXT:
                marks.append((letter, "numberStoredAsText"))
            elif formula(self.layout.ledger, column, self.layout.in_row(FIRST)) is not None:
                marks.append((letter, "calculatedColumn"))
        errors = "".join(
            f'<ignoredError sqref="{self.layout.body(letter)}" {error}="1"/>'
            for letter, error in marks
        )
        return f"<ignoredErrors>{errors}</ignoredErrors>"


def value_of(row: Row, column: AnyColumn, number: int, office: Office) -> Value:
    """What goes into a cell of the row with this number.

    Nothing for a 暂编号, which stands for a number not given yet; of a live formula what it shows
    before it is reckoned anew, "" where that hangs on today.
    """
    match column:
        case Serial():
            return number
        case DueDay(start=start, grade=grade, matter=matter):
            day, word = row[start], row[grade]
            return (limit_due(office, matter, word, day) if day and word else None) or ""
        case Light():
            return ""
        case Key() if row.provisional:
            return None
        case (
            Text()
            | Date()
            | Time()
            | Count()
            | Choice()
            | Name()
            | Names()
            | People()
            | Key()
            | Reference()
            | References()
        ):
            return _as_written(row, column)
        case _:
            assert_never(column)


def _as_written(row: Row, column: Column[Any]) -> Value:
    """The value, or what was typed where it could not be read."""
    if row.could_not_be_read(column):
        typed = row.raw.typed(column)
        return None if typed == UNCALCULATED else written(typed)
    own: Value = row[column]
    return "、".join(own) if isinstance(own, tuple) else own


def cell(at: str, style: str, value: Value, formula: str | None = None) -> str:
    """The XML of one cell: text inline, days and times as Excel counts them."""
    kept = f"<f>{escape(formula)}</f>" if formula is not None else ""
    start = f'<c r="{at}" s="{style}"'
    match value:
        case None:
            return f"{start}>{kept}</c>" if kept else f"{start}/>"
        case dt.date():
            return f"{start}>{kept}<v>{(value - _EPOCH).days}</v></c>"
        case dt.time():
            seconds = value.hour * 3600 + value.minute * 60 + value.second
            return f"{start}>{kept}<v>{seconds / _DAY_SECONDS!r}</v></c>"
        case int():
            return f"{start}>{kept}<v>{value}</v></c>"
        case str() if kept:
            return f'{start} t="str">{kept}<v>{_text(value)}</v></c>'
        case str():
            inline = f'<is><t xml:space="preserve">{_text(value)}</t></is>'
            return f'{start} t="inlineStr">{inline}</c>'
        case tuple():
            return cell(at, style, "、".join(value), formula)


def _text(text: str) -> str:
    text = _HALVES.sub("\ufffd", _LOOKS_ESCAPED.sub("_x005F_", text))
    coded = _FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return escape(coded, {"\r": "_x000D_"})
