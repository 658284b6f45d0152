"""``ledgerkit month``: a folder of received workbooks becomes 总表, notices, report and record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath

from ledgerkit import catalog, rules
from ledgerkit.jobs import earlier, letters, record
from ledgerkit.jobs.before import levels_before
from ledgerkit.jobs.carried import RECORDED, carried, forget, sealing, settled, told
from ledgerkit.jobs.directory import load_office
from ledgerkit.jobs.examine import by_file, examine
from ledgerkit.jobs.intake import RECEIVED, received_files, take_in, up_to
from ledgerkit.jobs.progress import Progress, Silent
from ledgerkit.jobs.report import MonthReport
from ledgerkit.jobs.waivers import findings as waiver_findings
from ledgerkit.jobs.waivers import waive
from ledgerkit.jobs.way import way
from ledgerkit.messages import finding, finding_at
from ledgerkit.model.finding import Finding, unsettled
from ledgerkit.model.notes import Notes
from ledgerkit.model.outcome import Outcome
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.place import Place
from ledgerkit.model.submission import Submission
from ledgerkit.office import FILE_NAME, Office
from ledgerkit.run import Run
from ledgerkit.store import REGISTER_BOOK, Output, Results, Stored, open_results
from ledgerkit.write import returned, summary, word

RESULTS = "结果"
RETURNED = "退回修改"
REGISTER = "总表"


def run_month(
    folder: Path,
    month: Month,
    as_of: dt.date,
    *,
    cycle: Cycle = Cycle.MONTH,
    out: Path | None = None,
    documents: Collection[str] = (letters.ALL,),
    jobs: int | None = None,
    progress: Progress | None = None,
) -> MonthReport:
    """Run a month on an office folder and write its results to ``out`` (结果/MONTH by default).

    With another ``cycle`` it is the quarter or year that ``month`` is the last of (结果/2026Q4).
    ``documents`` names the kinds of documents to write; those of other kinds stay as they are.
    DirectoryUnreadable if 名录.xlsx cannot be read, ResultsBusy while another run writes there.
    """
    progress = progress or Silent()
    office = load_office(folder)
    target = out or folder / RESULTS / str(Period.holding(month, cycle))
    below = _below(folder, target)
    chosen = letters.kinds(cycle, documents)
    with open_results(target, earlier.sums(earlier.left(target, below))) as results:
        before = earlier.left(target, below)
        hand = carried(target, folder / RESULTS, month, results.is_own)
        run = reckon(
            folder,
            month,
            as_of,
            cycle=cycle,
            jobs=jobs,
            progress=progress,
            office=office,
            notes=hand.notes,
        )
        called = letters.called_for(run, chosen)
        run = run.saying(called.findings)
        for path, digest in hand.looked_at.items():
            results.look_at(path, digest)
        outputs = list(_outputs(run, called, folder, target, results, progress))
        stored = [results.write(output) for output in outputs]
        stored = [_telling(one, hand.said) for one in stored]
        others = set(letters.every_kind(cycle)) - {*chosen}
        left = (one for one in before if one.kind in others)
        kept = earlier.still_there(left, stored, target)
        book = next(target / one.path for one in stored if one.kind == REGISTER)
        written = {**record.of_run(run, stored, kept, below), RECORDED: told(run.notes, book)}
        results.record(written)
        results.clear_stale(keep=[one.path for one in kept])
        forget(target)
    return MonthReport(run, written, target, stored)


def reckon(
    folder: Path,
    month: Month,
    as_of: dt.date,
    *,
    cycle: Cycle = Cycle.MONTH,
    jobs: int | None,
    progress: Progress,
    office: Office | None = None,
    notes: Notes | None = None,
) -> Run:
    """Read, check, merge and reckon, without writing anything.

    Without ``notes`` the rulings are those of the 总表 that stands in 结果.
    """
    office = office or load_office(folder)
    if notes is None:
        place = folder / RESULTS / str(Period.holding(month, cycle))
        notes = carried(place, folder / RESULTS, month).notes
    received = take_in(received_files(folder), office, around=month, jobs=jobs, progress=progress)
    return concluded(
        folder, received, office, month, as_of, cycle=cycle, progress=progress, notes=notes
    )


def concluded(
    folder: Path,
    received: Sequence[Submission],
    office: Office,
    month: Month,
    as_of: dt.date,
    *,
    cycle: Cycle,
    progress: Progress,
    notes: Notes,
) -> Run:
    """What is made of submissions that have been read and checked."""
    submissions = up_to(received, month)
    ledgers = catalog.ledgers()
    examined = examine(submissions, office, ledgers, rulings=notes.rulings)
    notes, register = settled(notes, examined.register, office)
    progress.stage("计算期限和履职", 1)
    before = levels_before(folder / RESULTS, Period.holding(month, cycle))
    outcome = rules.run(register, submissions, office, ledgers, month, as_of, before, cycle)
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
        cycle=cycle,
        notes=notes,
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


def _telling(stored: Stored, said: Sequence[str]) -> Stored:
    """总表 with what was carried into it."""
    if stored.kind != REGISTER or not said:
        return stored
    return replace(stored, note=";".join(filter(None, (stored.note, *said))))


def _outputs(
    run: Run,
    called: letters.Called,
    folder: Path,
    target: Path,
    results: Results,
    progress: Progress,
) -> Iterator[Output]:
    """Everything to be written but the record: 总表, returned copies, documents."""
    faulty = [one for one in run.submissions if unsettled(run.findings[one.path])]
    if run.cycle is not Cycle.MONTH:
        faulty = []  # copies to be corrected are the month's business
    progress.stage("写出结果", 1 + len(faulty) + len(called.letters))
    seal = sealing(run.notes, results)
    yield Output(REGISTER_BOOK, summary.build(run, f"{way(target, folder)}/", seal), REGISTER)
    progress.advance()
    for submission in faulty:
        yield from _returned(run, folder, target, submission)
        progress.advance()
    for document, letter in called.letters:
        yield letters.output(document, letter, run.office)
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


def _below(folder: Path, target: Path) -> str:
    """The way from the office folder to the results, with / at its end; "" if they lie outside."""
    if not target.resolve().is_relative_to(folder.resolve()):
        return ""
    below = target.resolve().relative_to(folder.resolve()).as_posix()
    return "" if below == "." else f"{below}/"
