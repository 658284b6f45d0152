"""``ledgerkit trace``: the life of one item across ledgers, files and months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ledgerkit.findings.messages import nearest
from ledgerkit.intake.values.suggest import closest
from ledgerkit.model.errors import LedgerkitError
from ledgerkit.model.finding import Finding
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.progress import Progress, Silent
from ledgerkit.model.register import CellChange, Conflict, Entry, Fate
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission
from ledgerkit.rules.run import Run
from ledgerkit.rules.timeline import Timeline, timeline_of
from ledgerkit.run.history import History
from ledgerkit.run.reckon import RESULTS, reckon
from ledgerkit.text import tidy


class KeyUnknown(LedgerkitError, LookupError):
    """No register holds this 编号; ``nearest`` is the one most like it."""

    def __init__(self, key: str, nearest: str | None) -> None:
        super().__init__(key, nearest)
        self.key, self.nearest = key, nearest

    def __str__(self) -> str:
        return f"收件里没有编号“{self.key}”{nearest(self.nearest) or '。'}请核对编号,再查一次。"


@dataclass(frozen=True, slots=True)
class Version:
    """One row that was received for a key, and what became of it."""

    row: Row
    submission: Submission
    fate: Fate

    @property
    def month(self) -> Month:
        """The month of the file; one that tells none comes first."""
        return self.submission.month or Month(1, 1)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a key stood in the record of an earlier run."""

    run: str
    """The name of its results' folder: 2026-10."""
    as_of: str
    key: str
    level: str
    days_late: int


@dataclass(frozen=True)
class Trace:
    """Everything that is known of one item; lists are in the order in which things happened."""

    run: Run
    timeline: Timeline
    versions: tuple[Version, ...]
    changes: tuple[CellChange, ...]
    conflicts: tuple[Conflict, ...]
    findings: tuple[Finding, ...]
    standings: tuple[Standing, ...]

    def __repr__(self) -> str:
        entry = self.timeline.entry
        return f"Trace({entry.ledger.name} {entry.key}, as_of={self.run.as_of})"


def trace(
    folder: Path,
    key: str,
    as_of: dt.date,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Trace:
    """Read the office folder up to the month of ``as_of`` and follow one 编号; writes nothing.

    KeyUnknown if no register holds it, DirectoryUnreadable as for ``run_month``.
    """
    history = History(folder / RESULTS)
    run = reckon(
        folder,
        Period.holding(Month.of(as_of), Cycle.MONTH),
        as_of,
        jobs=jobs,
        progress=progress or Silent(),
        history=history,
    )
    entry = _entry(run, key)
    found = timeline_of(run.context, entry)
    keys = {entry.identity, *(sequel.identity for sequel in found.sequels)}
    numbers = {number for _, number in keys}
    return Trace(
        run,
        found,
        tuple(sorted(_versions(run, keys), key=lambda version: version.month)),
        tuple(
            change
            for change in run.register.changes
            if (change.after.table.name, change.key) in keys
        ),
        tuple(
            conflict
            for conflict in run.register.conflicts
            if (conflict.standing.table.name, conflict.key) in keys
        ),
        tuple(finding for finding in run.open_findings if finding.key in numbers),
        tuple(sorted(_standings(history, keys), key=lambda level: (level.as_of, level.run))),
    )


def _entry(run: Run, key: str) -> Entry:
    """The entry of a key as it was typed on the command line, in whatever case and width."""
    wanted = tidy(key).casefold()
    entries = [entry for register in run.register.entries.values() for entry in register.values()]
    for entry in entries:
        if entry.key.casefold() == wanted:
            return entry
    alike = [entry.key for entry in entries if entry.key.casefold()[:2] == wanted[:2]]
    raise KeyUnknown(key, closest(tidy(key).upper(), alike or [entry.key for entry in entries]))


def _versions(run: Run, keys: set[tuple[str, str]]) -> Iterator[Version]:
    for submission, fates in run.register.fates:
        for row, fate in zip(submission.rows, fates, strict=True):
            if (row.table.name, row.key) in keys:
                yield Version(row, submission, fate)


def _standings(history: History, keys: set[tuple[str, str]]) -> Iterator[Standing]:
    """The alerts on these keys in every record below 结果."""
    for run in history.all():
        for alert in run.alerts:
            if (alert["ledger"], alert["key"]) in keys:
                yield Standing(
                    run.folder.name,
                    str(run.record.get("as_of", "")),
                    str(alert["key"]),
                    str(alert["level"]),
                    int(alert.get("days_late", 0)),
                )
