"""Merging: no row is ever lost, and which one stands does not hang on who was read first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from builders import VISITS, row, submission
from ledgerkit.ledgers import catalog
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.register import Fate, Register
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission
from ledgerkit.register import findings, merge


def visit(key: str, text: str, owner: str, *, path: str, at: int) -> Row:
    values = {"走访编号": key, "走访主要情况": text, "走访日期": "2026-10-13"}
    made = row(VISITS, values, path=path, at=at)
    return replace(made, key=key, owner=owner)


def sent(
    path: str,
    owner: str,
    rows: Iterable[tuple[str, str]],
    *,
    month: str = "2026-10",
    filed_on: str = "2026-11-02",
) -> Submission:
    made = [visit(key, text, owner, path=path, at=5 + n) for n, (key, text) in enumerate(rows)]
    return submission(owner, month, [VISITS], made, path=path, filed_on=filed_on)


def fates(register: Register) -> dict[str, list[str]]:
    return {one.path: [fate.value for fate in own] for one, own in register.fates}


def standing(register: Register) -> dict[str, str]:
    return {key: one.row.text(Visits.summary) for key, one in register.entries[VISITS].items()}


def test_the_same_row_again_is_identical() -> None:
    register = merge(
        [
            sent("a", "区法院", [("K1", "一")], month="2026-09"),
            sent("b", "区法院", [("K1", "一"), ("K2", "二")]),
        ],
        catalog.ledgers(),
    )
    assert fates(register) == {"a": ["merged"], "b": ["identical", "merged"]}


def test_the_later_submission_of_one_owner_supersedes_and_each_changed_cell_is_noted() -> None:
    register = merge(
        [
            sent("b", "区法院", [("K1", "新")], filed_on="2026-11-03"),
            sent("a", "区法院", [("K1", "旧")], filed_on="2026-11-02"),
        ],
        catalog.ledgers(),
    )
    assert fates(register) == {"b": ["merged"], "a": ["superseded"]}
    assert standing(register) == {"K1": "新"}
    change = register.changes[0]
    assert change.column == Visits.summary.name
    assert [row.text(Visits.summary) for row in (change.before, change.after)] == ["旧", "新"]
    assert [one.origin.path for one in register.replaced] == ["a"]


def test_a_row_identical_to_one_that_was_replaced_is_replaced_too() -> None:
    register = merge(
        [
            sent("a", "区法院", [("K1", "旧")], filed_on="2026-11-01"),
            sent("b", "区法院", [("K1", "旧")], filed_on="2026-11-02"),
            sent("c", "区法院", [("K1", "新")], filed_on="2026-11-03"),
        ],
        catalog.ledgers(),
    )
    assert fates(register) == {"a": ["superseded"], "b": ["identical"], "c": ["merged"]}
    assert [one.origin.path for one in register.replaced] == ["a", "b"]


def test_two_owners_of_one_number_are_a_conflict_and_the_first_by_path_stands() -> None:
    register = merge(
        [sent("b", "区检察院", [("K1", "乙")]), sent("a", "区法院", [("K1", "甲")])],
        catalog.ledgers(),
    )
    assert fates(register) == {"b": ["returned"], "a": ["merged"]}
    assert register.entries[VISITS]["K1"].disputed
    (said,) = findings(register)
    assert (said.code, said.place.path, said.related[0].path) == ("key-conflict", "b", "a")


def test_two_rows_of_one_file_with_one_number_are_a_conflict_said_by_the_check() -> None:
    register = merge([sent("a", "区法院", [("K1", "甲"), ("K1", "乙")])], catalog.ledgers())
    assert fates(register) == {"a": ["merged", "returned"]}
    assert list(findings(register)) == []


def test_a_row_whose_owner_cannot_be_told_goes_back() -> None:
    register = merge([sent("a", "", [("K1", "甲")])], catalog.ledgers())
    assert fates(register) == {"a": ["returned"]}
    assert [one.code for one in findings(register)] == ["owner-unknown"]


rows = st.lists(
    st.tuples(st.sampled_from(["K1", "K2", "K3"]), st.sampled_from("甲乙丙")), max_size=4
)
files = st.lists(
    st.tuples(
        st.sampled_from(["区法院", "区检察院", ""]),
        rows,
        st.sampled_from(["2026-09", "2026-10"]),
        st.sampled_from(["2026-11-01", "2026-11-02"]),
    ),
    max_size=6,
)


@given(files, st.randoms())
def test_every_row_has_one_fate_and_the_order_of_reading_changes_nothing(
    given_files: list[tuple[str, list[tuple[str, str]], str, str]],
    random: Random,
) -> None:
    submissions = [
        sent(f"f{n}", owner, lines, month=month, filed_on=day)
        for n, (owner, lines, month, day) in enumerate(given_files)
    ]
    register = merge(submissions, catalog.ledgers())
    counts = [fate for _, own in register.fates for fate in own]
    assert len(counts) == sum(len(one.rows) for one in submissions)
    assert counts.count(Fate.MERGED) == sum(map(len, register.entries.values()))

    shuffled = list(submissions)
    random.shuffle(shuffled)
    again = merge(shuffled, catalog.ledgers())
    assert fates(again) == fates(register)
    assert standing(again) == standing(register)


def test_a_ruling_lets_the_other_row_stand_until_one_of_them_changes() -> None:
    both = [sent("a", "区法院", [("K1", "甲")]), sent("b", "区检察院", [("K1", "乙")])]
    (conflict,) = merge(both, catalog.ledgers()).conflicts
    ruling = {conflict.claim.unordered: conflict.claim.second}
    ruled = merge(both, catalog.ledgers(), ruling)
    assert fates(ruled) == {"a": ["returned"], "b": ["merged"]}
    assert standing(ruled) == {"K1": "乙"}
    assert not ruled.entries[VISITS]["K1"].disputed
    assert [(one.ruled, one.returned_first) for one in ruled.conflicts] == [(True, True)]
    assert list(findings(ruled)) == []

    changed = [sent("a", "区法院", [("K1", "丙")]), both[1]]
    again = merge(changed, catalog.ledgers(), ruling)
    assert fates(again) == {"a": ["merged"], "b": ["returned"]}
    assert again.entries[VISITS]["K1"].disputed


def test_a_corrected_file_settles_a_number_that_stood_twice_in_the_one_before() -> None:
    register = merge(
        [
            sent("a", "区法院", [("K1", "甲"), ("K1", "乙")], filed_on="2026-11-02"),
            sent("b", "区法院", [("K1", "乙"), ("K2", "甲")], filed_on="2026-11-03"),
        ],
        catalog.ledgers(),
    )
    assert fates(register) == {"a": ["superseded", "superseded"], "b": ["merged", "merged"]}
    assert register.conflicts == ()
    assert len(register.replaced) == 2


def test_an_old_file_sent_again_is_that_file_and_overtakes_nothing() -> None:
    old = sent("a", "区法院", [("K1", "旧"), ("K1", "重")], filed_on="2026-11-02")
    new = sent("b", "区法院", [("K1", "新")], filed_on="2026-11-03")
    raw = replace(old.raw, path="终稿(2)", modified=new.raw.modified.replace(year=2027))
    rows = sent("终稿(2)", "区法院", [("K1", "旧"), ("K1", "重")]).rows
    copy = replace(old, raw=raw, rows=rows)
    register = merge([copy, new, old], catalog.ledgers())
    assert fates(register) == {
        "终稿(2)": ["identical", "identical"],
        "b": ["merged"],
        "a": ["superseded", "superseded"],
    }
    assert register.copies == {"终稿(2)": "a"}
    assert {one.origin.path for one in register.replaced} == {"a", "终稿(2)"}


def lost(*submissions: Submission) -> list[tuple[str, str]]:
    register = merge(submissions, catalog.ledgers())
    assert all(one.key in register.entries[VISITS] for one in register.vanished)
    return [(one.key, one.later.path) for one in register.vanished]


def test_a_row_that_a_resubmission_lacks_stays_and_is_shown() -> None:
    first = sent("a", "区法院", [("K1", "一"), ("K2", "二"), ("K3", "三")], filed_on="2026-11-01")
    later = sent("b", "区法院", [("K1", "一"), ("K2", "改")], filed_on="2026-11-02")
    assert lost(first, later) == [("K3", "b")]
    (said,) = findings(merge([first, later], catalog.ledgers()))
    assert (said.code, said.place.path, said.key) == ("row-vanished", "b", "K3")
    assert [one.path for one in said.related] == ["a"]
    back = sent("c", "区法院", [("K1", "一"), ("K3", "三")], filed_on="2026-11-03")
    assert lost(first, later, back) == [("K2", "c")]


def test_neither_another_month_nor_a_supplement_makes_a_row_vanish() -> None:
    first = sent("a", "区法院", [("K1", "一"), ("K2", "二"), ("K3", "三")], filed_on="2026-11-01")
    month = sent("b", "区法院", [("K1", "一"), ("K4", "四")], month="2026-11")
    supplement = sent("c", "区法院", [("K1", "一"), ("K5", "五")], filed_on="2026-11-05")
    other = sent("d", "区检察院", [("K6", "六")], filed_on="2026-11-06")
    assert lost(first, month, supplement, other) == []


def test_a_later_nothing_this_month_makes_all_rows_vanish_and_a_ruling_keeps_them() -> None:
    first = sent("a", "区法院", [("K1", "一")], filed_on="2026-11-01")
    nothing = submission(
        "区法院", "2026-10", [VISITS], path="b", filed_on="2026-11-02", nothing=True
    )
    register = merge([first, nothing], catalog.ledgers())
    (vanished,) = register.vanished
    assert vanished.key == "K1"
    rulings = {vanished.claim.unordered: vanished.claim.first}
    kept = merge([first, nothing], catalog.ledgers(), rulings)
    assert [one.ruled for one in kept.vanished] == [True]
    assert list(findings(kept)) == []
