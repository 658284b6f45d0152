"""The files that a run writes besides its record: 总表, marked copies, documents.

To write something more is to add one writer to ``WRITERS``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from ledgerkit.intake.inbox import RECEIVED
from ledgerkit.model.period import Cycle
from ledgerkit.model.progress import Progress
from ledgerkit.model.submission import Submission
from ledgerkit.rules.run import Run
from ledgerkit.run import letters
from ledgerkit.run.notes import base_keeper
from ledgerkit.run.store import REGISTER_BOOK, Output, Results, relative_link
from ledgerkit.workbooks import returned, summary

REGISTER, RETURNED = "总表", "退回修改"
"""The kind of 总表; the folder of the marked copies."""


@dataclass(frozen=True)
class Writing:
    """A concluded run and its letters, the office folder that they are of, and where they go."""

    run: Run
    called: letters.Called
    folder: Path
    results: Results

    @property
    def target(self) -> Path:
        return self.results.folder


Step = Callable[[], Output | None]
"""Makes one file; None where nothing comes of it after all."""
Writer = Callable[[Writing], Sequence[Step]]
"""Every file of one kind that a run calls for."""


def write_summary(writing: Writing) -> Sequence[Step]:
    """总表."""

    def build() -> Output:
        link = f"{relative_link(writing.target, writing.folder)}/"
        keep = base_keeper(writing.run.notes, writing.results)
        return Output(REGISTER_BOOK, summary.build(writing.run, link, keep), REGISTER)

    return [build]


def write_returned(writing: Writing) -> Sequence[Step]:
    """The marked copies of received files to be corrected, which are the month's business."""
    run = writing.run
    if run.cycle is not Cycle.MONTH:
        return []
    faulty = [
        submission for submission in run.submissions if run.findings.open_by_file[submission.path]
    ]
    return [partial(_returned, writing, submission) for submission in faulty]


def _returned(writing: Writing, submission: Submission) -> Output | None:
    """The marked copy of one received file, under the path that the file has below 收件."""
    folder = PurePosixPath(submission.path).relative_to(RECEIVED).parent
    below = PurePosixPath(RETURNED, folder)
    source = writing.folder / submission.path
    link = relative_link(writing.target / below, source)
    # A name in another encoding was read, but is not found again under the form we speak of it by.
    if not source.is_file():
        return None
    findings = writing.run.findings.open_by_file[submission.path]
    copy = returned.build(source, findings, link, submission.repairs)
    if copy is None:
        return None
    return Output(str(below / copy.name), copy.data, copy.kind, submission.unit or "")


def write_letters(writing: Writing) -> Sequence[Step]:
    """The Word documents that the run calls for."""
    office = writing.run.office
    return [partial(letters.output, *called, office) for called in writing.called.letters]


WRITERS: tuple[Writer, ...] = (write_summary, write_returned, write_letters)
"""In the order in which the files are made."""


def outputs(writing: Writing, progress: Progress) -> list[Output]:
    """Everything to be written but the record; all is made before anything is replaced."""
    steps = [step for writer in WRITERS for step in writer(writing)]
    progress.stage("写出结果", len(steps))
    made = []
    for step in steps:
        if output := step():
            made.append(output)
        progress.advance()
    return made
