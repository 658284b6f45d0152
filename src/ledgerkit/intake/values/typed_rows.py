"""The rows of one table: each cell read as its column says, each row with owner and key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ledgerkit.findings.messages import finding_at, written
from ledgerkit.intake.values import row_checks
from ledgerkit.intake.values.cell_reading import Reader
from ledgerkit.intake.values.cells import reader
from ledgerkit.intake.values.keys import key_form, provisional_key
from ledgerkit.intake.values.repairs import is_ditto, repair
from ledgerkit.intake.values.sender import SENDERS, Sender
from ledgerkit.model.filing_block import UNIT
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.repair import Repair
from ledgerkit.model.row import Cell, RawRow, Row, Value
from ledgerkit.model.submission import RawTable
from ledgerkit.office import Office


def read_rows(table: RawTable, office: Office) -> tuple[list[Row], list[Finding]]:
    """The rows of a table outside any ledger, such as a sheet of 名录, and their findings."""
    rows, findings, _ = TableReader(table, None, office).rows()
    return rows, findings


@dataclass(frozen=True)
class TableReader:
    """Reads the rows of one table in one file."""

    table: RawTable
    sender: Sender | None
    office: Office

    def rows(self) -> tuple[list[Row], list[Finding], list[Repair]]:
        """The rows in order, what there is to say of them, and what was put in order."""
        table = self.table.table
        month = self.sender.month if self.sender else None
        readers = [reader(column, self.office, month) for column in table.columns]
        rows: list[Row] = []
        findings: list[Finding] = []
        repairs: list[Repair] = []
        for typed, raw in zip(self.table.rows, _without_dittos(self.table.rows), strict=True):
            row, faults, mended = _read(raw, typed.cells, readers)
            rows.append(row)
            findings += faults
            repairs += mended
        if issubclass(table, Ledger) and self.sender:
            rows = [self._owned(row, table, self.sender) for row in rows]
            keys = {row.origin.row: row.key for row in rows}
            findings = [replace(fault, key=keys.get(fault.row or 0, "")) for fault in findings]
            for row in rows:
                findings += row_checks.required(row)
                findings += row_checks.declared(row)
                findings += row_checks.number(row, self.office)
                if self.sender.month:
                    findings += row_checks.dates_within(
                        row, self.sender.month, self.sender.filed_on
                    )
        else:
            for row in rows:
                findings += row_checks.required(row)
        return rows, findings, list(dict.fromkeys(repairs))

    def _owned(self, row: Row, ledger: type[Ledger], sender: Sender) -> Row:
        """The row with its owner and its key; without a number under a 暂编号.

        This is docs/contract.md#what-counts-exactly.
        """
        key = row[ledger.key] or ""
        owner = self._unit_above(sender) or self._owner_in(row, ledger, key) or sender.named
        return replace(
            row, key=key or provisional_key(row, ledger, owner), provisional=not key, owner=owner
        )

    def _unit_above(self, sender: Sender) -> str | None:
        """Who stands in the block above this table, where a file holds several units' tables."""
        entry = self.table.block.get(UNIT)
        own = self.office.full_name(written(entry.value), SENDERS) if entry else None
        return own or sender.unit

    def _owner_in(self, row: Row, ledger: type[Ledger], key: str) -> str:
        """The row's owner column, else the unit in its number; "" if neither tells."""
        named = row.names(ledger.owner) if ledger.owner else ()
        known = (self.office.full_name(name, SENDERS) for name in named)
        if owner := next(filter(None, known), None):
            return owner
        match = key_form(ledger).fullmatch(key)
        return (self.office.full_name(match[1], SENDERS) or "") if match else ""


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
    findings: list[Finding] = []
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
            findings.append(finding_at(raw, column, fault.code, facts=fault.facts))
    return Row(raw, tuple(values), frozenset(unread)), findings, repairs
