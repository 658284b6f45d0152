"""The results of districts for ``rollup``: found, named, and read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ledgerkit.findings.messages import finding
from ledgerkit.intake.files.register_sheets import read_registers
from ledgerkit.intake.inbox import SECONDS
from ledgerkit.intake.workers import each
from ledgerkit.ledgers import catalog
from ledgerkit.model.errors import LedgerkitError
from ledgerkit.model.place import Place
from ledgerkit.model.progress import Progress
from ledgerkit.model.register import RegisterSheet
from ledgerkit.model.submission import FileProblem
from ledgerkit.rules.rollup import District
from ledgerkit.run.reckon import RESULTS
from ledgerkit.run.store import RECORD, REGISTER_BOOK, PreviousRun, read_previous, sha256
from ledgerkit.run.writers import REGISTER


class RollupImpossible(LedgerkitError):
    """The districts' results cannot be put together; the message says whose and what to do."""


def read_districts(
    out: Path, folders: Sequence[Path], month: str | None, jobs: int, progress: Progress
) -> list[District]:
    """The results of each folder for the month, or for the latest that all have.

    RollupImpossible where they cannot be put together to ``out``.
    """
    sources = _sources(out, folders, month)
    progress.stage("读取各区县的总表", len(sources))
    sheets = each(
        _read,
        [run.folder for _, run in sources],
        jobs=jobs,
        seconds=SECONDS * 6,
        failed=lambda *_: FileProblem("file-crashes"),
        done=lambda _: progress.advance(),
    )
    return [_district(*source, read) for source, read in zip(sources, sheets, strict=True)]


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
