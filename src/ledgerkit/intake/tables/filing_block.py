"""The 填报 block above a table, and the signature lines below one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ledgerkit.intake.files.sheets import CellGrid, blank
from ledgerkit.intake.tables.headers import bare, normalise
from ledgerkit.model.filing_block import FILED_ON, FILLED_BY, MONTH, NOTHING, UNIT
from ledgerkit.model.place import address
from ledgerkit.model.row import Cell
from ledgerkit.model.submission import Filled

_ALIASES = {
    UNIT: "填报单位 报送单位 填表单位 上报单位 填报部门 报送部门 单位 单位名称 部门",
    MONTH: "填报月份 报送月份 所属月份 上报月份 月份 填报月度 报告月份",
    FILLED_BY: "填表人 填报人 经办人 制表人 填表人员 填报人员",
    FILED_ON: "填报日期 填表日期 报送日期 上报日期 填报时间 填表时间 报送时间 制表日期 日期",
    NOTHING: "本月无 零报告 是否零报告 本月是否零报告 本月无内容",
}
_OTHERS = (
    "审核人 审核 复核人 复核 负责人 单位负责人 部门负责人 分管领导 主要领导 领导签字 签字 签名 "
    "盖章 联系人 联系电话 电话 制表 联络人"
)
"""Labels that stand beside ours: where one begins, our value ends."""

_LABELS: dict[str, str] = {
    alias: label for label, aliases in _ALIASES.items() for alias in aliases.split()
} | dict.fromkeys(_OTHERS.split(), "")
_SPACED = "|".join(
    r"\s*".join(alias) for alias in sorted(_LABELS, key=lambda alias: (-len(alias), alias))
)
_LABEL = re.compile(
    rf"(?:^|(?<=[\s,\uff0c;\uff1b、|)\uff09]))({_SPACED})\s*"
    r"(?:[(\uff08][^()\uff08\uff09]*[)\uff09])?\s*[:\uff1a]"
)
_SIGNERS = "|".join(alias for alias in _LABELS if "人" in alias or alias[0] == "填")
_SIGNED = re.compile(rf"({'|'.join(_LABELS)})(\([^()]*\))?:.*|({_SIGNERS})(\([^()]*\))?", re.DOTALL)
_MEASURE = re.compile(
    r"[百千万亿]*元|[人件次个户家份场篇](\s*[、,\uff0c/]\s*[人件次个户家份场篇])*"
)
_AROUND = " \t\r\n\u3000\xa0,\uff0c;\uff1b、|(\uff08"
_REACH = 4
"""Cells to the right of a label in which its value is looked for."""


def is_signed(folded: str) -> bool:
    """Whether a folded text begins a line of the 填报 block or of signatures."""
    return _SIGNED.fullmatch(folded) is not None


def entries(grid: CellGrid, rows: Iterable[int]) -> Iterator[tuple[str, Filled]]:
    """The entries of these rows in order: (label, what was filled in); values may be None."""
    for row in rows:
        for column, value in grid.filled(row):
            if not isinstance(value, str):
                continue
            marks = list(_LABEL.finditer(value))
            if marks:
                yield from _inside(grid, row, column, value, marks)
            elif label := _LABELS.get(bare(normalise(value))):
                yield label, _beside(grid, row, column)


def _inside(
    grid: CellGrid, row: int, column: int, text: str, marks: list[re.Match[str]]
) -> Iterator[tuple[str, Filled]]:
    """The entries of one cell that holds “标签:值”, perhaps several times."""
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        alias = re.sub(r"\s", "", mark[1])
        value = text[mark.end() : end].strip(_AROUND)
        if not (label := _LABELS[alias]) or (alias == "单位" and _MEASURE.fullmatch(value)):
            continue
        if value or len(marks) > 1:
            yield label, Filled(value or None, grid.name, address(row, column))
        else:
            yield label, _beside(grid, row, column)


def _beside(grid: CellGrid, row: int, column: int) -> Filled:
    """The value to the right of a label; without one, the cell where it belongs."""
    first = grid.right_ends.get((row, column), column) + 1
    for at in range(first, min(first + _REACH, len(grid.rows[row]))):
        value = grid.value(row, at)
        if not blank(value):
            if _is_label(value):
                break
            return Filled(value, grid.name, address(row, at))
    return Filled(None, grid.name, address(row, first))


def _is_label(value: Cell) -> bool:
    return isinstance(value, str) and (
        _LABEL.search(value) is not None or bare(normalise(value)) in _LABELS
    )


def gather(
    above: Iterable[tuple[str, Filled]], below: Iterable[tuple[str, Filled]]
) -> dict[str, Filled]:
    """One entry for each label: the first with a value, else the first.

    Lines below a table say only who filled it in and when, and only where nothing above does.
    """
    block: dict[str, Filled] = {}
    signed = (entry for entry in below if entry[0] in (FILLED_BY, FILED_ON))
    for label, filled in (*above, *signed):
        if label not in block or (block[label].value is None and filled.value is not None):
            block[label] = filled
    return block
