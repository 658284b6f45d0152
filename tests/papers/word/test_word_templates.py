"""The shipped templates: as built, and to GB/T 9704."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ledgerkit.papers import standard, word
from pages import lines, poppler

Convert = Callable[[Path, str], Path]
TOOLS = Path(__file__).resolve().parents[3] / "tools"
NAMES = sorted(path.name for path in word.template_path("通报.docx").parent.glob("*.docx"))
STYLES = {
    "Normal": ("仿宋_GB2312", 16),
    "公文标题": ("方正小标宋简体", 22),
    "一级标题": ("黑体", 16),
    "二级标题": ("楷体_GB2312", 16),
    "主送机关": ("仿宋_GB2312", 16),
    "版记": ("仿宋_GB2312", 14),
    "公文页码单": ("宋体", 14),
}
DRAWN_IN_WORD: frozenset[str] = frozenset()
"""Templates that no builder makes: none is lost unseen, a new one is named here."""


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_template_equals_a_rebuild(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(TOOLS)
    import docx_parts
    import docx_templates

    assert docx_templates.TEMPLATES.keys() == {*NAMES} - DRAWN_IN_WORD
    if name in DRAWN_IN_WORD:
        return
    rebuilt = docx_parts.saved(docx_templates.TEMPLATES[name]())
    assert parts(word.template_path(name).read_bytes()) == parts(rebuilt)


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_that_of_gbt_9704(name: str) -> None:
    for section in docx.Document(str(word.template_path(name))).sections:
        sides = [section.page_width, section.page_height]
        margins = [
            section.top_margin,
            section.right_margin,
            section.bottom_margin,
            section.left_margin,
        ]
        wanted = [Mm(37), Mm(26), Mm(35), Mm(28)]
        if section.orientation:
            sides.reverse()
            wanted = [*wanted[-1:], *wanted[:-1]]
        for found, due in zip([*sides, *margins], [Mm(210), Mm(297), *wanted], strict=True):
            assert found is not None
            assert abs(found - due) < Mm(0.1)


@pytest.mark.parametrize("name", NAMES)
def test_latin_and_chinese_have_the_same_font_of_the_right_size(name: str) -> None:
    styles = docx.Document(str(word.template_path(name))).styles
    for style, (font, size) in STYLES.items():
        fonts = styles[style].element.rPr.rFonts
        assert {fonts.get(qn(f"w:{face}")) for face in ("ascii", "hAnsi", "eastAsia")} == {font}
        assert styles[style].font.size == Pt(size)


@pytest.mark.parametrize("name", NAMES)
def test_the_body_has_22_lines_of_28_characters(name: str) -> None:
    body = docx.Document(str(word.template_path(name))).styles["Normal"].element
    spacing, indent = body.pPr.find(qn("w:spacing")), body.pPr.find(qn("w:ind"))
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == ("579", "exact")
    assert indent.get(qn("w:firstLineChars")) == "200"
    assert body.rPr.find(qn("w:spacing")).get(qn("w:val")) == "-5"


@pytest.mark.parametrize("name", NAMES)
def test_no_theme_font_and_no_fixed_lines_in_tables(name: str) -> None:
    committed = parts(word.template_path(name).read_bytes())
    for part in ("word/styles.xml", "word/document.xml"):
        assert b"Theme=" not in committed[part]
    document = docx.Document(str(word.template_path(name)))
    for table in document.tables:
        header = table.rows[0]._tr.trPr
        assert header is not None
        assert header.find(qn("w:tblHeader")) is not None
        for row in table.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    spacing = paragraph.style.element.pPr.find(qn("w:spacing"))
                    assert spacing.get(qn("w:lineRule")) == "auto"


@pytest.mark.parametrize("name", NAMES)
def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(name: str) -> None:
    document = docx.Document(str(word.template_path(name)))
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[-1]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert [odd.style.name, even.style.name] == ["公文页码单", "公文页码双"]
    assert odd.text.startswith("— ")
    assert " PAGE " in odd._p.xml


def test_a_missing_template_is_said_by_name() -> None:
    with pytest.raises(FileNotFoundError, match=r"templates/docx/没有\.docx"):
        word.template_path("没有.docx")


def test_libreoffice_sets_22_lines_of_28_characters(
    convert: Convert, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    poppler("pdftotext")
    monkeypatch.syspath_prepend(TOOLS)
    import docx_parts

    document = docx_parts.blank()
    document.add_paragraph("国" * 2000)
    document.save(str(tmp_path / "版心.docx"))
    page = lines(convert(tmp_path / "版心.docx", "pdf"))[1]
    text = [one for one in page if "国" in one.text]
    assert [len(one.text) for one in text] == [standard.CHARACTERS] * standard.LINES
    assert {round(one.left) for one in text} == {standard.LEFT}
    assert {round(one.right) for one in text} == {standard.PAGE_WIDTH - standard.RIGHT}
    assert text[0].top >= standard.TOP
    assert text[-1].bottom <= standard.PAGE_HEIGHT - standard.BOTTOM
    pitch = (text[-1].top - text[0].top) / (len(text) - 1) * standard.TWIPS_A_MM
    assert abs(pitch - standard.LINE) < 1
