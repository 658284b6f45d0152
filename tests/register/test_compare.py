"""What two rows with one number say: the same, or in which cells they differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import PROBLEMS, row
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.row import Cell, Row
from ledgerkit.register.compare import changes, claim, digest, same
from sendings import fates, merged, sent, visit

DAY = "走访日期"


def unread(typed: Cell, path: str = "a") -> Row:
    """A visit whose day could not be read from this."""
    return visit("K1", on=None, path=path, typed={DAY: typed})


def problem(**values: str) -> Row:
    return replace(row(PROBLEMS, {"问题编号": "WT", "问题描述": "欠款", **values}), key="WT")


def columns(one: Row, other: Row) -> list[str]:
    return [change.column for change in changes("K1", one, other)]


def alike(one: Row, other: Row) -> bool:
    """What ``same`` says, which digests and changes say too, in whatever order they are asked."""
    equal = same(one, other)
    assert same(other, one) is equal
    assert (digest(one) == digest(other)) is equal
    assert (columns(one, other) == []) is equal
    return equal


def test_rows_are_the_same_wherever_they_stand_and_whoever_sent_them() -> None:
    assert alike(visit("K1", path="a", at=5), visit("K1", owner="区司法局", path="b", at=9))


@pytest.mark.parametrize("column", ["走访主要情况", "备注", "联系电话"])
def test_rows_differ_by_any_column_that_people_fill(column: str) -> None:
    one, other = (
        replace(row("走访日志", {"走访编号": "K1", column: text}), key="K1") for text in "甲乙"
    )
    assert not alike(one, other)
    assert columns(one, other) == [column]


def test_the_serial_number_and_what_the_kit_computes_make_no_difference() -> None:
    first, second = problem(序号="1"), problem(序号="2", 办理时限="2026-10-15")
    assert first.values != second.values
    assert alike(first, second)


def test_an_unreadable_cell_and_an_empty_one_differ() -> None:
    empty = visit("K1", on=None)
    assert not alike(unread("十月"), empty)
    assert columns(unread("十月"), empty) == [DAY]


def test_two_unreadable_cells_are_the_same_if_the_same_was_typed() -> None:
    assert alike(unread("十月"), unread("十月", "b"))
    assert not alike(unread("十月"), unread("冬月"))
    assert columns(unread("十月"), unread("冬月")) == [DAY]


def test_blanks_around_what_was_typed_make_no_difference_and_numbers_are_as_shown() -> None:
    assert alike(unread("十月"), unread(" 十月\u200b"))
    assert alike(unread(13.5), unread("13.5"))


def test_an_unreadable_cell_differs_from_a_day_though_the_day_reads_the_same() -> None:
    assert not alike(unread("2026-10-13"), visit("K1"))


def test_what_was_typed_counts_only_where_it_could_not_be_read() -> None:
    typed = visit("K1")
    cells = tuple(
        "2026.10.13" if cell == typed[Visits.visited_on] else cell for cell in typed.raw.cells
    )
    assert alike(typed, replace(typed, raw=replace(typed.raw, cells=cells)))


def test_a_row_that_was_unreadable_is_superseded_by_the_same_row_made_readable() -> None:
    earlier, later = (sent(path, "区法院", [], filed_on=day) for path, day in _TWO_DAYS)
    files = [
        replace(earlier, rows=(replace(unread("十月"), owner="区法院"),)),
        replace(later, rows=(visit("K1", path="b"),)),
    ]
    register = merged(*files)
    assert fates(register) == {"a": ["superseded"], "b": ["merged"]}
    assert [one.column for one in register.changes] == [DAY]


_TWO_DAYS = (("a", "2026-11-02"), ("b", "2026-11-03"))


def test_a_ruling_that_an_office_made_still_fits_the_rows_that_it_was_made_on() -> None:
    """Rulings are kept in files from run to run: what stands in them must not change."""
    made = claim("ZF-法院-202610-001", visit("K1"), visit("K1", "别的"))
    assert (made.about, made.first, made.second) == ("3268d536", "23bed333", "ca844a1e")
    assert claim("K1", visit("K1")).second == ""
    assert digest(unread("十月")) == "bd2a3dc3"


def test_half_a_character_breaks_no_digest() -> None:
    assert len(digest(visit("K1", "坏\ud842字"))) == 8
