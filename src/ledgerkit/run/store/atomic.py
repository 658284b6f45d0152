"""Files that are there whole or as they were, and what tells one from another."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

TEMPORARY = ".ledgerkit-"


def sha256(data: bytes) -> str:
    """The SHA-256 sum of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write_atomically(target: Path, data: bytes, *, runnable: bool = False) -> None:
    """Write a file so that it is there whole or as it was; PermissionError while it is open."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=TEMPORARY, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o755 if runnable else 0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
