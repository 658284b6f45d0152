"""The rows of a ledger as a frame: one line a 编号, the columns as declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

import pandas as pd

from ledgerkit.model.columns import AnyColumn
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
    values: Iterator[Any] = (entry.row[column] for entry in entries)
    match column.dtype:
        case "datetime64[s]":
            return days(values)
        case "Int64":
            return counts(values)
        case "str":
            return texts(entry.row.text(column) for entry in entries)
        case _:
            assert_never(column.dtype)
