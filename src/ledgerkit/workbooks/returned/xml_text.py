"""Text as a spreadsheet's XML can hold it."""

from __future__ import annotations

import re

LONGEST = 2000
"""Characters of one text that we write; an Excel cell holds 32,767, nobody reads so many."""

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def clean(text: str) -> str:
    """The text without what XML forbids, and with what Excel would take for an escape kept."""
    return _ESCAPE.sub("_x005F_", _FORBIDDEN.sub("□", shortened(text, LONGEST)))


def shortened(text: str, longest: int) -> str:
    """The text, cut with … if it is longer than that."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
