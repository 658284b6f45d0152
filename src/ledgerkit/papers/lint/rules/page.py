"""The page (GB/T 9704-2012, 5.1, 5.2): paper, margins, text area, lines and characters."""

from __future__ import annotations

from collections.abc import Callable

from ledgerkit.papers import standard
from ledgerkit.papers.lint.measure import line_height, millimetres
from ledgerkit.papers.lint.model import (
    CheckOutcome,
    Rule,
    Subject,
    failed,
    judged,
    no_matter,
    passed,
)
from ledgerkit.papers.lint.roles import TEXTS

_TOLERANCE = 1.0
"""Millimetres (5.2.1: 37 mm ± 1 mm)."""
_PAPER = 2.0


def _paper(subject: Subject) -> CheckOutcome:
    wrong = []
    for at, section in enumerate(subject.document.sections, start=1):
        short, long = sorted((section.width, section.height))
        if abs(short - standard.PAGE_WIDTH) > _PAPER or abs(long - standard.PAGE_HEIGHT) > _PAPER:
            wrong.append(f"第{at}节 {millimetres(section.width)} × {millimetres(section.height)}")
    return judged(wrong, "A4")


def _margin(name: str, due: float) -> Callable[[Subject], CheckOutcome]:
    """A margin of every upright page; those of turned ones are judged by their text area."""

    def check(subject: Subject) -> CheckOutcome:
        upright = [section for section in subject.document.sections if not section.landscape]
        if not upright:
            return no_matter("没有竖排的页面")
        found = [float(getattr(section, name)) for section in upright]
        wrong = [
            f"第{at}节 {millimetres(size)}"
            for at, size in enumerate(found, start=1)
            if abs(size - due) > _TOLERANCE
        ]
        return judged(wrong, millimetres(found[0]))

    return check


def _text_area(subject: Subject) -> CheckOutcome:
    wrong, sizes = [], []
    for at, section in enumerate(subject.document.sections, start=1):
        sides = (section.text_width, section.text_height)
        due = (standard.TEXT_WIDTH, standard.TEXT_HEIGHT)
        due = due[::-1] if section.landscape else due
        sizes.append(f"{millimetres(sides[0])} × {millimetres(sides[1])}")
        if any(abs(a - b) > _TOLERANCE * 1.5 for a, b in zip(sides, due, strict=True)):
            wrong.append(f"第{at}节 {sizes[-1]}")
    return judged(wrong, sizes[0])


def _pitch(subject: Subject) -> CheckOutcome:
    """Fixed, or held by a grid: otherwise it hangs on the font that happens to be there."""
    texts = subject.all(*TEXTS)
    if not texts:
        return no_matter("没有正文")
    wrong = [
        f"{paragraph.called()}:行距随字体变化"
        for paragraph in texts
        if paragraph.layout.exact is None
        and not (
            paragraph.section.grid and paragraph.section.grid_line and paragraph.layout.on_grid
        )
    ]
    return judged(wrong, f"{line_height(texts[0]) / standard.TWIPS_A_POINT:g} 磅")


def _lines(subject: Subject) -> CheckOutcome:
    wrong, found = [], 0
    texts = [paragraph for paragraph in subject.all(*TEXTS) if not paragraph.section.landscape]
    for paragraph in texts:
        area = paragraph.section.text_height * standard.TWIPS_A_MM
        found = int((area + 1) / line_height(paragraph))
        if found != standard.LINES:
            wrong.append(f"{paragraph.called()}:每面 {found} 行")
    return judged(wrong, f"{found} 行") if texts else no_matter("没有正文")


def _characters(subject: Subject) -> CheckOutcome:
    wrong, found = [], 0
    texts = [
        paragraph
        for paragraph in subject.all(*TEXTS)
        if not paragraph.section.landscape and paragraph.runs
    ]
    for paragraph in texts:
        for run in paragraph.runs:
            pitch = run.type.size * standard.TWIPS_A_POINT + run.type.spacing
            if paragraph.layout.on_grid:
                pitch += paragraph.section.grid_space
            found = int(paragraph.section.text_width * standard.TWIPS_A_MM / max(pitch, 1) + 0.005)
            if found != standard.CHARACTERS:
                wrong.append(f"{paragraph.called()}:每行 {found} 字")
                break
    return judged(wrong, f"{found} 字") if texts else no_matter("没有正文")


def _upright(subject: Subject) -> CheckOutcome:
    """Pages of text stand upright."""
    turned = [paragraph for paragraph in subject.all(*TEXTS) if paragraph.section.landscape]
    if turned:
        return failed(f"{turned[0].called()}在横排的页面上")
    return passed("竖排") if subject.all(*TEXTS) else no_matter("没有正文")


RULES = (
    Rule("page-size", "用纸幅面", "5.1", "A4,210 mm × 297 mm", _paper),
    Rule("margin-top", "天头(上白边)", "5.2.1", "37 mm ± 1 mm", _margin("top", standard.TOP)),
    Rule("margin-left", "订口(左白边)", "5.2.1", "28 mm ± 1 mm", _margin("left", standard.LEFT)),
    Rule("margin-right", "切口(右白边)", "5.2.1", "26 mm ± 1 mm", _margin("right", standard.RIGHT)),
    Rule(
        "margin-bottom", "地脚(下白边)", "5.2.1", "35 mm ± 1 mm", _margin("bottom", standard.BOTTOM)
    ),
    Rule("text-area", "版心尺寸", "5.2.1", "156 mm × 225 mm,横排页面相反", _text_area),
    Rule("text-upright", "正文页面方向", "5.1", "正文竖排,横排只用于宽表格", _upright),
    Rule("line-pitch", "正文行距", "5.2.3", "固定值(28.95 磅)或按网格", _pitch),
    Rule("grid-lines", "每面行数", "5.2.3", "22 行", _lines),
    Rule("grid-characters", "每行字数", "5.2.3", "28 字", _characters),
)
