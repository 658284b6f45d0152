"""Columns by Excel's letters and by index, and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerkit.model.place import address, column_index, column_letters, row_and_column


@pytest.mark.parametrize(
    ("letters", "index"),
    [("A", 0), ("Z", 25), ("AA", 26), ("AZ", 51), ("BA", 52), ("ZZ", 701), ("XFD", 16383)],
)
def test_letters_and_index_mean_the_same_column(letters: str, index: int) -> None:
    assert column_letters(index) == letters
    assert column_index(letters) == index


@given(st.integers(min_value=0, max_value=20_000))
def test_an_index_comes_back_from_its_letters(index: int) -> None:
    assert column_index(column_letters(index)) == index


@pytest.mark.parametrize(
    ("cell", "row", "column"), [("A1", 0, 0), ("AB7", 6, 27), ("AAAA1", 0, 18278)]
)
def test_an_address_counts_from_a1(cell: str, row: int, column: int) -> None:
    assert address(row, column) == cell
    assert row_and_column(cell) == (row, column)


@pytest.mark.parametrize("text", ["", "A", "7", "A0", "a1", "A1:B2"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        row_and_column(text)
