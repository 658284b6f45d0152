"""The names that a font file gives itself, and which fonts there are at the moment of asking."""

from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib import font_manager

from ledgerkit.papers import word
from ledgerkit.papers.word import chart
from ledgerkit.papers.word.installed import faces, families, file_of


def font(
    path: Path, english: str = "FangSong_GB2312", chinese: str = "仿宋_GB2312", **style: int
) -> Path:
    """An empty font with an English and a Chinese family name, as the Chinese ones have."""
    from fontTools.fontBuilder import FontBuilder

    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": builder_glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable(
        {"familyName": {"en": english, "zh-Hans": chinese}, "styleName": "Regular"}
    )
    builder.setupOS2(**style)
    builder.setupPost()
    builder.save(path)
    return path


def builder_glyph() -> object:
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    return Glyph()


def names(path: Path) -> set[str]:
    return {name for face in faces(path) for name in face.names}


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose fonts are all that this machine has."""
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: map(str, tmp_path.iterdir()))
    return tmp_path


def test_a_font_goes_by_its_chinese_and_its_english_name(tmp_path: Path) -> None:
    assert {"FangSong_GB2312", "仿宋_GB2312"} <= names(font(tmp_path / "simfang.ttf"))


def test_what_is_no_font_has_no_names(tmp_path: Path) -> None:
    broken = tmp_path / "x.ttf"
    broken.write_bytes(b"not a font")
    assert names(broken) == set()
    assert names(tmp_path / "absent.ttc") == set()


def test_a_font_is_there_as_soon_as_it_is_installed(installed: Path) -> None:
    assert word.font_finding()
    assert "SimHei" not in families()
    font(installed / "simhei.ttf", "SimHei", "黑体")
    assert word.font_finding() is None
    assert {"SimHei", "黑体"} <= families()
    assert chart.font_path() == installed / "simhei.ttf"


def test_the_first_family_of_a_choice_that_there_is_counts(installed: Path) -> None:
    simsun = font(installed / "a.ttf", "SimSun", "宋体")
    yahei = font(installed / "b.ttf", "Microsoft YaHei", "微软雅黑")
    assert file_of("Source Han Sans SC", "Microsoft YaHei", "SimSun") == yahei
    assert file_of("SimSun", "Microsoft YaHei") == simsun
    assert file_of("Source Han Sans SC") is None


def test_of_a_family_the_face_nearest_to_regular_counts(installed: Path) -> None:
    font(installed / "a.ttf", "SimHei", "黑体", usWeightClass=400, fsSelection=1)
    font(installed / "b.ttf", "SimHei", "黑体", usWeightClass=700)
    middle = font(installed / "c.ttf", "SimHei", "黑体", usWeightClass=500)
    assert file_of("SimHei") == middle
