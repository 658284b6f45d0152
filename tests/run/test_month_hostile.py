"""A folder full of files that harm: each costs itself only, in little time and memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hostile
from hostile import MILLION, TABLE
from ledgerkit.intake.inbox import SECONDS
from ledgerkit.intake.worker_process import MEMORY
from ledgerkit.model.period import Month
from ledgerkit.run.month import run_month
from watch import Stopwatch, children_peak
from wording import says_of_file

DAMAGED, CRASHES = says_of_file("file-damaged"), says_of_file("file-crashes")
ENCRYPTED, EMPTY = says_of_file("file-encrypted"), says_of_file("file-empty")


def too_big(size: str) -> str:
    return says_of_file("file-too-big", size=size)


def no_workbook(kind: str) -> str:
    return says_of_file("file-not-workbook", kind=kind)


ERROR = '<row r="3"><c r="A3" t="e"><v>#REF!</v></c></row>'
CORNER = f'<row r="{MILLION}"><c r="XFD{MILLION}"><v>1</v></c></row>'
DIMENSION = hostile.part("xl/worksheets/sheet1.xml").replace(
    "<sheetData>", f'<dimension ref="A1:XFD{MILLION}"/><sheetData>'
)
STYLED = "".join(f'<row r="{row}" s="0" customFormat="1"/>' for row in range(3, MILLION + 1))
FULL = "".join(f'<row r="{row}">{"<c><v>1</v></c>" * 26}</row>' for row in range(1, 100_001))

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "实体炸弹在表里.xlsx": (
        lambda: hostile.laughing("xl/worksheets/sheet1.xml", "</t>"),
        DAMAGED,
    ),
    "实体炸弹在目录.xlsx": (
        lambda: hostile.laughing("xl/workbook.xml", "</sheets>", TABLE + ERROR),
        DAMAGED,
    ),
    "压缩炸弹.xlsx": (lambda: hostile.zeros(1 << 30), too_big("解压后有 1024 MB")),
    "谎报大小.xlsx": (
        lambda: hostile.zeros(1 << 30, "xl/workbook.xml", claimed=100),
        too_big("内容展开后占用的内存太多"),
    ),
    "最末一格.xlsx": (
        lambda: hostile.xlsx(TABLE + CORNER),
        too_big("内容散布在 1048576 行 × 16384 列的范围里"),
    ),
    "只有最末一格.xlsx": (
        lambda: hostile.xlsx(CORNER),
        too_big("内容散布在 1048576 行 × 16384 列的范围里"),
    ),
    "满满的表.xlsx": (lambda: hostile.xlsx(FULL), too_big("内容共有 2600000 格")),
    "最末一格.xls": (lambda: hostile.xls(hostile.biff(corner=True)), CRASHES),
    "最末一格.xlsb": (lambda: hostile.xlsb(corner=True), CRASHES),
    "重复的格.ods": (
        lambda: hostile.ods(999_999_999, 2),
        too_big("内容共有 1999999998 格"),
    ),
    "自指.xls": (hostile.looping_stream, DAMAGED),
    "互指.xls": (hostile.looping_pairs, DAMAGED),
    "没有尽头.xls": (hostile.looping_tables, DAMAGED),
    "有密码.xlsx": (lambda: hostile.encrypted(hostile.xlsx()), ENCRYPTED),
    "有密码.xls": (hostile.xls_with_password, ENCRYPTED),
    "空.xlsx": (bytes, EMPTY),
    "其实是文档.xlsx": (hostile.word, no_workbook("Word 文档")),
    "其实是文档.et": (lambda: b"%PDF-1.7\n%\xe2\xe3", no_workbook("PDF 文件")),
    "其实是网页.xls": (
        lambda: "<html><table><tr><td>走访编号</td></tr></table></html>".encode("gb18030"),
        no_workbook("网页(HTML)"),
    ),
    "其实是文本.xls": (lambda: "走访编号\t走访日期\r\n".encode("gb18030"), no_workbook("文本")),
    "其实是文本.csv": (lambda: "走访编号,走访日期\n".encode(), no_workbook("文本")),
    "表格2003.xls": (
        lambda: hostile.SPREADSHEET_2003.encode("utf-16"),
        no_workbook("XML 文本"),
    ),
}
"""Name → what it holds, and all that is said of it."""

READ: dict[str, Callable[[], bytes]] = {
    "普通.xlsx": hostile.xlsx,
    "严格.xlsx": lambda: hostile.strict(hostile.xlsx()),
    "两百张.xlsx": lambda: hostile.many_sheets(200),
    "虚报范围.xlsx": lambda: hostile.xlsx(changes={"xl/worksheets/sheet1.xml": DIMENSION}),
    "百万空行.xlsx": lambda: hostile.xlsx(TABLE + STYLED),
    "旧版.xls": hostile.xls,
    "旧版.et": hostile.xls,
    "新版.et": hostile.xlsx,
    "二进制.xlsb": hostile.xlsb,
}
"""Name → a file that looks bad, or strange, and of which the one row is read all the same."""

SKIPPED = ("~$普通.xlsx", ".~普通.xlsx")


def test_files_that_harm_cost_themselves_only(tmp_path: Path) -> None:
    received = tmp_path / "收件" / "2026-10"
    received.mkdir(parents=True)
    made = {name: build for name, (build, _) in REFUSED.items()} | READ
    for name, build in made.items():
        (received / name).write_bytes(build())
    for name in SKIPPED:
        (received / name).write_bytes(b"\x06user")
    watch = Stopwatch()
    report = run_month(tmp_path, Month(2026, 10), dt.date(2026, 10, 31), jobs=1, progress=watch)
    record: Any = report.record
    files = {one["path"].rpartition("/")[2]: one for one in record["files"]}
    assert {
        name: [finding["message"] for finding in files[name]["findings"]] for name in REFUSED
    } == {name: [f"「{name}」:{said}"] for name, (_, said) in REFUSED.items()}
    assert {name: files[name]["rows"]["read"] for name in READ} == dict.fromkeys(READ, 1)
    assert {files[name]["state"] for name in READ} == {"merged"}
    assert {files[name]["state"] for name in SKIPPED} == {"skipped"}
    assert record["registers"]["走访日志"] == 1
    assert len(watch.seconds) == len(made) + len(SKIPPED)
    assert max(watch.seconds) < SECONDS
    assert children_peak() <= MEMORY
