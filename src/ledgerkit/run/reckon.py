"""Read, check, merge and reckon, writing nothing: what every command on an office folder shares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from ledgerkit import rules
from ledgerkit.findings.by_file import by_file
from ledgerkit.findings.messages import finding, finding_at
from ledgerkit.intake.inbox import RECEIVED, received_files, take_in, up_to
from ledgerkit.ledgers import catalog
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledgers
from ledgerkit.model.notes import Notes
from ledgerkit.model.outcome import Outcome
from ledgerkit.model.period import Period
from ledgerkit.model.place import Place
from ledgerkit.model.progress import Progress
from ledgerkit.model.submission import Submission
from ledgerkit.office import FILE_NAME, Office
from ledgerkit.papers import word
from ledgerkit.rules.run import Run
from ledgerkit.run.directory import load_office
from ledgerkit.run.examine import examine
from ledgerkit.run.history import History
from ledgerkit.run.notes import load_notes, reconcile_notes
from ledgerkit.run.waivers import findings as waiver_findings
from ledgerkit.run.waivers import waive

RESULTS = "结果"


def reckon(
    folder: Path,
    period: Period,
    as_of: dt.date,
    *,
    jobs: int | None,
    progress: Progress,
    office: Office | None = None,
    history: History | None = None,
    notes: Notes | None = None,
) -> Run:
    """Read, check, merge and reckon, without writing anything.

    Without ``notes`` the rulings are those of the 总表 that stands in 结果.
    """
    office = office or load_office(folder)
    month = period.months[-1]
    history = history or History(folder / RESULTS)
    if notes is None:
        notes = load_notes(folder / RESULTS / str(period), history, month).notes
    received = take_in(received_files(folder), office, around=month, jobs=jobs, progress=progress)
    return conclude_run(
        folder,
        received,
        office,
        period,
        as_of,
        history=history,
        notes=notes,
        progress=progress,
    )


def conclude_run(
    folder: Path,
    received: Sequence[Submission],
    office: Office,
    period: Period,
    as_of: dt.date,
    *,
    history: History,
    notes: Notes,
    progress: Progress,
) -> Run:
    """What is made of submissions that have been read and checked."""
    submissions = up_to(received, period.months[-1])
    ledgers = catalog.ledgers()
    examined = examine(submissions, office, ledgers, rulings=notes.rulings)
    notes, register = reconcile_notes(notes, examined.register, office)
    progress.stage("计算期限和履职", 1)
    context = rules.RegisterContext(register, office, ledgers, as_of)
    gaps = rules.gaps(context)
    found = [*examined.findings, *(finding_at(gap.row, gap.column, gap.code) for gap in gaps)]
    findings, waived = waive(
        by_file(found, submissions, register), submissions, office.waivers, as_of
    )
    outcome = rules.conclude(
        context,
        submissions,
        period,
        gaps,
        findings.open,
        before=history.levels_before(period),
    )
    progress.advance()
    return Run(
        period,
        context,
        tuple(submissions),
        outcome,
        findings,
        tuple(_notices(office, ledgers, outcome, folder)),
        waived,
        notes,
    )


def _notices(office: Office, ledgers: Ledgers, outcome: Outcome, folder: Path) -> Iterator[Finding]:
    """What the office should add to 名录 and to its folder, and what its machine lacks."""
    if not (folder / RECEIVED).is_dir():
        yield finding("received-missing", Place(RECEIVED))
    yield from office.findings
    for year in rules.unknown_years(outcome, office):
        yield finding("calendar-unknown", Place(FILE_NAME), year=str(year))
    if (fontless := word.font_finding()) is not None:
        yield fontless
    yield from waiver_findings(office.waivers, ledgers, outcome.as_of)
