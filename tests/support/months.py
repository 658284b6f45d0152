"""Small office folders and a month's run on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grids import workbook
from ledgerkit.model.period import Month
from ledgerkit.run.month import run_month
from ledgerkit.run.report import MonthReport

VISITS = (
    "| 走访编号 | 走访日期 | 走访单位 | 企业名称 | 走访人员 | 走访主要情况 "
    "| 是否发现问题 | 问题编号 |"
)
PROBLEMS = (
    "| 问题编号 | 走访编号 | 企业名称 | 提出日期 | 问题描述 | 问题类别 | 职责归属 | 首访单位 "
    "| 主办单位 | 难易程度 | 办理状态 | 办结日期 |"
)
VISIT = (
    "| ZF-法院-202610-001 | 2026-10-13 | 区法院 | 甲公司 | 张三 | 情况 | 是 | WT-法院-202610-001 |"
)
PROBLEM = (
    "| WT-法院-202610-001 | ZF-法院-202610-001 | 甲公司 | 2026-10-13 | 拖欠货款 | 合同债务 "
    "| 本单位 | 区法院 | 区法院 | 一般 | 办理中 | |"
)


def block(unit: str = "区法院", month: str = "2026-10", filed: str = "2026-11-03") -> Any:
    return (("填报单位", unit), ("填报月份", month), ("填表人", "张三"), ("填报日期", filed))


def put(folder: Path, name: str, sheets: Mapping[str, str], *, of: Any = None) -> None:
    path = folder / "收件" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook(dict(sheets), of or block()))


def visits(*lines: str) -> dict[str, str]:
    return {"走访日志": "\n".join((VISITS, *lines))}


def problems(*lines: str) -> dict[str, str]:
    return {"走访问题清单": "\n".join((PROBLEMS, *lines))}


def run(
    folder: Path, as_of: str = "2026-10-31", month: str = "2026-10", **more: Any
) -> MonthReport:
    day = dt.date.fromisoformat(as_of)
    return run_month(folder, Month.parse(month), day, jobs=1, **more)


def file(report: MonthReport, name: str) -> Any:
    files: Any = report.record["files"]
    return next(one for one in files if one["path"] == f"收件/{name}")


def codes(entry: Any) -> list[tuple[str, str | None]]:
    return [(one["code"], one["cell"]) for one in entry["findings"]]
