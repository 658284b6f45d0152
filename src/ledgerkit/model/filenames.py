"""Names of files and folders that every system takes, made of names that people gave."""

from __future__ import annotations

import hashlib
import re

STEM_BYTES = 180
"""A stem's length in UTF-8: with folder, “.docx” and a marker it stays below every limit."""

_FORBIDDEN = str.maketrans('\\/:*?"<>|', "＼／：＊？＂＜＞｜")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def stem(*parts: str) -> str:
    """A file name without its ending, from these parts: safe on Windows, macOS and Linux.

    Forbidden signs become their full-width forms, so that two names stay two; a name too long is
    cut and marked with a digest of the whole.
    """
    name = "-".join(filter(None, parts)).translate(_FORBIDDEN)
    name = _UNPRINTABLE.sub(" ", name).strip(" .") or "文书"
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    if len(name.encode()) <= STEM_BYTES:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name.encode()[: STEM_BYTES - 9].decode(errors='ignore').rstrip(' .')}~{digest}"
