"""What a ledger declares about the rows that its own rows refer to, or that refer to them.

These checks need other files: they are silent where the other ledger is not at hand, and where
any version of the other row agrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledgerkit.model.columns import Choice, Column, Date, Linked


@dataclass(frozen=True)
class NotBeforeReferenced:
    """The day in ``later`` must not lie before ``earlier`` of the row that ``via`` names.

    ``only`` restricts to rows whose column holds the word: (column, word).
    """

    later: Date
    via: Linked
    earlier: Date
    only: tuple[Choice, str] | None = None


@dataclass(frozen=True)
class SameAsReferenced:
    """``column`` must share an entry with ``other`` of the row that ``via`` names."""

    column: Column[Any]
    via: Linked
    other: Column[Any]


@dataclass(frozen=True)
class NeededInLinked:
    """Where ``when`` holds one of ``words``, a row of another ledger refers here and has all these
    ``columns``, readable or not.
    """

    columns: tuple[Column[Any], ...]
    when: Choice
    words: tuple[str, ...]


ReferenceCheck = NotBeforeReferenced | SameAsReferenced | NeededInLinked
