"""What the office wrote, told from what the kit wrote and from what is known by now."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import VISITS
from ledgerkit.model.notes import Kept, Notes, Source
from visits_book import (
    EMPTY,
    FIRM,
    K1,
    K2,
    ORDERS,
    TITLES,
    UNCHANGED,
    VIEWS,
    base,
    cell,
    line,
    notes,
    sheet,
    taken,
)

GREEN = "00B050"
NOWHERE = Source("", "", "")


def kept(found: Notes) -> list[tuple[str, str, str]]:
    """(key, column, text) of what has no place any more."""
    return [(one.key, one.column, one.text) for one in found.archive]


def test_a_book_that_nobody_edited_gives_what_was_known() -> None:
    before = notes({(K1, ORDERS): "请回访"}, columns={"承办人": 9.0})
    titles = {**TITLES, "承办人": 9.0}
    unchanged = sheet(line(K1, {ORDERS: "请回访"}), line(K2), titles=titles)
    found, delta = taken(unchanged, against=base(before))
    assert found == before
    assert not delta


def test_what_was_written_commented_and_coloured_is_taken_each_as_one_note() -> None:
    lines = (
        line(K1, {ORDERS: "请回访", FIRM: cell("甲公司", comment="上次也来过")}),
        line(K2, {VIEWS: cell(None, fill=GREEN)}),
    )
    found, delta = taken(sheet(*lines), against=base())
    assert found == notes(
        {(K1, ORDERS): "请回访"}, comments={(K1, FIRM): "上次也来过"}, fills={(K2, VIEWS): GREEN}
    )
    assert (delta.notes, delta.edits, delta.kept, delta.rulings) == (3, 0, 0, 0)
    assert delta


@pytest.mark.parametrize("value", [3, 2.5, dt.date(2026, 11, 2), dt.time(9, 30), "字"])
def test_a_note_keeps_its_kind(value: str | int | float | dt.date | dt.time) -> None:
    found, _ = taken(sheet(line(K1, {ORDERS: value}), line(K2)), against=base())
    assert found == notes({(K1, ORDERS): value})


def test_a_cleared_note_is_gone_and_a_changed_one_is_changed() -> None:
    before = notes({(K1, ORDERS): "先批的", (K2, ORDERS): "另一件"})
    found, delta = taken(sheet(line(K1, {ORDERS: "改批"}), line(K2)), against=base(before))
    assert found == notes({(K1, ORDERS): "改批"})
    assert (delta.notes, found.archive) == (2, ())


def test_the_notes_of_a_row_or_a_column_that_was_deleted_stay() -> None:
    before = notes({(K1, ORDERS): "一", (K2, VIEWS): "二"}, comments={(K2, FIRM): "三"})
    without_row = sheet(line(K1, {ORDERS: "一"}))
    without_column = sheet(
        line(K1, {ORDERS: "一"}),
        line(K2, {FIRM: cell("乙公司", comment="三")}),
        titles={title: 9.0 for title in TITLES if title != VIEWS},
    )
    for edited in (without_row, without_column):
        found, delta = taken(edited, against=base(before))
        assert (found, bool(delta)) == (before, False)


def test_what_another_file_brought_meanwhile_stays_where_this_one_says_nothing_new() -> None:
    before = notes({(K1, ORDERS): "先批的"})
    known = notes({(K1, ORDERS): "别处改批", (K2, VIEWS): "别处写的"})
    unchanged = sheet(line(K1, {ORDERS: "先批的"}), line(K2))
    assert taken(unchanged, known, base(before)) == (known, taken(UNCHANGED, against=base())[1])


def test_the_same_words_in_two_files_are_one_note() -> None:
    known = notes({(K1, ORDERS): "请回访"})
    found, delta = taken(sheet(line(K1, {ORDERS: "请回访"}), line(K2)), known, base())
    assert (found, bool(delta)) == (known, False)


def test_of_two_files_with_one_cell_the_last_counts_and_the_other_s_words_are_kept() -> None:
    known = notes({(K1, ORDERS): "先存的"})
    found, delta = taken(sheet(line(K1, {ORDERS: "后存的"}), line(K2)), known, base())
    assert found.rows == notes({(K1, ORDERS): "后存的"}).rows
    assert found.archive == (Kept(VISITS, K1, ORDERS, "先存的", NOWHERE),)
    assert (delta.notes, delta.kept) == (1, 1)


def test_what_one_file_cleared_and_another_changed_is_gone_and_kept() -> None:
    before = notes({(K1, ORDERS): "先批的"})
    known = notes({(K1, ORDERS): "改批"})
    found, _ = taken(UNCHANGED, known, base(before))
    assert found.rows == {}
    assert kept(found) == [(K1, ORDERS, "改批")]


def test_what_another_file_cleared_and_this_one_changed_is_changed_and_nothing_is_kept() -> None:
    before = notes({(K1, ORDERS): "先批的"})
    found, _ = taken(sheet(line(K1, {ORDERS: "改批"}), line(K2)), Notes(), base(before))
    assert found == notes({(K1, ORDERS): "改批"})


def test_of_two_colours_the_last_counts_and_none_is_kept_as_words() -> None:
    known = notes(fills={(K1, FIRM): "FF0000"})
    coloured = sheet(line(K1, {FIRM: cell("甲公司", fill=GREEN)}), line(K2))
    found, delta = taken(coloured, known, base())
    assert found == notes(fills={(K1, FIRM): GREEN})
    assert (delta.notes, delta.kept) == (1, 0)


CELLS = st.dictionaries(
    st.tuples(st.sampled_from([K1, K2]), st.sampled_from([ORDERS, VIEWS])),
    st.sampled_from(["甲", "乙", "丙"]),
)


@given(CELLS, CELLS, CELLS)
def test_whatever_two_people_write_every_word_is_a_note_or_kept(
    before: dict[tuple[str, str], str],
    first: dict[tuple[str, str], str],
    second: dict[tuple[str, str], str],
) -> None:
    """The first file, then the second, both edited copies of one book."""

    def edited(cells: dict[tuple[str, str], str]) -> object:
        own = {key: {t: v for (k, t), v in cells.items() if k == key} for key in (K1, K2)}
        return sheet(line(K1, own[K1]), line(K2, own[K2]))

    written = base(notes(before))
    one, _ = taken(edited(first), against=written)  # type: ignore[arg-type]  # of sheet
    assert one.rows == notes(first).rows
    both, _ = taken(edited(second), one, written)  # type: ignore[arg-type]  # of sheet
    for spot, word in second.items():
        if word != before.get(spot):
            assert both.rows[VISITS][spot[0]].cells[spot[1]] == word
    for spot, word in first.items():
        changed_here, changed_there = word != before.get(spot), second.get(spot) != before.get(spot)
        if changed_here and changed_there and word != second.get(spot):
            assert (*spot, word) in kept(both)
        elif changed_here and not changed_there:
            assert both.rows[VISITS][spot[0]].cells[spot[1]] == word


# ── the office's own columns


def test_an_added_column_is_taken_with_its_width_and_its_cells() -> None:
    edited = sheet(line(K1, {"承办人": "王五"}), line(K2), titles={**TITLES, "承办人": 20.5})
    found, delta = taken(edited, against=base())
    assert found == notes({(K1, "承办人"): "王五"}, columns={"承办人": 20.5})
    assert delta.notes == 1


def test_columns_stand_in_the_order_in_which_they_were_moved_with_their_new_widths() -> None:
    before = notes(columns={"甲列": 8.0, "乙列": 9.0})
    edited = sheet(line(K1), line(K2), titles={**TITLES, "乙列": 30.0, "甲列": 8.0})
    assert taken(edited, against=base(before))[0] == notes(columns={"乙列": 30.0, "甲列": 8.0})


def test_what_stood_in_a_deleted_column_is_kept_but_for_its_colours() -> None:
    before = notes(
        {(K1, "承办人"): "王五", (K1, ORDERS): "请回访"},
        comments={(K2, "承办人"): "换过人", ("", "承办人"): "填姓名"},
        fills={(K2, "承办人"): GREEN},
        columns={"承办人": 9.0},
    )
    found, delta = taken(sheet(line(K1, {ORDERS: "请回访"}), line(K2)), against=base(before))
    assert (found.columns, found.rows) == ({}, notes({(K1, ORDERS): "请回访"}).rows)
    assert sorted(kept(found)) == [
        ("", "承办人", "填姓名"),
        (K1, "承办人", "王五"),
        (K2, "承办人", "换过人"),
    ]
    assert {one.source for one in found.archive} == {NOWHERE}
    assert (delta.notes, delta.kept) == (0, 3)


def test_a_column_that_another_file_added_stays_behind_those_of_this_one() -> None:
    known = notes({(K1, "别处的列"): "三"}, columns={"别处的列": 7.0, "两处的列": 8.0})
    edited = sheet(line(K1), line(K2), titles={**TITLES, "这里的列": 9.0, "两处的列": 10.0})
    found, _ = taken(edited, known, base())
    assert found == notes(
        {(K1, "别处的列"): "三"},
        columns={"这里的列": 9.0, "两处的列": 10.0, "别处的列": 7.0},
    )


def test_the_ready_columns_are_none_of_the_office_s_own() -> None:
    assert taken(sheet(line(K1), line(K2)), against=base())[0].columns == {}


def test_a_comment_on_a_header_is_a_note_on_no_row() -> None:
    edited = sheet(line(K1), line(K2), headers={FIRM: cell(FIRM, comment="写全称")})
    found, delta = taken(edited, against=base())
    assert found == notes(comments={("", FIRM): "写全称"})
    assert delta.notes == 1
    plain = sheet(line(K1), line(K2), headers={FIRM: cell(FIRM), ORDERS: cell(ORDERS)})
    assert taken(plain, against=base())[0] == Notes()
    before = base(notes(comments={("", FIRM): "写全称"}))
    assert taken(UNCHANGED, against=before)[0] == Notes()


# ── what the kit itself put there


def test_the_kit_s_own_comment_and_colour_are_no_notes() -> None:
    own = base(comments={K1: {FIRM: "原填:甲\n"}}, fills={K1: {FIRM: GREEN}})
    edited = sheet(line(K1, {FIRM: cell("甲公司", comment="原填:甲", fill=GREEN)}), line(K2))
    assert taken(edited, against=own)[0] == Notes()


def test_words_behind_the_kit_s_own_comment_and_a_colour_over_its_own_are_notes() -> None:
    own = base(comments={K1: {FIRM: "原填:甲"}}, fills={K1: {FIRM: GREEN}})
    edited = sheet(
        line(K1, {FIRM: cell("甲公司", comment="原填:甲\n已问过", fill="FF0000")}), line(K2)
    )
    found, _ = taken(edited, against=own)
    assert found == notes(comments={(K1, FIRM): "已问过"}, fills={(K1, FIRM): "FF0000"})


def test_a_comment_that_begins_as_the_kit_s_do_is_the_kit_s_though_it_is_not_known() -> None:
    edited = sheet(line(K1, {FIRM: cell("甲公司", comment="原填:甲")}), line(K2))
    assert taken(edited, against=base())[0] == Notes()
    own = base(comments={K1: {FIRM: "别的话"}})
    assert taken(edited, against=own)[0] == notes(comments={(K1, FIRM): "原填:甲"})


def test_the_kit_s_words_in_the_middle_of_a_comment_stay() -> None:
    own = base(comments={K1: {FIRM: "原填:甲"}})
    edited = sheet(line(K1, {FIRM: cell("甲公司", comment="见原填:甲")}), line(K2))
    assert taken(edited, against=own)[0] == notes(comments={(K1, FIRM): "见原填:甲"})


# ── without what was written


def test_without_a_base_every_note_is_taken_and_nothing_said_of_the_kit_s_cells() -> None:
    changed = {
        ORDERS: cell("请回访", fill="FF0000"),
        FIRM: cell("丙公司", comment="改过", fill=GREEN),
    }
    found, delta = taken(sheet(line(K1, changed), line(K2)))
    assert found == notes(
        {(K1, ORDERS): "请回访"},
        comments={(K1, FIRM): "改过"},
        fills={(K1, ORDERS): "FF0000"},
    )
    assert (delta.notes, delta.edits) == (3, 0)


def test_without_a_base_no_note_that_is_missing_is_taken_for_cleared() -> None:
    known = notes({(K1, ORDERS): "请回访"}, columns={"承办人": 9.0})
    assert taken(UNCHANGED, known)[0] == known


def test_a_sheet_that_is_gone_is_named_and_its_notes_stay() -> None:
    known = notes({(K1, ORDERS): "请回访"})
    found, delta = taken(None, known, base(known))
    assert (found, delta.without) == (known, [VISITS])
    assert delta


# ── lines that the kit did not write


def test_a_line_below_without_a_number_is_kept_as_it_stands() -> None:
    edited = sheet(line(K1), line(K2), ("", {ORDERS: "以上已核对", FIRM: cell(None, comment="批")}))
    found, delta = taken(edited, against=base())
    assert kept(found) == [("", "", f"{ORDERS}:以上已核对\n{FIRM}:(批注:批)")]
    assert found.archive[0].ledger == VISITS
    assert found.archive[0].source == Source("历次/总表.xlsx", VISITS, "F5")
    assert (delta.kept, delta.notes, found.rows) == (1, 0, {})


def test_a_line_between_the_rows_ends_nothing() -> None:
    edited = sheet(line(K1), ("", {FIRM: "小计"}), line(K2, {ORDERS: "请回访"}))
    found, _ = taken(edited, against=base())
    assert found.rows == notes({(K2, ORDERS): "请回访"}).rows
    assert kept(found) == [("", "", f"{FIRM}:小计")]


def test_a_row_of_a_number_that_the_kit_did_not_write_is_kept_whole() -> None:
    edited = sheet(line(K1), line(K2), ("ZF-X", {FIRM: "丁公司", ORDERS: "请办"}))
    found, _ = taken(edited, against=base())
    assert kept(found) == [("ZF-X", "", f"{FIRM}:丁公司\n{ORDERS}:请办")]
    assert (found.rows, found.edits) == ({}, ())


def test_without_a_base_any_number_may_have_been_written() -> None:
    edited = sheet(("ZF-X", {FIRM: "丁公司", ORDERS: "请办"}))
    assert taken(edited)[0] == notes({("ZF-X", ORDERS): "请办"})


def test_of_a_row_that_stands_twice_only_what_the_office_wrote_otherwise_is_kept() -> None:
    first = line(K1, {ORDERS: "请回访", VIEWS: "已阅"})
    again = line(K1, {FIRM: "改了", ORDERS: "请督办", VIEWS: cell("已阅", comment="另批")})
    new = line(K2, {VIEWS: "才写的"})
    more, _ = taken(sheet(line(K1), line(K2), new), against=base())
    assert kept(more) == [(K2, "", f"{VIEWS}:才写的")]
    found, _ = taken(sheet(first, again, line(K2)), against=base())
    assert found.rows == notes({(K1, ORDERS): "请回访", (K1, VIEWS): "已阅"}).rows
    assert kept(found) == [(K1, "", f"{ORDERS}:请督办\n{VIEWS}:已阅(批注:另批)")]
    assert found.edits == ()


def test_a_row_copied_as_it_is_says_nothing_more() -> None:
    twice = line(K1, {ORDERS: cell("请回访", fill=GREEN)})
    assert taken(sheet(twice, twice, line(K2)), against=base())[0].archive == ()


def test_the_same_stray_line_is_kept_once() -> None:
    stray = ("", {ORDERS: "以上已核对"})
    found, delta = taken(sheet(line(K1), line(K2), stray, stray), against=base())
    assert (len(found.archive), delta.kept) == (1, 1)
    again, delta = taken(sheet(line(K1), line(K2), stray), found, base())
    assert (again.archive, bool(delta)) == (found.archive, False)


def test_a_line_that_holds_a_colour_only_says_nothing() -> None:
    edited = sheet(line(K1), line(K2), ("", {FIRM: cell(None, fill=GREEN)}))
    assert taken(edited, against=base())[0] == Notes()


@pytest.mark.parametrize(
    ("cells", "is_kept"),
    [
        ({"序号": EMPTY}, False),
        ({"序号": "没有记录"}, True),
        ({"序号": EMPTY, ORDERS: "确认过"}, True),
    ],
)
def test_the_line_that_says_that_there_is_nothing_is_the_kit_s(
    cells: dict[str, str], is_kept: bool
) -> None:
    found, _ = taken(sheet(("", cells)), against=base())
    assert bool(found.archive) is is_kept


@pytest.mark.parametrize(("text", "is_kept"), [("本季没有记录", False), ("没有记录可查", True)])
def test_without_a_base_such_a_line_is_known_by_how_it_ends(text: str, is_kept: bool) -> None:
    assert bool(taken(sheet(("", {"序号": text})))[0].archive) is is_kept
