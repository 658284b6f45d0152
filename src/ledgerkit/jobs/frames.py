"""Registers as pandas frames, for analysts and their scripts."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ledgerkit.model.columns import Column, Count, Date
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.register import Entry


def frame(ledger: Ledger, entries: Iterable[Entry]) -> pd.DataFrame:
    """The entries as a frame: typed columns as declared, then owner and origin."""
    standing = list(entries)
    columns: dict[str, pd.Series] = {
        column.name: _series(column, standing) for column in ledger.typed_columns
    }
    origins = [entry.row.origin for entry in standing]
    columns["归属单位"] = pd.Series([entry.owner for entry in standing], dtype="str")
    columns["来源文件"] = pd.Series([origin.path for origin in origins], dtype="str")
    columns["来源表"] = pd.Series([origin.sheet for origin in origins], dtype="str")
    columns["来源行"] = pd.Series([origin.row for origin in origins], dtype="Int64")
    return pd.DataFrame(columns)


def _series(column: Column, entries: list[Entry]) -> pd.Series:
    match column:
        case Date():
            days = [entry.row.day(column.name) for entry in entries]
            return pd.Series(pd.to_datetime(pd.Series(days, dtype="object")), dtype="datetime64[s]")
        case Count():
            return pd.Series([entry.row[column.name] for entry in entries], dtype="Int64")
        case _:
            texts = [entry.row.text(column.name) or None for entry in entries]
            return pd.Series(texts, dtype="str")
