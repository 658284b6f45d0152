"""Cells of the kit that were typed over, and what the office ruled on 变更与冲突."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from builders import VISITS
from ledgerkit.model.notes import Edit, EditState, Kept, Noted, Notes, Ruling, Source, mark_of
from ledgerkit.model.register import Claim
from ledgerkit.register.notes import Delta
from ledgerkit.register.notes.edited_book import EditedCell, EditedPage
from visits_book import (
    DAY,
    FIRM,
    K1,
    K2,
    MARK,
    ORDERS,
    TITLES,
    UNCHANGED,
    base,
    cell,
    line,
    notes,
    sheet,
    taken,
)

NOWHERE = Source("", "", "")


def edit(typed: Noted | None = "丙公司", unit: str = "甲公司", at: str = "D3", **more: str) -> Edit:
    return Edit(VISITS, K1, FIRM, typed, unit, Source("历次/总表.xlsx", VISITS, at), **more)  # type: ignore[arg-type]  # ruling only


def changed(**cells: Noted | EditedCell | None) -> tuple[Edit, ...]:
    found, delta = taken(sheet(line(K1, cells), line(K2)), against=base())
    assert delta.edits == len(found.edits)
    return found.edits


def test_a_cell_of_the_unit_typed_over_is_an_edit_with_what_stood_there() -> None:
    assert changed(**{FIRM: "丙公司"}) == (edit(),)
    assert edit().state is EditState.OPEN


def test_a_cell_that_was_emptied_is_an_edit_without_a_place() -> None:
    assert changed(**{FIRM: None}) == (edit(None, at=""),)


def test_a_cell_that_was_empty_and_what_the_kit_works_out_can_be_typed_over_too() -> None:
    (one,) = changed(**{MARK: "核对过"})
    assert (one.column, one.typed, one.unit) == (MARK, "核对过", "")


@pytest.mark.parametrize(
    "same", ["2026-10-13", " 2026-10-13 ", dt.date(2026, 10, 13), 46308, 46308.0]
)
def test_the_same_day_however_another_program_saved_it_is_none(same: Noted) -> None:
    assert changed(**{DAY: same}) == ()


@pytest.mark.parametrize("other", ["2026-10-14", dt.date(2026, 10, 14), 46309])
def test_another_day_is_one(other: Noted) -> None:
    assert [(one.column, one.typed) for one in changed(**{DAY: other})] == [(DAY, other)]


def test_a_serial_number_that_moved_with_its_row_is_none() -> None:
    assert changed(序号="7") == ()


def test_a_deleted_column_is_no_edit_of_its_cells() -> None:
    titles = {title: 9.0 for title in TITLES if title != FIRM}
    assert taken(sheet(line(K1), line(K2), titles=titles), against=base())[0].edits == ()


def test_a_deleted_column_hides_no_edit_in_the_columns_behind_it() -> None:
    titles = {title: 9.0 for title in TITLES if title != DAY}
    edited = sheet(line(K1, {FIRM: "丙公司"}), line(K2), titles=titles)
    assert taken(edited, against=base())[0].edits == (edit(at="C3"),)


def test_a_comment_or_a_colour_alone_is_no_edit() -> None:
    assert changed(**{FIRM: cell("甲公司", comment="批", fill="00B050")}) == ()


def test_a_cell_typed_over_once_more_is_one_edit_with_the_last_word() -> None:
    known = notes(edits=(edit("丁公司", ruling=Ruling.OFFICE),))
    found, _ = taken(sheet(line(K1, {FIRM: "丙公司"}), line(K2)), known, base())
    assert found.edits == (edit(),)


def test_an_edit_that_this_file_says_nothing_of_stays_as_it_is() -> None:
    known = notes(edits=(edit("丁公司", ruling=Ruling.UNIT),))
    found, delta = taken(UNCHANGED, known, base())
    assert (found.edits, bool(delta)) == (known.edits, False)


# ── rulings


CLAIM = Claim("aaaaaaaa", "bbbbbbbb", "cccccccc")
GONE = Claim("dddddddd", "eeeeeeee", "")
CONFLICT, VANISHED = mark_of(CLAIM), mark_of(GONE, vanished=True)


def ruled(
    words: dict[str, str], shown: dict[str, str], known: Notes | None = None
) -> tuple[Notes, int]:
    """The notes after these words stood in 裁定 where ``shown`` had stood, and how many counted."""
    found, delta = taken(UNCHANGED, known or Notes(), base(rulings=shown), rulings=words)
    return found, delta.rulings


def test_a_conflict_is_ruled_for_the_side_that_is_named() -> None:
    for word, side in ((Ruling.FIRST, "bbbbbbbb"), (Ruling.SECOND, "cccccccc")):
        found, count = ruled({CONFLICT: word}, {CONFLICT: ""})
        assert (found.rulings, count) == ({CLAIM.unordered: side}, 1)


def test_a_vanished_row_is_ruled_to_stay() -> None:
    found, count = ruled({VANISHED: Ruling.KEEP}, {VANISHED: ""})
    assert (found.rulings, count) == ({GONE.unordered: "eeeeeeee"}, 1)


def test_a_word_that_stood_there_already_is_no_new_ruling() -> None:
    known = Notes(rulings={CLAIM.unordered: "cccccccc"})
    found, count = ruled({CONFLICT: Ruling.FIRST}, {CONFLICT: Ruling.FIRST}, known)
    assert (found.rulings, count) == (known.rulings, 0)


def test_a_ruling_that_is_changed_replaces_and_one_that_is_taken_back_opens_again() -> None:
    other = {"x-y-z": "y"}
    known = Notes(rulings={**other, CLAIM.unordered: "bbbbbbbb"})
    shown = {CONFLICT: str(Ruling.FIRST)}
    found, count = ruled({CONFLICT: Ruling.SECOND}, shown, known)
    assert (found.rulings, count) == ({**other, CLAIM.unordered: "cccccccc"}, 1)
    found, count = ruled({CONFLICT: ""}, shown, known)
    assert (found.rulings, count) == (other, 1)


@pytest.mark.parametrize("word", ["随便", Ruling.KEEP, Ruling.UNIT])
def test_a_word_that_does_not_belong_there_rules_nothing(word: str) -> None:
    assert ruled({CONFLICT: word}, {CONFLICT: ""}) == (Notes(), 1)


def test_a_line_of_another_book_counts_as_new_only_where_no_book_is_known() -> None:
    assert ruled({CONFLICT: Ruling.FIRST}, {}) == (Notes(), 0)
    found, delta = taken(UNCHANGED, Notes(), None, rulings={CONFLICT: Ruling.FIRST})
    assert (found.rulings, delta.rulings) == ({CLAIM.unordered: "bbbbbbbb"}, 1)
    found, delta = taken(UNCHANGED, Notes(), None, rulings={CONFLICT: ""})
    assert (found.rulings, bool(delta)) == ({}, False)


def test_a_line_on_which_nothing_was_ruled_hides_no_ruling_on_the_next() -> None:
    words = {VANISHED: "", CONFLICT: str(Ruling.FIRST)}
    assert ruled(words, dict.fromkeys(words, ""))[1] == 1


@pytest.mark.parametrize("word", [Ruling.UNIT, Ruling.OFFICE])
def test_an_edit_is_ruled_for_the_unit_or_for_the_office(word: Ruling) -> None:
    other = replace(edit(), key=K2)
    known = notes(edits=(edit(), other))
    found, count = ruled({edit().mark: word}, {edit().mark: ""}, known)
    assert (found.edits, count) == ((edit(ruling=word), other), 1)
    assert found.rulings == {}


@pytest.mark.parametrize("word", ["", "随便", Ruling.KEEP])
def test_an_edit_whose_ruling_is_wiped_or_no_word_of_its_own_is_open_again(word: str) -> None:
    known = notes(edits=(edit(ruling=Ruling.OFFICE),))
    found, _ = ruled({edit().mark: word}, {edit().mark: Ruling.OFFICE}, known)
    assert found.edits == (edit(),)


def test_an_edit_is_dropped() -> None:
    other = replace(edit(), key=K2)
    known = notes(edits=(edit(), other))
    assert ruled({edit().mark: Ruling.DROP}, {edit().mark: ""}, known)[0].edits == (other,)


def test_what_is_kept_is_dropped_and_nothing_else() -> None:
    first, second = (Kept(VISITS, K1, "", text, NOWHERE) for text in ("一", "二"))
    known = notes(archive=(first, second))
    found, count = ruled({first.mark: Ruling.DROP}, {first.mark: ""}, known)
    assert (found.archive, count) == ((second,), 1)


@pytest.mark.parametrize("kind", ["cells", "comments"])
def test_with_a_note_of_a_row_that_is_gone_the_note_itself_is_dropped(kind: str) -> None:
    gone = "ZF-法院-202609-009"
    own = {(gone, ORDERS): "请回访", (gone, FIRM): "别的"}
    shown, stays = (
        Kept(VISITS, gone, column, text, NOWHERE)
        for column, text in ((ORDERS, "请回访"), (FIRM, "别的"))
    )
    known = notes(**{kind: own, "archive": (shown, stays)})  # type: ignore[arg-type]  # one of two maps
    found, _ = ruled({shown.mark: Ruling.DROP}, {shown.mark: ""}, known)
    assert found == notes(**{kind: {(gone, FIRM): "别的"}, "archive": (stays,)})  # type: ignore[arg-type]  # as above


def test_a_note_that_says_something_else_by_now_is_not_dropped_with_the_old_one() -> None:
    shown = Kept(VISITS, K1, ORDERS, "请回访", NOWHERE)
    lines = sheet(line(K1, {ORDERS: "改批"}), line(K2))
    known = notes({(K1, ORDERS): "改批"}, archive=(shown,))
    found, _ = taken(
        lines, known, base(known, rulings={shown.mark: ""}), rulings={shown.mark: Ruling.DROP}
    )
    assert found == notes({(K1, ORDERS): "改批"})


def test_what_is_kept_of_a_ledger_without_notes_is_dropped_too() -> None:
    shown = Kept("会议记事", "", "", "再议一次", NOWHERE)
    known = notes(archive=(shown,))
    assert ruled({shown.mark: Ruling.DROP}, {shown.mark: ""}, known)[0] == Notes()


# ── the other sheets


def page(name: str, *texts: str, comment: str = "") -> EditedPage:
    cells = {at: EditedCell(f"{'ABC'[at]}1", text) for at, text in enumerate(texts)}
    if comment:
        cells[0] = replace(cells[0], comment=comment)
    return EditedPage(name, (cells,))


def test_what_was_written_on_other_sheets_is_kept_by_what_the_kit_wrote_there() -> None:
    pages = (page("看板", "总数", "书记已阅"), page("会议记事", "再议"))
    against = base(texts={"看板": ["总数"]})
    found, delta = taken(UNCHANGED, Notes(), against, pages=pages)
    assert [(one.ledger, one.text) for one in found.archive] == [
        ("看板", "书记已阅"),
        ("会议记事", "再议"),
    ]
    assert (delta.kept, found.archive[0].source.file) == (2, "历次/总表.xlsx")


def test_the_same_words_on_two_lines_of_a_sheet_are_kept_once() -> None:
    lines = EditedPage("看板", (page("看板", "已阅").lines[0], page("看板", "已阅").lines[0]))
    found, delta = taken(UNCHANGED, Notes(), base(texts={"看板": ["总数"]}), pages=(lines,))
    assert ([one.text for one in found.archive], delta.kept) == (["已阅"], 1)


@pytest.mark.parametrize(
    "delta",
    [Delta(notes=1), Delta(edits=1), Delta(rulings=1), Delta(kept=1), Delta(without=[VISITS])],
)
def test_whatever_was_taken_is_something(delta: Delta) -> None:
    assert delta
    assert not Delta()


def test_without_a_base_only_comments_can_be_told_from_the_kit_s_own_sheets() -> None:
    pages = (page("看板", "总数", comment="打印"), page(VISITS, "甲"), page("会议记事", "再议"))
    found, _ = taken(UNCHANGED, Notes(), None, pages=pages)
    assert [(one.ledger, one.text) for one in found.archive] == [
        ("看板", "总数(批注:打印)"),
        ("会议记事", "再议"),
    ]
