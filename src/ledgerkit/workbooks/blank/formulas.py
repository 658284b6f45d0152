"""The formulas that live in the rows: 序号, 办理时限, 状态提示.

Only functions that Excel 2010 and WPS have. Every one gives "" for an empty row and for text where
a day belongs; none ends in an error value.
"""

from __future__ import annotations

from typing import assert_never

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
from ledgerkit.model.ledger import Ledger
from ledgerkit.rules.deadlines import PROVISIONAL
from ledgerkit.workbooks.blank.calendar_sheet import (
    DAYS,
    KNOWN_UNTIL,
    RUNG_STARTS,
    RUNG_WORDS,
    TODAY_AT,
    TODAY_WORD,
    limits_name,
)
from ledgerkit.workbooks.blank.layout import HEADER, Refer

CLOSED = "已办结"
PROVISIONAL_NOTE = f"({PROVISIONAL})"


def formula(ledger: type[Ledger], column: AnyColumn, refer: Refer) -> str | None:
    """The formula of a column, without its “=”; None for a column that people fill."""
    match column:
        case Serial():
            return serial(ledger, refer)
        case DueDay():
            return due_day(ledger, column, refer)
        case Light():
            return light(column, refer)
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
            return None
        case _:
            assert_never(column)


def serial(ledger: type[Ledger], refer: Refer) -> str:
    """The row's number under the header, once the row's 编号 or its date is there."""
    filled = f'AND({refer(ledger.key)}="",{refer(ledger.dated)}="")'
    return f'IF({filled},"",ROW()-ROW($A${HEADER}))'


def due_day(ledger: type[Ledger], column: DueDay, refer: Refer) -> str:
    """The earlier of the limit's last day and the longest one's (``rules.deadlines.limit_due``)."""
    start, grade, limits = refer(column.start), refer(column.grade), limits_name(ledger, column)

    def last_day(shift: int) -> str:
        moved = f"{start}+VLOOKUP({grade},{limits},{shift},FALSE)"
        steps = f"VLOOKUP({grade},{limits},{shift + 1},FALSE)"
        return f"INDEX({DAYS},MATCH({moved},{DAYS},1)+{steps})"

    earlier = f"MIN({last_day(6)},{last_day(8)})"
    return f'IF(OR({start}="",{grade}=""),"",IFERROR({earlier},""))'


def light(column: Light, refer: Refer) -> str:
    """How the row stands against its due day, as a word.

    A due day that is off counts as the next working day: of the working days, the one after the
    last that lies before it.
    """
    due = refer(column.due)
    late = f"({TODAY_AT}-MATCH({due}-1,{DAYS},1)-1)"
    word = f"LOOKUP({late},{RUNG_STARTS},{RUNG_WORDS})"
    count = f'IF({late}>0,{late}&"天","")'
    standing = f"IF({late}=0,{TODAY_WORD},{word}&{count})"
    provisional = f'IF({due}>{KNOWN_UNTIL},"{PROVISIONAL_NOTE}","")'
    open_item = f'IFERROR({standing}&{provisional},"")'
    return f'IF(NOT(ISNUMBER({due})),"",IF({_is_closed(column, refer)},"{CLOSED}",{open_item}))'


def _is_closed(column: Light, refer: Refer) -> str:
    """Done on a day that has come, or in a state that says so."""
    tests = [f'IF(ISNUMBER({cell}),{cell}<=TODAY(),{cell}<>"")' for cell in map(refer, column.done)]
    if column.state:
        tests += [f'{refer(column.state)}="{word}"' for word in column.closed]
    return f"OR({','.join(tests)})"
