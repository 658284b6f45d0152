"""A finding says where, what stands there and what to do, in words that a clerk can act on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from builders import VISITS, row
from ledgerkit.findings.messages import (
    choices,
    finding,
    finding_at,
    nearest,
    quote,
    where,
    where_seen_from,
    written,
)
from ledgerkit.findings.wordings import CATALOGUE, Wording
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.finding import Severity
from ledgerkit.model.place import Place
from ledgerkit.model.row import Cell

FILE = "收件/区法院.xlsx"
CELL = Place(FILE, "走访日志", "D7")
DAY = {"example": "2026-03-01"}.items()


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> str:
    """A code that is worded for these tests alone."""
    words = Wording(Severity.MUST, "试一试", "{found},不对{nearest}", "请改成 {example}。")
    monkeypatch.setitem(CATALOGUE, "on-trial", words)
    return "on-trial"


def test_a_message_goes_from_the_place_over_what_stands_there_to_the_remedy(trial: str) -> None:
    facts = {**dict(DAY), "nearest": ""}.items()
    found = finding(trial, CELL, column="走访日期", typed="2026.13.1", facts=facts)
    assert found.message == "「走访日志」D7(走访日期):填的是“2026.13.1”,不对。请改成 2026-03-01。"
    assert (found.found, found.severity) == ("2026.13.1", Severity.MUST)


def test_an_empty_cell_is_called_so(trial: str) -> None:
    found = finding(trial, CELL, column="走访日期", facts={**dict(DAY), "nearest": ""}.items())
    assert found.message == "「走访日志」D7(走访日期):空白,不对。请改成 2026-03-01。"
    assert found.found == "空白"


def test_a_question_takes_no_full_stop(trial: str) -> None:
    facts = {"nearest": nearest("实地走访"), "example": choices(("实地走访", "电话"))}
    found = finding(trial, CELL, typed="实地", facts=facts.items())
    assert found.message == (
        "「走访日志」D7:填的是“实地”,不对,是否为“实地走访”?请改成 “实地走访/电话”。"
    )


def test_a_finding_on_a_whole_file_quotes_nothing() -> None:
    found = finding("file-empty", Place(FILE), typed="x")
    assert found.message.startswith("「区法院.xlsx」:")
    assert found.found == ""


def test_a_fact_that_the_wording_needs_must_be_given() -> None:
    with pytest.raises(KeyError):
        finding("date-unreadable", CELL)


def test_a_finding_at_a_row_quotes_the_cell_and_names_the_row() -> None:
    visit = replace(row(VISITS, {}, typed={"走访日期": "月初"}, at=6), key="ZF-法院-202610-001")
    found = finding_at(visit, Visits.visited_on, "date-unreadable", facts=DAY)
    assert (found.column, found.found, found.place.cell) == ("走访日期", "月初", "C7")
    assert (found.key, found.row) == ("ZF-法院-202610-001", 7)
    before_it_is_read = finding_at(visit.raw, Visits.visited_on, "date-unreadable", facts=DAY)
    assert before_it_is_read == replace(found, key="")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(FILE), "「区法院.xlsx」"),
        (Place(FILE, "走访日志"), "「走访日志」"),
        (CELL, "「走访日志」D7"),
    ],
)
def test_a_place_in_words(place: Place, words: str) -> None:
    assert where(place) == words


def test_a_place_in_another_file_names_the_file() -> None:
    assert where_seen_from(CELL, Place(FILE, "走访问题清单", "B3")) == "「走访日志」D7"
    own = Place("收件/区检察院.xlsx", "走访日志", "D7")
    assert where_seen_from(CELL, own) == "「区法院.xlsx」的「走访日志」D7"
    assert where_seen_from(Place(FILE), own) == "「区法院.xlsx」"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (None, "空白"),
        ("", "空白"),
        (True, "TRUE"),
        (3.5, "3.5"),
        (46096.0, "46096"),
        (0.1 + 0.2, "0.3"),
        (dt.datetime(2026, 3, 15), "2026-03-15"),
        (dt.datetime(2026, 3, 15, 9, 30), "2026-03-15 09:30"),
        (dt.time(9, 30), "09:30"),
    ],
)
def test_a_cell_is_quoted_as_the_person_sees_it(typed: Cell, words: str) -> None:
    assert quote(typed) == words


def test_what_was_typed_is_tidied_and_nothing_is_nothing() -> None:
    assert written(" 区法院 ") == "区法院"
    assert written(None) == ""


def test_a_long_list_is_not_named_whole() -> None:
    assert choices(tuple("一二三四五六七")) == "“一/二/三/四/五/六/七”"
    assert choices(tuple("一二三四五六七八")) == "下拉的选项"


def test_findings_on_rows_that_were_replaced_are_resolved_and_no_longer_open() -> None:
    found = finding("required-empty", CELL, facts=DAY)
    gone = found.resolve()
    assert replace(gone, resolved=False) == found
    assert (found.is_open, gone.is_open) == (True, False)
