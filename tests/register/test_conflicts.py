"""Two rows with one number that say different things: which counts, and what the office rules."""

from __future__ import annotations

from builders import VISITS
from ledgerkit.register import findings
from ledgerkit.register.compare import claim, digest
from sendings import COURT, POLICE, PROCURATORATE, fates, merged, sent, standing, visit


def test_two_owners_of_one_number_are_a_conflict_and_the_first_by_path_stands() -> None:
    register = merged(sent("b", PROCURATORATE, [("K1", "乙")]), sent("a", COURT, [("K1", "甲")]))
    assert fates(register) == {"b": ["returned"], "a": ["merged"]}
    assert register.entries[VISITS]["K1"].disputed
    (found,) = findings(register)
    assert (found.code, found.place.path, found.related[0].path) == ("key-conflict", "b", "a")


def test_two_owners_that_say_the_same_are_none() -> None:
    register = merged(sent("a", COURT, [("K1", "甲")]), sent("b", POLICE, [("K1", "甲")]))
    assert fates(register) == {"a": ["merged"], "b": ["identical"]}
    assert register.entries[VISITS]["K1"].owner == COURT
    assert not register.entries[VISITS]["K1"].disputed
    assert register.conflicts == ()


def test_of_several_owners_each_other_claim_goes_back_once() -> None:
    register = merged(
        sent("a", COURT, [("K1", "甲")]),
        sent("b", POLICE, [("K1", "乙")]),
        sent("c", PROCURATORATE, [("K1", "乙")]),
    )
    assert fates(register) == {"a": ["merged"], "b": ["returned"], "c": ["identical"]}
    assert [one.returned.origin.path for one in register.conflicts] == ["b"]


def test_the_paths_of_what_the_owners_last_sent_decide_not_of_what_they_sent_first() -> None:
    register = merged(
        sent("a", COURT, [("K1", "旧")], filed_on="2026-11-01"),
        sent("b", POLICE, [("K1", "乙")], filed_on="2026-11-02"),
        sent("c", COURT, [("K1", "甲")], filed_on="2026-11-03"),
    )
    assert fates(register) == {"a": ["superseded"], "b": ["merged"], "c": ["returned"]}


def test_two_rows_of_one_file_with_one_number_are_a_conflict_said_by_the_check() -> None:
    register = merged(sent("a", COURT, [("K1", "甲"), ("K1", "乙"), ("K1", "乙")]))
    assert fates(register) == {"a": ["merged", "returned", "identical"]}
    assert register.entries[VISITS]["K1"].disputed
    assert list(findings(register)) == []


def test_a_key_without_a_conflict_is_not_disputed_because_another_is() -> None:
    register = merged(
        sent("a", COURT, [("K1", "甲"), ("K2", "甲")]), sent("b", POLICE, [("K1", "乙")])
    )
    assert [(key, one.disputed) for key, one in register.entries[VISITS].items()] == [
        ("K1", True),
        ("K2", False),
    ]


def test_a_conflict_tells_its_sides_in_the_order_in_which_they_were_sent() -> None:
    register = merged(
        sent("a", COURT, [("K1", "甲")], filed_on="2026-11-05"),
        sent("b", POLICE, [("K1", "乙")], filed_on="2026-11-01"),
    )
    (conflict,) = register.conflicts
    early, late = visit("K1", "乙", POLICE), visit("K1", "甲")
    assert conflict.claim == claim("K1", early, late)
    assert (conflict.standing.origin.path, conflict.returned.origin.path) == ("a", "b")
    assert conflict.returned_first
    assert [row.origin.path for row in conflict.sides] == ["b", "a"]


def test_a_ruling_lets_the_other_row_stand_until_one_of_them_changes() -> None:
    both = [sent("a", COURT, [("K1", "甲")]), sent("b", PROCURATORATE, [("K1", "乙")])]
    (conflict,) = merged(*both).conflicts
    ruling = {conflict.claim.unordered: conflict.claim.second}
    ruled = merged(*both, rulings=ruling)
    assert fates(ruled) == {"a": ["returned"], "b": ["merged"]}
    assert standing(ruled) == {"K1": "乙"}
    assert not ruled.entries[VISITS]["K1"].disputed
    assert [(one.ruled, one.returned_first) for one in ruled.conflicts] == [(True, True)]
    assert list(findings(ruled)) == []

    changed = [sent("a", COURT, [("K1", "丙")]), both[1]]
    again = merged(*changed, rulings=ruling)
    assert fates(again) == {"a": ["merged"], "b": ["returned"]}
    assert again.entries[VISITS]["K1"].disputed


def test_a_ruling_for_the_row_that_stands_anyway_ends_the_conflict_too() -> None:
    both = [sent("a", COURT, [("K1", "甲")]), sent("b", POLICE, [("K1", "乙")])]
    (conflict,) = merged(*both).conflicts
    ruled = merged(*both, rulings={conflict.claim.unordered: conflict.claim.first})
    assert fates(ruled) == {"a": ["merged"], "b": ["returned"]}
    assert not ruled.entries[VISITS]["K1"].disputed
    assert list(findings(ruled)) == []


def test_a_row_is_disputed_while_one_of_its_conflicts_is_not_ruled() -> None:
    three = [
        sent("a", COURT, [("K1", "甲")]),
        sent("b", POLICE, [("K1", "乙")]),
        sent("c", PROCURATORATE, [("K1", "丙")]),
    ]
    first, second = merged(*three).conflicts
    one = {first.claim.unordered: first.claim.first}
    both = {**one, second.claim.unordered: second.claim.first}
    assert merged(*three, rulings=one).entries[VISITS]["K1"].disputed
    assert not merged(*three, rulings=both).entries[VISITS]["K1"].disputed


def test_a_ruling_between_two_rows_of_one_file_knows_which_stood_first() -> None:
    file = sent("a", COURT, [("K1", "甲"), ("K1", "乙")])
    (conflict,) = merged(file).conflicts
    assert conflict.claim.first == digest(file.rows[0])
    assert not conflict.returned_first
    ruled = merged(file, rulings={conflict.claim.unordered: conflict.claim.second})
    assert fates(ruled) == {"a": ["returned", "merged"]}
    assert [(one.ruled, one.returned_first) for one in ruled.conflicts] == [(True, True)]


def test_a_ruling_on_another_number_or_ledger_decides_nothing() -> None:
    both = [sent("a", COURT, [("K1", "甲")]), sent("b", POLICE, [("K1", "乙")])]
    other = claim("K2", visit("K2", "甲"), visit("K2", "乙", POLICE))
    register = merged(*both, rulings={other.unordered: other.second})
    assert fates(register) == {"a": ["merged"], "b": ["returned"]}
    assert register.entries[VISITS]["K1"].disputed
