"""The findings of each file: each once, in the order of its sheets, rows and columns."""

from __future__ import annotations

from dataclasses import replace

from builders import PROBLEMS, VISITS, register, row, submission
from ledgerkit.findings.by_file import by_file
from ledgerkit.findings.messages import finding
from ledgerkit.model.finding import Finding
from ledgerkit.model.place import Place

FILE, OTHER = "收件/一.xlsx", "收件/二.xlsx"
SENT = [
    submission(ledgers=[VISITS, PROBLEMS], path=FILE),
    submission(ledgers=[VISITS], path=OTHER),
]


def at(
    cell: str | None, sheet: str | None = VISITS, path: str = FILE, row: int | None = None
) -> Finding:
    place = Place(path, sheet, cell)
    facts = {"example": "2026-03-01"}
    return finding("date-unreadable", place, typed="十月", row=row, facts=facts.items())


def test_a_file_without_findings_is_there_too() -> None:
    found = by_file([at("B3", path=OTHER)], SENT, register({}))
    assert dict(found) == {FILE: (), OTHER: (at("B3", path=OTHER),)}
    assert len(found) == 2


def test_the_file_itself_comes_first_then_sheets_rows_and_columns_as_they_stand() -> None:
    ordered = [
        at(None, None),
        at("B3"),
        at("AA3"),
        at("B20"),
        at("A1", PROBLEMS),
        at("A1", "一张没有读的表"),
    ]
    assert by_file(reversed(ordered), SENT, register({}))[FILE] == tuple(ordered)


def test_what_is_found_twice_is_said_once() -> None:
    assert by_file([at("B3"), at("B3")], SENT, register({}))[FILE] == (at("B3"),)


def test_findings_on_a_row_that_was_replaced_are_resolved_and_not_open() -> None:
    old = row(VISITS, {"走访编号": "ZF"}, path=FILE)
    line = old.origin.row
    closed, waiting = at("B3", row=line), at("B4", row=line + 1)
    found = by_file([waiting, closed], SENT, replace(register({}), replaced=(old,)))
    assert found[FILE] == (closed.resolve(), waiting)
    assert found.open == (waiting,)
    assert found.open_by_file == {FILE: (waiting,), OTHER: ()}
