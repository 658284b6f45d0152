"""``ledgerkit rollup``: the results of many districts in one 总表, one report and one record."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from ledgerkit import __version__
from ledgerkit.findings.messages import finding
from ledgerkit.model.finding import Finding
from ledgerkit.model.place import Place
from ledgerkit.model.progress import Progress, Silent
from ledgerkit.office import FILE_NAME
from ledgerkit.papers import catalog as documents_catalog
from ledgerkit.rules.rollup import District, Figure, Rate, Rollup
from ledgerkit.run import letters
from ledgerkit.run.directory import load_office
from ledgerkit.run.districts import read_districts
from ledgerkit.run.record import output_entry
from ledgerkit.run.store import (
    REGISTER_BOOK,
    WRITTEN,
    Output,
    Stored,
    open_results,
)
from ledgerkit.run.writers import REGISTER
from ledgerkit.workbooks import rollup as book

FIGURES = (
    "visits",
    "firms-visited",
    "problems-raised",
    "problems-closed",
    "problems-total",
    "problems-closed-total",
    "problems-open",
    "problems-transferred",
    "feedback-given",
    "demands-registered",
    "demands-closed",
    "demands-open",
    "meetings-held",
    "meetings-joint",
    "outreach-activities",
    "outreach-people",
    "cases-sent",
    "hearings",
    "items-near",
    "items-overdue",
    "filings-owed",
    "filings-received",
)
"""Counts of the run records that add up over districts, in the order of the six systems."""
RATES = (
    Rate("closing-rate", "累计办结率", "problems-closed-total", "problems-total"),
    Rate("on-time-rate", "办结按时率", "problems-on-time", "problems-timed"),
    Rate("satisfaction-rate", "反馈满意率", "feedback-content", "feedback-judged"),
    Rate("filing-rate", "台账报送率", "filings-received", "filings-owed"),
    Rate("overdue-rate", "预警事项逾期率", "items-overdue", "items-alerted", rising=False),
)
"""What districts are ranked by."""


@dataclass(frozen=True)
class RollupReport:
    """What was put together, and the files in ``folder``."""

    rollup: Rollup
    record: Mapping[str, object]
    folder: Path
    stored: Sequence[Stored]
    findings: Sequence[Finding]
    """What somebody should look at."""

    def __repr__(self) -> str:
        return (
            f"RollupReport({self.rollup.month}, districts={len(self.rollup.districts)}, "
            f"rows={self.rollup.rows['merged']}, findings={len(self.findings)}, "
            f"folder={self.folder.as_posix()!r})"
        )


def run_rollup(
    out: Path,
    folders: Sequence[Path],
    month: str | None = None,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> RollupReport:
    """Put the results of the districts together and write 总表, report and record to ``out``.

    Each folder is an office folder, or one of its results (结果/2026-10). Without ``month`` the
    latest that all have. RollupImpossible, DirectoryUnreadable (of 名录.xlsx in ``out``, which may
    set letterhead and fonts), ResultsBusy and ResultsUnwritable stop it before anything is written.
    """
    progress = progress or Silent()
    districts = read_districts(out, folders, month, jobs or os.cpu_count() or 1, progress)
    rollup = Rollup(
        month=str(districts[0].record.get("period") or districts[0].record["month"]),
        as_of=max(dt.date.fromisoformat(district.record["as_of"]) for district in districts),
        districts=districts,
        figures=_figures(districts),
        rates=RATES,
        office=load_office(out),
    )
    progress.stage("写出结果", 2)
    with open_results(out) as results:
        stored = [results.write(Output(REGISTER_BOOK, book.build(rollup), REGISTER))]
        progress.advance()
        for document in documents_catalog.rollup_documents().values():
            for letter in document.letters(rollup):
                stored.append(results.write(letters.output(document, letter, rollup.office)))
        progress.advance()
        record = _record(rollup, stored)
        results.record(record)
        results.clear_stale()
    return RollupReport(rollup, record, out, stored, [*_doubts(rollup, out)])


def _figures(districts: Sequence[District]) -> list[Figure]:
    """The figures that any district reckoned, under the name that its record gives them."""
    figures = chain.from_iterable(district.record["indicators"] for district in districts)
    names = {figure["id"]: figure["name"] for figure in figures}
    return [Figure(id, names[id]) for id in FIGURES if id in names]


def _doubts(rollup: Rollup, out: Path) -> Iterator[Finding]:
    """No letterhead of its own; edited books; sheets with more or fewer rows than were counted."""
    if not (out / FILE_NAME).is_file():
        yield finding("rollup-without-directory", Place(FILE_NAME), folder=f"{out}")
    for district in rollup.districts:
        place = Place(district.name)
        if district.edited:
            yield finding("district-edited", place)
        for name, count in district.record["registers"].items():
            shown = len(district.sheets[name].rows) if name in district.sheets else 0
            if shown != count:
                yield finding(
                    "district-rows-differ", place, ledger=name, shown=f"{shown}", count=f"{count}"
                )
    for district in rollup.districts:
        if district.record["as_of"] != rollup.as_of.isoformat():
            yield finding(
                "district-another-day", Place(district.name), day=district.record["as_of"]
            )


def _record(rollup: Rollup, stored: Sequence[Stored]) -> dict[str, object]:
    """The roll-up for other programs: counts as in a month's record, each row by its district."""
    return {
        "version": __version__,
        "month": rollup.month,
        "as_of": rollup.as_of.isoformat(),
        "districts": [
            {
                "name": district.name,
                "sha256": dict(district.sha256),
                "as_of": district.record["as_of"],
                "rows": district.record["rows"],
                "registers": district.record["registers"],
            }
            for district in rollup.districts
        ],
        "rows": rollup.rows,
        "registers": rollup.registers,
        "alerts": [{"district": place.name, **alert} for place, alert in rollup.alerts()],
        "indicators": [
            {
                "id": figure.id,
                "name": figure.name,
                "value": rollup.total(figure.id),
                "districts": {place.name: place.value(figure.id) for place in rollup.districts},
            }
            for figure in rollup.figures
        ]
        + [
            {
                "id": rate.id,
                "name": f"{rate.name}(%)",
                "value": rollup.share(rate),
                "districts": {place.name: rollup.share(rate, place) for place in rollup.districts},
            }
            for rate in rollup.rates
        ],
        WRITTEN: [*map(output_entry, stored)],
    }
