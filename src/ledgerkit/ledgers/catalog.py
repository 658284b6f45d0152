"""Finds every ledger, and refuses declarations that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ledgerkit import ledgers as package
from ledgerkit.findings.wordings import CATALOGUE
from ledgerkit.model import declared
from ledgerkit.model.columns import Column, NameList
from ledgerkit.model.declared import modules, refuse_twice
from ledgerkit.model.ledger import Book, Ledger
from ledgerkit.model.references import NeededInLinked, NotBeforeReferenced, SameAsReferenced
from ledgerkit.model.table import DeclarationError, Table


@cache
def ledgers() -> Mapping[str, type[Ledger]]:
    """Every ledger by its name, in their order; DeclarationError if two claim the same place."""
    found = in_order(list(_declared()))
    refuse_twice("表名", [ledger.name for ledger in found])
    refuse_twice("编号前缀", [ledger.prefix for ledger in found])
    refuse_twice("事项", matter_names(found))
    for ledger in found:
        refuse_unknown(ledger, found)
    return {ledger.name: ledger for ledger in found}


@cache
def books() -> Mapping[str, Book]:
    """Every workbook that offices fill, by its name."""
    shelves: dict[str, list[type[Ledger]]] = {}
    for ledger in ledgers().values():
        shelves.setdefault(ledger.workbook, []).append(ledger)
    return {name: Book(name, tuple(members)) for name, members in shelves.items()}


def in_order(found: list[type[Ledger]]) -> list[type[Ledger]]:
    """Each ledger behind the one that it comes ``after``; equal claims go by prefix."""
    by_prefix = sorted(found, key=lambda ledger: ledger.prefix)
    leaders = {ledger: ledger.after() if ledger.after else None for ledger in by_prefix}
    return declared.in_order(leaders, lambda ledger: ledger.name)


def matter_names(found: list[type[Ledger]]) -> list[str]:
    """The names of the matters that ledgers declare; one that several share stands once."""
    matters = dict.fromkeys(matter for ledger in found for matter in ledger.matters)
    return [matter.name for matter in matters]


def refuse_unknown(ledger: type[Ledger], found: list[type[Ledger]]) -> None:
    """DeclarationError where a ledger speaks of what is not there, or of what is not its own."""
    for reference in ledger.references:
        if reference.to() not in found:
            raise DeclarationError(f"{ledger.name}.{reference.name}: 没有表“{reference.to().name}”")
    for own, column, table in _linked_columns(ledger):
        if own not in ledger.columns:
            raise DeclarationError(f"{ledger.name}: 用了别的表的列“{own.name}”")
        if column.table is not table:
            raise DeclarationError(f"{ledger.name}: “{table.name}”没有列“{column.name}”")
    if ledger.owner and not {NameList.UNIT, NameList.POINT} & {*ledger.owner.of}:
        raise DeclarationError(f"{ledger.name}: “{ledger.owner.name}”不是单位或服务联系点的列")
    for code in ledger.gap_codes:
        if code not in CATALOGUE:
            raise DeclarationError(f"{ledger.name}: 没有检查代码“{code}”")


def _linked_columns(
    ledger: type[Ledger],
) -> Iterator[tuple[Column[Any], Column[Any], type[Table]]]:
    """(own column, column of another ledger, that ledger) of everything that links them."""
    for check in ledger.reference_checks():
        match check:
            case (
                NotBeforeReferenced(later=own, via=via, earlier=column)
                | SameAsReferenced(column=own, via=via, other=column)
            ):
                yield own, column, via.to()
                yield via, column, via.to()
            case NeededInLinked(columns=columns, when=own):
                other = columns[0].table
                yield from ((own, column, other) for column in columns)
                if not _refers(other, ledger):
                    raise DeclarationError(f"{ledger.name}: “{other.name}”没有指向它的编号")


def _refers(table: type[Table], ledger: type[Ledger]) -> bool:
    """Whether rows of the table name rows of the ledger."""
    return issubclass(table, Ledger) and ledger in (
        reference.to() for reference in table.references
    )


def _declared() -> Iterator[type[Ledger]]:
    for module in modules(package):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Ledger):
                if value.__module__ == module.__name__:
                    yield value
