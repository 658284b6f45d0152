"""How a blank workbook looks: fonts that Excel and WPS both have, few colours, thin lines.

状态提示 turns 蓝, 黄, 橙, 红 by the rung reached, always under a word that says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

from ledgerkit.model.columns import AS_TEXT, AnyColumn
from ledgerkit.model.outcome import Step
from ledgerkit.workbooks.blank.formulas import CLOSED

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

HEADING, BODY = "微软雅黑", "宋体"
TABLE_STYLE = "TableStyleLight1"
INK, PAPER, SOFT_INK = "1F3864", "FFFFFF", "595959"

_LINE = Side(style="thin", color="BFBFBF")
GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
UNDERLINE = Border(bottom=Side(style="thin", color="7F7F7F"))

REQUIRED = PatternFill("solid", start_color="1F4E79")
OPTIONAL = PatternFill("solid", start_color="BDD7EE")
COMPUTED_HEADER = PatternFill("solid", start_color="D9D9D9")
COMPUTED = PatternFill("solid", start_color="F2F2F2")

RUNGS = ("BDD7EE", "FFE699", "F4B084", "FF7C80")
"""蓝, 黄, 橙, 红: one for each rung; rungs beyond the fourth stay red."""
DONE = "E2EFDA"


def title(cell: Cell) -> None:
    """The name of the table over everything else."""
    cell.font = Font(name=HEADING, size=18, bold=True, color=INK)
    cell.alignment = Alignment(vertical="center")


def note(cell: Cell, *, wrap: bool = False) -> None:
    """A line of explanation."""
    cell.font = Font(name=BODY, size=10, color=SOFT_INK)
    cell.alignment = Alignment(vertical="center", wrap_text=wrap)


def label(cell: Cell) -> None:
    """The name of an entry of the 填报 block."""
    cell.font = Font(name=HEADING, size=10, bold=True, color=INK)
    cell.alignment = Alignment(horizontal="right", vertical="center")


def entry(cell: Cell, number_format: str = AS_TEXT, *, shown: bool = False) -> None:
    """The place to write an entry of the 填报 block; grey where it only shows another sheet's."""
    cell.font = Font(name=BODY, size=11, color=SOFT_INK if shown else "000000")
    cell.alignment = Alignment(horizontal="left", vertical="center", shrink_to_fit=True)
    cell.border = UNDERLINE
    cell.number_format = number_format
    if shown:
        cell.fill = COMPUTED


def header(cell: Cell, column: AnyColumn) -> None:
    """A column's header: dark where it must be filled, light where it may, grey where it is not."""
    if not column.is_filled_in:
        fill, ink = COMPUTED_HEADER, SOFT_INK
    elif column.required:
        fill, ink = REQUIRED, PAPER
    else:
        fill, ink = OPTIONAL, INK
    cell.fill = fill
    cell.font = Font(name=HEADING, size=10, bold=True, color=ink)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = GRID


def body(cell: Cell, column: AnyColumn) -> None:
    """A ready cell of a column."""
    cell.font = Font(name=BODY, size=11, color="000000" if column.is_filled_in else SOFT_INK)
    cell.border = GRID
    cell.number_format = column.number_format
    cell.alignment = Alignment(
        horizontal="center" if column.centred else "left", vertical="center", wrap_text=True
    )
    if not column.is_filled_in:
        cell.fill = COMPUTED


def guide_head(cell: Cell) -> None:
    """A heading inside 填表说明."""
    cell.font = Font(name=HEADING, size=12, bold=True, color=INK)
    cell.alignment = Alignment(vertical="center")


def guide_cell(
    cell: Cell, *, heads: bool = False, centred: bool = False, bold: bool = False
) -> None:
    """A cell of a table inside 填表说明."""
    cell.font = Font(name=HEADING if heads else BODY, size=10, bold=heads or bold)
    cell.border = GRID
    cell.alignment = Alignment(
        horizontal="center" if heads or centred else "left", vertical="center", wrap_text=True
    )
    if heads:
        cell.fill = OPTIONAL


def colour_light(sheet: Worksheet, cells: str, ladder: tuple[Step, ...]) -> None:
    """Colour the cells of a 状态提示 column such as ``Q6:Q505``."""
    first = f"${cells.split(':')[0]}"
    for begins, colour in _meanings(ladder):
        look = DifferentialStyle(
            font=Font(bold=begins != CLOSED, color="000000"),
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
    yield CLOSED, DONE
    coloured = list(legend(ladder))
    for step, colour in reversed(coloured):
        yield (f"{step.level}·" if step.start >= 0 else step.level), colour
    before = [colour for step, colour in coloured if step.start <= 0]
    for word in ("今日到期", "已到期", "逾期"):
        yield word, before[-1] if before else RUNGS[0]
