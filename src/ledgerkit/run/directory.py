"""名录.xlsx read and checked like any workbook, and made an Office."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ledgerkit import office as offices
from ledgerkit.findings.messages import finding
from ledgerkit.intake.files.raw_file import read_file
from ledgerkit.intake.values.typed_rows import read_rows
from ledgerkit.model.errors import LedgerkitError
from ledgerkit.model.finding import Finding
from ledgerkit.model.place import Place
from ledgerkit.model.row import Row
from ledgerkit.model.submission import FileState
from ledgerkit.office import FILE_NAME, Office, tables


class DirectoryUnreadable(LedgerkitError):
    """名录.xlsx is there but cannot be read; the message says why and what to do."""


def load_office(folder: Path) -> Office:
    """The office of a folder; what 名录 lacks is shipped, and ``Office.findings`` says so."""
    path = folder / FILE_NAME
    if not path.is_file():
        return offices.build(None)
    shipped = offices.default()
    raw = read_file(path, FILE_NAME, tables.TABLES, shipped)
    if raw.state is not FileState.MERGED:
        problem = raw.problem
        code, facts = (problem.code, problem.facts) if problem else ("file-damaged", ())
        raise DirectoryUnreadable(finding(code, Place(FILE_NAME), facts=facts).message)
    sheets: dict[str, list[Row]] = {}
    found: list[Finding] = []
    for table in raw.tables:
        rows, faults = read_rows(table, shipped)
        sheets.setdefault(table.table.name, []).extend(rows)
        found += faults
    built = offices.build(sheets)
    return replace(built, findings=(*found, *built.findings))
