from __future__ import annotations

from ledgerkit.workbooks.returned.listing import lines, totals
from returned_support import month_unknown, odd_phone, unreadable_date


def test_three_in_a_run_fold_and_two_do_not() -> None:
    three = [unreadable_date(f"B{row}") for row in (7, 8, 9)]
    assert [line.label for line in lines(three)] == ["B7:B9,共 3 处"]
    assert [line.label for line in lines(three[:2])] == ["B7", "B8"]


def test_a_gap_ends_a_run() -> None:
    findings = [unreadable_date(f"B{row}") for row in (2, 3, 4, 6, 7)]
    assert [line.label for line in lines(findings)] == ["B2:B4,共 3 处", "B6", "B7"]


def test_other_columns_and_other_codes_do_not_join_a_run() -> None:
    findings = [unreadable_date("B2"), odd_phone("B3"), unreadable_date("B4"), odd_phone("C4")]
    assert [line.label for line in lines(findings)] == ["B2", "B3", "B4", "C4"]


def test_the_files_own_come_first_then_the_sheets_in_their_order() -> None:
    findings = [
        odd_phone("A9", "乙"),
        odd_phone("A10", "甲"),
        odd_phone("A9", "甲"),
        month_unknown(),
    ]
    listed = [(line.sheet, line.cells) for line in lines(findings, ["甲", "乙"])]
    assert listed == [("", ""), ("甲", "A9"), ("甲", "A10"), ("乙", "A9")]


def test_a_fold_of_unlike_entries_says_so() -> None:
    findings = [unreadable_date(f"B{row}", f"13.{row}") for row in (2, 3, 4)]
    assert [line.found for line in lines(findings)] == ["13.2 等"]


def test_the_counts_leave_out_a_severity_that_does_not_occur() -> None:
    assert totals([odd_phone("A1"), odd_phone("A2")]) == "共 2 处请核对"
    assert totals([odd_phone("A1"), unreadable_date("A2")]) == "共 1 处必须改、1 处请核对"
