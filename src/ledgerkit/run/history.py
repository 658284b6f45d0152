"""What earlier runs left below 结果: of the months before, of the period before, of all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ledgerkit.model.period import Month, Period
from ledgerkit.rules.alert_changes import Levels
from ledgerkit.run.store import RECORD, PreviousRun, read_previous


class History:
    """The runs whose results stand below 结果; the record of each is read and parsed once.

    ``known`` are runs whose records have been read already.
    """

    def __init__(self, results: Path, *known: PreviousRun) -> None:
        self.results = results
        self._runs = {run.folder.resolve(): run for run in known}

    def of(self, folder: Path) -> PreviousRun:
        """The last run into this folder."""
        place = folder.resolve()
        if place not in self._runs:
            self._runs[place] = read_previous(folder)
        return self._runs[place]

    def levels_before(self, period: Period) -> Levels | None:
        """(ledger, key) → level of the alerts at the end of the period before; None without a run.

        A quarter or year that has no record of its own ended as its last month did.
        """
        before = period.before
        own = self.of(self.results / str(before))
        ended = own if own.record else self.of(self.results / str(before.months[-1]))
        return ended.levels

    def until(self, month: Month, but: Path) -> Iterator[PreviousRun]:
        """The runs of the month and of those before it, the latest first; not that in ``but``."""
        months = []
        for path in self.results.glob("*"):
            try:
                of = Month.parse(path.name)
            except ValueError:
                continue
            if of <= month and path.resolve() != but.resolve():
                months.append((of, path))
        yield from (self.of(path) for _, path in sorted(months, reverse=True))

    def all(self) -> Iterator[PreviousRun]:
        """Every run that left a record, in the order of the folders' names."""
        return (self.of(path.parent) for path in sorted(self.results.glob(f"*/{RECORD}")))
