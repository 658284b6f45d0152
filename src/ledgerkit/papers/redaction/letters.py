"""Everything that a template may print of a letter: strings at any depth, read or masked."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TypeVar, cast

from ledgerkit.model.document import Letter
from ledgerkit.papers.redaction.context import RedactionContext

T = TypeVar("T")
_SILENT = (int, float, dt.date, dt.time, type(None), Enum)
"""Values that hold no name; a number is a count or a date."""


def masked(letter: Letter, context: RedactionContext) -> Letter:
    """The letter as its recipient may read it: others' names and all private numbers hidden."""
    return _through(letter, context.reader(letter.recipient))


def texts(letter: Letter) -> tuple[str, ...]:
    """Every string that the letter holds, in its order."""
    found: list[str] = []

    def read(text: str) -> str:
        found.append(text)
        return text

    _through(letter, read)
    return tuple(found)


def _through(letter: Letter, change: Callable[[str], str]) -> Letter:
    return dataclasses.replace(
        letter, context=_changed(letter.context, change), charts=_changed(letter.charts, change)
    )


def _changed(value: T, change: Callable[[str], str]) -> T:
    """The same shape with every string changed.

    TypeError for a value that cannot be looked into, so that nothing passes unseen.
    """
    made: object
    if isinstance(value, str):
        made = change(value)
    elif isinstance(value, _SILENT):
        made = value
    elif isinstance(value, tuple | list):
        made = type(value)(_changed(member, change) for member in value)
    elif isinstance(value, Mapping):
        made = {_key(name, change): _changed(member, change) for name, member in value.items()}
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = (field.name for field in dataclasses.fields(value) if field.init)
        made = dataclasses.replace(
            value, **{name: _changed(getattr(value, name), change) for name in fields}
        )
    else:
        raise TypeError(f"cannot be looked into: {type(value).__name__}")
    return cast(T, made)


def _key(name: object, change: Callable[[str], str]) -> object:
    """A name that the template's tags use stays; anything else is text as well."""
    used = isinstance(name, str) and name.isascii() and name.isidentifier()
    return name if used else _changed(name, change)
