"""``ledgerkit new``: an office folder with everything that an office needs to begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ledgerkit import catalog
from ledgerkit import office as offices
from ledgerkit.jobs.directory import load_office
from ledgerkit.jobs.intake import RECEIVED
from ledgerkit.jobs.launchers import launchers
from ledgerkit.jobs.month import RESULTS
from ledgerkit.jobs.progress import Progress, Silent
from ledgerkit.model.ledger import Book
from ledgerkit.model.period import Month
from ledgerkit.office import FILE_NAME, Office
from ledgerkit.store import write_whole
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

    DirectoryUnreadable if its 名录.xlsx cannot be read.
    """
    progress = progress or Silent()
    made: list[str] = []
    kept = 0

    def put(name: str, data: bytes) -> None:
        nonlocal kept
        if (folder / name).exists():
            kept += 1
            return
        write_whole(folder / name, data, runnable=name.endswith(".sh"))
        made.append(name)

    for name in (RECEIVED, RESULTS):
        (folder / name).mkdir(parents=True, exist_ok=True)
    put(FILE_NAME, blank.build_directory(offices.default()))
    for name, data in launchers().items():
        put(name, data)
    office = load_office(folder)
    wanted = list(_wanted(office, month))
    progress.stage("写出空白表", len(wanted))
    for name, book, filer in wanted:
        if (folder / name).exists():
            kept += 1
        else:
            put(name, blank.build(book, office, unit=filer, month=month))
        progress.advance()
    return NewReport(folder, tuple(made), kept)


def _wanted(office: Office, month: Month | None) -> Iterator[tuple[str, Book, str]]:
    """(path, book, filer) of every workbook that somebody has to fill."""
    below = f"{BLANKS}/{month}" if month else BLANKS
    marked = f"-{month}" if month else ""
    for book in catalog.books().values():
        for filer in office.filers(book.ledgers[0]):
            yield f"{below}/{filer}/{filer}{marked}-{book.name}.xlsx", book, filer


def blank_workbooks(*, office: Office | None = None) -> Mapping[str, bytes]:
    """Every file of templates/xlsx, built from the declarations."""
    return blank.templates(list(catalog.books().values()), office or offices.default())


def write_templates(out: Path) -> list[Path]:
    """Rebuild templates/xlsx from the declarations, below ``out``."""
    written = []
    for name, data in blank_workbooks().items():
        write_whole(out / name, data)
        written.append(out / name)
    return written
