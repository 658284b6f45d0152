"""``ledgerkit check``: any files or folders, read and judged; nothing merged into anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ledgerkit import office as offices
from ledgerkit.findings.by_file import FindingsByFile
from ledgerkit.intake.inbox import RECEIVED, ReceivedFile, files_below, received_files, take_in
from ledgerkit.ledgers import catalog
from ledgerkit.model.progress import Progress, Silent
from ledgerkit.model.repair import Repair
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office
from ledgerkit.run import record
from ledgerkit.run.directory import load_office
from ledgerkit.run.examine import examine
from ledgerkit.run.report import CheckReport
from ledgerkit.run.store import Output, Stored, open_results, relative_link
from ledgerkit.workbooks import returned

CHECKED = "检查记录.json"
"""What was written to a folder of copies, so that the next check knows its own from edited ones."""


def run_check(
    paths: Sequence[Path],
    office_folder: Path | None = None,
    *,
    out: Path | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
    instead: Mapping[Path, Path] | None = None,
) -> CheckReport:
    """Check files and folders; with ``out`` marked copies are written there.

    Without an office folder no name is judged, and no reference to ledgers that are not among the
    files. ``instead`` names, for a path, the file to read in its place: what a workbook that is
    open holds now. DirectoryUnreadable if the office's 名录.xlsx cannot be read.
    """
    taken = take(paths, office_folder, instead=instead, jobs=jobs, progress=progress)
    files, submissions = taken.files, taken.submissions
    judged = [name for submission in submissions for name in submission.ledgers]
    if office_folder:
        judged = list(catalog.ledgers())
    examined = examine(submissions, taken.office, dict.fromkeys(judged), around=taken.around)
    repairs = {
        submission.path: submission.repairs for submission in submissions if submission.repairs
    }
    findings = examined.by_file()
    copies = _write_copies(out, files, findings, repairs) if out else []
    return CheckReport(
        {"files": record.of_files(submissions, examined.register, findings)},
        findings,
        examined.register,
        copies,
        repairs,
    )


def _write_copies(
    out: Path,
    files: Sequence[ReceivedFile],
    findings: FindingsByFile,
    repairs: Mapping[str, tuple[Repair, ...]],
) -> list[Stored]:
    """Write the marked copies; those of an earlier check of the same files give way."""
    copies = []
    with open_results(out, CHECKED) as results:
        before = results.previous.outputs
        links = {file: relative_link(out, file.path) for file in files}
        for file, link in links.items():
            own = findings.open_by_file[file.name]
            copy = returned.build(file.path, own, link, repairs.get(file.name, ())) if own else None
            if copy:
                copies.append(results.write(Output(copy.name, copy.data, copy.kind, link)))
        others = [output for output in before if output.recipient not in links.values()]
        results.clear_stale(keep=[output.path for output in others])
        if copies or before:
            kept = results.previous.still_there(others, copies)
            results.record(record.of_copies(copies, kept))
    return copies


@dataclass(frozen=True)
class Taken:
    """What was read: the files meant, and what else their office has received."""

    office: Office
    files: Sequence[ReceivedFile]
    submissions: Sequence[Submission]
    around: Sequence[Submission]


def take(
    paths: Sequence[Path],
    office_folder: Path | None,
    *,
    instead: Mapping[Path, Path] | None = None,
    alone: bool = False,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Taken:
    """Read files and folders, as ``run_check``; what else lies in 收件 too, unless ``alone``."""
    office = load_office(office_folder) if office_folder else offices.default()
    named = {file.path.resolve(): file for file in _named(paths, office_folder)}
    others = received_files(office_folder) if office_folder and not alone else []
    others = [file for file in others if file.path.resolve() not in named]
    now = {path.resolve(): file for path, file in (instead or {}).items()}
    files = [replace(file, path=now.get(path, file.path)) for path, file in named.items()]
    return Taken(
        office,
        files,
        take_in(files, office, jobs=jobs, progress=progress or Silent()),
        take_in(others, office, jobs=jobs, progress=Silent()),
    )


def _named(paths: Sequence[Path], office_folder: Path | None) -> Iterator[ReceivedFile]:
    """Every file meant: relative to the office folder if it lies there, else as it was given."""
    for path in paths:
        found = _found(path)
        for file in found:
            given = path if file.path == path else path / file.name
            yield ReceivedFile(file.path, _name(given, office_folder))


def _found(path: Path) -> list[ReceivedFile]:
    """A file itself; of an office folder what was received; of any other folder all files."""
    if not path.is_dir():
        return [ReceivedFile(path, path.name)]
    return received_files(path) if (path / RECEIVED).is_dir() else files_below(path, path)


def _name(path: Path, office_folder: Path | None) -> str:
    if office_folder and path.resolve().is_relative_to(office_folder.resolve()):
        return path.resolve().relative_to(office_folder.resolve()).as_posix()
    return path.as_posix()
