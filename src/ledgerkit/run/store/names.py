"""The names of the files in a results folder, and how they are found again."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

RECORD = "运行记录.json"
REGISTER_BOOK = "总表.xlsx"
KEPT = "历次"
_BOOK = re.compile(r"总表(\(新版\d*\))?\.xlsx")


def same(path: str) -> str:
    """The form in which Windows and macOS take two paths for one."""
    return unicodedata.normalize("NFC", path).casefold()


def kept_name(path: str, digest: str) -> str:
    """Where an edited file with this sum is kept whole."""
    name = PurePosixPath(path)
    return f"{KEPT}/{name.stem}-{digest[:8]}{name.suffix}"


def relative_link(start: Path, end: Path) -> str:
    """The relative path from a folder to a file, with /; the whole path from another drive."""
    try:
        return Path(os.path.relpath(end.resolve(), start.resolve())).as_posix()
    except ValueError:
        return end.resolve().as_posix()


def register_books(folder: Path) -> list[Path]:
    """总表.xlsx and those that had to be written beside it, the one saved last at the end."""
    found = [path for path in folder.glob("总表*.xlsx") if _BOOK.fullmatch(path.name)]
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name))


def to_json(record: Mapping[str, object]) -> str:
    """A record as the kit writes it: UTF-8, two spaces, keys in their order."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def read_record(folder: Path, name: str = RECORD) -> Mapping[str, object] | None:
    """The run record of a results folder, None where there is none that can be read."""
    try:
        record = json.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) else None
