"""A ledger that only tests know, with one check of each kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ledgerkit.model.columns import (
    Choice,
    Column,
    Date,
    Key,
    Name,
    NameList,
    Names,
    Text,
    WordList,
)
from ledgerkit.model.ledger import Ledger, Must, NotBefore, NotWith, RequiredWhen
from ledgerkit.model.row import Layout, RawRow, Row, Value

WORDS = WordList("结果", ("修好", "未修", "不修"))


class Repairs(Ledger, name="报修台账", prefix="BX", system="试验"):
    """报修台账: what is broken, who mends it, and how that went."""

    key = Key("报修编号", example="BX-法院-202610-001")
    reported_on = Date("报修日期", required=True)
    units = Names("报修单位", of=(NameList.UNIT,), example="区法院")
    firm = Name("企业名称", of=(NameList.FIRM,))
    fault = Text("故障", required=True)
    place = Text("地点", required=True, example="三楼")
    planned_on = Date("计划日期", planned=True)
    mended_on = Date("修好日期", example="2026-10-20")
    result = Choice("结果", words=WORDS)
    note = Text("备注")

    dated, owner, subject, gist = reported_on, units, firm, fault
    checks = (
        RequiredWhen(mended_on, when=result, words=("修好",)),
        RequiredWhen(note, when=planned_on),
        NotBefore(mended_on, reported_on),
        NotWith(planned_on, result, ("不修",)),
        NotWith(note, result, ("未修",), words=("好",)),
        Must(result, ("修好", "未修"), "不计入修好率"),
    )


COMPLETE: dict[str, Value] = {"故障": "漏水", "地点": "二楼"}


def repair(
    values: dict[str, Value],
    *,
    unread: Iterable[str] = (),
    key: str = "BX-法院-202610-001",
    owner: str = "区法院",
    provisional: bool = False,
    without: Iterable[str] = (),
) -> Row:
    """A row of it by columns; ``without`` are columns that its sheet lacks."""
    read = tuple(values.get(column.name) for column in Repairs.columns)
    there = {
        column.name: at for at, column in enumerate(Repairs.columns) if column.name not in without
    }
    layout = Layout("收件/报修.xlsx", "报修", 1, there, {})
    cells = tuple(value if not isinstance(value, tuple) else "、".join(value) for value in read)
    row = Row(RawRow(Repairs, layout, 4, cells), read, frozenset(unread))
    return replace(row, key=key, owner=owner, provisional=provisional)


def cell_of(column: Column[object]) -> str:
    """The address of a column's cell in that row."""
    return f"{'ABCDEFGHIJ'[column.at]}5"
