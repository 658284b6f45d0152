"""What one row must keep, on a ledger that only tests know: each kind of check by itself."""

from __future__ import annotations

import datetime as dt

import pytest

from builders import day
from fixed_office import OFFICE
from ledgerkit.findings.messages import finding_at
from ledgerkit.intake.values import row_checks
from ledgerkit.model.columns import Column, Date, Key, Text
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.period import Month
from ledgerkit.model.row import Layout, RawRow, Row, Value
from ledgerkit.office import tables
from repairs_ledger import COMPLETE, Repairs, repair

OCTOBER = Month(2026, 10)
IN_OCTOBER, LATER = day("2026-10-13"), day("2026-10-20")


def said(row: Row, column: Column[object], code: str, **facts: str) -> Finding:
    return finding_at(row, column, code, facts=facts.items())


def required(**more: object) -> list[tuple[str, str | None, str]]:
    row = repair({"地点": "二楼", "报修日期": IN_OCTOBER}, **more)  # type: ignore[arg-type]  # as they are named
    return [(one.code, one.place.cell, one.column) for one in row_checks.required(row)]


def declared(**values: Value) -> list[tuple[str, str | None]]:
    """(code, cell) of what the declared checks say of a row with these values."""
    found = list(row_checks.declared(repair({**COMPLETE, **values})))
    return [(one.code, one.place.cell) for one in found]


# ── required


def test_an_empty_required_cell_is_said_with_an_example() -> None:
    assert required() == [("required-empty", "E5", "故障")]
    bare = repair({})
    assert list(row_checks.required(bare)) == [
        said(bare, Repairs.reported_on, "required-empty", example="2026-10-13"),
        said(bare, Repairs.fault, "required-empty", example="…"),
        said(bare, Repairs.place, "required-empty", example="三楼"),
    ]


def test_what_could_not_be_read_is_not_empty_and_what_the_sheet_lacks_is_said_elsewhere() -> None:
    assert required(unread=["故障"]) == []
    assert required(without=["故障"]) == []


def test_a_missing_number_is_said_elsewhere() -> None:
    assert Repairs.key.required
    assert "报修编号" not in [column for _, _, column in required()]


def test_a_row_of_a_table_that_is_no_ledger_is_asked_for_all_that_it_needs() -> None:
    layout = Layout("名录.xlsx", "服务联系点", 0, dict.fromkeys(("联系点名称", "简称"), 0), {})
    empty = (None,) * len(tables.Points.columns)
    row = Row(RawRow(tables.Points, layout, 1, empty), empty)
    assert [one.column for one in row_checks.required(row)] == ["联系点名称", "简称"]


# ── declared


def test_a_row_that_keeps_to_everything_is_told_nothing() -> None:
    assert declared() == []
    assert declared(报修日期=IN_OCTOBER, 修好日期=LATER, 结果="修好") == []


def test_a_column_must_be_filled_where_another_holds_one_of_some_words() -> None:
    assert declared(结果="修好") == [("conditionally-required", "H5")]
    assert declared(结果="未修") == []
    row = repair({**COMPLETE, "结果": "修好"})
    assert list(row_checks.declared(row)) == [
        said(
            row,
            Repairs.mended_on,
            "conditionally-required",
            when="结果",
            word="修好",
            example="2026-10-20",
        )
    ]
    assert list(row_checks.declared(repair({"结果": "修好"}, unread=["修好日期"]))) == []


def test_without_words_anything_in_the_other_column_makes_it_required() -> None:
    assert declared(计划日期=LATER) == [("conditionally-required", "J5")]
    assert declared(计划日期=LATER, 备注="已约") == []
    row = repair({"计划日期": LATER})
    (found,) = row_checks.declared(row)
    assert found == said(
        row,
        Repairs.note,
        "conditionally-required",
        when="计划日期",
        word="2026-10-20",
        example="…",
    )


@pytest.mark.parametrize(
    ("reported", "mended", "wrong"),
    [(LATER, IN_OCTOBER, True), (LATER, LATER, False), (IN_OCTOBER, LATER, False)],
)
def test_a_day_must_not_lie_before_another(reported: dt.date, mended: dt.date, wrong: bool) -> None:
    assert bool(declared(报修日期=reported, 修好日期=mended)) is wrong
    assert declared(修好日期=mended) == declared(报修日期=reported) == []


def test_days_in_the_wrong_order_are_said_with_both_cells() -> None:
    row = repair({"报修日期": LATER, "修好日期": IN_OCTOBER})
    (found,) = row_checks.declared(row)
    facts = {"earlier": "报修日期", "other": "B5", "day": "2026-10-20"}
    place = row.place(Repairs.reported_on)
    assert found == finding_at(
        row, Repairs.mended_on, "date-order", related=(place,), facts=facts.items()
    )


def test_a_filled_column_contradicts_words_of_another() -> None:
    assert ("words-contradict", "G5") in declared(计划日期=LATER, 结果="不修", 备注="约")
    assert "words-contradict" not in str(declared(结果="不修"))
    assert "words-contradict" not in str(declared(计划日期=LATER, 结果="未修", 备注="约"))
    row = repair({"计划日期": LATER, "结果": "不修", "备注": "约"})
    found = next(iter(row_checks.declared(row)))
    facts = {"other": "结果", "word": "不修"}
    place = row.place(Repairs.result)
    assert found == finding_at(
        row, Repairs.planned_on, "words-contradict", related=(place,), facts=facts.items()
    )


