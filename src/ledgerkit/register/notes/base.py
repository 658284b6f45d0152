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
    """What stood in 总表 when the kit wrote it: its own part, and the office's notes."""

    written: Written
    notes: Notes


def encode(base: Base) -> bytes:
    """The base as bytes: the same for the same content."""
    notes = base.notes
    content = {
        "version": _VERSION,
        "sheets": {name: asdict(sheet) for name, sheet in base.written.sheets.items()},
        "rulings_shown": base.written.rulings,
        "texts": base.written.texts,
        "columns": notes.columns,
        "rows": {
            ledger: {
                key: {
                    "cells": {title: _plain(value) for title, value in own.cells.items()},
                    "comments": own.comments,
                    "fills": own.fills,
                }
                for key, own in sorted(rows.items())
            }
            for ledger, rows in notes.rows.items()
        },
        "edits": [{**asdict(edit), "typed": _plain(edit.typed)} for edit in notes.edits],
        "archive": [asdict(kept) for kept in notes.archive],
        "rulings": dict(sorted(notes.rulings.items())),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode("utf-8", "surrogatepass"), mtime=0)


def seal_of(encoded: bytes) -> str:
    """The mark by which the workbook names its base."""
    return hashlib.sha256(encoded).hexdigest()[:_SEAL_LENGTH]


def decode(encoded: bytes) -> Base | None:
    """The base again; None where the bytes are none that this version wrote."""
    try:
        content = json.loads(gzip.decompress(encoded).decode("utf-8", "surrogatepass"))
        return _base(content) if content["version"] == _VERSION else None
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):
        return None


def _base(content: Mapping[str, Any]) -> Base:
    sheets = {
        name: WrittenSheet(
            tuple(sheet["titles"]),
            sheet["empty"],
            {key: tuple(texts) for key, texts in sheet["rows"].items()},
            sheet["comments"],
            sheet["fills"],
        )
        for name, sheet in content["sheets"].items()
    }
    notes = Notes(
        {
            ledger: tuple((title, float(width)) for title, width in columns)
            for ledger, columns in content["columns"].items()
        },
        {
            ledger: {key: _row_notes(row) for key, row in rows.items()}
            for ledger, rows in content["rows"].items()
        },
        tuple(_edit(edit) for edit in content["edits"]),
        tuple(Kept(**{**kept, "source": Source(**kept["source"])}) for kept in content["archive"]),
        content["rulings"],
    )
    return Base(Written(sheets, content["rulings_shown"], content.get("texts", {})), notes)


def _row_notes(row: Mapping[str, Any]) -> RowNotes:
    cells = {title: _noted(value) for title, value in row["cells"].items()}
    return RowNotes(
        {title: value for title, value in cells.items() if value is not None},
        row["comments"],
        row["fills"],
    )


def _edit(edit: Mapping[str, Any]) -> Edit:
    state = EditState(edit["state"])
    source = Source(**edit["source"])
    return Edit(**{**edit, "typed": _noted(edit["typed"]), "source": source, "state": state})


def _plain(value: Noted | None) -> Any:
    """A value as JSON: days and times as such."""
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    if isinstance(value, dt.time):
        return {"time": value.isoformat()}
    return value


def _noted(value: Any) -> Noted | None:
    match value:
        case {"day": day}:
            return dt.date.fromisoformat(day)
        case {"time": time}:
            return dt.time.fromisoformat(time)
        case str() | int() | float():
            return value
        case _:
            return None
