"""The rows of a ledger as a frame: one line a 编号, the columns as declared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

import pandas as pd

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
from ledgerkit.model.register import Entry
from ledgerkit.run.frames.series import counts, days, origin, texts


def frame(ledger: type[Ledger], entries: Iterable[Entry]) -> pd.DataFrame:
    """The entries as a frame: typed columns as declared, then owner and origin."""
    standing = list(entries)
    columns = {column.name: _series(column, standing) for column in ledger.filled_in}
    columns["归属单位"] = texts(entry.owner for entry in standing)
    places = (entry.row.place(ledger.key) for entry in standing)
    lines = (entry.row.origin.row for entry in standing)
    return pd.DataFrame(columns | origin(places, lines))


def _series(column: AnyColumn, entries: list[Entry]) -> pd.Series:
    match column:
        case Date():
            return days(entry.row[column] for entry in entries)
        case Count():
            return counts(entry.row[column] for entry in entries)
        case (
            Serial()
            | Text()
            | Time()
            | Choice()
            | Name()
            | Names()
            | People()
            | Key()
            | Reference()
            | References()
            | DueDay()
            | Light()
        ):
            return texts(entry.row.text(column) for entry in entries)
        case _:
            assert_never(column)
