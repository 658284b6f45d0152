"""``ledgerkit new``: an office folder with everything that an office needs to begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ledgerkit import catalog
from ledgerkit import office as offices
from ledgerkit.filenames import stem
from ledgerkit.jobs.directory import load_office
from ledgerkit.jobs.intake import RECEIVED
from ledgerkit.jobs.launchers import launchers
from ledgerkit.jobs.month import RESULTS
from ledgerkit.jobs.progress import Progress, Silent
from ledgerkit.model.ledger import Book
from ledgerkit.model.period import Month
from ledgerkit.office import FILE_NAME, Office
from ledgerkit.store import ResultsUnwritable, write_whole
from ledgerkit.write import blank

BLANKS = "空白表"


@dataclass(frozen=True)
class NewReport:
    """What was made, and how much was already there."""

    folder: Path
    made: tuple[str, ...]
    kept: int


def make_office(
    folder: Path, month: Month | None = None, *, progress: Progress | None = None
) -> NewReport:
    """Make an office folder, or add to one what it lacks; nothing that is there is touched.

    DirectoryUnreadable if its 名录.xlsx cannot be read, ResultsUnwritable if nothing can be made.
    """
    progress = progress or Silent()
    made: list[str] = []
    kept = 0

    def put(name: str, build: Callable[[], bytes]) -> None:
        nonlocal kept
        if (folder / name).exists():
            kept += 1
        else:
            _write(folder / name, build())
            made.append(name)

    for name in (RECEIVED, RESULTS):
        _make(folder / name)
    put(FILE_NAME, lambda: blank.build_directory(offices.default()))
    for name, data in launchers().items():
        put(name, partial(bytes, data))
    office = load_office(folder)
    wanted = list(_wanted(office, month))
    progress.stage("写出空白表", len(wanted))
    for name, book, filer in wanted:
        put(name, partial(blank.build, book, office, unit=filer, month=month))
        progress.advance()
    return NewReport(folder, tuple(made), kept)


def _wanted(office: Office, month: Month | None) -> Iterator[tuple[str, Book, str]]:
    """(path, book, filer) of every workbook that somebody has to fill."""
    below = f"{BLANKS}/{month}" if month else BLANKS
    marked = f"-{month}" if month else ""
    for book in catalog.books().values():
        for filer in office.filers(book.ledgers[0]):
            folder = stem(filer)
            yield f"{below}/{folder}/{folder}{marked}-{book.name}.xlsx", book, filer


def blank_workbooks() -> Mapping[str, bytes]:
    """Every file of templates/xlsx, built from the declarations."""
    return blank.templates(list(catalog.books().values()), offices.default())


def write_templates(out: Path) -> list[Path]:
    """Rebuild templates/xlsx from the declarations, below ``out``; ResultsUnwritable."""
    built = blank_workbooks()
    for name, data in built.items():
        _write(out / name, data)
    return [out / name for name in built]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ResultsUnwritable(str(folder)) from error


def _write(target: Path, data: bytes) -> None:
    try:
        write_whole(target, data, runnable=target.suffix == ".sh")
    except OSError as error:
        raise ResultsUnwritable(str(target)) from error
