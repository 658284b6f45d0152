"""The later of what one owner sent supersedes: what makes it the later, and what then stands."""

from __future__ import annotations

from typing import Any

import pytest

from ledgerkit.ledgers.visits import Visits
from ledgerkit.register.version import when_sent
from sendings import COURT, fates, merged, sent, standing

EARLY: dict[str, Any] = {"month": "2026-10", "filed_on": "2026-11-03", "modified": "2026-11-05"}
"""What is said of the file that is the earlier by one of the three."""


@pytest.mark.parametrize(
    "later",
    [
        {"month": "2026-11", "filed_on": "2026-11-01", "modified": "2026-11-01"},
        {"month": "2026-10", "filed_on": "2026-11-04", "modified": "2026-11-01"},
        {"month": "2026-10", "filed_on": "2026-11-03", "modified": "2026-11-06"},
    ],
    ids=["the month reported", "then the day of filing", "then the time of the file"],
)
@pytest.mark.parametrize("paths", [("a", "b"), ("b", "a")], ids=["path before", "path behind"])
def test_the_later_supersedes_whatever_the_paths_are(
    later: dict[str, Any], paths: tuple[str, str]
) -> None:
    one, other = paths
    old = sent(one, COURT, [("K1", "旧")], **EARLY)
    new = sent(other, COURT, [("K1", "新")], **later)
    for order in ((old, new), (new, old)):
        register = merged(*order)
        assert fates(register) == {one: ["superseded"], other: ["merged"]}
        assert standing(register) == {"K1": "新"}
        assert [row.origin.path for row in register.replaced] == [one]
        assert register.conflicts == ()


@pytest.mark.parametrize("unknown", ["month", "filed_on"])
def test_a_file_that_does_not_say_when_is_earlier_than_any_that_does(unknown: str) -> None:
    dated = sent("a", COURT, [("K1", "有")], **EARLY)
    undated = sent("b", COURT, [("K1", "无")], **{**EARLY, unknown: None, "modified": "2027-01-01"})
    assert when_sent(undated) < when_sent(dated)
    assert fates(merged(dated, undated)) == {"a": ["merged"], "b": ["superseded"]}


def test_each_changed_cell_is_noted_with_both_rows() -> None:
    register = merged(
        sent("b", COURT, [("K1", "新")], filed_on="2026-11-03"),
        sent("a", COURT, [("K1", "旧")], filed_on="2026-11-02"),
    )
    (change,) = register.changes
    assert (change.key, change.column) == ("K1", "走访主要情况")
    assert (change.before.origin.path, change.after.origin.path) == ("a", "b")
    assert (change.before.text(Visits.summary), change.after.text(Visits.summary)) == ("旧", "新")


def test_a_row_that_was_changed_twice_is_noted_step_by_step() -> None:
    register = merged(
        sent("c", COURT, [("K1", "一")], filed_on="2026-11-01"),
        sent("a", COURT, [("K1", "二")], filed_on="2026-11-02"),
        sent("b", COURT, [("K1", "三")], filed_on="2026-11-03"),
    )
    steps = [
        (one.before.text(Visits.summary), one.after.text(Visits.summary))
        for one in register.changes
    ]
    assert steps == [("一", "二"), ("二", "三")]
    assert fates(register) == {"c": ["superseded"], "a": ["superseded"], "b": ["merged"]}


def test_the_same_row_again_is_identical_and_no_change() -> None:
    register = merged(
        sent("a", COURT, [("K1", "一")], month="2026-09"),
        sent("b", COURT, [("K1", "一"), ("K2", "二")]),
    )
    assert fates(register) == {"a": ["merged"], "b": ["identical", "merged"]}
    assert (register.changes, register.replaced) == ((), ())


def test_a_row_identical_to_one_that_was_replaced_is_replaced_too() -> None:
    register = merged(
        sent("a", COURT, [("K1", "旧")], filed_on="2026-11-01"),
        sent("b", COURT, [("K1", "旧")], filed_on="2026-11-02"),
        sent("c", COURT, [("K1", "新")], filed_on="2026-11-03"),
    )
    assert fates(register) == {"a": ["superseded"], "b": ["identical"], "c": ["merged"]}
    assert [row.origin.path for row in register.replaced] == ["a", "b"]


def test_a_row_that_goes_back_to_what_it_said_first_is_a_change_like_any_other() -> None:
    register = merged(
        sent("a", COURT, [("K1", "一")], filed_on="2026-11-01"),
        sent("b", COURT, [("K1", "二")], filed_on="2026-11-02"),
        sent("c", COURT, [("K1", "一")], filed_on="2026-11-03"),
    )
    assert fates(register) == {"a": ["superseded"], "b": ["superseded"], "c": ["merged"]}


def test_a_corrected_file_settles_a_number_that_stood_twice_in_the_one_before() -> None:
    register = merged(
        sent("a", COURT, [("K1", "甲"), ("K1", "乙")], filed_on="2026-11-02"),
        sent("b", COURT, [("K1", "乙"), ("K2", "甲")], filed_on="2026-11-03"),
    )
    assert fates(register) == {"a": ["superseded", "superseded"], "b": ["merged", "merged"]}
    assert register.conflicts == ()
    assert len(register.replaced) == 2


def test_what_stands_is_confirmed_by_a_later_file_though_another_row_stands_first_in_it() -> None:
    register = merged(
        sent("a", COURT, [("K1", "甲")], filed_on="2026-11-02"),
        sent("b", COURT, [("K1", "乙"), ("K1", "甲")], filed_on="2026-11-03"),
    )
    assert fates(register) == {"a": ["merged"], "b": ["returned", "identical"]}
    assert standing(register) == {"K1": "甲"}
    assert (register.changes, register.replaced) == ((), ())
    assert register.entries["走访日志"]["K1"].disputed


def test_rivals_of_a_later_version_give_way_to_the_version_after_it() -> None:
    register = merged(
        sent("a", COURT, [("K1", "甲")], filed_on="2026-11-01"),
        sent("b", COURT, [("K1", "甲"), ("K1", "乙"), ("K1", "乙")], filed_on="2026-11-02"),
        sent("c", COURT, [("K1", "甲")], filed_on="2026-11-03"),
    )
    assert fates(register) == {
        "a": ["merged"],
        "b": ["identical", "superseded", "identical"],
        "c": ["identical"],
    }
    assert [(row.origin.path, row.origin.row) for row in register.replaced] == [("b", 7), ("b", 8)]
    assert not register.entries["走访日志"]["K1"].disputed
