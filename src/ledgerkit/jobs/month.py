"""``ledgerkit month``: a folder of received workbooks becomes 总表, notices, report and record."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath

from ledgerkit import catalog, rules
from ledgerkit.jobs import letters, record
from ledgerkit.jobs.before import levels_before
from ledgerkit.jobs.directory import load_office
from ledgerkit.jobs.examine import by_file, examine
from ledgerkit.jobs.intake import RECEIVED, received_files, take_in, up_to
from ledgerkit.jobs.progress import Progress, Silent
from ledgerkit.jobs.report import MonthReport
from ledgerkit.jobs.waivers import findings as waiver_findings
from ledgerkit.jobs.waivers import waive
from ledgerkit.messages import finding, finding_at
from ledgerkit.model.finding import Finding, unsettled
from ledgerkit.model.outcome import Outcome
from ledgerkit.model.period import Month
from ledgerkit.model.place import Place
from ledgerkit.model.submission import Submission
from ledgerkit.office import FILE_NAME, Office
from ledgerkit.run import Run
from ledgerkit.store import REGISTER_BOOK, Output, open_results, read_record
from ledgerkit.write import returned, summary, word

RESULTS = "结果"
RETURNED = "退回修改"


def run_month(
    folder: Path,
    month: Month,
    as_of: dt.date,
    *,
    out: Path | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> MonthReport:
    """Run a month on an office folder and write its results to ``out`` (结果/MONTH by default).

    DirectoryUnreadable if 名录.xlsx cannot be read, ResultsBusy while another run writes there.
    """
    progress = progress or Silent()
    run = reckon(folder, month, as_of, jobs=jobs, progress=progress)
    target = out or folder / RESULTS / str(month)
    below = _below(folder, target)
    with open_results(target, _last_written(target, below)) as results:
        outputs = list(_outputs(run, folder, target, progress))
        stored = [results.write(output) for output in outputs]
        results.clear_stale()
        written = record.of_run(run, stored, below)
        results.record(written)
    return MonthReport(run, written, target, stored)


def reckon(
    folder: Path, month: Month, as_of: dt.date, *, jobs: int | None, progress: Progress
) -> Run:
    """Read, check, merge and reckon, without writing anything."""
    office = load_office(folder)
    received = take_in(received_files(folder), office, around=month, jobs=jobs, progress=progress)
    submissions = up_to(received, month)
    ledgers = catalog.ledgers()
    examined = examine(submissions, office, ledgers)
    register = examined.register
    progress.stage("计算期限和履职", 1)
    before = levels_before(folder / RESULTS / str(month.shift(-1)))
    outcome = rules.run(register, submissions, office, ledgers, month, as_of, before)
    progress.advance()
    gaps = [finding_at(gap.row, gap.column, gap.code) for gap in outcome.gaps]
    said = chain.from_iterable(examined.findings.values())
    everything = by_file([*said, *gaps], submissions, register)
    findings, waived = waive(everything, submissions, office.waivers, as_of)
    idle = waiver_findings(office.waivers, ledgers, as_of)
    return Run(
        month=month,
        as_of=as_of,
        office=replace(office, findings=(*_said_of_office(office, outcome, folder), *idle)),
        ledgers=ledgers,
        submissions=tuple(submissions),
        register=register,
        outcome=rules.with_findings(outcome, unsettled(chain.from_iterable(findings.values()))),
        findings=findings,
        waived=waived,
    )


def _said_of_office(office: Office, outcome: Outcome, folder: Path) -> Iterator[Finding]:
    """What the office should add to 名录 and to its folder, and what its machine lacks."""
    if not (folder / RECEIVED).is_dir():
        yield finding("received-missing", Place(RECEIVED))
    yield from office.findings
    for year in rules.unknown_years(outcome, office):
        yield finding("calendar-unknown", Place(FILE_NAME), year=str(year))
    if (fontless := word.font_finding()) is not None:
        yield fontless


def _outputs(run: Run, folder: Path, target: Path, progress: Progress) -> Iterator[Output]:
    """Everything to be written but the record: 总表, returned copies, documents."""
    called = list(letters.called_for(run))
    faulty = [one for one in run.submissions if unsettled(run.findings[one.path])]
    progress.stage("写出结果", 1 + len(faulty) + len(called))
    yield Output(REGISTER_BOOK, summary.build(run, f"{way(target, folder)}/"), "总表")
    progress.advance()
    for submission in faulty:
        yield from _returned(run, folder, target, submission)
        progress.advance()
    for document, letter in called:
        yield letters.output(document, letter, run)
        progress.advance()


def _returned(run: Run, folder: Path, target: Path, submission: Submission) -> Iterator[Output]:
    """The marked copy of one received file, under the path that the file has below 收件."""
    own = PurePosixPath(submission.path).relative_to(RECEIVED).parent
    place = PurePosixPath(RETURNED, own)
    source = folder / submission.path
    link = way(target / place, source)
    # A name in another encoding was read, but is not found again under the form we speak of it by.
    if not source.is_file():
        return
    copy = returned.build(source, run.findings[submission.path], link, submission.repairs)
    if copy:
        yield Output(str(place / copy.name), copy.data, copy.kind, submission.unit or "")


def way(start: Path, end: Path) -> str:
    """The relative path from a folder to a file, with /; the whole path from another drive."""
    try:
        return Path(os.path.relpath(end.resolve(), start.resolve())).as_posix()
    except ValueError:
        return end.resolve().as_posix()


def _below(folder: Path, target: Path) -> str:
    """The way from the office folder to the results, with / at its end; "" if they lie outside."""
    if not target.resolve().is_relative_to(folder.resolve()):
        return ""
    below = target.resolve().relative_to(folder.resolve()).as_posix()
    return "" if below == "." else f"{below}/"


def _last_written(target: Path, below: str) -> Mapping[str, str]:
    """Path → sha256 of what the last run left, by its record."""
    last = read_record(target)
    documents = last.get("documents") if last else None
    if not isinstance(documents, list):
        return {}
    return {
        str(one["path"]).removeprefix(below): str(one["sha256"])
        for one in documents
        if isinstance(one, dict) and {"path", "sha256"} <= one.keys()
    }
