"""The rows of a ledger as a frame: one line a 编号, the columns as declared."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ledgerkit.model.columns import Column, Count, Date
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.register import Entry
from ledgerkit.run.frames.series import counts, days, origin, texts


def frame(ledger: Ledger, entries: Iterable[Entry]) -> pd.DataFrame:
    """The entries as a frame: typed columns as declared, then owner and origin."""
    standing = list(entries)
    columns = {column.name: _series(column, standing) for column in ledger.typed_columns}
    columns["归属单位"] = texts(entry.owner for entry in standing)
    places = (entry.row.place(ledger.key.name) for entry in standing)
    lines = (entry.row.origin.row for entry in standing)
    return pd.DataFrame(columns | origin(places, lines))


def _series(column: Column, entries: list[Entry]) -> pd.Series:
    match column:
        case Date():
            return days(entry.row.day(column.name) for entry in entries)
        case Count():
            return counts(entry.row[column.name] for entry in entries)
        case _:
            return texts(entry.row.text(column.name) for entry in entries)
