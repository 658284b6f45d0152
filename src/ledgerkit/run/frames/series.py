"""Columns of frames by what they hold, so that a kind of value has one dtype everywhere.

Days are datetime64[s], whole numbers Int64, yes and no boolean, all else text: choices too (a word
that a list lacks must not vanish), times of day as 09:30, several names joined by 、. Nothing is a
missing value, never "".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pandas as pd

from ledgerkit.model.columns import Count, Date, Text
from ledgerkit.model.place import Place

TEXT, DAY, COUNT = Text.dtype, Date.dtype, Count.dtype


def texts(values: Iterable[str | None]) -> pd.Series:
    """A column of text."""
    return pd.Series([value or None for value in values], dtype=TEXT)


def days(values: Iterable[dt.date | None]) -> pd.Series:
    """A column of days."""
    objects = pd.Series(list(values), dtype="object")
    return pd.Series(pd.to_datetime(objects), dtype=DAY)


def counts(values: Iterable[object]) -> pd.Series:
    """A column of whole numbers."""
    return pd.Series(list(values), dtype=COUNT)


def origin(places: Iterable[Place], lines: Iterable[int | None]) -> dict[str, pd.Series]:
    """Where each row comes from: file, sheet, row and cell, as they are told everywhere."""
    listed = list(places)
    return {
        "来源文件": texts(place.path for place in listed),
        "来源表": texts(place.sheet for place in listed),
        "来源行": counts(lines),
        "单元格": texts(place.cell for place in listed),
    }
