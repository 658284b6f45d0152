"""Reading a month's workbooks: ledgerkit against what people would otherwise use.

200 workbooks of 50 visits each, made once in a temporary folder. Timed in turn in one run, as
ratios to ledgerkit, since machines are noisy:

- ledgerkit: every file in worker processes, tables found by their headers, every cell checked,
  merged into one register with a fate for each row (``reckon`` without writing);
- pandas + openpyxl: ``pandas.read_excel`` of each file at the known header row, then ``concat``:
  no check, no merge, no message.

Run with ``python benchmarks/read_month.py``.
"""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import openpyxl
import pandas as pd

from ledgerkit.model.period import Period
from ledgerkit.model.progress import Silent
from ledgerkit.run.reckon import reckon

FILES, ROWS, ROUNDS = 200, 50, 3
COLUMNS = (
    "走访编号",
    "走访日期",
    "走访单位",
    "企业名称",
    "走访人员",
    "走访方式",
    "走访主要情况",
    "是否发现问题",
)


def make(folder: Path) -> list[Path]:
    """The workbooks, below 收件 as an office would have them."""
    paths = []
    for number in range(FILES):
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.append(("填报单位", "区法院", "填报月份", "2026-10", "填表人", "张三"))
        sheet.append(COLUMNS)
        for row in range(ROWS):
            key = f"ZF-法院-202610-{number * ROWS + row:05}"
            day = dt.date(2026, 10, row % 28 + 1)
            text = f"情况{row}"
            sheet.append((key, day, "区法院", "甲公司", "张三、李四", "实地走访", text, "否"))
        path = folder / "收件" / f"{number:03}.xlsx"
        path.parent.mkdir(exist_ok=True)
        book.save(path)
        paths.append(path)
    return paths


def seconds(work: Callable[[], int]) -> float:
    started = time.perf_counter()
    rows = work()
    elapsed = time.perf_counter() - started
    assert rows == FILES * ROWS, rows
    return elapsed


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = make(folder)

        def ledgerkit() -> int:
            run = reckon(
                folder, Period.parse("2026-10"), dt.date(2026, 10, 31), jobs=None, progress=Silent()
            )
            return len(run.register.entries["走访日志"])

        def pandas() -> int:
            frames = (pd.read_excel(path, header=1, engine="openpyxl") for path in paths)
            return len(pd.concat(frames))

        times: dict[str, list[float]] = {"ledgerkit": [], "pandas + openpyxl": []}
        for _ in range(ROUNDS):
            times["ledgerkit"].append(seconds(ledgerkit))
            times["pandas + openpyxl"].append(seconds(pandas))
        ours = median(times["ledgerkit"])
        for what, measured in times.items():
            print(f"{what:20} ×{median(measured) / ours:.2f}   {median(measured):.2f} s")


if __name__ == "__main__":
    main()
