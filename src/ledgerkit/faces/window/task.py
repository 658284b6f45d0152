"""What the window does, and what it tells of it: a check or a month, with no widget in sight."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ledgerkit.faces.ending import GOOD, MUST_MEND
from ledgerkit.faces.folding import Fold
from ledgerkit.findings.messages import where
from ledgerkit.intake.inbox import RECEIVED
from ledgerkit.model.finding import Severity
from ledgerkit.model.period import Month
from ledgerkit.model.progress import Progress
from ledgerkit.office import FILE_NAME
from ledgerkit.run.store import ResultsUnwritable

COPIES = "批注副本"
_MIDDLE = 15
"""Until this day of a month the month before it is the one that is being reported."""


@dataclass(frozen=True)
class FindingLine:
    """One finding: its weight, its place, and what stands there with what to do."""

    severity: Severity
    place: str
    text: str


@dataclass(frozen=True)
class Part:
    """What is told of one file, or under another heading; ``lines`` follow the findings."""

    heading: str
    findings: tuple[FindingLine, ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What came of a task; ``text`` is what the command line prints of it, to be copied."""

    parts: tuple[Part, ...]
    closing: tuple[str, ...]
    text: str
    status: int
    copies: tuple[Path, ...] = ()
    """The marked copies that were written."""
    results: Path | None = None
    """The folder of the results."""


class Task(Protocol):
    """Something to be done with progress."""

    @property
    def title(self) -> str:
        """What is being done, to what."""
        ...

    def run(self, progress: Progress) -> Result:
        """Do it."""
        ...


@dataclass(frozen=True)
class CheckTask:
    """Check files and folders, and write their marked copies into a folder beside them."""

    paths: Sequence[Path]
    here: Path | None = None
    """The folder of the script that was used: its 名录 counts where the files lie in no office."""

    @property
    def title(self) -> str:
        """What is checked."""
        more = f" 等 {len(self.paths)} 项" if len(self.paths) > 1 else ""
        return f"检查 {self.paths[0].name or self.paths[0]}{more}"

    def run(self, progress: Progress) -> Result:
        """Check as ``ledgerkit check`` does."""
        from ledgerkit.faces.commands import check
        from ledgerkit.run.check import run_check

        office = office_of(self.paths[0]) or (self.here and office_of(self.here))
        for out in _copies_beside(self.paths):
            with contextlib.suppress(ResultsUnwritable):
                report = run_check(self.paths, office, out=out, progress=progress)
                break
        else:
            out, report = None, run_check(self.paths, office, progress=progress)
        copies = tuple(out / stored.path for stored in report.copies) if out else ()
        return Result(
            tuple(
                Part(path, tuple(map(finding_line, folds)), _lines(check.repaired(report, path)))
                for path, folds in check.by_file(report)
            ),
            tuple(check.closing(report)),
            "\n".join(check.lines(report)),
            MUST_MEND if report.must else GOOD,
            copies,
            out if copies else None,
        )


@dataclass(frozen=True)
class MonthTask:
    """Run a month on an office folder."""

    folder: Path
    month: Month
    today: dt.date

    @property
    def title(self) -> str:
        """Which month of which folder."""
        return f"汇总 {self.month} · {self.folder.resolve().name}"

    def run(self, progress: Progress) -> Result:
        """Run as ``ledgerkit month`` does."""
        from ledgerkit.faces.commands import period
        from ledgerkit.run.month import run_month

        as_of = min(self.today, self.month.last)
        report = run_month(self.folder, self.month, as_of, progress=progress)
        notes = tuple(period.notes(report))
        headed = (("要留意的", notes), ("写出的文件", tuple(period.written(report))))
        return Result(
            tuple(Part(heading, (), lines) for heading, lines in headed if lines),
            tuple(period.closing(report)),
            "\n".join(period.lines(report)),
            GOOD,
            (),
            report.folder,
        )


def office_of(path: Path) -> Path | None:
    """The office folder that this path is or lies in; None outside of any."""
    path = path.resolve()
    return next((folder for folder in (path, *path.parents) if is_office(folder)), None)


def is_office(folder: Path) -> bool:
    """Whether this is an office folder, as ``ledgerkit new`` makes it."""
    return (folder / FILE_NAME).is_file() and (folder / RECEIVED).is_dir()


def months(today: dt.date) -> tuple[Month, Month]:
    """The two months that may be meant, the likelier one first."""
    this = Month.of(today)
    last = this.shift(-1)
    return (last, this) if today.day <= _MIDDLE else (this, last)


def finding_line(fold: Fold) -> FindingLine:
    """A finding taken apart at its place, for a list that is easier to read than one line."""
    place = where(fold.first.place, fold.first.column)
    return FindingLine(fold.first.severity, place, fold.message.removeprefix(f"{place}:"))


def _lines(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _copies_beside(paths: Sequence[Path]) -> Iterator[Path]:
    """Where marked copies may go: beside what is checked, else where everybody may write.

    Never into a folder that is checked: they would be read as workbooks the next time. Of an office
    folder only 收件 is read.
    """
    checked = [path.resolve() for path in paths if path.is_dir()]
    office = office_of(paths[0])
    if office:
        yield office / COPIES
    elif not any(paths[0].resolve().parent.is_relative_to(folder) for folder in checked):
        yield paths[0].resolve().parent / COPIES
    yield Path.home() / f"ledgerkit {COPIES}"
