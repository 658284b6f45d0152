"""Finds every Word document, and refuses declarations that contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ledgerkit.model.declared import modules, refuse_twice
from ledgerkit.model.document import Document
from ledgerkit.papers import documents as package
from ledgerkit.rules.rollup import Rollup
from ledgerkit.rules.run import Run


@cache
def documents() -> Mapping[str, Document[Run]]:
    """Every Word document of a run by its kind, in their order; DeclarationError if two clash."""
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


def _documents(name: str) -> Mapping[str, Document[Any]]:
    declared = (getattr(module, name, None) for module in modules(package))
    found = sorted(filter(None, declared), key=lambda document: document.order)
    refuse_twice("文书种类", [document.kind for document in found])
    refuse_twice("文书次序", [str(document.order) for document in found])
    return {document.kind: document for document in found}
