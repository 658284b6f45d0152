"""Everything that the kit ships and writes passes its own lint."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.papers import catalog, word
from ledgerkit.papers.lint import RULES, LintReport, Verdict, lint
from ledgerkit.run.month import run_period
from linting import rendered

DISTRICT = Path(__file__).resolve().parents[3] / "samples" / "district"
TEMPLATES = sorted(word.template_path("通报.docx").parent.glob("*.docx"))
RUNS = (
    (Cycle.MONTH, Month(2026, 10), dt.date(2026, 11, 10)),
    (Cycle.QUARTER, Month(2026, 12), dt.date(2026, 12, 31)),
)
"""October after its workbooks were due, so that who is silent is pressed; and the quarter."""


def complaints(report: LintReport) -> list[str]:
    return [report.refused] * bool(report.refused) + [
        f"{check.rule.id}: {check.outcome.found}" for check in report.failed
    ]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Kind → the documents of the made-up district by name, of a month and of the quarter.

    A kind for which the district has no occasion comes from the rows of tests/documents.
    """
    found: dict[str, dict[str, bytes]] = {}
    for cycle, month, day in RUNS:
        out = tmp_path_factory.mktemp("out")
        kinds = tuple(catalog.documents())
        period = Period.holding(month, cycle)
        report = run_period(DISTRICT, period, day, out=out, documents=kinds, jobs=1)
        for stored in report.stored:
            if stored.path.endswith(".docx"):
                data = (out / stored.path).read_bytes()
                found.setdefault(stored.kind, {})[f"{cycle} {stored.path}"] = data
    lacking = [kind for kind in catalog.documents() if kind not in found]
    return found | {kind: {kind: rendered(kind)} for kind in lacking}


def test_there_are_rules_enough_each_with_its_clause() -> None:
    assert len(RULES) >= 30
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert [rule.id for rule in RULES if not (rule.name and rule.clause and rule.required)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.stem for path in TEMPLATES])
def test_a_shipped_template_passes_all_that_applies(path: Path) -> None:
    report = lint(path.read_bytes(), path.name)
    assert complaints(report) == []
    assert report.count(Verdict.PASS) >= 30


def test_every_document_of_the_made_up_district_passes(
    written: dict[str, dict[str, bytes]],
) -> None:
    assert written.keys() >= catalog.documents().keys()
    worded = {
        name: complaints(lint(data, name))
        for documents in written.values()
        for name, data in documents.items()
    }
    assert {name: wrong for name, wrong in worded.items() if wrong} == {}
