"""The one base of everything that the kit raises on purpose."""

from __future__ import annotations

from typing import ClassVar


class LedgerkitError(Exception):
    """What was asked for cannot be done; the text says why, and what to do."""

    wording: ClassVar[str] = "{}"
    """What is said; the braces take what was raised with it."""

    def __str__(self) -> str:
        return self.wording.format(*(self.args or ("",)))


class WrongCall(LedgerkitError, ValueError):
    """What the caller handed over cannot be meant so."""


class NotThere(WrongCall, FileNotFoundError):
    """A file or folder that the caller named is not there, or is not what it should be."""
