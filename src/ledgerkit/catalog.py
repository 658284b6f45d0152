"""Finds every ledger and every document, and refuses declarations that contradict each other."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Mapping
from functools import cache
from types import ModuleType
from typing import Any

from ledgerkit import documents as documents_package
from ledgerkit import ledgers as ledgers_package
from ledgerkit.model.chains import NeededInLinked, NotBeforeReferenced, SameAsReferenced
from ledgerkit.model.document import Document
from ledgerkit.model.ledger import Book, Ledger
from ledgerkit.model.table import DeclarationError
from ledgerkit.rollup import Rollup
from ledgerkit.run import Run


@cache
def ledgers() -> Mapping[str, Ledger]:
    """Every ledger by its name, in their order; DeclarationError if two claim the same place."""
    found = sorted(_declared(ledgers_package, "LEDGER"), key=lambda ledger: ledger.order)
    _refuse_twice("表名", [ledger.name for ledger in found])
    _refuse_twice("编号前缀", [ledger.prefix for ledger in found])
    _refuse_twice("次序", [str(ledger.order) for ledger in found])
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


@cache
def documents() -> Mapping[str, Document[Run]]:
    """Every Word document of a run by its kind, in their order; DeclarationError as for ledgers."""
    return _documents("DOCUMENT")


@cache
def rollup_documents() -> Mapping[str, Document[Rollup]]:
    """Every Word document of a roll-up of many districts, as above."""
    return _documents("ROLLUP_DOCUMENT")


def templates() -> tuple[str, ...]:
    """The template of every document, by its file name."""
    of_runs = (document.template for document in documents().values())
    of_rollups = (document.template for document in rollup_documents().values())
    return (*of_runs, *of_rollups)


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


def _documents(name: str) -> Mapping[str, Document[Any]]:
    found = sorted(_declared(documents_package, name), key=lambda document: document.order)
    _refuse_twice("文书种类", [document.kind for document in found])
    _refuse_twice("文书次序", [str(document.order) for document in found])
    return {document.kind: document for document in found}


def _refuse_twice(what: str, claims: list[str]) -> None:
    twice = [claim for claim, times in Counter(claims).items() if times > 1]
    if twice:
        raise DeclarationError(f"{what}重复: {'、'.join(twice)}")


def _declared(package: ModuleType, name: str) -> list[Any]:
    """What the modules of a package declare under a name."""
    modules = (
        importlib.import_module(f"{package.__name__}.{module.name}")
        for module in pkgutil.iter_modules(package.__path__)
    )
    return [getattr(module, name) for module in modules if hasattr(module, name)]
