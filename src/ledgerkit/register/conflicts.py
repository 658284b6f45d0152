"""Decides key by key which row stands, and notes the fate of every row on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ledgerkit.model.register import CellChange, Conflict, Entry, Fate, Rulings
from ledgerkit.model.row import Row
from ledgerkit.register.compare import changes, claim, digest, same
from ledgerkit.register.version import RowVersion

_Alike = list[RowVersion]
"""Versions that say the same; the first of them speaks for all."""


@dataclass
class Decisions:
    """What has been decided so far; ``rulings`` are the office's."""

    rulings: Rulings
    fates: dict[tuple[int, int], Fate] = field(default_factory=dict)
    changes: list[CellChange] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    replaced: list[Row] = field(default_factory=list)

    def decide(self, key: str, versions: Sequence[RowVersion]) -> Entry:
        """The entry that stands for a key."""
        before = len(self.conflicts)
        versions = sorted(versions, key=lambda version: version.where)
        latest = [self._latest(key, own) for own in _by_owner(versions)]
        standing = _grouped(sorted(latest, key=lambda version: version.where))
        winner = self._winner(key, standing)
        self.fates[winner[0].at] = Fate.MERGED
        for alike in standing:
            self._identical(alike[1:])
            if alike is not winner:
                self._return(key, winner[0], alike[0])
        undecided = any(not conflict.ruled for conflict in self.conflicts[before:])
        return winner[0].entry(disputed=undecided)

    def _latest(self, key: str, versions: list[RowVersion]) -> RowVersion:
        """The row that one owner means, after all versions in the order in which they were sent.

        What was claimed in an earlier version, beside or instead of it, is superseded.
        """
        ordered = sorted(versions, key=lambda version: version.order)
        standing: _Alike = []
        rivals: list[_Alike] = []
        for _, group in groupby(ordered, key=lambda version: version.sent):
            claims = _grouped(group)
            for rival in rivals:
                self._supersede(rival)
            confirmed = standing and any(_is_same(standing, alike) for alike in claims)
            if confirmed:
                again, claims = _parted(claims, standing)
                standing = [*standing, *again]
                claims.insert(0, standing)
            winner = self._winner(key, claims)
            if standing and not confirmed:
                self.changes += changes(key, standing[0].row, winner[0].row)
                self._supersede(standing)
            standing, rivals = winner, [alike for alike in claims if alike is not winner]
        self._identical(standing[1:])
        for rival in rivals:
            self._return(key, standing[0], rival[0])
            self._identical(rival[1:])
        return standing[0]

    def _winner(self, key: str, claims: Sequence[_Alike]) -> _Alike:
        """The first, unless the office has ruled for another."""
        winner, *others = claims
        for other in others:
            about = claim(key, winner[0].row, other[0].row)
            if self.rulings.get(about.unordered) == about.second:
                winner = other
        return winner

    def _identical(self, versions: Iterable[RowVersion]) -> None:
        for version in versions:
            self.fates[version.at] = Fate.IDENTICAL

    def _supersede(self, alike: _Alike) -> None:
        self.fates[alike[0].at] = Fate.SUPERSEDED
        self._identical(alike[1:])
        self.replaced += [version.row for version in alike]

    def _return(self, key: str, standing: RowVersion, returned: RowVersion) -> None:
        self.fates[returned.at] = Fate.RETURNED
        first = returned.order < standing.order
        pair = (returned, standing) if first else (standing, returned)
        about = claim(key, *(version.row for version in pair))
        ruled = self.rulings.get(about.unordered) == digest(standing.row)
        self.conflicts.append(
            Conflict(key, standing.row, returned.row, about, ruled=ruled, returned_first=first)
        )


def _by_owner(versions: Sequence[RowVersion]) -> Iterable[list[RowVersion]]:
    owners: dict[str, list[RowVersion]] = {}
    for version in versions:
        owners.setdefault(version.row.owner, []).append(version)
    return owners.values()


def _grouped(versions: Iterable[RowVersion]) -> list[_Alike]:
    """The versions in their order, those that say the same together."""
    found: list[_Alike] = []
    for version in versions:
        alike = next((alike for alike in found if same(alike[0].row, version.row)), None)
        if alike is None:
            found.append([version])
        else:
            alike.append(version)
    return found


def _parted(claims: Sequence[_Alike], standing: _Alike) -> tuple[_Alike, list[_Alike]]:
    """The versions that say what stands, and the other claims."""
    again = [version for alike in claims if _is_same(standing, alike) for version in alike]
    return again, [alike for alike in claims if not _is_same(standing, alike)]


def _is_same(alike: _Alike, others: _Alike) -> bool:
    return same(alike[0].row, others[0].row)
