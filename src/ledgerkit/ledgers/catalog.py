"""Finds every ledger, and refuses declarations that contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ledgerkit import ledgers as package
from ledgerkit.model.declared import declared, refuse_twice
from ledgerkit.model.ledger import Book, Ledger
from ledgerkit.model.references import NeededInLinked, NotBeforeReferenced, SameAsReferenced
from ledgerkit.model.table import DeclarationError


@cache
def ledgers() -> Mapping[str, Ledger]:
    """Every ledger by its name, in their order; DeclarationError if two claim the same place."""
    found = sorted(declared(package, "LEDGER"), key=lambda ledger: ledger.order)
    refuse_twice("表名", [ledger.name for ledger in found])
    refuse_twice("编号前缀", [ledger.prefix for ledger in found])
    refuse_twice("次序", [str(ledger.order) for ledger in found])
    by_name = {ledger.name: ledger for ledger in found}
    for ledger in found:
        for reference in ledger.references:
            if reference.to not in by_name:
                raise DeclarationError(f"{ledger.name}.{reference.name}: 没有表“{reference.to}”")
        refuse_unknown_links(ledger, by_name)
    return by_name


@cache
def books() -> Mapping[str, Book]:
    """Every workbook that offices fill, by its name."""
    shelves: dict[str, list[Ledger]] = {}
    for ledger in ledgers().values():
        shelves.setdefault(ledger.workbook, []).append(ledger)
    return {name: Book(name, tuple(members)) for name, members in shelves.items()}


def refuse_unknown_links(ledger: Ledger, ledgers: Mapping[str, Ledger]) -> None:
    """The chain checks of a ledger must name columns that the other ledger has."""
    targets = {reference.name: reference.to for reference in ledger.references}
    for check in ledger.chain:
        match check:
            case (
                NotBeforeReferenced(via=via, earlier=column)
                | SameAsReferenced(via=via, other=column)
            ):
                name, columns = targets.get(via, ""), (column,)
            case NeededInLinked(ledger=name, columns=columns):
                pass
        missing = [column for column in columns if column not in ledgers.get(name, ())]
        if missing:
            raise DeclarationError(f"{ledger.name}: “{name}”没有列“{missing[0]}”")
