"""What a clerk is told about a column: for comments, prompts and the guide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from ledgerkit.model.columns import (
    AnyColumn,
    Choice,
    Count,
    CreditCode,
    Date,
    DueDay,
    Key,
    Light,
    Name,
    Names,
    People,
    Phone,
    Reference,
    References,
    Serial,
    Text,
    Time,
)
from ledgerkit.model.ledger import Ledger, RequiredWhen
from ledgerkit.model.table import Table
from ledgerkit.office import Office

SEVERAL = ",几个用“、”隔开"


def need(column: AnyColumn) -> str:
    """Whether a column must be filled, in one word."""
    if not column.is_filled_in:
        return "不用填"
    return "必填" if column.required else "选填"


def demanded_when(column: AnyColumn, table: type[Table]) -> str:
    """In which cases an optional column must be filled; "" if in none."""
    if not issubclass(table, Ledger):
        return ""
    cases = [
        f"“{check.when.name}”{'填' + '、'.join(check.words) if check.words else '填了'}"
        for check in table.checks
        if isinstance(check, RequiredWhen) and check.column is column
    ]
    return f"{';'.join(cases)}的,本列必填" if cases else ""


def manner(column: AnyColumn) -> str:
    """What to write into a column."""
    match column:
        case Serial():
            return "自动编号"
        case DueDay() | Light():
            return "自动计算"
        case Date():
            return "日期,如 2026-10-13"
        case Time():
            return "时间,如 09:30"
        case Count():
            return "整数,只写数字"
        case Choice(open=suggested):
            return "从下拉中选,也可直接写" if suggested else "从下拉中选一项"
        case Name() | Names():
            return "从下拉中选,也可直接写" + (SEVERAL if column.many else "")
        case People():
            return "姓名" + SEVERAL
        case Key():
            return "编号"
        case Reference() | References():
            return f"《{column.to().name}》里的编号" + (SEVERAL if column.many else "")
        case Phone():
            return "电话号码"
        case CreditCode():
            return "18 位代码"
        case Text():
            return "文字"
        case _:
            assert_never(column)


def choices(column: AnyColumn, office: Office) -> tuple[str, ...]:
    """The words that a column takes; none for other kinds."""
    return office.words_of(column).words if isinstance(column, Choice) else ()


def notes(column: AnyColumn, table: type[Table], office: Office) -> Iterator[tuple[str, str]]:
    """(heading, text) of everything worth saying about a column; what is empty is left out."""
    texts = (
        ("填法", manner(column)),
        ("说明", column.help),
        ("注意", demanded_when(column, table)),
        ("示例", column.example),
        ("可选", "、".join(choices(column, office))),
    )
    yield from ((heading, text) for heading, text in texts if text)
