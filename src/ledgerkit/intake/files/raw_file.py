"""One received file, read: what it is, the tables in it, their rows and the 填报 block."""

from __future__ import annotations

import datetime as dt
import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from pathlib import Path, PurePosixPath

from python_calamine import CalamineError, PasswordError

from ledgerkit.findings import messages
from ledgerkit.intake.files.kinds import FileKind, kind_of
from ledgerkit.intake.files.sheets import CellGrid, grids
from ledgerkit.intake.files.workbook_zip import WorkbookZip
from ledgerkit.intake.tables.filing_block import entries, gather
from ledgerkit.intake.tables.finder import Finder, Found
from ledgerkit.intake.tables.headers import normalise
from ledgerkit.intake.tables.rows import body
from ledgerkit.model.classification import marking
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.place import address
from ledgerkit.model.submission import FileProblem, FileState, Filled, RawFile, RawTable
from ledgerkit.model.table import Table
from ledgerkit.office import Office
from ledgerkit.workbooks.package import DAMAGED_ZIP

FILE_LIMIT = 200 * 1024 * 1024
"""Bytes of the largest file that is looked into."""

_CLASSIFIED = "密"
"""What every marking holds: looked for first, as it is rare."""
_PASSED_OVER = frozenset(("thumbs.db", "desktop.ini", ".ds_store"))


def read_file(path: Path, relative: str, tables: Sequence[type[Table]], office: Office) -> RawFile:
    """What stands in a file, without judging it; bad input gives a ``problem``, never an error.

    ``relative`` is the path that findings name. Ledgers are found in any sheet by their headers,
    other tables (those of 名录.xlsx) only in the sheet that bears their name.
    """
    try:
        modified = dt.datetime.fromtimestamp(path.stat().st_mtime)
        raw = RawFile(relative, _sha256(path), modified, "", FileState.MERGED)
        if _is_passed_over(path.name):
            return replace(raw, state=FileState.SKIPPED)
        size = path.stat().st_size
        if size > FILE_LIMIT:
            return _unreadable(
                raw, FileProblem("file-too-big", (("size", messages.megabytes(size)),))
            )
        data = path.read_bytes()
    except OSError:
        raw = RawFile(relative, "", dt.datetime.min, "", FileState.MERGED)
        if _is_passed_over(path.name):
            return replace(raw, state=FileState.SKIPPED)
        return _unreadable(raw, FileProblem("file-inaccessible"))
    kind = kind_of(data, relative)
    raw = replace(raw, kind=kind.name)
    if kind.problem:
        return _unreadable(raw, kind.problem)
    opened = _open(data, kind)
    if isinstance(opened, FileProblem):
        return _unreadable(raw, opened)
    if opened.is_ours:
        return replace(raw, state=FileState.SKIPPED)
    return _tables(raw, opened, tables, office)


def sheets_of(data: bytes, name: str) -> list[CellGrid] | FileProblem:
    """The sheets of a workbook of ours or of anybody, or why they cannot be had."""
    kind = kind_of(data, name)
    opened = kind.problem or _open(data, kind)
    return opened if isinstance(opened, FileProblem) else opened.sheets


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_passed_over(name: str) -> bool:
    """Lock files of Excel and WPS, and what the file managers leave behind."""
    return name.startswith(("~$", ".~")) or name.lower() in _PASSED_OVER


def _unreadable(raw: RawFile, problem: FileProblem) -> RawFile:
    other = problem.code in ("file-not-workbook", "file-unrecognised")
    state = FileState.UNRECOGNISED if other else FileState.UNREADABLE
    return replace(raw, state=state, problem=problem)


@dataclass(frozen=True)
class _Opened:
    sheets: list[CellGrid]
    book: str = ""
    is_ours: bool = False
    """A findings workbook of ours, put where the received files are."""


def _open(data: bytes, kind: FileKind) -> _Opened | FileProblem:
    """The sheets of a workbook, or why they cannot be had."""
    try:
        package = None if kind.name == "xls" else WorkbookZip(data)
        if package and (problem := package.examine()):
            return problem
        if package and package.is_findings_list:
            return _Opened([], is_ours=True)
        return _Opened(list(grids(data, package)), package.book if package else "")
    except PasswordError:
        return FileProblem("file-encrypted")
    except (CalamineError, ET.ParseError, *DAMAGED_ZIP):
        return FileProblem("file-damaged")
    except BaseException as error:
        # calamine's Rust panics arrive as a BaseException of a class that cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        return FileProblem("file-crashes")


def _tables(
    raw: RawFile, opened: _Opened, tables: Sequence[type[Table]], office: Office
) -> RawFile:
    finder = Finder(tables, office, opened.book)
    titles = [normalise(name) for table in tables for name in (table.name, *table.aliases)]
    found: list[RawTable] = []
    above: list[tuple[str, Filled]] = []
    below: list[tuple[str, Filled]] = []
    for grid in opened.sheets:
        previous = 0
        for header, end in _with_ends(finder, grid):
            under = body(grid, header, end, raw.path, titles)
            own: list[tuple[str, Filled]] = []
            if issubclass(header.table, Ledger):
                own = list(entries(grid, range(previous, header.top)))
                above += own
                below += entries(grid, under.asides)
            previous = end
            found.append(
                RawTable(
                    header.table,
                    under.layout,
                    header.header_cell,
                    under.rows,
                    header.extra,
                    header.repeated,
                    gather(own, ()),
                )
            )
    if not found:
        near = messages.nearest_tables(finder.nearest)
        facts = (("nearest", near or messages.nearest(_named(raw.path, tables))),)
        return _unreadable(raw, FileProblem("file-unrecognised", facts))
    marked = tuple(chain.from_iterable(map(_classified_cells, opened.sheets)))
    return replace(raw, tables=tuple(found), block=gather(above, below), marks=marked)


def _classified_cells(grid: CellGrid) -> Iterator[Filled]:
    """Every cell that bears a marking of classified papers; under a merge only its top left."""
    for row, values in enumerate(grid.rows):
        for column, value in enumerate(values):
            if isinstance(value, str) and _CLASSIFIED in value and marking(value):
                if (row, column) not in grid.covered:
                    yield Filled(value, grid.name, address(row, column))


def _with_ends(finder: Finder, grid: CellGrid) -> Iterator[tuple[Found, int]]:
    """Each header of a sheet with the row where its table ends, exclusive."""
    headers = list(finder.find(grid))
    yield from ((header, after.top) for header, after in pairwise(headers))
    if headers:
        yield headers[-1], len(grid.rows)


def _named(path: str, tables: Sequence[type[Table]]) -> str | None:
    """The table that the file's name mentions."""
    name = normalise(PurePosixPath(path).stem[:40])
    return next(
        (
            table.name
            for table in tables
            if any(normalise(title) in name for title in (table.name, *table.aliases))
        ),
        None,
    )
