"""What merging has to say to those who sent the rows."""

from __future__ import annotations

from collections.abc import Iterator

from ledgerkit.findings.messages import finding, finding_at, where_seen_from
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import ledger_of
from ledgerkit.model.place import Place
from ledgerkit.model.register import Conflict, Fate, Register, Vanished


def findings(register: Register) -> Iterator[Finding]:
    """Rows without an owner, rows that lost a conflict, rows that a later submission lacks."""
    for submission, fates in register.fates:
        for row, fate in zip(submission.rows, fates, strict=True):
            if fate is Fate.RETURNED and not row.owner:
                yield finding_at(row, ledger_of(row).key, "owner-unknown")
    for conflict in register.conflicts:
        if not conflict.ruled:
            yield from _conflict(conflict)
    for missing in register.vanished:
        if not missing.ruled:
            yield _vanished(missing)


def _conflict(conflict: Conflict) -> Iterator[Finding]:
    standing, returned = conflict.standing, conflict.returned
    if standing.origin.path == returned.origin.path and not returned.provisional:
        return  # a number that stands twice in one file is said there
    key = ledger_of(standing).key
    place = standing.place(key)
    other = f"{place.path} 的{place.cell or '同一行'}"
    yield finding_at(returned, key, "key-conflict", related=(place,), other=other)


def _vanished(missing: Vanished) -> Finding:
    """Said at the header of the later file's table: that is the file to be looked at."""
    ledger = ledger_of(missing.row)
    tables = (table for table in missing.later.raw.tables if table.table is ledger)
    table = next(tables)
    place = Place(missing.later.path, table.layout.sheet, table.header_cell)
    before = missing.row.place(ledger.key)
    return finding(
        "row-vanished",
        place,
        column=ledger.key.name,
        key=missing.key,
        related=(before,),
        named=missing.key,
        other=where_seen_from(before, place),
    )