def test_where_words_are_given_only_they_contradict() -> None:
    assert declared(备注="好", 结果="未修") == [("words-contradict", "J5")]
    assert declared(备注="等件", 结果="未修") == []
    assert declared(备注="好", 结果="修好", 修好日期=LATER) == []


def test_a_word_outside_those_that_count_is_kept_and_its_consequence_said() -> None:
    assert declared(结果="不修") == [("word-excludes", "I5")]
    row = repair({"结果": "不修"})
    assert list(row_checks.declared(row)) == [
        said(row, Repairs.result, "word-excludes", consequence="不计入修好率")
    ]


# ── days after the month reported


def outside(filed_on: str | None = None, **days: dt.date) -> list[str]:
    """The columns whose days lie outside October."""
    row = repair({**days})
    found = row_checks.dates_within(row, OCTOBER, day(filed_on) if filed_on else None)
    return [one.column for one in found]


def test_what_dates_a_row_must_not_lie_after_the_month() -> None:
    assert outside(报修日期=day("2026-10-31")) == []
    assert outside(报修日期=day("2026-11-01")) == ["报修日期"]
    assert outside("2026-11-05", 报修日期=day("2026-11-01")) == ["报修日期"]
    assert outside(报修日期=day("2026-09-01")) == []


def test_what_is_past_by_its_nature_may_lie_up_to_the_day_of_filing() -> None:
    assert outside(修好日期=day("2026-10-31")) == []
    assert outside(修好日期=day("2026-11-01")) == ["修好日期"]
    assert outside("2026-11-05", 修好日期=day("2026-11-05")) == []
    assert outside("2026-11-05", 修好日期=day("2026-11-06")) == ["修好日期"]
    assert outside("2026-10-20", 修好日期=day("2026-10-31")) == []


def test_what_is_planned_may_lie_ahead() -> None:
    assert outside(计划日期=day("2027-10-01")) == []


def test_a_day_outside_the_month_is_said_with_the_month() -> None:
    row = repair({"报修日期": day("2026-11-01")})
    (found,) = row_checks.dates_within(row, OCTOBER, None)
    assert found == said(row, Repairs.reported_on, "date-outside-month", month="2026-10")


# ── the number


def numbered(key: str, **more: object) -> list[Finding]:
    return list(row_checks.number(repair({}, key=key, **more), OFFICE))  # type: ignore[arg-type]  # as they are named


@pytest.mark.parametrize(
    "key", ["BX-法院-202610-001", "BX-区法院-202612-0001", "BX-某乡-202601-123456789"]
)
def test_a_number_of_the_right_form_is_told_nothing(key: str) -> None:
    assert numbered(key) == []


@pytest.mark.parametrize(
    "key",
    [
        "ZF-法院-202610-001",
        "BX-202610-001",
        "BX-法院-202613-001",
        "BX-法院-202600-001",
        "BX-法院-192610-001",
        "BX-法院-202610-01",
        "BX-法院-202610-1234567890",
        "BX-法院-202610-001甲",
        "甲BX-法院-202610-001",
    ],
)
def test_a_number_of_another_form_is_said_with_the_right_one(key: str) -> None:
    row = repair({}, key=key)
    assert numbered(key) == [
        said(row, Repairs.key, "key-malformed", prefix="BX", example="BX-法院-202610-001")
    ]


def test_a_number_of_another_unit_is_said_unless_the_row_names_that_unit_too() -> None:
    key = "BX-司法局-202610-001"
    row = repair({}, key=key)
    assert numbered(key) == [
        said(row, Repairs.key, "key-other-unit", named="司法局", unit="区法院")
    ]
    joint = repair({"报修单位": ("区法院", "区司法局")}, key=key)
    assert list(row_checks.number(joint, OFFICE)) == []
    assert numbered(key, owner="区司法局") == []
    assert numbered(key, owner="") == []


def test_a_number_may_name_a_point() -> None:
    assert [one.code for one in numbered("BX-第一-202610-001")] == ["key-other-unit"]
    assert numbered("BX-第一-202610-001", owner="第一服务联系点") == []


def test_where_no_column_says_whose_a_row_is_its_number_must_be_its_owner_s() -> None:
    class Losses(Ledger, name="遗失台账", prefix="YS"):
        """遗失台账: no column names a unit."""

        key = Key("遗失编号", example="YS-法院-202610-001")
        lost_on = Date("遗失日期")
        what = Text("物品")
        dated, gist = lost_on, what

    layout = Layout("收件/遗失.xlsx", "遗失", 1, {"遗失编号": 0}, {})
    empty = (None,) * len(Losses.columns)
    row = Row(RawRow(Losses, layout, 4, empty), empty, key="YS-司法局-202610-001", owner="区法院")
    assert [one.code for one in row_checks.number(row, OFFICE)] == ["key-other-unit"]


def test_of_a_number_that_the_kit_made_up_nothing_is_said() -> None:
    assert numbered("暂-BX-12345678", provisional=True) == []
