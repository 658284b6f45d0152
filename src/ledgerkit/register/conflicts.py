"""Settles the keys one by one and notes the fate of every row on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ledgerkit.model.register import Change, Conflict, Entry, Fate, Rulings
from ledgerkit.model.row import Row
from ledgerkit.register.compare import changes, claim, digest, same
from ledgerkit.register.version import Candidate

_Alike = list[Candidate]
"""Candidates that say the same; the first of them speaks for all."""


@dataclass
class Settling:
    """What has been settled so far; ``rulings`` are the office's."""

    rulings: Rulings
    fates: dict[tuple[int, int], Fate] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    replaced: list[Row] = field(default_factory=list)

    def settle(self, key: str, candidates: Sequence[Candidate]) -> Entry:
        """The entry that stands for a key."""
        before = len(self.conflicts)
        candidates = sorted(candidates, key=lambda one: one.where)
        own = [self._latest(key, rows) for rows in _by_owner(candidates)]
        standing = _told_apart(sorted(own, key=lambda one: one.where))
        winner = self._winner(key, standing)
        self.fates[winner[0].at] = Fate.MERGED
        for alike in standing:
            self._identical(alike[1:])
            if alike is not winner:
                self._return(key, winner[0], alike[0])
        return winner[0].entry(disputed=any(not one.ruled for one in self.conflicts[before:]))

    def _latest(self, key: str, candidates: list[Candidate]) -> Candidate:
        """The row that one owner means, after all versions in the order in which they were sent.

        What was claimed in an earlier version, beside or instead of it, is superseded.
        """
        ordered = sorted(candidates, key=lambda one: one.sent)
        standing: _Alike = []
        rivals: list[_Alike] = []
        for _, group in groupby(ordered, key=lambda one: one.version):
            claims = _told_apart(group)
            for rival in rivals:
                self._supersede(rival)
            confirmed = standing and any(same(standing[0].row, one[0].row) for one in claims)
            if confirmed:
                again, claims = _parted(claims, standing)
                standing = [*standing, *again]
                claims.insert(0, standing)
            winner = self._winner(key, claims)
            if standing and not confirmed:
                self.changes += changes(key, standing[0].row, winner[0].row)
                self._supersede(standing)
            standing, rivals = winner, [one for one in claims if one is not winner]
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

    def _identical(self, candidates: Iterable[Candidate]) -> None:
        for candidate in candidates:
            self.fates[candidate.at] = Fate.IDENTICAL

    def _supersede(self, alike: _Alike) -> None:
        self.fates[alike[0].at] = Fate.SUPERSEDED
        self._identical(alike[1:])
        self.replaced += [one.row for one in alike]

    def _return(self, key: str, standing: Candidate, returned: Candidate) -> None:
        self.fates[returned.at] = Fate.RETURNED
        late = returned.sent < standing.sent
        pair = (returned, standing) if late else (standing, returned)
        about = claim(key, *(one.row for one in pair))
        ruled = self.rulings.get(about.unordered) == digest(standing.row)
        self.conflicts.append(
            Conflict(key, standing.row, returned.row, about, ruled=ruled, returned_first=late)
        )


def _by_owner(candidates: Sequence[Candidate]) -> Iterable[list[Candidate]]:
    owners: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        owners.setdefault(candidate.row.owner, []).append(candidate)
    return owners.values()


def _told_apart(candidates: Iterable[Candidate]) -> list[_Alike]:
    """The candidates in their order, those that say the same together."""
    found: list[_Alike] = []
    for candidate in candidates:
        alike = next(_saying(found, candidate), None)
        if alike is None:
            found.append([candidate])
        else:
            alike.append(candidate)
    return found


def _parted(claims: Sequence[_Alike], standing: _Alike) -> tuple[_Alike, list[_Alike]]:
    """The candidates that say what stands, and the other claims."""
    again = [one for own in claims if same(standing[0].row, own[0].row) for one in own]
    return again, [one for one in claims if not same(standing[0].row, one[0].row)]


def _saying(found: Sequence[_Alike], candidate: Candidate) -> Iterator[_Alike]:
    return (alike for alike in found if same(alike[0].row, candidate.row))
