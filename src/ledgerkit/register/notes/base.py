"""What the kit wrote last, kept beside 总表 so that the next run can tell what people changed.

It is kept under the SHA-256 of its own content, which the workbook bears as a property: whichever
of several files was edited, each leads to what was written into it. Nothing in it tells when or
where it was made.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ledgerkit.model.notes import (
    Edit,
    EditState,
    Kept,
    Noted,
    Notes,
    RowNotes,
    Source,
    Written,
    WrittenSheet,
)

_VERSION = 1
_SEAL_LENGTH = 16


@dataclass(frozen=True)
class Base:
    """What stood in 总表 when the kit wrote it: its own part, and the office's as carried."""

    written: Written
    notes: Notes


def encode(base: Base) -> bytes:
    """The base as bytes: the same for the same content."""
    notes = base.notes
    held = {
        "version": _VERSION,
        "sheets": {name: asdict(sheet) for name, sheet in base.written.sheets.items()},
        "rulings_shown": base.written.rulings,
        "texts": base.written.texts,
        "columns": notes.columns,
        "rows": {
            ledger: {
                key: {
                    "cells": {title: _plain(value) for title, value in one.cells.items()},
                    "comments": one.comments,
                    "fills": one.fills,
                }
                for key, one in sorted(rows.items())
            }
            for ledger, rows in notes.rows.items()
        },
        "edits": [{**asdict(one), "typed": _plain(one.typed)} for one in notes.edits],
        "archive": [asdict(one) for one in notes.archive],
        "rulings": dict(sorted(notes.rulings.items())),
    }
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode("utf-8", "surrogatepass"), mtime=0)


def seal_of(encoded: bytes) -> str:
    """The mark by which the workbook names its base."""
    return hashlib.sha256(encoded).hexdigest()[:_SEAL_LENGTH]


def decode(encoded: bytes) -> Base | None:
    """The base again; None where the bytes are none that this version wrote."""
    try:
        held = json.loads(gzip.decompress(encoded).decode("utf-8", "surrogatepass"))
        return _base(held) if held["version"] == _VERSION else None
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):
        return None


def _base(held: Mapping[str, Any]) -> Base:
    sheets = {
        name: WrittenSheet(
            tuple(one["titles"]),
            one["empty"],
            {key: tuple(texts) for key, texts in one["rows"].items()},
            one["comments"],
            one["fills"],
        )
        for name, one in held["sheets"].items()
    }
    notes = Notes(
        {ledger: tuple((t, float(w)) for t, w in own) for ledger, own in held["columns"].items()},
        {
            ledger: {key: _row_notes(one) for key, one in rows.items()}
            for ledger, rows in held["rows"].items()
        },
        tuple(_edit(one) for one in held["edits"]),
        tuple(Kept(**{**one, "source": Source(**one["source"])}) for one in held["archive"]),
        held["rulings"],
    )
    return Base(Written(sheets, held["rulings_shown"], held.get("texts", {})), notes)


def _row_notes(held: Mapping[str, Any]) -> RowNotes:
    cells = {title: _noted(value) for title, value in held["cells"].items()}
    return RowNotes(
        {title: value for title, value in cells.items() if value is not None},
        held["comments"],
        held["fills"],
    )


def _edit(held: Mapping[str, Any]) -> Edit:
    state = EditState(held["state"])
    source = Source(**held["source"])
    return Edit(**{**held, "typed": _noted(held["typed"]), "source": source, "state": state})


def _plain(value: Noted | None) -> Any:
    """A value as JSON: days and times as such."""
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    if isinstance(value, dt.time):
        return {"time": value.isoformat()}
    return value


def _noted(held: Any) -> Noted | None:
    match held:
        case {"day": day}:
            return dt.date.fromisoformat(day)
        case {"time": time}:
            return dt.time.fromisoformat(time)
        case str() | int() | float():
            return held
        case _:
            return None
