"""What a ledger declares about the rows that its own rows refer to, or that refer to them.

These checks need other files: they are silent where the other ledger is not at hand, and where
any version of the other row agrees.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NotBeforeReferenced:
    """The day in ``later`` must not lie before ``earlier`` of the row that ``via`` names.

    ``only`` restricts to rows whose column holds the word: (column, word).
    """

    later: str
    via: str
    earlier: str
    only: tuple[str, str] | None = None


@dataclass(frozen=True)
class SameAsReferenced:
    """``column`` must share an entry with ``other`` of the row that ``via`` names."""

    column: str
    via: str
    other: str


@dataclass(frozen=True)
class NeededInLinked:
    """Where ``when`` holds one of ``words``, a row of ``ledger`` refers here and has ``columns``.

    All of them in one row, readable or not.
    """

    ledger: str
    columns: tuple[str, ...]
    when: str
    words: tuple[str, ...]


ChainCheck = NotBeforeReferenced | SameAsReferenced | NeededInLinked
