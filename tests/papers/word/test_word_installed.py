"""The names that a font file gives itself."""

from __future__ import annotations

from pathlib import Path

from ledgerkit.papers.word.installed import names


def font(path: Path) -> Path:
    """An empty font with an English and a Chinese family name, as the Chinese ones have."""
    from fontTools.fontBuilder import FontBuilder

    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": builder_glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable(
        {"familyName": {"en": "FangSong_GB2312", "zh-Hans": "仿宋_GB2312"}, "styleName": "Regular"}
    )
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path


def builder_glyph() -> object:
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    return Glyph()


def test_a_font_goes_by_its_chinese_and_its_english_name(tmp_path: Path) -> None:
    assert {"FangSong_GB2312", "仿宋_GB2312"} <= names(str(font(tmp_path / "simfang.ttf")))


def test_what_is_no_font_has_no_names(tmp_path: Path) -> None:
    broken = tmp_path / "x.ttf"
    broken.write_bytes(b"not a font")
    assert names(str(broken)) == set()
    assert names(str(tmp_path / "absent.ttc")) == set()
