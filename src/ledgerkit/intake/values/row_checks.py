"""What one row must keep: required entries, the order of its dates, its number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, assert_never

from ledgerkit.findings.messages import finding_at
from ledgerkit.intake.values.keys import key_form
from ledgerkit.model.columns import Column, Date, NameList
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger, Must, NotBefore, NotWith, RequiredWhen, ledger_of
from ledgerkit.model.period import Month
from ledgerkit.model.row import Row
from ledgerkit.office import Office


def required(row: Row) -> Iterator[Finding]:
    """★ cells that are empty; a missing 编号 and a missing column have findings of their own."""
    table = row.table
    own_key = table.key if issubclass(table, Ledger) else None
    for at, column in enumerate(table.columns):
        if not column.required or row.values[at] is not None or row.could_not_be_read(column):
            continue
        if column is not own_key and column.name in row.raw.layout.columns:
            yield finding_at(row, column, "required-empty", example=_example(column))


def declared(row: Row) -> Iterator[Finding]:
    """The checks that the ledger declares for its rows."""
    for check in ledger_of(row).checks:
        match check:
            case RequiredWhen():
                yield from _required_when(row, check)
            case NotBefore():
                yield from _not_before(row, check)
            case NotWith():
                yield from _not_with(row, check)
            case Must(column=column, words=words, consequence=consequence):
                if row[column] is not None and row[column] not in words:
                    yield finding_at(row, column, "word-excludes", consequence=consequence)
            case _:
                assert_never(check)


def _not_with(row: Row, check: NotWith) -> Iterator[Finding]:
    value = row[check.column]
    holds = value in check.words if check.words else value is not None
    if holds and row[check.other] in check.others:
        yield finding_at(
            row,
            check.column,
            "words-contradict",
            related=(row.place(check.other),),
            other=check.other.name,
            word=row.text(check.other),
        )


def _required_when(row: Row, check: RequiredWhen) -> Iterator[Finding]:
    when = row[check.when]
    holds = when in check.words if check.words else when is not None
    if not holds or row[check.column] is not None or row.could_not_be_read(check.column):
        return
    yield finding_at(
        row,
        check.column,
        "conditionally-required",
        when=check.when.name,
        word=row.text(check.when),
        example=_example(check.column),
    )


def _not_before(row: Row, check: NotBefore) -> Iterator[Finding]:
    later, earlier = row[check.later], row[check.earlier]
    if later and earlier and later < earlier:
        other = row.place(check.earlier)
        yield finding_at(
            row,
            check.later,
            "date-order",
            related=(other,),
            earlier=check.earlier.name,
            other=other.cell or "",
            day=earlier.isoformat(),
        )


def dates_within(row: Row, month: Month, filed_on: dt.date | None) -> Iterator[Finding]:
    """Days that lie after the month reported: what dates the row, and what is past by its nature.

    A report is filed some days into the next month, so what happened until then may stand in it.
    """
    ledger = ledger_of(row)
    until_filed = max(month.last, filed_on or month.last)
    for column in ledger.columns:
        if not isinstance(column, Date) or column.planned:
            continue
        day = row[column]
        if day and day > (month.last if column is ledger.dated else until_filed):
            yield finding_at(row, column, "date-outside-month", month=str(month))


def number(row: Row, office: Office) -> Iterator[Finding]:
    """An 编号 of the wrong form, or one that names another unit than the row's owner."""
    if row.provisional:
        return
    ledger = ledger_of(row)
    match = key_form(ledger).fullmatch(row.key)
    if not match:
        example = ledger.key.example
        yield finding_at(row, ledger.key, "key-malformed", prefix=ledger.prefix, example=example)
        return
    named = office.full_name(match[1], (NameList.UNIT, NameList.POINT))
    if named and row.owner and named != row.owner and named not in _owners(row):
        yield finding_at(row, ledger.key, "key-other-unit", named=match[1], unit=row.owner)


def _owners(row: Row) -> tuple[str, ...]:
    """Everybody named in the row's owner column: a joint visit carries one unit's number."""
    owner = ledger_of(row).owner
    return row.names(owner) if owner else ()


def _example(column: Column[Any]) -> str:
    return column.example or ("2026-10-13" if isinstance(column, Date) else "…")
