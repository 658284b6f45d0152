"""Which Word documents a run writes, and their bytes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ledgerkit.model.document import Document, Letter
from ledgerkit.model.finding import Finding
from ledgerkit.model.period import Cycle
from ledgerkit.office import Office
from ledgerkit.papers import catalog, redaction, word
from ledgerkit.rules.run import Run
from ledgerkit.run import classified
from ledgerkit.run.store import Output

FOLDER = "文书"
ALL, NONE = "全部", "无"
"""What --documents says for every kind that is written without being asked for, and for none."""


@dataclass(frozen=True)
class Called:
    """The letters of a run in the order of the documents, and what is to be said of the others."""

    letters: tuple[tuple[Document[Any], Letter], ...]
    notices: tuple[Finding, ...]


def kinds(cycle: Cycle, named: Collection[str] = (ALL,)) -> tuple[str, ...]:
    """The kinds of a cycle's run that are named; of those on request only the ones by name."""
    return tuple(
        kind
        for kind, document in catalog.documents().items()
        if cycle in document.cycles
        if kind in named or (ALL in named and not document.on_request)
    )


def every_kind(cycle: Cycle) -> tuple[str, ...]:
    """All kinds that a cycle's run can write, in their order."""
    return tuple(kind for kind, document in catalog.documents().items() if cycle in document.cycles)


def called_for(run: Run, chosen: Collection[str] | None = None) -> Called:
    """Every letter of these kinds that the run calls for, fit for its readers.

    By default the kinds that are written without being asked for. What is marked 秘密, 机密 or 绝密
    is kept out, and said once.
    """
    chosen = kinds(run.cycle) if chosen is None else chosen
    secret = classified.secret_rows(run)
    notices = list(classified.rows_finding(secret, FOLDER))
    letters = []
    for document, letter in _fit(classified.without(run, secret), chosen):
        if found := classified.letter_finding(letter, FOLDER):
            notices.append(found)
        else:
            letters.append((document, letter))
    if letters and (missing := word.missing_finding(run.office)):
        notices.append(missing)
    return Called(tuple(letters), tuple(notices))


def _fit(run: Run, chosen: Iterable[str]) -> Iterator[tuple[Document[Any], Letter]]:
    """The letters; those that leave the government side are masked here and nowhere else."""
    context = redaction.context_of(run)
    for kind in chosen:
        document = catalog.documents()[kind]
        for letter in document.letters(run):
            leaves = document.outside or letter.outside
            yield document, redaction.masked(letter, context) if leaves else letter


def output(document: Document[Any], letter: Letter, office: Office) -> Output:
    """The letter as a file below the results."""
    data = word.render(document, letter, office, word.template_path(document.template))
    return Output(f"{FOLDER}/{letter.stem}.docx", data, letter.kind, letter.recipient)
