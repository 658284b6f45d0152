"""已自动规范 on every way out: the record, --json, what check prints, the returned copy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ledgerkit.faces.commands.check import show
from ledgerkit.run.check import run_check
from months import VISIT, file, put, run, visits

LOOSE = VISIT.replace("2026-10-13", "2026.10.13").replace("是 | WT-法院-202610-001", "无 | ")
FAULTY = LOOSE.replace("-001 |", "-002 |").replace("| 甲公司 ", "| ")
TOLD = [
    {
        "sheet": "走访日志",
        "cell": "B3",
        "column": "走访日期",
        "before": "2026.10.13",
        "after": "2026-10-13",
    },
    {"sheet": "走访日志", "cell": "G3", "column": "是否发现问题", "before": "无", "after": "否"},
]


def test_the_record_and_check_tell_every_repair(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(LOOSE))
    assert file(run(tmp_path), "a.xlsx")["repairs"] == TOLD
    checked: Any = run_check([tmp_path / "收件" / "a.xlsx"], jobs=1).record
    assert checked["files"][0]["repairs"] == TOLD


def test_check_prints_how_many_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "a.xlsx", visits(LOOSE))
    show(run_check([tmp_path / "收件" / "a.xlsx"], jobs=1))
    assert "  已自动规范 2 处,不用改\n" in capsys.readouterr().out


def test_a_file_without_findings_does_not_go_back_for_its_repairs(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(LOOSE))
    report = run(tmp_path)
    assert not (report.folder / "退回修改").exists()


def test_the_returned_copy_lists_them_below_the_findings(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(LOOSE, FAULTY))
    copy = openpyxl.load_workbook(run(tmp_path).folder / "退回修改" / "a.xlsx")
    lines = [[cell.value for cell in row] for row in copy["检查结果"].iter_rows(min_row=5)]
    assert [line[:5] for line in lines] == [
        ["必须改", "走访日志", "D4", "企业名称", "空白"],
        [None, None, None, None, None],
        ["已自动规范:共 4 处。下面的内容已经读作规范的写法,不用改。", None, None, None, None],
        ["已自动规范", "走访日志", "B3", "走访日期", "2026.10.13"],
        ["已自动规范", "走访日志", "G3", "是否发现问题", "无"],
        ["已自动规范", "走访日志", "B4", "走访日期", "2026.10.13"],
        ["已自动规范", "走访日志", "G4", "是否发现问题", "无"],
    ]
    assert lines[3][5] == "读作“2026-10-13”"
    assert copy["走访日志"]["B3"].comment is None


def test_a_findings_list_of_ours_among_the_received_files_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(LOOSE))
    (tmp_path / "收件" / "坏.xlsx").write_bytes(b"PK\x03\x04 cut off")
    first = run(tmp_path)
    (written,) = (first.folder / "退回修改").glob("*(检查结果).xlsx")
    (tmp_path / "收件" / "又发来.xlsx").write_bytes(written.read_bytes())
    entry = file(run(tmp_path), "又发来.xlsx")
    assert (entry["state"], entry["findings"], entry["ledgers"]) == ("skipped", [], [])
