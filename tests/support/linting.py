"""Documents for the tests of lint, and what lint says of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import docx
from docx.document import Document as Word

import correspondence
from builders import PROBLEMS, Rows
from ledgerkit.office import Office
from ledgerkit.papers import catalog, word
from ledgerkit.papers.lint import lint
from ledgerkit.papers.lint.model import LintReport
from made_up import few, letters, many, problem, run

PRESSED: Rows = {PROBLEMS: [problem(1, 提出日期="2026-10-19")]}
"""One problem that is four working days late."""


def _office() -> Office:
    """Every step is copied to one who does not sign, so that a circular has a line 抄送."""
    made = correspondence.office()
    return replace(made, ladder=tuple(replace(one, copied="区人大常委会") for one in made.ladder))


@cache
def rendered(kind: str) -> bytes:
    """The first letter of a kind that one of the made-up months calls for."""
    document = catalog.documents()[kind]
    template = word.template_path(document.template)
    for rows in (few(), many(3), PRESSED, correspondence.everything()):
        made = run(rows, office=_office())
        for letter in letters(made, kind):
            return word.render(document, letter, made.office, template)
    raise LookupError(kind)


def changed(data: bytes, change: Callable[[Word], object]) -> bytes:
    """The document after somebody changed it."""
    document = docx.Document(io.BytesIO(data))
    change(document)
    return saved(document)


def saved(document: Word) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def failed(data: bytes, name: str = "文书.docx") -> list[str]:
    """The rules that the document breaks."""
    return [check.rule.id for check in lint(data, name).failed]


def found(report: LintReport, rule: str) -> tuple[str, str]:
    """The verdict of a rule and what it found."""
    (check,) = (check for check in report.checks if check.rule.id == rule)
    return check.outcome.verdict.value, check.outcome.found
