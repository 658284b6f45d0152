"""信函格式 as GB/T 9704 (10.1) draws it, measured on the page that LibreOffice makes."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from builders import PROBLEMS
from correspondence import fresh, office, opened
from ledgerkit.papers import catalog, word
from made_up import letters, run, with_settings
from pages import poppler

Convert = Callable[[Path, str], Path]
DPI = 127
"""Five pixels a millimetre."""
LETTERS = ("协办函", "移交函", "回复反馈函")
OUTSIDE = {"职责归属": "非政法职责", "主办单位": "区人社局"}


@pytest.fixture(scope="module")
def pdftoppm() -> str:
    """The command that draws a PDF; the test skips where it is absent."""
    return poppler("pdftoppm")


@pytest.mark.parametrize("kind", LETTERS)
def test_only_the_first_page_has_mark_and_lines_and_no_number(kind: str) -> None:
    section = docx.Document(str(word.template_path(f"{kind}.docx"))).sections[0]
    assert section.different_first_page_header_footer
    head, foot = section.first_page_header, section.first_page_footer
    assert [one.style.name for one in head.paragraphs] == ["信函标志", "信函首线"]
    assert section.header.is_linked_to_previous
    pages = [
        footer._element.findall(f".//{qn('w:fldSimple')}") for footer in (foot, section.footer)
    ]
    assert [len(fields) for fields in pages] == [0, 1]


def test_a_long_mark_is_set_smaller_to_stand_in_one_line() -> None:
    name = "中共某某市某某区委政法委员会依法服务企业工作办公室"
    made = with_settings(run({PROBLEMS: [fresh(1, **OUTSIDE)]}, office=office()), 落款单位=name)
    size = opened(made, "移交函").styles["信函标志"].font.size
    assert size is not None
    assert size.pt * len(name) <= 156 / 25.4 * 72
    assert size.pt > 16


def test_the_lines_stand_where_the_standard_puts_them(
    convert: Convert, tmp_path: Path, pdftoppm: str
) -> None:
    made = run({PROBLEMS: [fresh(n, **OUTSIDE) for n in range(1, 6)]}, office=office())
    document = catalog.documents()["移交函"]
    (letter,) = letters(made, "移交函")
    path = tmp_path / "letter.docx"
    path.write_bytes(
        word.render(document, letter, made.office, word.template_path(document.template))
    )
    pages = list(drawn(convert(path, "pdf"), pdftoppm, tmp_path))
    lines = [line for line in red_lines(pages[0]) if line[1] - line[0] > 800]
    assert len(lines) == 4
    for left, right, _, _ in lines:
        assert left == pytest.approx(20 * 5, abs=2)
        assert right == pytest.approx(190 * 5, abs=2)
    heights = [bottom - top for _, _, top, bottom in lines]
    assert heights[0] > heights[1]
    assert heights[2] < heights[3]
    assert lines[3][3] == pytest.approx((297 - 20) * 5, abs=2)
    assert len(pages) == 2
    assert list(red_lines(pages[1])) == []


Page = tuple[int, int, bytes]


def drawn(pdf: Path, pdftoppm: str, folder: Path) -> Iterator[Page]:
    """(width, height, RGB) of each page."""
    subprocess.run([pdftoppm, "-r", str(DPI), str(pdf), str(folder / "page")], check=True)
    for path in sorted(folder.glob("page-*.ppm")):
        kind, size, _, pixels = path.read_bytes().split(b"\n", 3)
        assert kind == b"P6"
        width, height = map(int, size.split())
        yield width, height, pixels


def red_lines(page: Page) -> Iterator[tuple[int, int, int, int]]:
    """(left, right, top, bottom) of every stretch of rows that are red for over half the page."""
    width, height, pixels = page
    start = None
    for y in range(height + 1):
        row = pixels[y * width * 3 : (y + 1) * width * 3]
        red = [x for x in range(width) if row[x * 3] > 180 and row[x * 3 + 1] < 120] if row else []
        if len(red) > width / 2:
            start = start if start is not None else (red[0], red[-1], y)
        elif start is not None:
            yield *start[:2], start[2], y
            start = None
