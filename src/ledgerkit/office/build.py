"""From the sheets of 名录.xlsx to an Office; what they lack is shipped, and said once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ledgerkit.findings.messages import finding, finding_at
from ledgerkit.ledgers import words
from ledgerkit.model.columns import Column, WordList
from ledgerkit.model.deadline import Limit
from ledgerkit.model.finding import Finding
from ledgerkit.model.outcome import Step
from ledgerkit.model.period import Cycle
from ledgerkit.model.place import Place
from ledgerkit.model.row import Row
from ledgerkit.office import tables
from ledgerkit.office.members import FilingRule, Firm, Member, Obligation, Waiver
from ledgerkit.office.office import Office
from ledgerkit.office.tables import (
    Departments,
    DirectoryTable,
    Filings,
    Firms,
    HeaderAliases,
    Holidays,
    Ladder,
    Limits,
    Obligations,
    Points,
    Settings,
    Units,
    Waivers,
    Words,
)
from ledgerkit.text import key

FILE_NAME = "名录.xlsx"

Cells = Mapping[Column[Any], str]
"""A row of 名录 as text by column; dates are ISO, absent values ""."""
Tables = Mapping[type[DirectoryTable], Sequence[Cells]]


def build(sheets: Mapping[str, Sequence[Row]] | None, path: str = FILE_NAME) -> Office:
    """The office that these checked sheets describe; None stands for a 名录 that is not there.

    What is absent is taken from the shipped rows, and said once in ``Office.findings``.
    """
    findings: list[Finding] = []
    if sheets is None:
        findings.append(finding("directory-missing", Place(path)))
    rows: dict[type[DirectoryTable], Sequence[Cells]] = {}
    for table in tables.TABLES:
        if sheets is None or table.name not in sheets:
            rows[table] = _shipped(table)
            if sheets is not None and table.shipped:
                findings.append(finding("directory-sheet-missing", Place(path), sheet=table.name))
        else:
            complete = [row for row in sheets[table.name] if _is_complete(row, table)]
            distinct = list(_once(complete, table, findings))
            own = [_cells(row, table) for row in distinct]
            added = _absent(table, own)
            findings += [_row_missing(path, table, row) for row in added]
            rows[table] = own + added
    listed = frozenset(name for name, own in (sheets or {}).items() if own)
    office = _office(rows, listed, tuple(findings))
    return replace(office, waivers=tuple(_waivers((sheets or {}).get(Waivers.name, ()))))


def default() -> Office:
    """The shipped office, as ``check`` without --office uses it: no name is judged against it."""
    return _office({table: _shipped(table) for table in tables.TABLES}, frozenset(), ())


def _shipped(table: type[DirectoryTable]) -> list[Cells]:
    empty: dict[Column[Any], str] = dict.fromkeys(table.columns, "")
    return [empty | dict(zip(table.columns, map(str, row), strict=False)) for row in table.shipped]


def _once(
    rows: Sequence[Row], table: type[DirectoryTable], findings: list[Finding]
) -> Iterator[Row]:
    """Each name of a list of names once; a second row of it is said and left out."""
    named: dict[str, Row] = {}
    column = table.columns[0]
    for row in rows:
        name = row.text(column)
        if table in tables.LISTS and name in named:
            first = named[name].place(column).cell or ""
            findings.append(finding_at(row, column, "directory-row-repeated", other=first))
            continue
        named[name] = row
        yield row


def _is_complete(row: Row, table: type[DirectoryTable]) -> bool:
    """Whether the cells that it rests on could be read: a limit without a number is none."""
    return all(row[column] is not None for column in table.needed)


def _cells(row: Row, table: type[DirectoryTable]) -> Cells:
    return {column: row.text(column) for column in table.columns}


def _key(table: type[DirectoryTable], row: Cells) -> tuple[str, ...]:
    return tuple(row[column] for column in table.keyed)


def _absent(table: type[DirectoryTable], own: list[Cells]) -> list[Cells]:
    """The shipped rows that the office's sheet does not speak of."""
    if not table.keyed:
        return []
    keys = {_key(table, row) for row in own}
    return [row for row in _shipped(table) if _key(table, row) not in keys]


