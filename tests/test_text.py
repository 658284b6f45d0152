"""Text as people type it: how wide it is on a sheet and on paper."""

from __future__ import annotations

import pytest

from ledgerkit.text import display_width


@pytest.mark.parametrize(
    "text, width",
    [
        ("", 0),
        ("ZF-2026", 7),
        ("走访企业", 8),
        ("3 天内。", 8),
        ("“法治体检”", 12),
        ("催办·逾期", 10),
        ("Ａ１", 4),
        ("El Niño", 7),
        ("cafe\u0301", 4),
        ("陈\u200b仓", 4),
        ("𠮷", 2),
        ("\ud800", 1),
    ],
)
def test_a_chinese_character_is_as_wide_as_two_others(text: str, width: int) -> None:
    assert display_width(text) == width
