"""A figure that there is not is told apart from one that there cannot be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import Rows
from ledgerkit.papers.documents.figures import ReportFigures
from ledgerkit.rules.indicators import DIVIDED, OPTIONAL
from made_up import few, many, run

EMPTY = ReportFigures(run({}))


@pytest.mark.parametrize("id", ["visit", "visits-", "closed-rate", ""])
def test_an_id_that_no_indicator_has_is_named(id: str) -> None:
    asked: tuple[Callable[[str], object], ...] = (EMPTY.__getitem__, EMPTY.rate, EMPTY.rows)
    for ask in asked:
        with pytest.raises(LookupError, match=f"“{id}”"):
            ask(id)


@pytest.mark.parametrize("id", ["visits-by-units", "visits", ""])
def test_a_figure_without_parts_is_named(id: str) -> None:
    for ask in (EMPTY.divided, EMPTY.parts):
        with pytest.raises(LookupError, match=f"“{id}-…”"):
            ask(id)
    with pytest.raises(LookupError, match="“visit-in-…”"):
        EMPTY.by_month("visit")


def test_a_figure_that_is_not_compared_is_named() -> None:
    with pytest.raises(LookupError, match="“problems-open-change”"):
        EMPTY.change("problems-open", "个")


def test_what_there_is_nothing_of_is_left_unsaid() -> None:
    assert EMPTY["visits"] == EMPTY["longest-overdue"] == 0
    assert EMPTY.rate("closing-rate") == EMPTY.change("visits", "次") == ""
    assert EMPTY.rows("longest-overdue") == ()
    assert EMPTY.divided("matters-by-firm") == []
    assert EMPTY.by_month("matters") == []


@pytest.mark.parametrize("rows", [few(), many(30)], ids=["few", "many"])
def test_rules_leave_out_nothing_but_what_they_declare(rows: Rows) -> None:
    every = {one.id for one in EMPTY.run.outcome.indicators}
    more = {one.id for one in run(rows).outcome.indicators} - every - OPTIONAL
    divided = tuple(f"{id}-" for id in DIVIDED)
    assert [id for id in more if not id.startswith((*divided, "duty-"))] == []
