"""Nobody retypes what is open: a new month's workbooks come with it, and go back without loss."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from grids import workbook
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.period import Month
from ledgerkit.run.new import NewReport, make_office
from ledgerkit.run.report import MonthReport
from months import PROBLEM, VISIT, block, codes, problems, put, run, visits

DEMANDS = (
    "| 需求编号 | 服务联系点 | 企业名称 | 需求来源 | 登记日期 | 需求内容 | 需求类别 | 紧急程度 "
    "| 办理状态 |\n"
    "| XQ-东岭-202610-001 | 东岭联系点 | 甲公司 | 走访 | 2026-10-12 | 用工制度 | 劳动用工 "
    "| 复杂 | 办理中 |\n"
    "| | 东岭联系点 | 乙公司 | 来电来访 | 2026-10-13 | 审查合同 | 合同债务 | 复杂 | 办理中 |\n"
    "| XQ-东岭-202610-003 | 东岭联系点 | 甲公司 | 走访 | 10月上旬 | 讲解 | 劳动用工 "
    "| 复杂 | 办理中 |"
)
DIRECTORY = {
    "单位": "| 单位名称 | 简称 |\n| 区法院 | 法院 |\n| 区检察院 | 检察院 |",
    "服务联系点": "| 联系点名称 | 简称 | 负责人 | 所属园区 |\n"
    "| 东岭联系点 | 东岭 | 赵海峰 | 东岭园 |",
}
CLOSED = PROBLEM.replace("202610-001 | ZF", "202610-002 | ZF").replace(
    "办理中 | |", "已销号 | 2026-10-20 |"
)
NOVEMBER = Month(2026, 11)


@pytest.fixture
def district(tmp_path: Path) -> Path:
    return received(tmp_path)


@pytest.fixture(scope="module")
def _handed_out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, NewReport]:
    folder = received(tmp_path_factory.mktemp("handed-out"))
    return folder, new(folder)


@pytest.fixture
def november_out(_handed_out: tuple[Path, NewReport], tmp_path: Path) -> tuple[Path, NewReport]:
    """A copy of the district for which November's workbooks were made, and what was said of it."""
    folder, report = _handed_out
    return Path(shutil.copytree(folder, tmp_path, dirs_exist_ok=True)), report


def received(folder: Path) -> Path:
    (folder / "名录.xlsx").write_bytes(workbook(DIRECTORY, ()))
    put(folder, "走访.xlsx", visits(VISIT))
    put(folder, "清单.xlsx", problems(PROBLEM, CLOSED))
    put(folder, "需求.xlsx", {"法治需求台账": DEMANDS}, of=block("东岭联系点"))
    return folder


def new(folder: Path) -> NewReport:
    return make_office(folder, NOVEMBER, jobs=1)


def november(folder: Path) -> MonthReport:
    return run(folder, "2026-11-30", "2026-11", documents=())


def handed_out(folder: Path, who: str, book: str) -> Path:
    return folder / "空白表" / "2026-11" / who / f"{who}-2026-11-{book}.xlsx"


def column(path: Path, sheet: str, header: str) -> list[object]:
    """What stands under a header, as far as there is anything."""
    rows = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))[sheet].iter_rows(
        min_row=5, values_only=True
    )
    headers, *lines = rows
    cells: list[object] = [line[headers.index(header)] for line in lines]
    return cells[: max((at for at, cell in enumerate(cells, 1) if cell is not None), default=0)]


def facts(report: MonthReport) -> dict[str, Any]:
    """What a run concluded, but for the place of the rows."""
    record: Any = report.record
    values = {
        (name, key): entry.row.values
        for name, entries in report.run.register.entries.items()
        for key, entry in entries.items()
    }
    alerts = [(one["key"], one["level"], one["due"], one["reckoning"]) for one in record["alerts"]]
    return {"rows": values, "alerts": alerts}


def findings(report: MonthReport) -> Counter[tuple[str, str, str, str]]:
    return Counter(
        (one.code, one.key, one.column, one.found)
        for said in report.run.findings.values()
        for one in said
        if not one.resolved
    )


def test_each_workbook_comes_with_its_own_open_rows(
    november_out: tuple[Path, NewReport],
) -> None:
    district, report = november_out
    assert report.carried == 4
    lists = handed_out(district, "区法院", "三张清单")
    assert column(lists, "走访问题清单", "问题编号") == ["WT-法院-202610-001"]
    assert column(lists, "走访问题清单", "提出日期") == [dt.datetime(2026, 10, 13)]
    demands = handed_out(district, "东岭联系点", "法治需求台账")
    assert column(demands, "法治需求台账", "需求内容") == ["讲解", "用工制度", "审查合同"]
    assert column(demands, "法治需求台账", "登记日期")[0] == "10月上旬"
    assert column(demands, "法治需求台账", "需求编号") == [
        "XQ-东岭-202610-003",
        "XQ-东岭-202610-001",
    ]
    assert column(handed_out(district, "区检察院", "三张清单"), "走访问题清单", "问题编号") == []
    assert column(handed_out(district, "区法院", "走访日志"), "走访日志", "走访编号") == []


