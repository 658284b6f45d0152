"""What one received file is: who sent it, for which month, and the tables found in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ledgerkit.model.finding import Finding
from ledgerkit.model.period import Month
from ledgerkit.model.place import Origin
from ledgerkit.model.repair import Repair
from ledgerkit.model.row import Cell, Layout, RawRow, Row
from ledgerkit.model.table import Table


class FileState(StrEnum):
    """What became of a file (the run record's ``state``)."""

    MERGED = "merged"
    ZERO_REPORT = "zero_report"
    UNREADABLE = "unreadable"
    UNRECOGNISED = "unrecognised"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Filled:
    """One entry of the 填报 block: what was typed and in which cell."""

    value: Cell
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Header:
    """A header cell as it stands: the text typed and its address."""

    text: str
    cell: str


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table found in a sheet, as it was typed.

    ``header_cell`` is the address of the header row's first cell; ``extra`` holds headers that no
    column answers to; ``repeated`` holds second headers of a column that was already found;
    ``block`` holds the entries of the 填报 block that stands above this very table.
    """

    table: type[Table]
    layout: Layout
    header_cell: str
    rows: tuple[RawRow, ...]
    extra: tuple[Header, ...] = ()
    repeated: tuple[Header, ...] = ()
    block: Mapping[str, Filled] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Why a file could not be read, as a finding's code and the facts its message needs."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RawFile:
    """What ``read_file`` gives for one file.

    ``block`` holds the entries of the 填报 block by label (填报单位, 填报月份, 填表人, 填报日期,
    本月无); labels that stand nowhere in the file are absent.
    """

    path: str
    sha256: str
    modified: dt.datetime
    kind: str
    state: FileState
    tables: tuple[RawTable, ...] = ()
    block: dict[str, Filled] = field(default_factory=dict)
    problem: FileProblem | None = None
    marks: tuple[Filled, ...] = ()
    """Cells that are marked 秘密, 机密 or 绝密, in any of its sheets."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What ``check_file`` makes of a RawFile: typed rows and the findings on this file alone."""

    raw: RawFile
    unit: str | None
    """Full name of the unit or point that sent it, None where it cannot be told."""
    month: Month | None
    filed_on: dt.date | None
    nothing: bool
    """本月无 = 是."""
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    repairs: tuple[Repair, ...] = ()
    """Cells that were read as something other than what was typed, each address once."""
    secret: frozenset[Origin] = frozenset()
    """The rows that are marked 秘密, 机密 or 绝密: no document tells them."""

    @property
    def path(self) -> str:
        return self.raw.path

    @property
    def ledgers(self) -> tuple[str, ...]:
        """The names of the ledgers found in the file, each once, in the file's order."""
        return tuple(dict.fromkeys(table.table.name for table in self.raw.tables))

    @property
    def state(self) -> FileState:
        """The state for the run record: without rows and with 本月无 a file is a 零报告."""
        if self.raw.state is FileState.MERGED and self.nothing and not self.rows:
            return FileState.ZERO_REPORT
        return self.raw.state
