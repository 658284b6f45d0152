"""What the modules of a package declare, found without a list, and refused where two clash."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import TypeVar

from ledgerkit.model.table import DeclarationError

T = TypeVar("T")


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Every module of a package, by name."""
    for module in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{module.name}")


def refuse_twice(what: str, claims: list[str]) -> None:
    """DeclarationError where two declarations claim the same place."""
    twice = [claim for claim, times in Counter(claims).items() if times > 1]
    if twice:
        raise DeclarationError(f"{what}重复: {'、'.join(twice)}")


def in_order(leaders: Mapping[T, T | None], name: Callable[[T], str] = str) -> list[T]:
    """Each declaration behind the one that it comes after (None: it says nothing of its place).

    Those that say nothing and that none comes after stand last. Of several behind the same one,
    those that none comes after stand first: a new one is placed where it says. Equal claims keep
    the order given. DeclarationError for a ring and for a leader that does not exist.
    """
    followers: dict[T | None, list[T]] = defaultdict(list)
    for follower, leader in leaders.items():
        followers[leader].append(follower)

    def behind(leader: T) -> Iterator[T]:
        yield leader
        for follower in sorted(followers.get(leader, ()), key=lambda own: own in followers):
            yield from behind(follower)

    first = sorted(followers[None], key=lambda own: own not in followers)
    placed = [declared for leader in first for declared in behind(leader)]
    if lost := [name(declared) for declared in leaders if declared not in placed]:
        raise DeclarationError(f"次序排不出来,after 互相指着或指向没有的: {'、'.join(lost)}")
    return placed
