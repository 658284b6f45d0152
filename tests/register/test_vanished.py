"""A row that a later file of the same owner and month lacks: it stays, and is shown."""

from __future__ import annotations

from builders import PROBLEMS, VISITS, row, submission
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.submission import Submission
from ledgerkit.register import findings
from sendings import COURT, POLICE, PROCURATORATE, merged, sent, standing


def lost(*submissions: Submission) -> list[tuple[str, str]]:
    """(key, path of the last file that lacks it), in the order in which they are told."""
    register = merged(*submissions)
    assert all(one.key in register.entries[VISITS] for one in register.vanished)
    return [(one.key, one.later.path) for one in register.vanished]


def test_a_row_that_a_resubmission_lacks_stays_and_is_shown() -> None:
    first = sent("a", COURT, [("K1", "一"), ("K2", "二"), ("K3", "三")], filed_on="2026-11-01")
    later = sent("b", COURT, [("K1", "一"), ("K2", "改")], filed_on="2026-11-02")
    assert lost(first, later) == [("K3", "b")]
    (gone,) = findings(merged(first, later))
    assert (gone.code, gone.place.path, gone.key) == ("row-vanished", "b", "K3")
    assert [place.path for place in gone.related] == ["a"]
    back = sent("c", COURT, [("K1", "一"), ("K3", "三")], filed_on="2026-11-03")
    assert lost(first, later, back) == [("K2", "c")]


def test_the_last_file_that_takes_its_place_is_named_in_whatever_order_they_are_read() -> None:
    first = sent("d", COURT, [("K1", "一"), ("K2", "二")], filed_on="2026-11-01")
    second = sent("c", COURT, [("K1", "一")], filed_on="2026-11-02")
    third = sent("b", COURT, [("K1", "二")], filed_on="2026-11-03")
    supplement = sent("a", COURT, [("K9", "九")], filed_on="2026-11-04")
    for order in ((first, second, third, supplement), (supplement, third, second, first)):
        assert lost(*order) == [("K2", "b")]


def test_half_of_the_rows_make_a_file_a_new_version_and_less_than_half_a_supplement() -> None:
    four = [(f"K{n}", "一") for n in range(1, 5)]
    first = sent("a", COURT, four, filed_on="2026-11-01")
    half = sent("b", COURT, four[:2], filed_on="2026-11-02")
    quarter = sent("b", COURT, [*four[:1], ("K9", "九")], filed_on="2026-11-02")
    assert lost(first, half) == [("K3", "b"), ("K4", "b")]
    assert lost(first, quarter) == []


def test_neither_another_month_nor_a_supplement_makes_a_row_vanish() -> None:
    first = sent("a", COURT, [("K1", "一"), ("K2", "二"), ("K3", "三")], filed_on="2026-11-01")
    month = sent("b", COURT, [("K1", "一"), ("K4", "四")], month="2026-11")
    supplement = sent("c", COURT, [("K1", "一"), ("K5", "五")], filed_on="2026-11-05")
    other = sent("d", PROCURATORATE, [("K6", "六")], filed_on="2026-11-06")
    assert lost(first, month, supplement, other) == []


def test_files_of_an_unknown_month_make_nothing_vanish() -> None:
    first = sent("a", COURT, [("K1", "一"), ("K2", "二")], month=None, filed_on="2026-11-01")
    later = sent("b", COURT, [("K1", "一")], month=None, filed_on="2026-11-02")
    assert lost(first, later) == []


def test_two_files_of_one_version_make_nothing_of_each_other_vanish() -> None:
    both = (
        sent(path, COURT, [("K1", "一"), (key, "二")]) for path, key in (("a", "K2"), ("b", "K3"))
    )
    assert lost(*both) == []


def test_they_are_told_by_ledger_owner_and_number() -> None:
    def twice(path: str, owner: str, *keys: str) -> list[Submission]:
        rows = [(key, "一") for key in keys]
        return [
            sent(f"{path}1", owner, rows, filed_on="2026-11-01"),
            sent(f"{path}2", owner, rows[:1], filed_on="2026-11-02"),
        ]

    files = [*twice("a", PROCURATORATE, "K8", "K7"), *twice("b", POLICE, "K3", "K2")]
    assert lost(*files) == [("K2", "b2"), ("K7", "a2")]


