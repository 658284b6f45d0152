"""``ledgerkit check``: any files or folders, read and judged; nothing merged into anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ledgerkit import catalog
from ledgerkit import office as offices
from ledgerkit.jobs import record
from ledgerkit.jobs.directory import load_office
from ledgerkit.jobs.examine import examine
from ledgerkit.jobs.intake import RECEIVED, Received, files_below, received_files, take_in
from ledgerkit.jobs.month import way
from ledgerkit.jobs.progress import Progress, Silent
from ledgerkit.jobs.report import CheckReport
from ledgerkit.model.submission import Submission
from ledgerkit.store import Output, open_results
from ledgerkit.write import returned


def run_check(
    paths: Sequence[Path],
    office_folder: Path | None = None,
    *,
    out: Path | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> CheckReport:
    """Check files and folders; with ``out`` marked copies are written there.

    Without an office folder no name is judged, and no reference to ledgers that are not among the
    files. DirectoryUnreadable if the office's 名录.xlsx cannot be read.
    """
    progress = progress or Silent()
    office = load_office(office_folder) if office_folder else offices.default()
    files = list({file.path.resolve(): file for file in _named(paths, office_folder)}.values())
    submissions = take_in(files, office, jobs=jobs, progress=progress)
    around: list[Submission] = []
    if office_folder:
        named = {file.path.resolve() for file in files}
        others = [one for one in received_files(office_folder) if one.path.resolve() not in named]
        around = take_in(others, office, jobs=jobs, progress=Silent())
        judged = list(catalog.ledgers())
    else:
        judged = [name for one in submissions for name in one.ledgers]
    examined = examine(submissions, office, dict.fromkeys(judged), around=around)
    repairs = {one.path: one.repairs for one in submissions if one.repairs}
    copies = []
    if out:
        with open_results(out, {}) as results:
            for file in files:
                said, mended = examined.findings[file.name], repairs.get(file.name, ())
                link = way(out, file.path)
                copy = returned.build(file.path, said, link, mended) if said else None
                if copy:
                    copies.append(results.write(Output(copy.name, copy.data, copy.kind)))
    return CheckReport(
        {"files": record.of_files(submissions, examined.register, examined.findings)},
        examined.findings,
        examined.register,
        copies,
        repairs,
    )


def _named(paths: Sequence[Path], office_folder: Path | None) -> Iterator[Received]:
    """Every file meant: relative to the office folder if it lies there, else as it was given."""
    for path in paths:
        found = _found(path)
        for file in found:
            given = path if file.path == path else path / file.name
            yield Received(file.path, _name(given, office_folder))


def _found(path: Path) -> list[Received]:
    """A file itself; of an office folder what was received; of any other folder all files."""
    if not path.is_dir():
        return [Received(path, path.name)]
    return received_files(path) if (path / RECEIVED).is_dir() else files_below(path, path)


def _name(path: Path, office_folder: Path | None) -> str:
    if office_folder and path.resolve().is_relative_to(office_folder.resolve()):
        return path.resolve().relative_to(office_folder.resolve()).as_posix()
    return path.as_posix()
