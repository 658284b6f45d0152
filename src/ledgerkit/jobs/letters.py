"""Which Word documents a run writes, and their bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ledgerkit import catalog
from ledgerkit.model.document import Document, Letter
from ledgerkit.run import Run
from ledgerkit.store import Output
from ledgerkit.write import word

FOLDER = "文书"


def called_for(run: Run) -> Iterator[tuple[Document[Any], Letter]]:
    """Every letter that the run calls for, in the order of the documents."""
    for document in catalog.documents().values():
        if run.cycle in document.cycles and not document.on_request:
            for letter in document.letters(run):
                yield document, letter


def output(document: Document[Any], letter: Letter, run: Run) -> Output:
    """The letter as a file below the results."""
    data = word.render(document, letter, run.office, word.template_path(document.template))
    return Output(f"{FOLDER}/{letter.stem}.docx", data, letter.kind, letter.recipient)
