"""The way from a folder of results to what its links lead to."""

from __future__ import annotations

import os
from pathlib import Path


def way(start: Path, end: Path) -> str:
    """The relative path from a folder to a file, with /; the whole path from another drive."""
    try:
        return Path(os.path.relpath(end.resolve(), start.resolve())).as_posix()
    except ValueError:
        return end.resolve().as_posix()
