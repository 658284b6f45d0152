"""Long lists of numbers, cut so that every one of them can be read on the sheet."""

from __future__ import annotations

from collections.abc import Sequence

from ledgerkit.workbooks.summary.texts import LONGEST, pieces

KEYS_IN_A_CELL = 60
"""About a dozen lines; Excel shows no row higher than 27 lines of text."""


def portions(keys: Sequence[str]) -> list[str]:
    """All the keys joined by 、, in as many texts as cells are needed; one, empty, without any."""
    cells = [
        "、".join(keys[at : at + KEYS_IN_A_CELL]) for at in range(0, len(keys), KEYS_IN_A_CELL)
    ]
    return [piece for cell in cells for piece in pieces(cell, LONGEST)] or [""]