def test_sent_back_as_they_are_they_lose_and_add_nothing(
    november_out: tuple[Path, NewReport],
) -> None:
    district, _ = november_out
    before = november(district)
    for who, book in (("区法院", "三张清单"), ("东岭联系点", "法治需求台账")):
        path = handed_out(district, who, book)
        (district / "收件" / path.name).write_bytes(path.read_bytes())
    after = november(district)
    assert facts(after) == facts(before)
    record: Any = after.record
    assert record["rows"]["identical"] == 4
    more = findings(after) - findings(before)
    # 填表人 and 填报日期 of two files; what must be mended is said where it can be mended now
    assert {(code, key) for code, key, *_ in more} == {
        ("block-empty", ""),
        ("date-unreadable", "XQ-东岭-202610-003"),
        ("key-missing", next(key for _, key in facts(after)["rows"] if key.startswith("暂"))),
    }
    assert findings(before) - findings(after) == Counter()
    assert [one["state"] for one in record["files"] if "2026-11" in one["path"]] == ["merged"] * 2


def test_what_is_written_into_them_supersedes(november_out: tuple[Path, NewReport]) -> None:
    district, _ = november_out
    path = handed_out(district, "区法院", "三张清单")
    book = openpyxl.load_workbook(path)
    sheet = book["走访问题清单"]
    headers = [cell.value for cell in sheet[5]]
    sheet.cell(6, headers.index("办理状态") + 1).value = "已办结"
    sheet.cell(6, headers.index("办结日期") + 1).value = dt.date(2026, 11, 5)
    sheet["C3"], sheet["F3"] = "张三", dt.date(2026, 12, 2)
    book.save(district / "收件" / "清单11月.xlsx")
    report = november(district)
    record: Any = report.record
    (file,) = [one for one in record["files"] if one["path"] == "收件/清单11月.xlsx"]
    assert (file["month"], file["rows"]["merged"]) == ("2026-11", 1)
    assert codes(file) == [("problem-without-measure", "B6"), ("closed-without-feedback", "P6")]
    assert record["rows"]["superseded"] == 1
    entry = report.run.register.entries["走访问题清单"]["WT-法院-202610-001"]
    assert entry.row[Problems.closed_on] == dt.date(2026, 11, 5)
    again = make_office(district, Month(2026, 12), dt.date(2026, 11, 30), jobs=1)
    december = district / "空白表" / "2026-12" / "区法院" / "区法院-2026-12-三张清单.xlsx"
    assert column(december, "走访问题清单", "办理状态") == ["已办结"]  # 反馈 is still owed
    assert again.carried == 4


def test_run_again_only_what_is_missing_is_written(november_out: tuple[Path, NewReport]) -> None:
    district, _ = november_out
    demands = handed_out(district, "东岭联系点", "法治需求台账")
    lists = handed_out(district, "区法院", "三张清单")
    first, whole = demands.read_bytes(), lists.read_bytes()
    demands.unlink()
    lists.write_bytes(b"mine")
    report = new(district)
    assert (report.made, report.carried) == ((demands.relative_to(district).as_posix(),), 3)
    assert demands.read_bytes() == first
    assert lists.read_bytes() == b"mine" != whole


def test_later_months_and_other_months_workbooks_are_not_looked_at(district: Path) -> None:
    late = PROBLEM.replace("202610-001 | ZF", "202611-001 | ZF").replace("2026-10-13", "2026-11-03")
    put(district, "十一月.xlsx", problems(late), of=block(month="2026-11"))
    assert new(district).carried == 4


def test_rows_of_one_who_keeps_no_such_book_are_not_left_behind(district: Path) -> None:
    put(
        district,
        "检察院需求.xlsx",
        {"法治需求台账": DEMANDS.replace("-001 |", "-009 |")},
        of=block("区检察院"),
    )
    new(district)
    path = handed_out(district, "区检察院", "法治需求台账")
    assert "XQ-东岭-202610-009" in column(path, "法治需求台账", "需求编号")


def test_a_formula_without_a_result_is_not_handed_out_as_a_blank(district: Path) -> None:
    lines = DEMANDS.replace("-001 |", "-009 |").replace("| 用工制度", "| =A1")
    put(district, "公式.xlsx", {"法治需求台账": lines}, of=block("东岭联系点", filed="2026-11-04"))
    new(district)
    path = handed_out(district, "东岭联系点", "法治需求台账")
    assert "XQ-东岭-202610-009" not in column(path, "法治需求台账", "需求编号")


def test_before_anything_was_received_the_workbooks_are_blank(tmp_path: Path) -> None:
    report = new(tmp_path)
    assert (report.carried, (tmp_path / "收件").is_dir()) == (0, True)
    path = handed_out(tmp_path, "区法院", "三张清单")
    assert column(path, "走访问题清单", "问题编号") == []
