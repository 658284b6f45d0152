"""From a code of the catalogue to a finding: place → what stands there → what to do.

How they are worded is agreed in docs/contract.md#words-to-clerks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from ledgerkit.findings.wordings import CATALOGUE
from ledgerkit.model.columns import Column
from ledgerkit.model.finding import Finding
from ledgerkit.model.place import Place
from ledgerkit.model.row import Cell, RawRow, Row
from ledgerkit.text import tidy

EMPTY = "空白"
NAMED_CHOICES = 7
"""A list of up to this many words is named whole; of a longer one only the nearest word."""


def quote(typed: Cell) -> str:
    """What stands in a cell, as the person sees it; 空白 when nothing does."""
    if typed is None or typed == "":
        return EMPTY
    if isinstance(typed, bool):
        return "TRUE" if typed else "FALSE"
    if isinstance(typed, float):
        return f"{typed:.15g}"
    if isinstance(typed, dt.datetime):
        is_day = typed.time() == dt.time()
        return typed.strftime("%Y-%m-%d" if is_day else "%Y-%m-%d %H:%M")
    if isinstance(typed, dt.time):
        return typed.strftime("%H:%M")
    return str(typed)


def written(typed: Cell) -> str:
    """What was typed as tidied text, numbers and dates as the person sees them; "" for nothing."""
    if typed is None:
        return ""
    return tidy(typed if isinstance(typed, str) else quote(typed))


def finding(
    code: str,
    place: Place,
    *,
    column: str = "",
    typed: Cell = None,
    key: str = "",
    row: int | None = None,
    related: Iterable[Place] = (),
    facts: Iterable[tuple[str, str]] = (),
    **more: str,
) -> Finding:
    """A finding of the catalogue at a place; KeyError where the wording needs a fact not given.

    ``facts`` and ``more`` fill the braces of the wording.
    """
    wording = CATALOGUE[code]
    found = quote(typed) if place.cell else ""
    quoted = EMPTY if found in ("", EMPTY) else f"填的是“{found}”"
    known = {"found": quoted, "column": column, **dict(facts), **more}
    fault, remedy = wording.says.format(**known), wording.remedy.format(**known).rstrip("。")
    stop = "" if fault.endswith("?") else "。"
    message = f"{where(place, column)}:{fault}{stop}{remedy}。"
    return Finding(
        code, wording.severity, place, column, found, message, key, row, related=tuple(related)
    )


def finding_at(
    row: Row | RawRow,
    column: Column[Any],
    code: str,
    *,
    related: Iterable[Place] = (),
    facts: Iterable[tuple[str, str]] = (),
    **more: str,
) -> Finding:
    """A finding at a row's cell of a column, which quotes what was typed there."""
    raw, key = (row.raw, row.key) if isinstance(row, Row) else (row, "")
    return finding(
        code,
        raw.place(column),
        column=column.name,
        typed=raw.typed(column),
        key=key,
        row=raw.origin.row,
        related=related,
        facts=facts,
        **more,
    )


def where(place: Place, column: str = "") -> str:
    """A place in words: 「走访日志」D7(走访日期), or the file's name."""
    if place.sheet is None:
        return f"「{PurePosixPath(place.path).name}」"
    header = f"({column})" if column else ""
    return f"「{place.sheet}」{place.cell or ''}{header}"


def where_seen_from(place: Place, own: Place, column: str = "") -> str:
    """A place in words for somebody who stands at ``own``: the file too where it is another."""
    if place.path == own.path or place.sheet is None:
        return where(place, column)
    return f"「{PurePosixPath(place.path).name}」的{where(place, column)}"


def nearest(candidate: str | None) -> str:
    """The near miss as a question, put behind what is said; guesses are offered, never made."""
    return f",是否为“{candidate}”?" if candidate else ""


def nearest_tables(tables: Iterable[tuple[str, int, int]]) -> str:
    """The tables that a sheet is most like, each with how many of its columns were met."""
    names = "、".join(f"“{name}”(对上 {met}/{there} 列)" for name, met, there in tables)
    return f",最接近的是{names}" if names else ""


def choices(words: tuple[str, ...]) -> str:
    """The words to choose from: all of a short list, else a pointer to the drop-down."""
    return f"“{'/'.join(words)}”" if len(words) <= NAMED_CHOICES else "下拉的选项"


def megabytes(size: int) -> str:
    """The size of a file."""
    return f"文件有 {size >> 20} MB"


def unpacked(size: int) -> str:
    """What a compressed file unpacks to."""
    return f"解压后有 {size >> 20} MB"


def cells(count: int) -> str:
    """How many cells of a file hold something."""
    return f"内容共有 {count} 格"


def devouring() -> str:
    """What the content of a file does that cannot be held."""
    return "内容展开后占用的内存太多"


def spread(rows: int, columns: int) -> str:
    """The range over which a sheet's values are scattered."""
    return f"内容散布在 {rows} 行 × {columns} 列的范围里"
