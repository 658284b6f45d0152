"""A file that is another one byte by byte, under whatever name, is that other again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.submission import Submission
from sendings import COURT, POLICE, fates, merged, sent


def again(file: Submission, path: str, owner: str = COURT) -> Submission:
    """The same bytes under another name, saved when everything else was long there."""
    entries = [(row.key, row.text(Visits.summary)) for row in file.rows]
    raw = replace(file.raw, path=path, modified=dt.datetime(2027, 1, 1))
    return replace(file, raw=raw, rows=sent(path, owner, entries).rows)


def test_an_old_file_sent_again_is_that_file_and_overtakes_nothing() -> None:
    old = sent("a", COURT, [("K1", "旧"), ("K1", "重")], filed_on="2026-11-02")
    new = sent("b", COURT, [("K1", "新")], filed_on="2026-11-03")
    register = merged(again(old, "终稿(2)"), new, old)
    assert fates(register) == {
        "终稿(2)": ["identical", "identical"],
        "b": ["merged"],
        "a": ["superseded", "superseded"],
    }
    assert register.copies == {"终稿(2)": "a"}
    assert {row.origin.path for row in register.replaced} == {"a", "终稿(2)"}


def test_of_a_copy_only_the_rows_that_were_replaced_in_the_original_are_replaced() -> None:
    old = sent("a", COURT, [("K1", "旧"), ("K2", "二")], filed_on="2026-11-02")
    new = sent("b", COURT, [("K1", "新")], filed_on="2026-11-03")
    register = merged(old, new, again(old, "副本"))
    assert [(row.origin.path, row.key) for row in register.replaced] == [
        ("a", "K1"),
        ("副本", "K1"),
    ]


def test_a_copy_of_an_old_file_makes_no_row_of_a_later_one_vanish() -> None:
    old = sent("a", COURT, [("K1", "一")], filed_on=None)
    new = sent("b", COURT, [("K1", "一"), ("K2", "二")], filed_on=None, modified="2026-11-03")
    assert merged(old, new, again(old, "副本")).vanished == ()


def test_the_first_that_was_sent_is_the_original_whatever_the_names_are() -> None:
    old = sent("z", COURT, [("K1", "一")])
    assert merged(again(old, "a"), old).copies == {"a": "z"}
    same_time = replace(old, raw=replace(old.raw, path="y"))
    assert merged(old, same_time).copies == {"z": "y"}


def test_the_same_bytes_from_another_owner_are_compared_row_by_row() -> None:
    file = sent("a", COURT, [("K1", "一"), ("K2", "二")])
    register = merged(file, again(file, "b", owner=POLICE))
    assert register.copies == {}
    assert fates(register) == {"a": ["merged", "merged"], "b": ["identical", "identical"]}


def test_two_files_without_rows_are_no_copies() -> None:
    file = sent("a", COURT, [], nothing=True)
    assert merged(file, again(file, "b")).copies == {}
