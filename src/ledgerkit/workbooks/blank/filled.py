"""Rows that a workbook is handed out with: each value as Excel keeps it, in the sheet's XML.

Text goes in inline, so that the strings which openpyxl has numbered stay as they are; what could
not be read goes in as it was typed.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, assert_never
from xml.sax.saxutils import escape

from ledgerkit.findings.messages import written
from ledgerkit.model.columns import (
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

_EPOCH = dt.date(1899, 12, 30)
"""The day from which Excel counts (right from March 1900 on)."""
_DAY_SECONDS = 24 * 60 * 60
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML cannot hold; Excel writes them as _x0007_ (ECMA-376 part 1, 22.9.2.19)."""
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_HALVES = re.compile("[\ud800-\udfff]")


def value(row: Row, column: AnyColumn, number: int, office: Office) -> Value:
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
    whole = _HALVES.sub("\ufffd", _LOOKS_ESCAPED.sub("_x005F_", text))
    coded = _FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", whole)
    return escape(coded, {"\r": "_x000D_"})
