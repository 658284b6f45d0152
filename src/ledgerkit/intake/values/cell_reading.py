"""What reading one cell gives: a value, or a fault, or both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ledgerkit.model.row import Cell, Value


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding of the catalogue to be made at this cell, with the facts that its wording needs."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A value and the faults met on the way; ``unread`` says that what was typed gave no value."""

    value: Value = None
    faults: tuple[Fault, ...] = ()
    unread: bool = False


EMPTY = Reading()
Reader = Callable[[Cell], Reading]


def failed(code: str, **facts: str) -> Reading:
    """A cell that cannot be read."""
    return Reading(None, (Fault(code, tuple(facts.items())),), unread=True)


def doubtful(value: Value, code: str, **facts: str) -> Reading:
    """A value that somebody should look at."""
    return Reading(value, (Fault(code, tuple(facts.items())),))
