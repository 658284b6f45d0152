"""Numbers for rows that have none: by the rule, and free in the whole office folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledgerkit.intake.values.keys import LedgerKeys
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.place import Place
from ledgerkit.model.progress import Progress
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission
from ledgerkit.run.check import take


@dataclass(frozen=True)
class Numbering:
    """The cells to fill with their numbers, and the cells for which none can be told."""

    given: Mapping[Place, str]
    unknown: tuple[Place, ...]


def offer_numbers(
    path: Path,
    office_folder: Path | None = None,
    *,
    instead: Mapping[Path, Path] | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Numbering:
    """A number for each row of a file without one; ``instead`` and errors as in ``run_check``.

    A number is told by the row's owner and month; a row merged over several lines has one cell.
    """
    taken = take([path], office_folder, instead=instead, jobs=jobs, progress=progress)
    given: dict[Place, str] = {}
    unknown: dict[Place, None] = {}
    for submission in taken.submissions:
        for ledger, rows in _by_ledger([submission]).items():
            others = _by_ledger(taken.around).get(ledger, [])
            numbers = LedgerKeys(ledger, rows, taken.office, submission.month, others)
            for row, number in numbers.missing():
                place = row.place(ledger.key)
                if number is None:
                    unknown[place] = None
                else:
                    given.setdefault(place, number)
    return Numbering(given, tuple(unknown))


def _by_ledger(submissions: Sequence[Submission]) -> dict[type[Ledger], list[Row]]:
    rows: dict[type[Ledger], list[Row]] = {}
    for submission in submissions:
        for row in submission.rows:
            if issubclass(row.table, Ledger):
                rows.setdefault(row.table, []).append(row)
    return rows
