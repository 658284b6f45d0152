"""A month from end to end on small office folders: the contract of docs/contract.md."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ledgerkit.run.check import run_check
from months import PROBLEM, VISIT, block, codes, file, problems, put, run, visits
from wording import says_of_file


def test_the_record_adds_up_and_names_what_was_written(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", problems(PROBLEM))
    report = run(tmp_path)
    record: Any = report.record
    assert record["rows"] == {
        "read": 2,
        "merged": 2,
        "returned": 0,
        "identical": 0,
        "superseded": 0,
    }
    assert record["registers"]["走访日志"] == record["registers"]["走访问题清单"] == 1
    assert record["registers"]["旁听庭审台账"] == 0
    for document in record["documents"]:
        data = (tmp_path / document["path"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == document["sha256"]
    assert {one["kind"] for one in record["documents"]} >= {"总表", "督办通知", "月度情况通报"}


def test_an_alert_is_right_to_the_day_and_shows_its_reckoning(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", problems(PROBLEM))
    record: Any = run(tmp_path).record
    (alert,) = record["alerts"]
    assert alert == {
        "ledger": "走访问题清单",
        "key": "WT-法院-202610-001",
        "unit": "区法院",
        "level": "督办",
        "started": "2026-10-13",
        "due": "2026-10-22",
        "days_late": 6,
        "reckoning": "2026-10-13 提出,一般 7 个工作日,应于 2026-10-22 前办结",
        "origin": {"path": "收件/b.xlsx", "sheet": "走访问题清单", "row": 3},
        "since": "2026-10-29",
        "change": None,
    }


def test_an_alert_is_compared_with_the_record_of_the_month_before(tmp_path: Path) -> None:
    september = PROBLEM.replace("202610-001 | ZF", "202609-001 | ZF").replace("10-13", "09-21")
    put(tmp_path, "b.xlsx", problems(september), of=block(month="2026-09"))
    before: Any = run(tmp_path, "2026-09-30", "2026-09").record
    assert [one["level"] for one in before["alerts"]] == ["临期提醒"]
    put(tmp_path, "c.xlsx", problems(PROBLEM))
    record: Any = run(tmp_path).record
    assert {(one["key"], one["change"]) for one in record["alerts"]} == {
        ("WT-法院-202609-001", "升级"),
        ("WT-法院-202610-001", "新增"),
    }


def test_a_limit_in_the_directory_changes_the_alerts(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", problems(PROBLEM))
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "办理时限"
    for line in (("事项", "难易程度", "天数", "计日"), ("办理", "一般", 30, "工作日")):
        sheet.append(line)
    book.save(tmp_path / "名录.xlsx")
    record: Any = run(tmp_path).record
    # 30 working days, but no longer than 最长: 30 calendar days
    assert record["alerts"] == []
    said = [one["message"] for one in record["office"]["findings"]]
    lacking = {"sheet": "办理时限", "line": "最长", "shipped": "30 自然日"}
    assert f"「名录.xlsx」:{says_of_file('directory-row-missing', **lacking)}" in said
    assert f"「名录.xlsx」:{says_of_file('directory-sheet-missing', sheet='单位')}" in said


def test_bad_values_leave_a_blank_and_no_rule_reckons_with_them(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", problems(PROBLEM.replace("2026-10-13", "10月上旬")))
    report = run(tmp_path)
    assert codes(file(report, "b.xlsx")) == [("date-unreadable", "D3")]
    assert report.record["alerts"] == []
    assert report.frame("走访问题清单")["提出日期"].isna().all()


def test_a_later_file_of_the_same_unit_replaces_and_its_predecessors_findings_are_settled(
    tmp_path: Path,
) -> None:
    put(tmp_path, "1.xlsx", visits(VISIT.replace("2026-10-13", "十月")))
    put(tmp_path, "2.xlsx", visits(VISIT), of=block(filed="2026-11-05"))
    put(tmp_path, "3.xlsx", visits(VISIT), of=block(filed="2026-11-06"))
    put(tmp_path, "b.xlsx", problems(PROBLEM))
    report = run(tmp_path)
    assert file(report, "1.xlsx")["rows"]["superseded"] == 1
    assert file(report, "2.xlsx")["rows"]["merged"] == 1
    assert file(report, "3.xlsx")["rows"]["identical"] == 1
    assert [one["settled"] for one in file(report, "1.xlsx")["findings"]] == [True]
    assert not (report.folder / "退回修改" / "1.xlsx").exists()


def test_one_number_from_two_units_is_a_conflict(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", visits(VISIT.replace("情况", "别的")), of=block("区检察院"))
    put(tmp_path, "c.xlsx", problems(PROBLEM))
    report = run(tmp_path)
    assert file(report, "a.xlsx")["rows"]["merged"] == 1
    assert file(report, "b.xlsx")["rows"]["returned"] == 1
    conflict = file(report, "b.xlsx")["findings"][-1]
    assert (conflict["code"], conflict["cell"]) == ("key-conflict", "A3")
    assert conflict["related"] == [{"path": "收件/a.xlsx", "sheet": "走访日志", "cell": "A3"}]


def test_files_of_later_months_wait_and_undatable_ones_are_taken_in(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT), of=block(month="2026-11"))
    put(
        tmp_path,
        "b.xlsx",
        visits(VISIT.replace("-001 | 2026", "-002 | 2026")),
        of=(("填报单位", "区法院"),),
    )
    put(tmp_path, "c.xlsx", problems(PROBLEM))
    report = run(tmp_path)
    assert file(report, "a.xlsx")["state"] == "skipped"
    assert file(report, "b.xlsx")["state"] == "merged"
    assert ("month-unknown", None) in codes(file(report, "b.xlsx"))


def test_what_cannot_be_read_costs_itself_only(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT.replace("是 | WT-法院-202610-001", "否 | ")))
    for name, data in {
        "空.xlsx": b"",
        "坏.xlsx": (tmp_path / "收件" / "a.xlsx").read_bytes()[:900],
        "说明.xls": b"%PDF-1.7 nothing",
        "~$a.xlsx": b"lock",
    }.items():
        (tmp_path / "收件" / name).write_bytes(data)
    report = run(tmp_path)
    states = {
        name: file(report, name)["state"] for name in ("空.xlsx", "坏.xlsx", "说明.xls", "~$a.xlsx")
    }
    assert states == {
        "空.xlsx": "unreadable",
        "坏.xlsx": "unreadable",
        "说明.xls": "unrecognised",
        "~$a.xlsx": "skipped",
    }
    assert codes(file(report, "空.xlsx")) == [("file-empty", None)]
    assert file(report, "~$a.xlsx")["findings"] == []
    record: Any = report.record
    assert record["rows"]["merged"] == 1


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT.replace("2026-10-13", "十月")))
    put(tmp_path, "b.xlsx", problems(PROBLEM))

    def written() -> dict[str, bytes]:
        folder = run(tmp_path).folder
        return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

    first = written()
    assert len(first) >= 5
    assert written() == first


def test_no_received_file_is_touched(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT.replace("2026-10-13", "十月")))
    path = tmp_path / "收件" / "a.xlsx"
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    run(tmp_path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_the_marked_copy_corrected_and_sent_back_reads_clean(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT.replace("2026-10-13", "十月")))
    put(tmp_path, "b.xlsx", problems(PROBLEM))
    report = run(tmp_path)
    copy = openpyxl.load_workbook(report.folder / "退回修改" / "a.xlsx")
    assert copy.sheetnames[0] == "检查结果"
    assert copy["走访日志"]["B3"].comment is not None
    copy["走访日志"]["B3"] = "2026-10-13"
    copy["走访日志"]["H1"] = "2026-11-09"
    copy.save(tmp_path / "收件" / "a改.xlsx")
    again = run(tmp_path)
    assert file(again, "a改.xlsx")["rows"]["merged"] == 1
    assert codes(file(again, "a改.xlsx")) == []


@pytest.mark.parametrize(
    "level_day", [("2026-10-20", "临期提醒"), ("2026-10-23", "催办"), ("2026-11-05", "通报")]
)
def test_the_ladder_climbs(tmp_path: Path, level_day: tuple[str, str]) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", problems(PROBLEM))
    record: Any = run(tmp_path, level_day[0]).record
    assert [one["level"] for one in record["alerts"]] == [level_day[1]]


def test_check_judges_references_only_to_ledgers_at_hand(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", visits(VISIT))
    path = tmp_path / "收件" / "a.xlsx"
    assert run_check([path], jobs=1).must == 0
    put(tmp_path, "b.xlsx", problems(PROBLEM.replace("WT-法院-202610-001", "WT-法院-202610-009")))
    both = run_check([path, tmp_path / "收件" / "b.xlsx"], jobs=1)
    assert both.must == 1
    against_office = run_check([path], tmp_path, jobs=1)
    (finding,) = [one for said in against_office.findings.values() for one in said]
    assert (finding.code, finding.place.path) == ("reference-unknown", "收件/a.xlsx")
    assert "是否为“WT-法院-202610-009”?" in finding.message
