"""Colours of 状态提示: 蓝, 黄, 橙, 红 by the rung reached, always under a word that says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from ledgerkit.model.outcome import Step
from ledgerkit.workbooks.blank.formulas import SETTLED

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

RUNGS = ("BDD7EE", "FFE699", "F4B084", "FF7C80")
"""蓝, 黄, 橙, 红: one for each rung; rungs beyond the fourth stay red."""
DONE = "E2EFDA"


def add(sheet: Worksheet, cells: str, ladder: tuple[Step, ...]) -> None:
    """Colour the cells of a 状态提示 column such as ``Q6:Q505``."""
    first = f"${cells.split(':')[0]}"
    for begins, colour in _meanings(ladder):
        look = DifferentialStyle(
            font=Font(bold=begins != SETTLED, color="000000"),
            fill=PatternFill("solid", start_color=colour, end_color=colour),
        )
        test = f'LEFT({first},{len(begins)})="{begins}"'
        rule = Rule(type="expression", dxf=look, formula=[test], stopIfTrue=True)
        sheet.conditional_formatting.add(cells, rule)


def legend(ladder: tuple[Step, ...]) -> Iterator[tuple[Step, str]]:
    """Each rung with its colour."""
    for at, step in enumerate(ladder):
        yield step, RUNGS[min(at, len(RUNGS) - 1)]


def _meanings(ladder: tuple[Step, ...]) -> Iterator[tuple[str, str]]:
    """(how the words begin, colour), the gravest first."""
    yield SETTLED, DONE
    coloured = list(legend(ladder))
    for step, colour in reversed(coloured):
        yield (f"{step.level}·" if step.start >= 0 else step.level), colour
    before = [colour for step, colour in coloured if step.start <= 0]
    for word in ("今日到期", "已到期", "逾期"):
        yield word, before[-1] if before else RUNGS[0]
