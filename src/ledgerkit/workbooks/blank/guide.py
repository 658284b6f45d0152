"""The sheet 填表说明: how to fill the workbook, written from the declarations and the office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from openpyxl.styles import PatternFill
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from ledgerkit.ledgers.matters import LONGEST
from ledgerkit.model.columns import Computed, DueDay, Light
from ledgerkit.model.ledger import Book, Ledger
from ledgerkit.model.sheets import GUIDE
from ledgerkit.office import FILE_NAME, Office
from ledgerkit.office.tables import in_words
from ledgerkit.rules.deadlines import PROVISIONAL
from ledgerkit.text import display_width
from ledgerkit.workbooks.blank import calendar_sheet, page, styles, wording
from ledgerkit.workbooks.blank.layout import READY_ROWS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_HEADS = {"列名": 18, "要不要填": 10, "填法": 24, "说明": 44, "示例": 26, "可选项": 44}
_LAST = "F"
_LINE = 15.0


def write(workbook: Workbook, book: Book, office: Office) -> None:
    """Add the sheet: the rules first, then every column of every ledger."""
    sheet = workbook.create_sheet(GUIDE)
    for letter, width in zip("ABCDEF", _HEADS.values(), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet["A1"] = f"{book.name} 填表说明"
    styles.title(sheet["A1"])
    sheet.row_dimensions[1].height = 34
    row = _section(sheet, 3, "怎么填", rules(book, office))
    if any(isinstance(column, Light) for ledger in book.ledgers for column in ledger.columns):
        row = _section(sheet, row + 1, "办理时限与状态提示", clock(book, office))
        row = _legend(sheet, row, office)
    for ledger in book.ledgers:
        if ledger is not book.ledgers[0]:
            sheet.row_breaks.append(Break(id=row))
        row = _columns(sheet, row + 1, ledger, office)
    _set_up(sheet)


def rules(book: Book, office: Office) -> Iterator[str]:
    """What holds for every row of the workbook."""
    several = len(book.ledgers) > 1
    where = f"“{book.ledgers[0].name}”上方的填报栏" if several else "表上方的填报栏"
    yield f"先填{where}:填报单位写全称,填报月份写成 2026-10,填报日期写成 2026-11-03。" + (
        "其余各表的填报栏自动显示,不用填。" if several else ""
    )
    yield "本月一条也没有的,“本月无”选“是”,照样报送;这是零报告,与没有报送不同。"
    yield "深蓝色表头必填,浅蓝色选填,灰色列自动计算、不用填。"
    prefixes = "、".join(f"{ledger.name} {ledger.prefix}" for ledger in book.ledgers)
    yield f"编号 = 字母-简称-年月-三位序号,如 {book.ledgers[0].key.example}({prefixes})。"
    yield f"编号一旦报出就不再改,也不给别的事项用;简称见 {FILE_NAME}。"
    yield "日期写成 2026-10-13;说不准的日期先空着,不写“3月上旬”。"
    yield "几个名称或几个人写在一格里,用“、”隔开。没有内容的格子空着,不必写“无”。"
    yield f"每张表备有 {READY_ROWS} 行,不够就接着往下写。可以排序、筛选,调整列的次序也不要紧。"
    yield "用 Excel 打印时,只印到最后一条填了的行。"


def clock(book: Book, office: Office) -> Iterator[str]:
    """How due days come about, with the office's own limits."""
    for ledger in book.ledgers:
        for column in ledger.columns:
            if isinstance(column, DueDay):
                words = office.words_of(column.grade).words
                limits = ((word, office.limit(column.matter.name, word)) for word in words)
                listed = "、".join(f"{word} {in_words(limit)}" for word, limit in limits if limit)
                yield f"“{ledger.name}”的{column.name}从“{column.start.name}”的次日起算:{listed}。"
    if longest := office.limit(LONGEST.name):
        yield f"最长不超过 {in_words(longest)}。末日遇休息日,顺延到下一个工作日。"
    yield "工作日按国务院办公厅的放假和调休安排推算。"
    known = calendar_sheet.known_until(office.calendar)
    yield f"{known.year} 年以后的放假安排还没有公布,那时的日期后面注明“{PROVISIONAL}”。"
    yield f"时限和预警的天数由 {FILE_NAME} 规定;改了以后,重新发放的空白表按新的推算。"
    yield "状态提示随打开的日期变化,只按本行的日期推算;批准延期的,以汇总后的结果为准。"


def _section(sheet: Worksheet, row: int, heading: str, lines: Iterator[str]) -> int:
    """A heading and numbered lines over the sheet's whole width; the next free row."""
    styles.guide_head(sheet.cell(row, 1, heading))
    sheet.row_dimensions[row].height = 24
    width = sum(_HEADS.values())
    for number, line in enumerate(lines, start=1):
        row += 1
        cell = sheet.cell(row, 1, f"{number}. {line}")
        sheet.merge_cells(f"A{row}:{_LAST}{row}")
        styles.note(cell, wrap=True)
        sheet.row_dimensions[row].height = 3 + _LINE * _lines(line, width)
    return row + 1


def _legend(sheet: Worksheet, row: int, office: Office) -> int:
    """The rungs of the ladder in their colours."""
    for step, colour in styles.legend(office.ladder):
        cell = sheet.cell(row, 1, step.level)
        styles.guide_cell(cell, centred=True)
        cell.fill = PatternFill("solid", start_color=colour)
        late = f"逾期 {step.start} 个工作日起" if step.start > 0 else "到期当天"
        meaning = late if step.start >= 0 else f"到期前 {-step.start} 个工作日起"
        copied = f",抄送{step.copied}" if step.copied else ""
        styles.note(sheet.cell(row, 2, meaning + copied))
        row += 1
    return row


def _columns(sheet: Worksheet, row: int, ledger: type[Ledger], office: Office) -> int:
    """A table with a line for every column; the next free row."""
    styles.guide_head(sheet.cell(row, 1, f"《{ledger.name}》各列({ledger.system})"))
    sheet.row_dimensions[row].height = 24
    row += 1
    for at, head in enumerate(_HEADS, start=1):
        styles.guide_cell(sheet.cell(row, at, head), heads=True)
    for column in ledger.columns:
        row += 1
        notes = dict(wording.notes(column, ledger, office))
        explained = "。".join(filter(None, (notes.get("说明"), notes.get("注意"))))
        values = (
            column.name,
            wording.need(column),
            notes["填法"],
            explained,
            notes.get("示例", ""),
            notes.get("可选", ""),
        )
        for at, value in enumerate(values, start=1):
            cell = sheet.cell(row, at, value)
            styles.guide_cell(cell, centred=at <= 2, bold=column.required and at <= 2)
            if isinstance(column, Computed):
                cell.fill = styles.COMPUTED
        tallest = max(map(_lines, values, _HEADS.values()))
        sheet.row_dimensions[row].height = 5 + _LINE * tallest
    return row + 1


def _lines(text: str, width: float) -> int:
    return max(1, -(-display_width(text) // int(width - 1)))


def _set_up(sheet: Worksheet) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(
        left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3
    )
    page.number_pages(sheet)
