"""Where the shipped templates lie: inside the installed package, else beside the source tree."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


def template(kind: str, name: str) -> Path:
    """The shipped template ``name`` of a ``kind`` (``xlsx`` or ``docx``); FileNotFoundError."""
    for root in (_PACKAGE / "templates", _PACKAGE.parents[1] / "templates"):
        path = root / kind / name
        if path.is_file():
            return path
    raise FileNotFoundError(f"templates/{kind}/{name}")
