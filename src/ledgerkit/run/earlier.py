"""What earlier runs left in a results folder, by its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ledgerkit.run.store import RECORD, Stored, read_record

WRITTEN, KEPT = "documents", "kept"
"""Keys of a record: what that run wrote, and what it left because it was not asked for it."""
_NEEDED = ("path", "sha256", "kind", "for")


def left(folder: Path, below: str = "", record: str = RECORD) -> tuple[Stored, ...]:
    """Every file that the last run wrote or left; ``below`` leads from the office to the folder."""
    return tuple(named(read_record(folder, record) or {}, below))


def named(record: Mapping[str, object], below: str = "") -> Iterator[Stored]:
    """Every file that a record names as written or left; what is no such entry is passed over."""
    for key in (KEPT, WRITTEN):
        files = record.get(key)
        for one in files if isinstance(files, list) else ():
            if isinstance(one, dict) and all(isinstance(one.get(name), str) for name in _NEEDED):
                path = one["path"].removeprefix(below)
                yield Stored(path, one["sha256"], one["kind"], one["for"])


def sums(files: Sequence[Stored]) -> Mapping[str, str]:
    """Path → sha256."""
    return {one.path: one.sha256 for one in files}


def still_there(
    files: Iterable[Stored], written: Sequence[Stored], folder: Path
) -> tuple[Stored, ...]:
    """Of what was left, the files that are in their places and were not written now."""
    now = {one.path for one in written}
    return tuple(one for one in files if one.path not in now and (folder / one.path).is_file())
