"""Many districts in one 总表, one report and one record: nothing lost, everything adds up."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from ledgerkit.papers.lint import lint
from ledgerkit.run.districts import RollupImpossible
from ledgerkit.run.rollup import run_rollup
from months import PROBLEM, VISIT, block, problems, put, run, visits
from wording import says_of_file

CLOSED = PROBLEM.replace("202610-001 | ZF", "202610-002 | ZF").replace(
    "办理中 | |", "已办结 | 2026-10-15 |"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """甲区 with a late problem and a closed one, 乙区 with a late one of the same number."""
    folder = tmp_path_factory.mktemp("city")
    one, other = folder / "甲区", folder / "乙区"
    put(one, "a.xlsx", visits(VISIT))
    put(one, "b.xlsx", problems(PROBLEM, CLOSED))
    put(other, "a.xlsx", visits(VISIT.replace("2026-10-13", "2026-10-14")))
    put(other, "b.xlsx", problems(PROBLEM))
    run(one)
    run(other)
    return folder


@pytest.fixture
def city(made: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The two districts, to be changed at will."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "甲区", tmp_path / "乙区"


def cells(path: Path, sheet: str) -> list[list[object]]:
    return [[*row] for row in openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)]


def test_counts_rows_and_figures_add_up_exactly(city: tuple[Path, Path], tmp_path: Path) -> None:
    report = run_rollup(tmp_path / "全市", city, jobs=1)
    record: Any = report.record
    assert record["rows"] == {
        "read": 5,
        "merged": 5,
        "returned": 0,
        "identical": 0,
        "superseded": 0,
    }
    assert record["registers"]["走访日志"] == 2
    assert record["registers"]["走访问题清单"] == 3
    figures = {one["id"]: one for one in record["indicators"]}
    assert figures["problems-total"]["districts"] == {"甲区": 2, "乙区": 1}
    assert figures["problems-total"]["value"] == 3
    assert figures["closing-rate"]["districts"] == {"甲区": 50.0, "乙区": 0.0}
    assert figures["closing-rate"]["value"] == 33.3
    counts = [one for one in record["indicators"] if not one["name"].endswith("(%)")]
    for one in counts:
        assert one["value"] == sum(filter(None, one["districts"].values())), one
    assert [one.code for one in report.findings] == ["rollup-without-directory"]


def test_every_row_keeps_its_district_though_numbers_are_the_same(
    city: tuple[Path, Path], tmp_path: Path
) -> None:
    run_rollup(tmp_path / "全市", city, jobs=1)
    header, *rows = cells(tmp_path / "全市" / "总表.xlsx", "走访问题清单")[1:]
    district, key, source = (header.index(name) for name in ("区县", "问题编号", "来源文件"))
    assert [(row[district], row[key], row[source]) for row in rows] == [
        ("甲区", "WT-法院-202610-001", "收件/b.xlsx"),
        ("甲区", "WT-法院-202610-002", "收件/b.xlsx"),
        ("乙区", "WT-法院-202610-001", "收件/b.xlsx"),
    ]


def test_the_sheets_compare_and_rank(city: tuple[Path, Path], tmp_path: Path) -> None:
    run_rollup(tmp_path / "全市", city, jobs=1)
    book = tmp_path / "全市" / "总表.xlsx"
    names = openpyxl.load_workbook(book, read_only=True).sheetnames
    assert names[:3] == ["区县对比", "排名", "走访日志"]
    assert names[-3:] == ["预警清单", "履职情况", "数据来源"]
    compared = {row[0]: row[1:] for row in cells(book, "区县对比")[2:]}
    assert compared["累计问题数"] == [2, 1, 3]
    assert compared["累计办结率(%)"] == [50, 0, 33.3]
    header, *ranks = cells(book, "排名")[1:]
    assert header[:3] == ["区县", "累计办结率(%)", "名次"]
    assert [row[:3] for row in ranks] == [["甲区", 50, 1], ["乙区", 0, 2]]
    alerts = cells(book, "预警清单")[2:]
    late = {(row[0], row[4], row[7]) for row in alerts if "WT" in str(row[4])}
    assert ("甲区", "WT-法院-202610-001", 6) in late
    assert ("乙区", "WT-法院-202610-001", 6) in late


def test_the_report_compares_in_sentences(city: tuple[Path, Path], tmp_path: Path) -> None:
    run_rollup(tmp_path / "全市", city, jobs=1)
    path = tmp_path / "全市/文书/2026年10月区县工作情况通报.docx"
    failed = lint(path.read_bytes(), path.name).failed
    assert [(check.rule.id, check.outcome.found) for check in failed] == []
    document = docx.Document(str(path))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "2个区县共走访企业2家、2次，发现问题3个，办结问题1个。" in text
    assert "走访问题累计3个，已办结1个、办结率33.3%，仍在办理2个。" in text
    assert "累计办结率为33.3%，甲区最高，为50%，乙区最低，为0%。" in text
    assert [cell.text for cell in document.tables[0].rows[-1].cells][:3] == ["合计", "2", "3"]


def test_results_folders_may_be_given_and_the_same_bytes_come_out(
    city: tuple[Path, Path], tmp_path: Path
) -> None:
    one, other = city
    run_rollup(tmp_path / "一", (one, other), jobs=1)
    results = [folder / "结果" / "2026-10" for folder in (one, other)]
    run_rollup(tmp_path / "二", results, jobs=1)
    for name in ("总表.xlsx", "文书/2026年10月区县工作情况通报.docx", "运行记录.json"):
        assert (tmp_path / "一" / name).read_bytes() == (tmp_path / "二" / name).read_bytes()


def test_the_latest_common_month_is_taken(city: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = city
    put(one, "c.xlsx", visits(VISIT.replace("10", "11")), of=block(month="2026-11"))
    run(one, "2026-11-30", "2026-11")
    assert run_rollup(tmp_path / "全市", (one, other), jobs=1).rollup.month == "2026-10"
    with pytest.raises(
        RollupImpossible, match=r"「乙区」:“.*乙区”里没有 2026-11 的结果\(现有:2026-10\)"
    ):
        run_rollup(tmp_path / "全市", (one, other), "2026-11", jobs=1)


def test_an_edited_register_and_another_day_are_said(
    city: tuple[Path, Path], tmp_path: Path
) -> None:
    one, other = city
    run(other, "2026-10-30")
    path = one / "结果" / "2026-10" / "总表.xlsx"
    book = openpyxl.load_workbook(path)
    book["走访问题清单"].delete_rows(3)
    book.save(path)
    findings = run_rollup(tmp_path / "全市", (one, other), jobs=1).findings
    differ = {"ledger": "走访问题清单", "shown": "1", "count": "2"}
    assert [one.message for one in findings[1:]] == [
        f"「甲区」:{says_of_file('district-edited')}",
        f"「甲区」:{says_of_file('district-rows-differ', **differ)}",
        f"「乙区」:{says_of_file('district-another-day', day='2026-10-30')}",
    ]


def test_what_cannot_be_put_together_is_refused_before_anything_is_written(
    city: tuple[Path, Path], tmp_path: Path
) -> None:
    one, other = city
    twice, into = (
        says_of_file(code, folder="").removeprefix("“”")
        for code in ("district-twice", "rollup-into-district")
    )
    with pytest.raises(RollupImpossible, match=rf"「甲区」:“.*甲区”{twice}"):
        run_rollup(tmp_path / "全市", (one, one), jobs=1)
    with pytest.raises(RollupImpossible, match=rf"「甲区」:“.*甲区”{into}"):
        run_rollup(one, (one, other), jobs=1)
    (other / "结果" / "2026-10" / "总表.xlsx").write_bytes(b"PK\3\4 broken")
    with pytest.raises(RollupImpossible, match="乙区:「总表"):
        run_rollup(tmp_path / "全市", (one, other), jobs=1)
    shutil.rmtree(other / "结果")
    with pytest.raises(RollupImpossible, match="没有任何月份"):
        run_rollup(tmp_path / "全市", (one, other), jobs=1)
    assert not (tmp_path / "全市").exists()


def test_two_districts_of_one_name_are_told_apart(city: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = city
    twin = tmp_path / "外市" / "甲区"
    shutil.copytree(other, twin)
    held = run_rollup(tmp_path / "全省", (one, twin), jobs=1).rollup
    assert [district.name for district in held.districts] == ["甲区", "甲区(2)"]
    assert held.as_of == dt.date(2026, 10, 31)
