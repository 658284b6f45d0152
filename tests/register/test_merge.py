"""Merging: no row is ever lost, and which one stands does not hang on who was read first."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from builders import VISITS, submission
from ledgerkit.model.register import Fate
from ledgerkit.model.submission import Submission
from ledgerkit.register import findings
from sendings import COURT, POLICE, PROCURATORATE, fates, merged, sent, standing, visit

rows = st.lists(
    st.tuples(st.sampled_from(["K1", "K2", "K3"]), st.sampled_from("甲乙丙")), max_size=4
)
files = st.lists(
    st.tuples(
        st.sampled_from([COURT, PROCURATORATE, ""]),
        rows,
        st.sampled_from(["2026-09", "2026-10", None]),
        st.sampled_from(["2026-11-01", "2026-11-02", None]),
    ),
    max_size=6,
)
Files = list[tuple[str, list[tuple[str, str]], str | None, str | None]]


def sendings(given_files: Files) -> list[Submission]:
    return [
        sent(f"f{n}", owner, lines, month=month, filed_on=day)
        for n, (owner, lines, month, day) in enumerate(given_files)
    ]


@given(files)
def test_every_row_has_one_fate_and_every_entry_is_one_merged_row(given_files: Files) -> None:
    submissions = sendings(given_files)
    register = merged(*submissions)
    assert [len(own) for _, own in register.fates] == [len(one.rows) for one in submissions]
    ends = [
        (row.origin, row.key)
        for submission, own in register.fates
        for row, fate in zip(submission.rows, own, strict=True)
        if fate is Fate.MERGED
    ]
    stand = [(one.row.origin, one.key) for one in register.entries[VISITS].values()]
    assert sorted(ends, key=str) == sorted(stand, key=str)


@given(files, st.randoms())
def test_the_order_of_reading_changes_nothing(given_files: Files, random: Random) -> None:
    submissions = sendings(given_files)
    shuffled = list(submissions)
    random.shuffle(shuffled)
    register, again = merged(*submissions), merged(*shuffled)
    assert fates(again) == fates(register)
    assert list(again.entries[VISITS].items()) == list(register.entries[VISITS].items())
    assert again.changes == register.changes
    assert again.conflicts == register.conflicts
    assert again.vanished == register.vanished
    assert sorted(map(str, again.replaced)) == sorted(map(str, register.replaced))


@given(files)
def test_whatever_the_office_rules_no_row_is_lost_and_no_ruled_conflict_is_open(
    given_files: Files,
) -> None:
    submissions = sendings(given_files)
    conflicts = merged(*submissions).conflicts
    rulings = {one.claim.unordered: one.claim.second for one in conflicts}
    ruled = merged(*submissions, rulings=rulings)
    counts = [fate for _, own in ruled.fates for fate in own]
    assert len(counts) == sum(len(one.rows) for one in submissions)
    assert counts.count(Fate.MERGED) == len(ruled.entries[VISITS])
    assert counts.count(Fate.RETURNED) >= len(ruled.conflicts)


def test_a_row_whose_owner_cannot_be_told_goes_back() -> None:
    register = merged(sent("a", "", [("K1", "甲")]))
    assert fates(register) == {"a": ["returned"]}
    assert register.entries[VISITS] == {}
    assert [one.code for one in findings(register)] == ["owner-unknown"]


def test_a_register_stands_in_the_order_of_owner_day_and_number() -> None:
    rows = [
        visit("K5", owner=POLICE, on="2026-10-02", at=5),
        visit("K2", owner=COURT, on="2026-10-20", at=6),
        visit("K4", owner=COURT, on=None, at=7),
        visit("K3", owner=COURT, on="2026-10-09", at=8),
        visit("K1", owner=COURT, on="2026-10-20", at=9),
    ]
    register = merged(submission(None, "2026-10", rows=rows, path="a"))
    assert [*register.entries[VISITS]] == ["K5", "K4", "K3", "K1", "K2"]


def test_keys_are_gone_through_in_their_order_whatever_the_order_of_the_rows() -> None:
    first = sent("a", COURT, [("K2", "甲"), ("K1", "甲"), ("K3", "甲")], filed_on="2026-11-01")
    second = sent("b", COURT, [("K3", "乙"), ("K2", "乙"), ("K1", "乙")], filed_on="2026-11-02")
    register = merged(first, second)
    assert [one.key for one in register.changes] == ["K1", "K2", "K3"]
    assert [row.key for row in register.replaced] == ["K1", "K2", "K3"]
    assert standing(register) == {"K1": "乙", "K2": "乙", "K3": "乙"}


def test_every_ledger_has_its_register_though_nothing_came_for_it() -> None:
    register = merged(sent("a", COURT, []))
    assert register.entries[VISITS] == {}
    assert (register.fates[0][1], register.changes, register.conflicts) == ((), (), ())
