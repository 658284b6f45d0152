"""Finds every Word document, and refuses declarations that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from ledgerkit.model.declared import in_order, modules, refuse_twice
from ledgerkit.model.document import Document
from ledgerkit.papers import documents as package
from ledgerkit.rules.rollup import Rollup
from ledgerkit.rules.run import Run

RunT = TypeVar("RunT")


@cache
def documents() -> Mapping[str, Document[Run]]:
    """Every Word document of a run by its kind, in their order; DeclarationError if two clash."""
    return ordered(_declared("DOCUMENT"))


@cache
def rollup_documents() -> Mapping[str, Document[Rollup]]:
    """Every Word document of a roll-up of many districts, as above."""
    return ordered(_declared("ROLLUP_DOCUMENT"))


def templates() -> tuple[str, ...]:
    """The template of every document, by its file name."""
    of_runs = (document.template for document in documents().values())
    of_rollups = (document.template for document in rollup_documents().values())
    return (*of_runs, *of_rollups)


def ordered(found: Iterable[Document[RunT]]) -> Mapping[str, Document[RunT]]:
    """Documents by their kind, each behind the one that it comes ``after``.

    DeclarationError where two are of a kind, come after each other, or after one that is not there.
    """
    by_kind = sorted(found, key=lambda document: document.kind)
    refuse_twice("文书种类", [document.kind for document in by_kind])
    documents = {document.kind: document for document in by_kind}
    leaders = {kind: document.after or None for kind, document in documents.items()}
    return {kind: documents[kind] for kind in in_order(leaders)}


def _declared(name: str) -> Iterator[Document[Any]]:
    """What the files declare: one document under this name, or several under its plural."""
    for module in modules(package):
        if document := getattr(module, name, None):
            yield document
        yield from getattr(module, f"{name}S", ())