def _row_missing(path: str, table: type[DirectoryTable], row: Cells) -> Finding:
    rest = [value for column, value in row.items() if column not in table.keyed and value]
    return finding(
        "directory-row-missing",
        Place(path),
        sheet=table.name,
        line="、".join(filter(None, _key(table, row))),
        shipped=" ".join(rest) or "空白",
    )


def _office(rows: Tables, listed: frozenset[str], findings: tuple[Finding, ...]) -> Office:
    return Office(
        units=tuple(map(_unit, rows[Units])),
        points=tuple(map(_point, rows[Points])),
        firms=tuple(map(_firm, rows[Firms])),
        departments=tuple(
            Member(row[Departments.full_name], row[Departments.short_name])
            for row in rows[Departments]
        ),
        limits={
            (row[Limits.matter], row[Limits.grade]): Limit(
                int(row[Limits.days]), row[Limits.counting] != tables.CALENDAR_DAYS
            )
            for row in rows[Limits]
        },
        ladder=_ladder(rows[Ladder]),
        obligations=tuple(map(_obligation, rows[Obligations])),
        filings=tuple(
            FilingRule(row[Filings.book], row[Filings.subject], int(row[Filings.day]))
            for row in rows[Filings]
        ),
        holidays={
            dt.date.fromisoformat(row[Holidays.day]): row[Holidays.kind] == tables.DAY_ON
            for row in rows[Holidays]
        },
        words=_word_lists(rows[Words]),
        header_aliases={
            (row[HeaderAliases.table_name], row[HeaderAliases.alias]): row[HeaderAliases.header]
            for row in rows[HeaderAliases]
            if row[HeaderAliases.header]
        },
        settings={row[Settings.item]: row[Settings.content] for row in rows[Settings]},
        waivers=(),
        listed=listed,
        findings=findings,
    )


def _waivers(rows: Sequence[Row]) -> Iterator[Waiver]:
    """One whose last day cannot be read silences nothing: it must not do so for ever."""
    for row in rows:
        if not row.could_not_be_read(Waivers.until):
            ledger, number = row.text(Waivers.table_name), key(row.text(Waivers.number))
            yield Waiver(ledger, number, row.text(Waivers.code), row[Waivers.until], row.raw)


def _unit(row: Cells) -> Member:
    return Member(
        row[Units.full_name],
        row[Units.short_name],
        row[Units.head],
        contact=row[Units.contact],
        phone=row[Units.phone],
    )


def _point(row: Cells) -> Member:
    return Member(row[Points.full_name], row[Points.short_name], row[Points.head], row[Points.park])


def _firm(row: Cells) -> Firm:
    return Firm(
        row[Firms.full_name],
        row[Firms.code],
        row[Firms.park],
        row[Firms.point],
        row[Firms.contact],
        row[Firms.phone],
        tuple(_several(row[Firms.former])),
    )


def _obligation(row: Cells) -> Obligation:
    return Obligation(
        row[Obligations.duty],
        row[Obligations.subject],
        Cycle(row[Obligations.cycle]),
        int(row[Obligations.times]),
        row[Obligations.warns] != words.NO,
    )


def _ladder(rows: Sequence[Cells]) -> tuple[Step, ...]:
    steps = (Step(row[Ladder.level], int(row[Ladder.start]), row[Ladder.copied]) for row in rows)
    return tuple(sorted(steps, key=lambda step: step.start))


def _word_lists(rows: Sequence[Cells]) -> dict[str, WordList]:
    lists: dict[str, list[Cells]] = {}
    for row in rows:
        if row[Words.list_name] and row[Words.word]:
            lists.setdefault(row[Words.list_name], []).append(row)
    return {
        name: WordList(
            name,
            tuple(dict.fromkeys(row[Words.word] for row in members)),
            tuple(
                (former, row[Words.word])
                for row in members
                for former in _several(row[Words.former])
            ),
        )
        for name, members in lists.items()
    }


def _several(text: str) -> Iterator[str]:
    return filter(None, (name.strip() for name in text.split("、")))
