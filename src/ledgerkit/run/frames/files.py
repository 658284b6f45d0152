"""Frames as files: CSV that Excel opens right and scripts read back exactly, and Parquet."""

from __future__ import annotations

import importlib.util
import io
import re

import pandas as pd

from ledgerkit.model.errors import LedgerkitError
from ledgerkit.run.frames.series import TEXT

MARK = "'"
_TAKEN_FOR_ANOTHER = re.compile(
    r"""\s*[=+\-@\uff1d\uff0b\uff0d\uff20]  # Excel takes it for a formula, full-width signs too
    | [\t\r\n']                             # hides such a sign, or looks like the mark itself
    | \d{12,}$ | 0\d+$                     # a number: digits beyond the 15th and zeros would go
    | [\d.]+[eE][+-]?\d+$                  # one with an exponent
    | \d{1,3}[-/]\d{1,3}$                  # a day of this year
    """,
    re.VERBOSE,
)


class ParquetUnavailable(LedgerkitError):
    """The library that writes Parquet is not installed; the message says what to do."""


def require_parquet() -> None:
    """ParquetUnavailable where pyarrow is absent."""
    if importlib.util.find_spec("pyarrow") is None:
        raise ParquetUnavailable(
            "这台机器上没有安装 pyarrow,写不了 parquet。"
            "请运行 python -m pip install 'ledgerkit[parquet]',或者改用 --to csv。"
        )


def guarded(text: str) -> str:
    """A text as it stands in a CSV: behind a ' where Excel would make something else of it.

    CSV knows no types: Excel runs “=1+1” as a formula and drops digits of “116100…”. To have the
    text back, take one leading ' away: ``column.str.removeprefix("'")``; a text that begins with
    one got another, so nothing is lost.
    """
    return f"{MARK}{text}" if _TAKEN_FOR_ANOTHER.match(text) else text


def csv(frame: pd.DataFrame) -> bytes:
    """The frame as CSV in UTF-8 with BOM, by which Excel and WPS know the encoding (RFC 4180)."""
    shown = frame.copy()
    for name in shown.columns:
        column = shown[name]
        if column.dtype == TEXT:
            shown[name] = column.map(guarded, na_action="ignore")
        elif column.dtype == "boolean":
            shown[name] = column.map({True: "是", False: "否"}, na_action="ignore")
    text: str = shown.to_csv(index=False, lineterminator="\r\n", date_format="%Y-%m-%d")
    return text.encode("utf-8-sig", "replace")


def parquet(frame: pd.DataFrame) -> bytes:
    """The frame as Parquet, dtypes and texts as they are."""
    target = io.BytesIO()
    frame.to_parquet(target, engine="pyarrow", index=False, compression="zstd")
    return target.getvalue()
