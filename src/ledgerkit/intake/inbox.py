"""From 收件, the folder of received files, to submissions: each file checked in a worker."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ledgerkit.findings import messages
from ledgerkit.intake.files.raw_file import read_file
from ledgerkit.intake.values.file_checks import check_file
from ledgerkit.intake.workers import each
from ledgerkit.ledgers import catalog
from ledgerkit.model.period import Month
from ledgerkit.model.progress import Progress
from ledgerkit.model.submission import FileProblem, FileState, RawFile, Submission
from ledgerkit.office import Office

RECEIVED = "收件"
SECONDS = 10.0
"""How long one file may take to be read."""
_FAILED = {"crashed": "file-crashes", "timeout": "file-too-slow", "memory": "file-too-big"}


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file to be read, and the path under which findings name it."""

    path: Path
    name: str


def received_files(office_folder: Path) -> list[ReceivedFile]:
    """Everything under 收件, in the order of the paths."""
    return files_below(office_folder / RECEIVED, office_folder)


def files_below(folder: Path, root: Path) -> list[ReceivedFile]:
    """Every file below a folder, named relative to ``root``."""
    files = (path for path in folder.rglob("*") if path.is_file())
    found = (ReceivedFile(path, _as_text(path.relative_to(root).as_posix())) for path in files)
    return sorted(found, key=lambda file: file.name)


def _as_text(name: str) -> str:
    """The name as text: one unpacked from a Chinese zip on Linux may be in GBK."""
    raw = os.fsencode(name)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gbk", "replace")


def take_in(
    files: Sequence[ReceivedFile],
    office: Office,
    *,
    around: Month | None = None,
    jobs: int | None,
    progress: Progress,
) -> list[Submission]:
    """Every file as a submission, in the order given; a file that kills its reader costs itself."""
    progress.stage("读取并检查", len(files))
    return each(
        partial(_inspect, office, around),
        files,
        jobs=jobs or os.cpu_count() or 1,
        seconds=SECONDS,
        failed=partial(_given_up, office, around),
        done=lambda _: progress.advance(),
    )


def _inspect(office: Office, around: Month | None, file: ReceivedFile) -> Submission:
    tables = tuple(catalog.ledgers().values())
    return check_file(read_file(file.path, file.name, tables, office), office, around)


def _given_up(office: Office, around: Month | None, file: ReceivedFile, reason: str) -> Submission:
    stat = file.path.stat()
    raw = RawFile(
        path=file.name,
        sha256=hashlib.sha256(file.path.read_bytes()).hexdigest(),
        modified=dt.datetime.fromtimestamp(stat.st_mtime),
        kind="",
        state=FileState.UNREADABLE,
        problem=FileProblem(
            _FAILED[reason], (("seconds", f"{SECONDS:.0f}"), ("size", messages.devouring()))
        ),
    )
    return check_file(raw, office, around)


def up_to(submissions: Sequence[Submission], month: Month) -> list[Submission]:
    """The submissions with those of later months passed over: their turn comes next month."""
    return [
        _passed_over(sent) if sent.month and sent.month > month else sent for sent in submissions
    ]


def _passed_over(submission: Submission) -> Submission:
    raw = replace(submission.raw, state=FileState.SKIPPED, tables=(), problem=None)
    return replace(submission, raw=raw, rows=(), findings=(), repairs=(), nothing=False)
