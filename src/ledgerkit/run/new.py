"""``ledgerkit new``: an office folder with everything that an office needs to begin.

With a month, each workbook comes with what its unit or point has open: nobody retypes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ledgerkit import office as offices
from ledgerkit import rules
from ledgerkit.intake.inbox import RECEIVED, received_files
from ledgerkit.ledgers import catalog
from ledgerkit.model.filenames import stem
from ledgerkit.model.ledger import Book
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.progress import Progress, Silent
from ledgerkit.model.register import Entry
from ledgerkit.model.row import UNCALCULATED, Row
from ledgerkit.office import FILE_NAME, Office
from ledgerkit.run.directory import load_office
from ledgerkit.run.launchers import launchers
from ledgerkit.run.reckon import RESULTS, reckon
from ledgerkit.run.store import ResultsUnwritable, write_atomically
from ledgerkit.workbooks import blank

BLANKS = "空白表"


@dataclass(frozen=True)
class NewReport:
    """What was made, and how much was already there."""

    folder: Path
    made: tuple[str, ...]
    kept: int
    carried: int = 0
    """How many open rows stand in the workbooks that were made."""

    def __repr__(self) -> str:
        return (
            f"NewReport(made={len(self.made)}, kept={self.kept}, carried={self.carried}, "
            f"folder={self.folder.as_posix()!r})"
        )


def make_office(
    folder: Path,
    month: Month | None = None,
    as_of: dt.date | None = None,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> NewReport:
    """Make an office folder, or add to one what it lacks; nothing that is there is touched.

    What was received up to the month before ``month`` and is open at the end of ``as_of`` (the
    last day of that month by default) is filled in. DirectoryUnreadable if its 名录.xlsx cannot be
    read, ResultsUnwritable if nothing can be made.
    """
    progress = progress or Silent()
    made: list[str] = []
    kept = carried = 0

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
    open_items = _open_items(folder, month, as_of, jobs=jobs, progress=progress) if month else {}
    wanted = list(_wanted(office, month, open_items))
    progress.stage("写出空白表", len(wanted))
    for name, book, filer in wanted:
        rows = _rows(book, open_items.get(filer, {}))
        carried += 0 if (folder / name).exists() else sum(map(len, rows.values()))
        put(name, partial(blank.build, book, office, unit=filer, month=month, rows=rows))
        progress.advance()
    return NewReport(folder, tuple(made), kept, carried)


def _open_items(
    folder: Path, month: Month, as_of: dt.date | None, *, jobs: int | None, progress: Progress
) -> rules.OpenItems:
    """What was received up to the month before and is open, by whose it is."""
    if not received_files(folder):
        return {}
    before = Period.holding(month.shift(-1), Cycle.MONTH)
    run = reckon(folder, before, as_of or before.last, jobs=jobs, progress=progress)
    return rules.open_items(run.context)


def _rows(book: Book, items: Mapping[str, Sequence[Entry]]) -> dict[str, list[Row]]:
    """The rows by ledger that a workbook is handed out with.

    One with a formula that has no result waits until its file was saved: sent back with a blank, it
    would replace what nobody has seen yet.
    """
    rows = {
        ledger.name: [
            entry.row for entry in items.get(ledger.name, ()) if _is_calculated(entry.row)
        ]
        for ledger in book.ledgers
    }
    return {name: rows for name, rows in rows.items() if rows}


def _is_calculated(row: Row) -> bool:
    return all(row.raw.typed(column) != UNCALCULATED for column in row.table.filled_in)


def _wanted(
    office: Office, month: Month | None, open_items: rules.OpenItems
) -> Iterator[tuple[str, Book, str]]:
    """(path, book, filer) of every workbook that somebody has to fill, or has rows to carry on."""
    below = f"{BLANKS}/{month}" if month else BLANKS
    marked = f"-{month}" if month else ""
    for book in catalog.books().values():
        carrying = (who for who, own in open_items.items() if _rows(book, own))
        for filer in dict.fromkeys((*office.filers(book.ledgers[0]), *carrying)):
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
        write_atomically(target, data, runnable=target.suffix == ".sh")
    except OSError as error:
        raise ResultsUnwritable(str(target)) from error
