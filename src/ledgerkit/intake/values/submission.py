"""One file: from what was typed to rows with values, and every finding on this file alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ledgerkit import text
from ledgerkit.findings.messages import finding, finding_at, written
from ledgerkit.intake.values import rows as row_checks
from ledgerkit.intake.values.cells import reader
from ledgerkit.intake.values.classified import secret_findings, secret_rows
from ledgerkit.intake.values.keys import Numbers
from ledgerkit.intake.values.reading import Reader
from ledgerkit.intake.values.repairs import is_ditto, repair
from ledgerkit.intake.values.sender import SENDERS, UNIT, Filing, read_filing
from ledgerkit.model.columns import Column
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.period import Month
from ledgerkit.model.place import Place
from ledgerkit.model.repair import Repair
from ledgerkit.model.row import Cell, RawRow, Row, Value
from ledgerkit.model.submission import FileState, RawFile, RawTable, Submission
from ledgerkit.office import Office


def check_file(raw: RawFile, office: Office, around: Month | None = None) -> Submission:
    """Every row of a file with its values, and all that can be said without the other files.

    ``around`` is the month that is reported on, by default that of the file's time.
    """
    around = around or Month.of(raw.modified)
    if raw.state is not FileState.MERGED:
        return _without_rows(raw, office, around)
    filing = read_filing(raw, office, around)
    said = list(filing.findings)
    rows: list[Row] = []
    repairs: list[Repair] = []
    for table in raw.tables:
        read, found, mended = _Reader(table, filing, office).rows()
        rows += read
        repairs += mended
        said += _headers(table)
        said += found
    said += _numbers(rows, office, filing)
    said += _filed(raw, filing, len(rows))
    said += secret_findings(raw, rows)
    unit = filing.unit or filing.named or _unanimous(rows)
    return Submission(
        raw=raw,
        unit=unit,
        month=filing.month,
        filed_on=filing.filed_on,
        nothing=filing.nothing,
        rows=tuple(rows),
        findings=tuple(dict.fromkeys(said)),
        repairs=tuple(repairs),
        secret=secret_rows(raw, rows),
    )


def read_rows(table: RawTable, office: Office) -> tuple[list[Row], list[Finding]]:
    """The rows of a table outside any ledger, such as a sheet of 名录, and their findings."""
    rows, said, _ = _Reader(table, None, office).rows()
    return rows, said


def _without_rows(raw: RawFile, office: Office, around: Month) -> Submission:
    """A file that gave no table: who it is from can only be told by its name."""
    filing = read_filing(raw, office, around)
    said: tuple[Finding, ...] = ()
    if raw.problem:
        said = (finding(raw.problem.code, Place(raw.path), facts=raw.problem.facts),)
    return Submission(raw, filing.unit, filing.month, None, False, (), said)


def _headers(table: RawTable) -> Iterator[Finding]:
    path, sheet = table.layout.path, table.layout.sheet
    for column in table.table.columns:
        if column.required and column.name not in table.layout.columns:
            place = Place(path, sheet, table.header_cell)
            yield finding("column-missing", place, column=column.name)
    for header in table.repeated:
        yield finding(
            "column-repeated",
            Place(path, sheet, header.cell),
            typed=header.text,
            found_text=text.tidy(header.text),
            first="靠左的",
        )


def _numbers(rows: Sequence[Row], office: Office, filing: Filing) -> Iterator[Finding]:
    """What there is to say of the numbers of each ledger, on whatever sheets of the file it is."""
    by_ledger: dict[type[Ledger], list[Row]] = {}
    for row in rows:
        if issubclass(row.table, Ledger):
            by_ledger.setdefault(row.table, []).append(row)
    for ledger, own in by_ledger.items():
        yield from Numbers(ledger, own, office, filing.month).findings()


def _filed(raw: RawFile, filing: Filing, count: int) -> Iterator[Finding]:
    if not count and not filing.nothing:
        yield finding("nothing-filed", Place(raw.path))
    if count and filing.nothing:
        yield finding("nothing-but-rows", Place(raw.path), count=str(count))


def _unanimous(rows: Sequence[Row]) -> str | None:
    owners = {row.owner for row in rows if row.owner}
    return owners.pop() if len(owners) == 1 else None


@dataclass(frozen=True)
class _Reader:
    """Reads the rows of one table in one file."""

    table: RawTable
    filing: Filing | None
    office: Office

    def rows(self) -> tuple[list[Row], list[Finding], list[Repair]]:
        """The rows in order, what there is to say of them, and what was put in order."""
        table = self.table.table
        month = self.filing.month if self.filing else None
        readers = [reader(column, self.office, month) for column in table.columns]
        rows: list[Row] = []
        said: list[Finding] = []
        repairs: list[Repair] = []
        for typed, raw in zip(self.table.rows, _without_dittos(self.table.rows), strict=True):
            row, found, mended = _read(raw, typed.cells, readers)
            rows.append(row)
            said += found
            repairs += mended
        if issubclass(table, Ledger) and self.filing:
            rows = [self._owned(row, table, self.filing) for row in rows]
            keys = {row.origin.row: row.key for row in rows}
            said = [replace(one, key=keys.get(one.row or 0, "")) for one in said]
            for row in rows:
                said += row_checks.required(row)
                said += row_checks.declared(row)
                said += row_checks.number(row, self.office)
                if self.filing.month:
                    said += row_checks.dates_within(row, self.filing.month, self.filing.filed_on)
        else:
            for row in rows:
                said += row_checks.required(row)
        return rows, said, list(dict.fromkeys(repairs))

    def _owned(self, row: Row, ledger: type[Ledger], filing: Filing) -> Row:
        """The row with its owner and its key; without a number under a 暂编号.

        This is docs/contract.md#what-counts-exactly.
        """
        key = row[ledger.key] or ""
        owner = self._sender(filing) or self._owner_in(row, ledger, key) or filing.named
        return replace(
            row, key=key or provisional_key(row, ledger, owner), provisional=not key, owner=owner
        )

    def _sender(self, filing: Filing) -> str | None:
        """Who stands in the block above this table, where a file holds several units' tables."""
        entry = self.table.block.get(UNIT)
        own = self.office.full_name(written(entry.value), SENDERS) if entry else None
        return own or filing.unit

    def _owner_in(self, row: Row, ledger: type[Ledger], key: str) -> str:
        """The row's owner column, else the unit in its number; "" if neither tells."""
        named = row.names(ledger.owner) if ledger.owner else ()
        known = (self.office.full_name(name, SENDERS) for name in named)
        if owner := next(filter(None, known), None):
            return owner
        match = row_checks.pattern(ledger).fullmatch(key)
        return (self.office.full_name(match[1], SENDERS) or "") if match else ""


