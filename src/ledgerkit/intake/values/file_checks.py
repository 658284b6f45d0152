"""One file: from what was typed to rows with values, and every finding on this file alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledgerkit import text
from ledgerkit.findings.messages import finding
from ledgerkit.intake.values.classified import secret_findings, secret_rows
from ledgerkit.intake.values.keys import LedgerKeys
from ledgerkit.intake.values.sender import Sender, read_sender
from ledgerkit.intake.values.typed_rows import TableReader
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.period import Month
from ledgerkit.model.place import Place
from ledgerkit.model.repair import Repair
from ledgerkit.model.row import Row
from ledgerkit.model.submission import FileState, RawFile, RawTable, Submission
from ledgerkit.office import Office


def check_file(raw: RawFile, office: Office, around: Month | None = None) -> Submission:
    """Every row of a file with its values, and all that can be said without the other files.

    ``around`` is the month that is reported on, by default that of the file's time.
    """
    around = around or Month.of(raw.modified)
    if raw.state is not FileState.MERGED:
        return _without_rows(raw, office, around)
    sender = read_sender(raw, office, around)
    findings = list(sender.findings)
    rows: list[Row] = []
    repairs: list[Repair] = []
    for table in raw.tables:
        read, faults, mended = TableReader(table, sender, office).rows()
        rows += read
        repairs += mended
        findings += _headers(table)
        findings += faults
    findings += _keys(rows, office, sender)
    findings += _nothing_or_rows(raw, sender, len(rows))
    findings += secret_findings(raw, rows)
    unit = sender.unit or sender.named or _unanimous(rows)
    return Submission(
        raw=raw,
        unit=unit,
        month=sender.month,
        filed_on=sender.filed_on,
        nothing=sender.nothing,
        rows=tuple(rows),
        findings=tuple(dict.fromkeys(findings)),
        repairs=tuple(repairs),
        secret=secret_rows(raw, rows),
    )


def _without_rows(raw: RawFile, office: Office, around: Month) -> Submission:
    """A file that gave no table: who it is from can only be told by its name."""
    sender = read_sender(raw, office, around)
    findings: tuple[Finding, ...] = ()
    if raw.problem:
        findings = (finding(raw.problem.code, Place(raw.path), facts=raw.problem.facts),)
    return Submission(raw, sender.unit, sender.month, None, False, (), findings)


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


def _keys(rows: Sequence[Row], office: Office, sender: Sender) -> Iterator[Finding]:
    """What there is to say of the numbers of each ledger, on whatever sheets of the file it is."""
    by_ledger: dict[type[Ledger], list[Row]] = {}
    for row in rows:
        if issubclass(row.table, Ledger):
            by_ledger.setdefault(row.table, []).append(row)
    for ledger, own in by_ledger.items():
        yield from LedgerKeys(ledger, own, office, sender.month).findings()


def _nothing_or_rows(raw: RawFile, sender: Sender, count: int) -> Iterator[Finding]:
    if not count and not sender.nothing:
        yield finding("nothing-filed", Place(raw.path))
    if count and sender.nothing:
        yield finding("nothing-but-rows", Place(raw.path), count=str(count))


def _unanimous(rows: Sequence[Row]) -> str | None:
    owners = {row.owner for row in rows if row.owner}
    return owners.pop() if len(owners) == 1 else None
