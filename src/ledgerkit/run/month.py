"""``ledgerkit month``: a folder of received workbooks becomes 总表, notices, report and record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ledgerkit.intake.inbox import RECEIVED
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.progress import Progress, Silent
from ledgerkit.model.submission import Submission
from ledgerkit.rules.run import Run
from ledgerkit.run import earlier, letters, record
from ledgerkit.run.directory import load_office
from ledgerkit.run.notes import RECORDED, carried, forget, sealing, told
from ledgerkit.run.reckon import RESULTS, reckon
from ledgerkit.run.report import MonthReport
from ledgerkit.run.store import REGISTER_BOOK, Output, Results, Stored, open_results
from ledgerkit.run.way import way
from ledgerkit.workbooks import returned, summary

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
        notices = (*run.notices, *called.notices)
        for path, digest in hand.looked_at.items():
            results.look_at(path, digest)
        outputs = list(_outputs(run, called, folder, target, results, progress))
        stored = [results.write(output) for output in outputs]
        stored = [_telling(one, hand.said) for one in stored]
        others = set(letters.every_kind(cycle)) - {*chosen}
        left = (one for one in before if one.kind in others)
        kept = earlier.still_there(left, stored, target)
        book = next(target / one.path for one in stored if one.kind == REGISTER)
        written = {
            **record.of_run(run, notices, stored, kept, below),
            RECORDED: told(run.notes, book),
        }
        results.record(written)
        results.clear_stale(keep=[one.path for one in kept])
        forget(target)
    return MonthReport(run, written, target, stored, notices)


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
    faulty = [one for one in run.submissions if run.findings.open_by_file[one.path]]
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
    findings = run.findings.open_by_file[submission.path]
    copy = returned.build(source, findings, link, submission.repairs)
    if copy:
        yield Output(str(place / copy.name), copy.data, copy.kind, submission.unit or "")


def _below(folder: Path, target: Path) -> str:
    """The way from the office folder to the results, with / at its end; "" if they lie outside."""
    if not target.resolve().is_relative_to(folder.resolve()):
        return ""
    below = target.resolve().relative_to(folder.resolve()).as_posix()
    return "" if below == "." else f"{below}/"
