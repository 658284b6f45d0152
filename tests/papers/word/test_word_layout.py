"""Where things stand on the page that LibreOffice makes, in millimetres (GB/T 9704-2012)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from ledgerkit.papers import catalog, standard, word
from linting import rendered
from made_up import letters, many, run
from pages import Line, lines, poppler, red_rules

Convert = Callable[[Path, str], Path]
TEXT_TOP, TEXT_LEFT = standard.TOP, standard.LEFT
TEXT_BOTTOM = standard.PAGE_HEIGHT - standard.BOTTOM
TEXT_RIGHT = standard.PAGE_WIDTH - standard.RIGHT
CHARACTER = standard.TEXT_WIDTH / standard.CHARACTERS
LINE = standard.LINE / standard.TWIPS_A_MM

USUAL_DATE = 7
"""Characters of 2026年10月31日 in a font whose digits take half of one, as 仿宋_GB2312's do; the
fonts that stand in for it here are wider, so that only the middle is where it should be."""


def printed(data: bytes, convert: Convert, tmp_path: Path) -> Path:
    poppler("pdftotext")
    path = tmp_path / "文书.docx"
    path.write_bytes(data)
    return convert(path, "pdf")


def line(page: list[Line], text: str) -> Line:
    return next(one for one in page if text in one.text)


def near(found: float, due: float, off: float = 1.5) -> bool:
    return abs(found - due) <= off


def test_the_head_of_a_circular(convert: Convert, tmp_path: Path) -> None:
    pdf = printed(rendered("通报"), convert, tmp_path)
    first = lines(pdf)[0]
    mark, number = line(first, "委员会文件"), line(first, "〔2026〕")
    title, addressee = line(first, "的通报"), line(first, "区法院：")
    (rule,) = red_rules(pdf)
    assert near(mark.top - TEXT_TOP, standard.MARK_FROM_TEXT, 4)
    assert near(number.top - mark.bottom, standard.NUMBER_LINES * LINE, 3)
    assert near(rule.width, standard.TEXT_WIDTH, 1)
    assert near(rule.left, TEXT_LEFT, 1)
    assert near(rule.top - number.bottom, standard.RED_LINE_DISTANCE, 1)
    assert near(title.top - rule.bottom, standard.TITLE_LINES * LINE, 2.5)
    assert near((title.left + title.right) / 2, (TEXT_LEFT + TEXT_RIGHT) / 2)
    assert near(addressee.left, TEXT_LEFT, 0.5)
    assert near(addressee.top - title.bottom, standard.ADDRESSEE_LINES * LINE, 2.5)
    text = line(first, "截至2026年")
    assert near(text.left - TEXT_LEFT, standard.INDENT * CHARACTER, 0.5)


def test_the_foot_of_a_circular(convert: Convert, tmp_path: Path) -> None:
    """署名 centred on the date four characters from the right; 版记 on the text area's foot."""
    pages = lines(printed(rendered("通报"), convert, tmp_path))
    everything = [one for page in pages for one in page]
    date = next(one for one in everything if one.text == "2026年10月31日")
    name = next(one for one in everything if one.text == "中共陈仓区委政法委员会")
    middle = standard.CHARACTERS - standard.SEALED_DATE_RIGHT - USUAL_DATE / 2
    for one in (date, name):
        assert near((one.left + one.right) / 2, TEXT_LEFT + middle * CHARACTER)
    issued = line(pages[-1], "印发")
    assert near(issued.bottom, TEXT_BOTTOM, 2.5)
    assert line(pages[-1], "抄送").bottom < issued.top
    assert near(TEXT_RIGHT - issued.right, standard.IMPRINT_SIDES * CHARACTER, 2)


def test_page_numbers_and_the_grid_of_a_long_report(convert: Convert, tmp_path: Path) -> None:
    made = run(many(60))
    (letter,) = letters(made, "月度情况通报")
    document = catalog.documents()["月度情况通报"]
    template = word.template_path(document.template)
    pages = lines(printed(word.render(document, letter, made.office, template), convert, tmp_path))
    side = CHARACTER
    for at, page in enumerate(pages, start=1):
        number = line(page, f"—{at}—")
        is_wide = max(one.right for one in page) > standard.PAGE_WIDTH
        bottom = standard.PAGE_WIDTH - standard.RIGHT if is_wide else TEXT_BOTTOM
        left, right = (35, 35 + standard.TEXT_HEIGHT) if is_wide else (TEXT_LEFT, TEXT_RIGHT)
        dash = (number.top + number.bottom) / 2 - bottom
        assert near(dash, standard.PAGE_NUMBER_DISTANCE, 1.5), at
        assert near(right - number.right if at % 2 else number.left - left, side, 1.5), at
    upright = [page for page in pages if max(one.right for one in page) < standard.PAGE_WIDTH]
    assert len(upright) < len(pages)
    assert near(line(pages[-1], "印发").bottom, standard.PAGE_WIDTH - standard.RIGHT, 2.5)
    full = [one for one in upright[0] if one.top > line(upright[0], "：").top][:-1]
    assert {round((b.top - a.top) / LINE, 1) for a, b in pairwise(full)} == {1.0}


@pytest.mark.parametrize("kind", ["协办函", "移交函"])
def test_the_lines_of_a_letter(kind: str, convert: Convert, tmp_path: Path) -> None:
    pdf = printed(rendered(kind), convert, tmp_path)
    first = lines(pdf)[0]
    thick, thin, low_thin, low_thick = red_rules(pdf)
    assert thick.bottom - thick.top > thin.bottom - thin.top
    assert low_thin.bottom - low_thin.top < low_thick.bottom - low_thick.top
    for rule in (thick, thin, low_thin, low_thick):
        assert near(rule.width, standard.LETTER_RULE_WIDTH, 1)
        assert near((rule.left + rule.right) / 2, standard.PAGE_WIDTH / 2, 1)
    mark, number = first[0], line(first, "〔2026〕")
    assert near(mark.top, standard.LETTER_MARK_FROM_PAGE, 4)
    assert near(thick.top - mark.bottom, standard.RED_LINE_DISTANCE, 2)
    height = standard.BODY_SIZE * 25.4 / 72
    assert near(number.top - thin.bottom, standard.LETTER_NUMBER_DISTANCE * height, 1.5)
    assert near(number.right, TEXT_RIGHT, 1)
    assert near(standard.PAGE_HEIGHT - low_thick.bottom, standard.LETTER_FOOT_FROM_PAGE, 1)
    assert [one.text for one in first if one.text.startswith("—")] == []