def provisional_key(row: Row, ledger: type[Ledger], owner: str) -> str:
    """暂编号 of a row without a number: made from owner, date, firm and text, always the same."""
    parts = (ledger.dated, ledger.subject, ledger.gist)
    told = [owner, *(_said(row, column) for column in parts if column)]
    digest = hashlib.sha256("\x1f".join(told).encode()).hexdigest()
    return f"暂-{ledger.prefix}-{digest[:8]}"


def _said(row: Row, column: Column[Any]) -> str:
    """The value as text, or what was typed where it could not be read."""
    return row.text(column) or written(row.raw.typed(column))


def _without_dittos(raws: Sequence[RawRow]) -> Iterator[RawRow]:
    """“同上” and “〃” replaced by what stands in the row above."""
    above: tuple[Cell, ...] | None = None
    for raw in raws:
        cells = raw.cells
        if above and any(map(is_ditto, cells)):
            cells = tuple(
                over if is_ditto(cell) else cell for cell, over in zip(cells, above, strict=True)
            )
            raw = replace(raw, cells=cells)
        yield raw
        above = cells


def _read(
    raw: RawRow, entered: Sequence[Cell], readers: Sequence[Reader]
) -> tuple[Row, list[Finding], list[Repair]]:
    """A row's values; ``entered`` are its cells before dittos were replaced."""
    values: list[Value] = []
    unread: list[str] = []
    said: list[Finding] = []
    repairs: list[Repair] = []
    columns = zip(raw.table.columns, raw.cells, entered, readers, strict=True)
    for column, typed, own, read in columns:
        if typed is None:
            values.append(None)
            continue
        reading = read(typed)
        values.append(reading.value)
        if reading.unread:
            unread.append(column.name)
        if mended := repair(raw, column, own, reading):
            repairs.append(mended)
        for fault in reading.faults:
            said.append(finding_at(raw, column, fault.code, facts=fault.facts))
    return Row(raw, tuple(values), frozenset(unread)), said, repairs
