"""豁免登记: which findings the office has silenced, and which of its rows silence nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from ledgerkit import text
from ledgerkit.findings.by_file import FindingsByFile
from ledgerkit.findings.messages import finding_at, nearest
from ledgerkit.findings.wordings import CATALOGUE
from ledgerkit.intake.values.suggest import closest
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger, Ledgers
from ledgerkit.model.submission import Submission
from ledgerkit.office import Waiver
from ledgerkit.office.tables import Waivers

Rows = Mapping[tuple[str, str, int], type[Ledger]]
"""(path, sheet, row as Excel counts) → the ledger of that row."""


def waive(
    findings: FindingsByFile,
    submissions: Sequence[Submission],
    waivers: Sequence[Waiver],
    as_of: dt.date,
) -> tuple[FindingsByFile, int]:
    """The findings that 豁免登记 leaves, and how many it silenced."""
    valid = [waiver for waiver in waivers if not _is_over(waiver, as_of)]
    if not valid:
        return findings, 0
    silent = {(text.fold(waiver.ledger), waiver.key, _code(waiver.code)) for waiver in valid}
    rows = _rows(submissions, {waiver.key for waiver in valid})
    left = {
        path: tuple(finding for finding in found if not _is_silenced(finding, silent, rows))
        for path, found in findings.items()
    }
    waived = sum(map(len, findings.values())) - sum(map(len, left.values()))
    return FindingsByFile(left), waived


def findings(waivers: Sequence[Waiver], ledgers: Ledgers, as_of: dt.date) -> Iterator[Finding]:
    """Rows of 豁免登记 that silence nothing: an unknown 表名 or 检查代码, a last day gone by."""
    tables = [ledger.name for ledger in ledgers.values()]
    known = {name for ledger in ledgers.values() for name in _names(ledger)}
    for waiver in waivers:
        if waiver.ledger and text.fold(waiver.ledger) not in known:
            guess = nearest(closest(waiver.ledger, tables))
            yield finding_at(waiver.raw, Waivers.table_name, "waiver-ledger-unknown", nearest=guess)
        if waiver.code and _code(waiver.code) is None:
            guess = nearest(closest(waiver.code, tuple(CATALOGUE)))
            yield finding_at(waiver.raw, Waivers.code, "waiver-code-unknown", nearest=guess)
        if _is_over(waiver, as_of):
            yield finding_at(
                waiver.raw, Waivers.until, "waiver-expired", number=waiver.key, check=waiver.code
            )


def _is_over(waiver: Waiver, as_of: dt.date) -> bool:
    return waiver.until is not None and waiver.until < as_of


def _code(written: str) -> str | None:
    """The check that is meant, by its code or by its title; None for an unknown one."""
    folded = text.fold(written)
    titled = (code for code, wording in CATALOGUE.items() if text.fold(wording.title) == folded)
    return folded if folded in CATALOGUE else next(titled, None)


def _names(ledger: type[Ledger]) -> Iterator[str]:
    """What an office may write as 表名, folded: the ledger, its workbook, its other names."""
    return map(text.fold, ledger.titles)


def _rows(submissions: Sequence[Submission], keys: set[str]) -> Rows:
    return {
        (row.origin.path, row.origin.sheet, row.origin.row): row.table
        for submission in submissions
        for row in submission.rows
        if text.key(row.key) in keys and issubclass(row.table, Ledger)
    }


def _is_silenced(finding: Finding, silent: set[tuple[str, str, str | None]], rows: Rows) -> bool:
    if not finding.key or finding.row is None or finding.place.sheet is None:
        return False
    ledger = rows.get((finding.place.path, finding.place.sheet, finding.row))
    if ledger is None:
        return False
    return any((name, text.key(finding.key), finding.code) in silent for name in _names(ledger))
