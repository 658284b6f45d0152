"""What happened about a matter, day by day across the ledgers, in sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ledgerkit.ledgers import words
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import meetings, phrasing


@dataclass(frozen=True)
class Happening:
    """One line of 办理经过, as it is printed; ``key`` is the number of the row that says so."""

    day: str
    text: str
    key: str


def happenings(entries: Iterable[Entry], as_of: dt.date) -> tuple[Happening, ...]:
    """What the rows say of days up to the as-of day, the earliest first."""
    found = [
        (day, text, entry.key)
        for entry in entries
        for column, say in _SAID.get(entry.ledger.name, {}).items()
        if (day := entry.row.day(column)) and day <= as_of and (text := say(entry.row))
    ]
    return tuple(
        Happening(day.isoformat(), text, key)
        for day, text, key in sorted(found, key=lambda one: one[0])
    )


def _visit(row: Row) -> str:
    return f"{row.text('走访单位')}走访{row.text('企业名称') or '企业'}。"


def _raised(row: Row) -> str:
    helping = row.text("协办单位")
    return phrasing.sentence(
        f"提出问题，由{row.text('主办单位') or row.text('首访单位')}主办",
        f"{helping}协办" if helping else "",
    )


def _passed_on(row: Row) -> str:
    return f"转{row.text('主办单位')}办理。"


def _done(row: Row) -> str:
    return _with(f"{row.text('责任单位')}完成措施", row.text("解决措施"))


def _transferred(row: Row) -> str:
    number = row.text("移交文号")
    return f"移交{row.text('移交部门')}办理{f'（{number}）' if number else ''}。"


def _urged(row: Row) -> str:
    times = row["督促次数"]
    more = f"，这是第{times}次督促" if isinstance(times, int) and times > 1 else ""
    return f"督促{row.text('移交部门') or row.text('责任单位')}{more}。"


def _put_off(row: Row) -> str:
    until = row.day("延期至")
    said = f"申请延期{f'至{phrasing.date(until)}' if until else ''}"
    return _with(said, row.text("延期原因"))


def _answered(row: Row) -> str:
    judged = row.text("满意度")
    return phrasing.sentence(
        f"向{row.text('反馈对象') or '企业'}反馈，办理结果为{row.text('办理结果')}",
        f"对方评价为{judged}" if judged and judged != words.UNJUDGED else "",
    )


def _registered(row: Row) -> str:
    return f"{row.text('服务联系点')}登记需求（来源：{row.text('需求来源')}）。"


def _met(row: Row) -> str:
    return f"召开{meetings.name(row)}。"


def _with(said: str, more: str) -> str:
    """“组织小会商：建议由区法院提出方案。”, or without the second half."""
    return phrasing.stated(f"{said}：{quoted}" if (quoted := phrasing.quoted(more)) else said)


_SAID: Mapping[str, Mapping[str, Callable[[Row], str]]] = {
    "走访日志": {"走访日期": _visit},
    "走访问题清单": {
        "提出日期": _raised,
        "转办日期": _passed_on,
        "办结日期": lambda row: "办结。",
    },
    "解决措施清单": {
        "移交日期": _transferred,
        "最近督促日期": _urged,
        "部门答复日期": lambda row: f"{row.text('移交部门')}答复。",
        "延期申请日期": _put_off,
        "实际完成日期": _done,
    },
    "回复反馈清单": {
        "反馈日期": _answered,
        "回访日期": lambda row: "回访企业。",
        "销号日期": lambda row: "销号。",
    },
    "法治需求台账": {
        "登记日期": _registered,
        "小会商日期": lambda row: _with("组织小会商", row.text("会商意见")),
        "提交日期": lambda row: f"提交{row.text('提交单位')}研究。",
        "方案日期": lambda row: _with(f"{row.text('提交单位')}提出方案", row.text("单位方案")),
        "落实日期": lambda row: _with("联系点落实", row.text("落实情况")),
        "办结日期": lambda row: "办结。",
        "反馈日期": lambda row: "向企业反馈。",
    },
    "会议安排": {"实开日期": _met},
}
"""Ledger → its columns of days, in the order in which they follow upon one another."""
