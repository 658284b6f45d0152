"""How a job says how far it is; a face shows it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told at the beginning of each stage and at each piece of work done."""

    def stage(self, name: str, total: int) -> None:
        """A new stage begins, with so many pieces."""
        ...

    def advance(self) -> None:
        """One piece of the stage is done."""
        ...


class Silent:
    """Says nothing."""

    def stage(self, name: str, total: int) -> None: ...

    def advance(self) -> None: ...
