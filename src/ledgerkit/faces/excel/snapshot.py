"""What the open workbook holds now, as a file: to be checked, and to be kept as a backup."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import xlwings as xw

from ledgerkit.model.filenames import stem

BACKUPS = "台账检查前备份"
"""The folder of the backups, in the user's own: among received files they would be read as such."""
_KEPT = 30
_USUAL = ".xlsx"
"""What Excel writes of a workbook that was never saved."""


@dataclass(frozen=True)
class Snapshot:
    """The workbook's own path, and a copy of what it holds, changes not yet saved included."""

    path: Path
    copy: Path

    @property
    def is_saved(self) -> bool:
        """Whether the workbook is a file at all."""
        return self.path.is_absolute()


@contextlib.contextmanager
def taken(book: xw.Book) -> Iterator[Snapshot]:
    """A copy that Excel itself writes, in a folder that is gone afterwards."""
    path = own_path(book)
    with tempfile.TemporaryDirectory(prefix="ledgerkit-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, f"copy{path.suffix or _USUAL}")
        book.api.SaveCopyAs(str(copy))
        with contextlib.suppress(OSError):
            # A file without a month of its own is dated by its time.
            times = path.stat()
            os.utime(copy, (times.st_atime, times.st_mtime))
        yield Snapshot(path, copy)


def own_path(book: xw.Book) -> Path:
    """Where the workbook lies; its bare name if it was never saved or lies on a server."""
    path = Path(book.api.FullName)
    return path if path.is_absolute() and path.is_file() else Path(book.name)


def back_up(snapshot: Snapshot, home: Path, stamp: str) -> Path | None:
    """Keep the copy in the backups' folder, and the last ones only; None where that fails."""
    folder = home / BACKUPS
    target = folder / f"{stem(snapshot.path.stem)} {stamp}{snapshot.copy.suffix}"
    try:
        folder.mkdir(exist_ok=True)
        shutil.copyfile(snapshot.copy, target)
        ours = (path for path in folder.iterdir() if re.search(r" \d{8}-\d{6}$", path.stem))
        for old in sorted(ours, key=lambda path: path.stem[-15:])[:-_KEPT]:
            old.unlink()
    except OSError:
        return target if target.is_file() else None
    return target
