"""Tables in the text (8): readable lines, headers on every page, rows in one piece."""

from __future__ import annotations

from collections.abc import Callable

from ledgerkit.papers import standard
from ledgerkit.papers.lint.content import WordTable
from ledgerkit.papers.lint.measure import millimetres
from ledgerkit.papers.lint.model import OURS, CheckOutcome, Rule, Subject, judged, no_matter
from ledgerkit.papers.lint.roles import Role
from ledgerkit.papers.lint.xml import switched, twips, value, w

_FIXED = (26 * 20, 32 * 20)
"""Twips: pitches of the text that slipped into a table."""
_LIST_ROWS = 6
_HEADER = "表头"
_WIDTH = 3.0


def _tables(subject: Subject) -> list[WordTable]:
    """Those of the text: 版记 and what else is placed apart is none."""
    imprints = {paragraph.table for paragraph in subject.all(Role.IMPRINT, Role.MARK)}
    return [
        table for table in subject.document.tables if table.placed is None and table not in imprints
    ]


def _lists(subject: Subject) -> list[WordTable]:
    """Tables of many rows under one header: not forms, in which each cell is for itself."""
    headed = {
        paragraph.table for paragraph in subject.document.paragraphs if paragraph.style == _HEADER
    }
    return [
        table
        for table in _tables(subject)
        if (table in headed or (len(table.rows) >= _LIST_ROWS and _even(table)))
        and len(table.rows) > 1
    ]


def _even(table: WordTable) -> bool:
    counts = {len(row.findall(w("tc"))) for row in table.rows}
    return len(counts) == 1 and min(counts) > 2


def _each(
    tables: Callable[[Subject], list[WordTable]], wrong: Callable[[WordTable], str], fine: str
) -> Callable[[Subject], CheckOutcome]:
    def check(subject: Subject) -> CheckOutcome:
        found = tables(subject)
        if not found:
            return no_matter("没有这样的表格")
        remarks = [(table, wrong(table)) for table in found]
        return judged([f"第{table.number}个表格{what}" for table, what in remarks if what], fine)

    return check


def _lines(subject: Subject) -> CheckOutcome:
    tables = _tables(subject)
    if not tables:
        return no_matter("没有表格")
    wrong = {
        paragraph.table.number: f"第{paragraph.table.number}个表格"
        f"行距固定为 {paragraph.layout.exact / 20:g} 磅"
        for paragraph in subject.document.paragraphs
        if paragraph.table in tables and paragraph.table and paragraph.layout.exact
        if _FIXED[0] <= paragraph.layout.exact <= _FIXED[1]
    }
    return judged(list(wrong.values()), "随内容")


def _header(table: WordTable) -> str:
    return "" if switched(table.rows[0].find(w("trPr")), "tblHeader") else "换页后没有表头"


def _unsplit(table: WordTable) -> str:
    split = [row for row in table.rows if not switched(row.find(w("trPr")), "cantSplit")]
    return f"有 {len(split)} 行会跨页断开" if split else ""


def _width(table: WordTable) -> str:
    columns = table.element.find(w("tblGrid"))
    widths = [twips(column.get(w("w"))) or 0 for column in columns] if columns is not None else []
    if value(table.element.find(w("tblPr")), "tblW", "type") == "pct":
        return ""
    found = sum(widths) / standard.TWIPS_A_MM
    fits = found <= table.section.text_width + _WIDTH
    return "" if fits else f"宽 {millimetres(found)},超出版心"


RULES = (
    Rule("table-lines", "表格行距", OURS, "随内容,不用正文的固定行距", _lines),
    Rule(
        "table-header", "表头重复", OURS, "多页表格每面都有表头", _each(_lists, _header, "每面重复")
    ),
    Rule("table-rows", "表格行不断开", OURS, "一行不跨两面", _each(_lists, _unsplit, "不断开")),
    Rule(
        "table-width",
        "表格宽度",
        "5.2.1、8",
        "不超出版心,宽的用横排页面",
        _each(_tables, _width, "在版心内"),
    ),
)
