"""Names in running text, found whole whatever their blanks, width and capitals."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ledgerkit.text import INVISIBLE, fold

_CUT = "…"
_LEAST_OF_A_CUT_NAME = 3

Found = tuple[int, str]
"""How much of the folded text a name takes, and the name."""


@dataclass(frozen=True)
class MaskedNames:
    """Names and what is printed in their place (None: the name itself).

    The longest name that begins at a place wins, so that none is taken for a part of another.
    """

    instead: Mapping[str, str | None]

    @cached_property
    def _instead(self) -> Mapping[str, str | None]:
        return {folded: put for name, put in self.instead.items() if (folded := fold(name))}

    @cached_property
    def _by_first(self) -> Mapping[str, list[str]]:
        """First character → the folded names that begin with it, the longest first."""
        found: dict[str, list[str]] = {}
        for name in sorted(self._instead, key=lambda name: (-len(name), name)):
            found.setdefault(name[0], []).append(name)
        return found

    def masked(self, text: str, keep: Collection[str] = ()) -> str:
        """The text with the names replaced; those of ``keep`` (folded) stay."""
        if self._by_first.keys().isdisjoint(unicodedata.normalize("NFKC", text).lower()):
            return text
        folded, places = _folded(text)
        parts: list[str] = []
        done = 0
        for start, length, put in self._places(folded, keep):
            parts += [text[done : places[start]], put]
            done = places[start + length - 1] + 1
        return "".join([*parts, text[done:]])

    def _places(self, folded: str, keep: Collection[str]) -> Iterator[tuple[int, int, str]]:
        """(place, length, what is printed) of each name that goes, from left to right."""
        at = 0
        while at < len(folded):
            found = self._at(folded, at)
            if found is None:
                at += 1
                continue
            length, name = found
            put = self._printed(name, keep)
            if put is None:
                at = self._overlapped(folded, at, length, keep)
                continue
            yield at, length, put
            at += length

    def _printed(self, name: str, keep: Collection[str]) -> str | None:
        return None if name in keep else self._instead[name]

    def _at(self, folded: str, at: int) -> Found | None:
        """The longest name at a place, whole or cut short by “…”."""
        for name in self._by_first.get(folded[at], ()):
            if folded.startswith(name, at):
                return len(name), name
            if length := _cut_short(folded, at, name):
                return length, name
        return None

    def _overlapped(self, folded: str, at: int, length: int, keep: Collection[str]) -> int:
        """Where to go on after a name that stays: its end, or a name that goes and begins in it."""
        end = at + length
        for inside in range(at + 1, end):
            found = self._at(folded, inside)
            if found and inside + found[0] > end and self._printed(found[1], keep) is not None:
                return inside
        return end


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as names are compared, but with its line breaks; and where each sign stood."""
    characters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        if character != "\n" and (character.isspace() or ord(character) in INVISIBLE):
            continue
        plain = character if character == _CUT else unicodedata.normalize("NFKC", character).lower()
        characters += plain
        places += [at] * len(plain)
    return "".join(characters), places


def _cut_short(folded: str, at: int, name: str) -> int:
    """How much of a name stands before the “…” of a text that was cut; 0 where none does."""
    cut = folded.find(_CUT, at, at + len(name))
    long = cut - at >= _LEAST_OF_A_CUT_NAME
    return cut - at if long and name.startswith(folded[at:cut]) else 0
