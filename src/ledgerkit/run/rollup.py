"""``ledgerkit rollup``: the results of many districts in one 总表, one report and one record."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from ledgerkit import __version__
from ledgerkit.findings.messages import finding
from ledgerkit.intake.files.register_sheets import read_registers
from ledgerkit.intake.inbox import SECONDS
from ledgerkit.intake.workers import each
from ledgerkit.ledgers import catalog
from ledgerkit.model.errors import LedgerkitError
from ledgerkit.model.finding import Finding
from ledgerkit.model.place import Place
from ledgerkit.model.progress import Progress, Silent
from ledgerkit.model.register import RegisterSheet
from ledgerkit.model.submission import FileProblem
from ledgerkit.office import FILE_NAME
from ledgerkit.papers import catalog as documents_catalog
from ledgerkit.rules.rollup import District, Figure, Rate, Rollup
from ledgerkit.run import letters
from ledgerkit.run.directory import load_office
from ledgerkit.run.reckon import RESULTS
from ledgerkit.run.record import output_entry
from ledgerkit.run.store import (
    RECORD,
    REGISTER_BOOK,
    WRITTEN,
    Output,
    PreviousRun,
    Stored,
    open_results,
    read_previous,
    sha256,
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


class RollupImpossible(LedgerkitError):
    """The districts' results cannot be put together; the message says whose and what to do."""


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
    sources = _sources(out, folders, month)
    districts = _districts(sources, jobs or os.cpu_count() or 1, progress)
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


def _sources(
    out: Path, folders: Sequence[Path], month: str | None
) -> list[tuple[str, PreviousRun]]:
    """(district, its results), all of one month."""
    places = [folder.resolve() for folder in folders]
    for folder, place in zip(folders, places, strict=True):
        if places.count(place) > 1:
            raise _refusal("district-twice", folder)
        if place == out.resolve():
            raise _refusal("rollup-into-district", folder)
    found = [_months(folder) for folder in folders]
    common = set.intersection(*(set(months) for months in found))
    wanted = month or max(common, default=None)
    # Who has nothing at all is the one to be told of.
    for months, folder in sorted(zip(found, folders, strict=True), key=lambda pair: len(pair[0])):
        if wanted is None or wanted not in months:
            there = "、".join(sorted(months)) or "没有任何月份"
            lacking = f" {wanted} 的结果" if wanted else "各区县共有的月份"
            raise _refusal("district-without-month", folder, wanted=lacking, there=there)
    assert wanted is not None
    return _named([months[wanted] for months in found])


def _refusal(code: str, folder: Path, **facts: str) -> RollupImpossible:
    place = Place(folder.resolve().as_posix())
    return RollupImpossible(
        finding(code, place, facts={"folder": f"{folder}", **facts}.items()).message
    )


def _months(folder: Path) -> dict[str, PreviousRun]:
    """Month or period → its results."""
    places = [folder] if (folder / RECORD).is_file() else sorted((folder / RESULTS).glob("*"))
    runs = (read_previous(place.resolve()) for place in places)
    return {
        str(run.record.get("period") or run.record["month"]): run
        for run in runs
        if {"month", "as_of", "rows", "registers", "alerts", "indicators"} <= {*run.record}
    }


def _named(results: Sequence[PreviousRun]) -> list[tuple[str, PreviousRun]]:
    """Each district by the name of its office folder; a second one of that name gets a number."""
    seen: Counter[str] = Counter()
    named = []
    for result in results:
        path = result.folder
        name = path.parent.parent.name if path.parent.name == RESULTS else path.name
        seen[name] += 1
        named.append((f"{name}({seen[name]})" if seen[name] > 1 else name, result))
    return named


def _districts(
    sources: Sequence[tuple[str, PreviousRun]], jobs: int, progress: Progress
) -> list[District]:
    progress.stage("读取各区县的总表", len(sources))
    read = each(
        _read,
        [run.folder for _, run in sources],
        jobs=jobs,
        seconds=SECONDS * 6,
        failed=lambda *_: FileProblem("file-crashes"),
        done=lambda _: progress.advance(),
    )
    return [_district(name, run, sheets) for (name, run), sheets in zip(sources, read, strict=True)]


def _read(folder: Path) -> dict[str, RegisterSheet] | FileProblem:
    path = folder / REGISTER_BOOK
    try:
        return read_registers(path.read_bytes(), path.name, catalog.ledgers())
    except OSError:
        return FileProblem("file-inaccessible")


def _district(
    name: str, run: PreviousRun, sheets: dict[str, RegisterSheet] | FileProblem
) -> District:
    if isinstance(sheets, FileProblem):
        message = finding(sheets.code, Place(REGISTER_BOOK), facts=sheets.facts).message
        raise RollupImpossible(f"{name}:{message}")
    sums = {file: sha256((run.folder / file).read_bytes()) for file in (REGISTER_BOOK, RECORD)}
    known = {output.sha256 for output in run.outputs if output.kind == REGISTER}
    edited = bool(known) and sums[REGISTER_BOOK] not in known
    return District(name, run.folder.name, run.record, sheets, sums, edited)


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
