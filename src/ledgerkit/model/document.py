"""A Word document to be written: what fills the template, for whom, and under which file name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ledgerkit.model.period import Cycle

RunT = TypeVar("RunT", contravariant=True)


@dataclass(frozen=True)
class Chart:
    """Bars by category: ``series`` maps a series' name to its values, one for each category."""

    title: str
    unit: str
    categories: tuple[str, ...]
    series: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Letter:
    """One copy of a document.

    ``stem`` is the file's name without .docx, safe on every system; ``kind`` and ``recipient`` go
    to the run record; ``context`` holds every name that the template's tags may use. A chart
    replaces the template's picture of the same name.
    """

    stem: str
    kind: str
    recipient: str
    context: Mapping[str, object]
    charts: Mapping[str, Chart] = field(default_factory=dict)
    outside: bool = False
    """This copy leaves the government side, though others of its kind may not."""


@dataclass(frozen=True)
class Document(Generic[RunT]):
    """A kind of document: its template in templates/docx and the letters that a run calls for."""

    kind: str
    letters: Callable[[RunT], Iterator[Letter]]
    after: str = ""
    """The kind behind which it stands in the run record and on the screen; "" for the end."""
    cycles: tuple[Cycle, ...] = (Cycle.MONTH,)
    """In which runs it is written: of a month, a quarter, a year."""
    outside: bool = False
    """It leaves the government side: much in it is masked (docs/domain.md#data-protection)."""
    on_request: bool = False
    """It is written only where --documents names it."""

    @property
    def template(self) -> str:
        """The file of its template: it bears the kind's name."""
        return f"{self.kind}.docx"
