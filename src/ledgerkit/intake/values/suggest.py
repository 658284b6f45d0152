"""Near misses, offered as a question and never made (docs/contract.md#words-to-clerks)."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

ALIKE = 60
"""How alike two texts must be, of 100, for one to be offered in the place of the other."""


@lru_cache(maxsize=4096)
def _closest(text: str, candidates: tuple[str, ...]) -> str | None:
    from rapidfuzz import fuzz, process

    found = process.extractOne(text, candidates, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found else None


def closest(text: str, candidates: Collection[str]) -> str | None:
    """The candidate most like the text, or None where none is like enough."""
    return _closest(text, tuple(candidates))