def test_several_rows_of_one_owner_are_told_by_number() -> None:
    first = sent("a", COURT, [("K4", "一"), ("K3", "一"), ("K2", "一"), ("K1", "一")])
    later = sent("b", COURT, [("K4", "一"), ("K1", "一")], filed_on="2026-11-09")
    assert lost(first, later) == [("K2", "b"), ("K3", "b")]


def test_a_row_whose_number_another_owner_holds_has_not_vanished_for_the_first() -> None:
    mine = sent("b", COURT, [("K1", "一"), ("K2", "甲")], filed_on="2026-11-01")
    theirs = sent("a", POLICE, [("K2", "乙")], filed_on="2026-11-01")
    later = sent("c", COURT, [("K1", "一")], filed_on="2026-11-02")
    assert standing(merged(mine, theirs, later))["K2"] == "乙"
    assert lost(mine, theirs, later) == []


def nothing_filed(path: str = "b", unit: str | None = COURT) -> Submission:
    return submission(unit, "2026-10", [VISITS], path=path, filed_on="2026-11-09", nothing=True)


def test_a_later_nothing_this_month_makes_all_rows_vanish_and_a_ruling_keeps_them() -> None:
    first = sent("a", COURT, [("K1", "一")], filed_on="2026-11-01")
    register = merged(first, nothing_filed())
    (vanished,) = register.vanished
    assert vanished.key == "K1"
    rulings = {vanished.claim.unordered: vanished.claim.first}
    kept = merged(first, nothing_filed(), rulings=rulings)
    assert [one.ruled for one in kept.vanished] == [True]
    assert list(findings(kept)) == []


def test_a_ruling_on_what_the_row_said_before_keeps_it_no_longer() -> None:
    first = sent("a", COURT, [("K1", "一")], filed_on="2026-11-01")
    (vanished,) = merged(first, nothing_filed()).vanished
    changed = sent("a", COURT, [("K1", "改")], filed_on="2026-11-01")
    rulings = {vanished.claim.unordered: vanished.claim.first}
    assert [one.ruled for one in merged(changed, nothing_filed(), rulings=rulings).vanished] == [
        False
    ]


def test_an_empty_file_that_does_not_say_so_makes_nothing_vanish() -> None:
    first = sent("a", COURT, [("K1", "一")], filed_on="2026-11-01")
    assert lost(first, sent("b", COURT, [], filed_on="2026-11-09")) == []


def test_a_file_that_says_nothing_but_holds_rows_counts_by_its_rows() -> None:
    first = sent("a", COURT, [("K1", "一"), ("K2", "二")], filed_on="2026-11-01")
    later = sent("b", COURT, [("K1", "一")], filed_on="2026-11-09", nothing=True)
    assert lost(first, later) == [("K2", "b")]


def test_nothing_this_month_from_nobody_known_makes_nothing_vanish() -> None:
    first = sent("a", COURT, [("K1", "一")], filed_on="2026-11-01")
    assert lost(first, nothing_filed(unit=None)) == []


def test_nothing_is_said_of_the_ledgers_that_the_later_file_does_not_hold() -> None:
    problem = row(PROBLEMS, {"问题编号": "WT"}, path="b")
    first = sent("a", COURT, [("K1", "一")], filed_on="2026-11-01")
    assert lost(first, submission(COURT, rows=[problem], path="b", filed_on="2026-11-09")) == []


def test_a_number_that_stands_twice_in_the_earlier_file_is_told_once_by_its_first_row() -> None:
    first = sent("a", COURT, [("K1", "一"), ("K2", "甲"), ("K2", "乙")], filed_on="2026-11-01")
    later = sent("b", COURT, [("K1", "一")], filed_on="2026-11-02")
    (vanished,) = merged(first, later).vanished
    assert (vanished.key, vanished.row.text(Visits.summary)) == ("K2", "甲")
