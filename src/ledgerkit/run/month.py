"""``month``, ``quarter``, ``year``: received workbooks become 总表, notices, report and record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.progress import Progress, Silent
from ledgerkit.run import letters, record
from ledgerkit.run.directory import load_office
from ledgerkit.run.history import History
from ledgerkit.run.notes import load_notes, record_of_notes, remove_unused_bases
from ledgerkit.run.reckon import RESULTS, reckon
from ledgerkit.run.report import MonthReport
from ledgerkit.run.store import NOTES, Stored, open_results
from ledgerkit.run.writers import REGISTER, Writing, outputs


def run_month(
    folder: Path,
    month: Month,
    as_of: dt.date,
    *,
    out: Path | None = None,
    documents: Collection[str] = (letters.ALL,),
    jobs: int | None = None,
    progress: Progress | None = None,
) -> MonthReport:
    """Run a month on an office folder, as ``run_period``."""
    period = Period.holding(month, Cycle.MONTH)
    return run_period(
        folder, period, as_of, out=out, documents=documents, jobs=jobs, progress=progress
    )


def run_period(
    folder: Path,
    period: Period,
    as_of: dt.date,
    *,
    out: Path | None = None,
    documents: Collection[str] = (letters.ALL,),
    jobs: int | None = None,
    progress: Progress | None = None,
) -> MonthReport:
    """Run a period on an office folder and write its results to ``out`` (结果/PERIOD by default).

    Args:
        folder: The office folder.
        period: A month, quarter or year; a longer one is made of its months' own rows.
        as_of: The day at whose end everything is judged.
        out: Where the results go instead.
        documents: The kinds of documents to write; those of other kinds stay as they are.
        jobs: How many files are read at once; as many as there are processors by default.
        progress: Whom to tell how far the run is.

    Returns:
        The run, its record, and what was written.

    Raises:
        DirectoryUnreadable: 名录.xlsx cannot be read.
        ResultsBusy: Another run writes to the same folder.
        ResultsUnwritable: Nothing can be written there.
    """
    progress = progress or Silent()
    office = load_office(folder)
    target = out or folder / RESULTS / str(period)
    below = _below(folder, target)
    chosen = letters.kinds(period.cycle, documents)
    with open_results(target, below=below) as results:
        history = History(folder / RESULTS, results.previous)
        loaded = load_notes(target, history, period.months[-1], results.is_own)
        run = reckon(
            folder,
            period,
            as_of,
            jobs=jobs,
            progress=progress,
            office=office,
            history=history,
            notes=loaded.notes,
        )
        called = letters.called_for(run, chosen)
        notices = (*run.notices, *called.notices)
        for path, digest in loaded.sums.items():
            results.look_at(path, digest)
        made = outputs(Writing(run, called, folder, results), progress)
        stored = [_with_remarks(results.write(output), loaded.remarks) for output in made]
        others = set(letters.every_kind(period.cycle)) - {*chosen}
        left = (output for output in results.previous.outputs if output.kind in others)
        kept = results.previous.still_there(left, stored)
        book = next(target / output.path for output in stored if output.kind == REGISTER)
        written = {
            **record.of_run(run, notices, stored, kept, below),
            NOTES: record_of_notes(run.notes, book),
        }
        results.record(written)
        results.clear_stale(keep=[output.path for output in kept])
        remove_unused_bases(target)
    return MonthReport(run, written, target, stored, notices)


def _with_remarks(stored: Stored, remarks: Sequence[str]) -> Stored:
    """总表 with what is to be said of the notes in it."""
    if stored.kind != REGISTER or not remarks:
        return stored
    return replace(stored, note=";".join(filter(None, (stored.note, *remarks))))


def _below(folder: Path, target: Path) -> str:
    """The way from the office folder to the results, with / at its end; "" if they lie outside."""
    if not target.resolve().is_relative_to(folder.resolve()):
        return ""
    below = target.resolve().relative_to(folder.resolve()).as_posix()
    return "" if below == "." else f"{below}/"
