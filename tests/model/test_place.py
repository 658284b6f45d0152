"""Columns by Excel's letters and by index, and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerkit.model.place import address, column_index, column_letters


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


def test_an_address_counts_from_a1() -> None:
    assert address(0, 0) == "A1"
    assert address(6, 27) == "AB7"
