"""A quarter and a year from end to end on small office folders."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import openpyxl

from ledgerkit.model.period import Period
from ledgerkit.run.month import run_period
from ledgerkit.run.report import MonthReport
from months import PROBLEM, VISIT, block, problems, put, run, visits

NOVEMBER = VISIT.replace("202610-001 | 2026-10-13", "202611-001 | 2026-11-12").replace(
    "是 | WT-法院-202610-001", "否 |"
)


def of(folder: Path, period: str, as_of: str) -> MonthReport:
    return run_period(folder, Period.parse(period), dt.date.fromisoformat(as_of), jobs=1)


def received(folder: Path) -> None:
    put(folder, "a.xlsx", visits(VISIT))
    put(folder, "b.xlsx", problems(PROBLEM.replace("合同债务", "别的类别")))
    put(folder, "c.xlsx", visits(NOVEMBER), of=block(month="2026-11", filed="2026-12-01"))


def test_a_quarter_writes_its_own_results_from_the_months_files(tmp_path: Path) -> None:
    received(tmp_path)
    report = of(tmp_path, "2026Q4", "2026-12-31")
    record: Any = report.record
    assert report.folder == tmp_path / "结果" / "2026Q4"
    assert (record["month"], record["period"]) == ("2026-12", "2026Q4")
    assert record["registers"]["走访日志"] == 2
    values = {one["id"]: one["value"] for one in record["indicators"]}
    assert (values["visits"], values["problems-raised"]) == (2, 1)
    assert {one["kind"] for one in record["documents"]} >= {"总表"}
    assert report.must == 1
    assert not (report.folder / "退回修改").exists()
    board = openpyxl.load_workbook(io.BytesIO((report.folder / "总表.xlsx").read_bytes()))["看板"]
    assert board["A1"].value == "服务联系点工作看板 · 2026 年第四季度"
    assert board["A4"].value == "本季度走访(次)"


def test_a_month_names_its_period_too_and_is_not_touched_by_the_quarter(tmp_path: Path) -> None:
    received(tmp_path)
    october = run(tmp_path)
    assert october.record["period"] == october.record["month"] == "2026-10"

    def written() -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in october.folder.rglob("*") if p.is_file()}

    before = written()
    of(tmp_path, "2026Q4", "2026-12-31")
    of(tmp_path, "2026", "2026-12-31")
    assert written() == before


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    received(tmp_path)

    def written() -> dict[str, bytes]:
        folder = of(tmp_path, "2026", "2026-11-22").folder
        return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

    first = written()
    assert len(first) >= 2
    assert written() == first


def test_alerts_are_compared_with_the_end_of_the_period_before(tmp_path: Path) -> None:
    september = PROBLEM.replace("202610-001 | ZF", "202609-001 | ZF").replace("10-13", "09-21")
    put(tmp_path, "b.xlsx", problems(september), of=block(month="2026-09"))
    run(tmp_path, "2026-09-30", "2026-09")
    put(tmp_path, "c.xlsx", problems(PROBLEM))
    expected = {("WT-法院-202609-001", "升级"), ("WT-法院-202610-001", "新增")}

    def changes() -> set[tuple[str, str]]:
        record: Any = of(tmp_path, "2026Q4", "2026-12-31").record
        return {(one["key"], one["change"]) for one in record["alerts"]}

    assert changes() == expected  # by the record of September, the quarter's last month
    of(tmp_path, "2026Q3", "2026-08-31")  # nothing alerted then
    assert changes() == {(key, "新增") for key, _ in expected}
