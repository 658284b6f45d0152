"""The sheet 检查结果 in the open workbook: the lines of a returned copy, written in blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import xlwings as xw

from ledgerkit.faces.excel import fills
from ledgerkit.faces.excel.marks import chunks
from ledgerkit.model.finding import Finding
from ledgerkit.model.repair import Repair
from ledgerkit.model.sheets import REPORT, REPORT_MARK
from ledgerkit.workbooks.returned import listing, repaired
from ledgerkit.workbooks.returned.listing import ReportLine
from ledgerkit.workbooks.returned.report import (
    HEADER_ROW,
    HEADERS,
    QUOTED,
    REPAIRED,
    REPAIRED_HINT,
    REPAIRED_TINT,
    WIDTHS,
    location,
    tints,
)
from ledgerkit.workbooks.returned.xml_text import shortened

_HINT = (
    "点“单元格”一栏可以跳到那里。红色是必须改,黄色是请核对。"
    "改好后再点“检查本表”,这张表会更新;点“清除标记”全部恢复原样。"
)
_CENTRE, _SINGLE, _CONTINUOUS = -4108, 2, 1
"""XlVAlign.xlVAlignCenter, XlUnderlineStyle.xlUnderlineStyleSingle, XlLineStyle.xlContinuous."""
_INK, _GREY, _RED, _BLUE, _GREEN = "1F1F1F", "595959", "C00000", "0563C1", "375623"
_HEADER, _LINE = "1F4E79", "BFBFBF"


def write(book: xw.Book, findings: Sequence[Finding], repairs: Sequence[Repair]) -> xw.Sheet:
    """The sheet, first in the workbook; in a new workbook where no sheet may be added."""
    names = [sheet.name for sheet in book.sheets]
    lines = listing.lines(findings, names)
    mended = repaired.lines(repairs, names)
    if book.api.ProtectStructure:
        sheet = book.app.books.add().sheets[0]
        _fill(sheet, findings, lines, mended, links=False)
        return sheet
    sheet = book.sheets.add(_free_name(names), before=book.sheets[0])
    _fill(sheet, findings, lines, mended, links=True)
    book.api.Names.Add(Name=REPORT_MARK, RefersTo=f"={location(sheet.name, '$A$1')}", Visible=False)
    return sheet


def remove(book: xw.Book, names: Mapping[str, Any]) -> None:
    """Take our sheet out, told by the hidden name, among ``names``, that refers to it."""
    name = names.get(REPORT_MARK)
    if name is None or book.api.ProtectStructure:
        return
    sheet = None if "#REF!" in str(name.RefersTo) else name.RefersToRange.Worksheet
    name.Delete()
    if sheet is not None:
        with book.app.properties(display_alerts=False):
            sheet.Delete()


def _free_name(names: Sequence[str]) -> str:
    taken = {name.lower() for name in names}
    number = 1
    while (name := REPORT if number == 1 else f"{REPORT}({number})").lower() in taken:
        number += 1
    return name


def _fill(
    sheet: xw.Sheet,
    findings: Sequence[Finding],
    lines: Sequence[ReportLine],
    mended: Sequence[ReportLine],
    *,
    links: bool,
) -> None:
    listed: list[ReportLine | None] = list(lines)
    titles = [REPORT, f"{listing.totals(findings)}。改好后再点一次“检查本表”。", _HINT]
    blocks: list[Sequence[object]] = [(title, *[None] * 5) for title in titles]
    blocks.append(HEADERS)
    blocks += map(_texts, lines)
    if mended:
        count = sum(line.count for line in mended)
        title = f"{REPAIRED}:共 {count} 处。{REPAIRED_HINT}"
        blocks += [[None] * 6, (title, *[None] * 5), *map(_texts, mended)]
        listed += [None, None, *mended]
    last = len(blocks)
    first = HEADER_ROW + 1
    # As text: an entry such as 2026-13-1 or =A1 is to be shown as it was typed. The messages, which
    # may be longer than what Excel shows of such a cell, begin with a word anyway.
    sheet.api.Range(f"A{first}:E{max(first, last)}").NumberFormat = "@"
    sheet.range("A1").value = blocks
    if links:
        cells = sheet.api.Range(f"C{first}:C{max(first, last)}")
        cells.NumberFormat = "General"
        cells.Formula = tuple((_link(line),) for line in listed) or ((None,),)
    _format(sheet, listed, last)


def _texts(line: ReportLine) -> Sequence[object]:
    return (
        str(line.severity or REPAIRED),
        line.sheet or "(整个文件)",
        line.label,
        line.column,
        shortened(line.found, QUOTED),
        line.message,
    )


def _link(line: ReportLine | None) -> str | None:
    """A formula that leads to the cells: one block for all, where hyperlinks go one by one."""
    if line is None or not line.cells:
        return None
    target = f"#{location(line.sheet, line.cells)}".replace('"', '""')
    return f'=HYPERLINK("{target}","{line.label}")'


def _format(sheet: xw.Sheet, listed: Sequence[ReportLine | None], last: int) -> None:
    first = HEADER_ROW + 1
    for column, width in zip("ABCDEF", WIDTHS, strict=True):
        sheet.range(f"{column}:{column}").column_width = width
    _letters(sheet, "A1", 16, _INK, bold=True)
    _letters(sheet, "A2", 12, _RED, bold=True)
    _letters(sheet, "A3", 10, _GREY)
    _letters(sheet, f"A{HEADER_ROW}:F{HEADER_ROW}", 11, "FFFFFF", bold=True)
    fills.solid(_HEADER).put(sheet.api.Range(f"A{HEADER_ROW}:F{HEADER_ROW}"))
    if last < first:
        return
    body = sheet.api.Range(f"A{first}:F{last}")
    body.VerticalAlignment = _CENTRE
    body.WrapText = True
    for cells in _lists(listed):
        borders = sheet.api.Range(cells).Borders
        borders.LineStyle = _CONTINUOUS
        borders.Color = fills.solid(_LINE).colour
    _letters(sheet, f"C{first}:C{last}", 11, _BLUE).Underline = _SINGLE
    words: dict[str, list[str]] = {}
    for row, line in enumerate(listed, start=first):
        if line is None:
            sheet.api.Range(f"A{row}").WrapText = False
            _letters(sheet, f"A{row}", 12, _GREEN, bold=True)
        else:
            tint = tints()[line.severity] if line.severity else REPAIRED_TINT
            words.setdefault(tint, []).append(f"A{row}")
    for tint, addresses in words.items():
        for part in chunks(addresses):
            fills.solid(tint).put(sheet.api.Range(part))


def _lists(listed: Sequence[ReportLine | None]) -> Iterator[str]:
    """The cells of the lines that lie below one another: the findings, and what was repaired."""
    row = HEADER_ROW + 1
    for is_line, group in groupby(listed, key=lambda line: line is not None):
        count = len(list(group))
        if is_line:
            yield f"A{row}:F{row + count - 1}"
        row += count


def _letters(sheet: xw.Sheet, cells: str, size: int, colour: str, *, bold: bool = False) -> Any:
    font = sheet.api.Range(cells).Font
    font.Size, font.Bold = size, bold
    font.Color = fills.solid(colour).colour
    return font
