"""On which page a paragraph comes to stand, by the grid of 22 lines of 28 characters."""

from __future__ import annotations

import pytest

from ledgerkit.papers.documents.paging import Block, lines, pages


@pytest.mark.parametrize(
    "text, count",
    [
        ("", 1),
        ("国" * 26, 1),
        ("国" * 27, 2),
        ("国" * (26 + 28), 2),
        ("国" * (26 + 28) + "。", 2),
        ("国" * (26 + 28) + "家", 3),
        ("国" * 25 + "“家", 2),
        ("国" * 24 + "2026年", 2),
        ("a" * 52, 1),
        ("国" * 20 + "a" * 40, 2),
        ("a" * 600, 11),
        ("国\u200b" * 26, 1),
    ],
)
def test_lines(text: str, count: int) -> None:
    assert lines(text) == count


def test_a_text_without_an_indent_has_two_characters_more() -> None:
    assert (lines("国" * 28, indent=0), lines("国" * 29, indent=0)) == (1, 2)


def test_a_page_is_full_after_22_lines() -> None:
    assert pages([Block(21), Block(1), Block(1)]) == (1, 1, 2)


def test_a_paragraph_begins_on_the_page_where_its_first_line_stands() -> None:
    assert pages([Block(20), Block(30), Block(1)]) == (1, 1, 3)


def test_headings_stay_with_the_text_below_them() -> None:
    heading = Block(1, keep=True)
    assert pages([Block(20), heading, heading, Block(5)]) == (1, 2, 2, 2)
    assert pages([Block(19), heading, heading, Block(5)]) == (1, 1, 1, 1)


def test_blank_lines_below_a_paragraph_do_not_begin_a_page() -> None:
    assert pages([Block(22, after=1), Block(1)]) == (1, 2)
    assert pages([Block(21, after=3), Block(22), Block(1)]) == (1, 2, 3)


def test_a_new_page_is_begun_only_where_the_last_is_not_empty() -> None:
    assert pages([Block(1, new_page=True), Block(1), Block(1, new_page=True)]) == (1, 1, 2)
    assert pages([Block(22), Block(1, new_page=True)]) == (1, 2)
