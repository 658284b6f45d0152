"""``import ledgerkit`` as scripts and notebooks use it."""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ledgerkit
from grids import workbook
from ledgerkit.run.report import MonthReport
from months import PROBLEM, VISIT, problems, put, visits

README = Path(__file__).resolve().parents[2] / "README.md"
JOBS = ("check", "export", "month", "new", "quarter", "rollup", "trace", "year")
KEY = "WT-法院-202610-001"
LONGEST = 200


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office folder with a problem, and its October run from Python."""
    folder = tmp_path_factory.mktemp("api") / "陈仓区"
    put(folder, "a.xlsx", visits(VISIT))
    put(folder, "b.xlsx", problems(PROBLEM.replace("合同债务", "<b>别的</b>")))
    return folder


@pytest.fixture(scope="module")
def report(district: Path) -> MonthReport:
    return ledgerkit.month(district, "2026-10", documents=(), jobs=1)


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A script of its own, as somebody would write it: nothing stands under ``if __name__``."""
    script = folder / "script.py"
    script.write_text(code, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-X", "utf8", script.name],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_all_that_is_public_is_there_and_nothing_else() -> None:
    missing = [name for name in ledgerkit.__all__ if not hasattr(ledgerkit, name)]
    assert missing == []
    assert set(ledgerkit.__all__) <= set(dir(ledgerkit))
    assert set(JOBS) == {
        name for name in ledgerkit.__all__ if inspect.isfunction(getattr(ledgerkit, name))
    }
    with pytest.raises(AttributeError, match="nosuch"):
        getattr(ledgerkit, "nosuch")  # noqa: B009 - mypy knows that it is not there


def test_every_error_that_is_public_has_the_one_base() -> None:
    public = (getattr(ledgerkit, name) for name in ledgerkit.__all__)
    errors = [one for one in public if inspect.isclass(one) and issubclass(one, Exception)]
    assert len(errors) > 8
    assert [one for one in errors if not issubclass(one, ledgerkit.LedgerkitError)] == []


def test_no_public_name_is_that_of_a_module_which_would_take_its_place_once_imported() -> None:
    root = Path(ledgerkit.__file__).parent
    assert {path.stem for path in root.iterdir()} & set(ledgerkit.__all__) == set()


def test_importing_brings_in_nothing_but_itself(tmp_path: Path) -> None:
    code = "import sys, ledgerkit\nprint(*(m for m in sys.modules if m.startswith('ledgerkit')))"
    done = run(f"{code}\nprint('click' in sys.modules, 'lxml' in sys.modules)", tmp_path)
    assert done.stdout.split() == ["ledgerkit", "False", "False"], done.stderr


@pytest.mark.parametrize("name", JOBS)
def test_a_job_says_what_it_takes_gives_and_raises(name: str) -> None:
    job = getattr(ledgerkit, name)
    text = inspect.getdoc(job) or ""
    parts = dict(re.findall(r"(?ms)^(Args|Returns|Raises):\n(.*?)(?=^\S|\Z)", text))
    assert set(parts) == {"Args", "Returns", "Raises"}
    assert re.findall(r"(?m)^    (\w+):", parts["Args"]) == list(inspect.signature(job).parameters)
    raised = re.findall(r"(?m)^    (\w+):", parts["Raises"])
    assert raised
    assert [name for name in raised if name not in ledgerkit.__all__] == []


def test_a_month_and_then_a_check(report: MonthReport, district: Path) -> None:
    assert report.folder == district / "结果" / "2026-10"
    assert report.record["as_of"] == min(dt.date.today(), dt.date(2026, 10, 31)).isoformat()
    checked = ledgerkit.check(district / "收件" / "a.xlsx", district, jobs=1)
    assert (list(checked.findings), checked.rows) == (["收件/a.xlsx"], 1)
    both = ledgerkit.check(
        [district / "收件" / "a.xlsx", str(district / "收件" / "b.xlsx")], jobs=1
    )
    assert len(both.findings) == 2


def test_a_report_says_itself_in_a_line_and_in_a_notebook_as_a_table(
    report: MonthReport, district: Path
) -> None:
    checked = ledgerkit.check(district, jobs=1)
    assert repr(checked) == f"CheckReport(files=2, rows=2, must=1, look={checked.look})"
    assert repr(report).startswith("MonthReport(2026-10, as_of=2026-10-31, files=2, rows=2, must=1")
    assert len(repr(report)) < LONGEST + len(str(report.folder))
    assert repr(report.run) == "Run(2026-10, as_of=2026-10-31, files=2)"
    page = checked._repr_html_()
    assert page.startswith("<p>2 个文件、2 行,必须改 1 处")
    assert "&lt;b&gt;别的&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "<td>总表</td><td>1</td>" in report._repr_html_()


def test_a_long_list_of_findings_is_cut_and_counted(tmp_path: Path) -> None:
    rows = (PROBLEM.replace(KEY, f"WT-法院-202610-{n:03}") for n in range(1, 80))
    put(tmp_path, "b.xlsx", problems(*(row.replace("合同债务", "别的") for row in rows)))
    checked = ledgerkit.check(tmp_path, jobs=1)
    page = checked._repr_html_()
    assert checked.must >= 79
    assert page.count("<tr>") == 51
    assert page.endswith(f"<p>……另有 {checked.must + checked.look - 50} 条</p>")


def test_the_other_jobs_from_python(report: MonthReport, district: Path, tmp_path: Path) -> None:
    quarter = ledgerkit.quarter(district, "2026Q4", documents="无", jobs=1)
    assert quarter.folder.name == quarter.record["period"] == "2026Q4"
    year = ledgerkit.year(district, 2026, "2026-10-31", out=tmp_path / "年", documents=(), jobs=1)
    assert (year.record["period"], year.folder) == ("2026", tmp_path / "年")
    found = ledgerkit.trace(district, KEY.lower(), jobs=1)
    assert repr(found).startswith(f"Trace(走访问题清单 {KEY}, as_of=")
    together = ledgerkit.rollup(tmp_path / "全市", district, "2026-10", jobs=1)
    assert repr(together).startswith("RollupReport(2026-10, districts=1, rows=2,")
    tables = ledgerkit.export(district, month="2026-10", out=tmp_path / "表", jobs=1)
    assert tables.rows["走访日志.csv"] == 1
    assert len(repr(tables)) < LONGEST + len(str(tables.folder))


def test_a_new_office_from_python(tmp_path: Path) -> None:
    units = "| 单位名称 | 简称 |\n| 区法院 | 法院 |"
    points = "| 联系点名称 | 简称 | 负责人 | 所属园区 |\n| 一号联系点 | 一号 | 张三 | 甲园区 |"
    (tmp_path / "名录.xlsx").write_bytes(workbook({"单位": units, "服务联系点": points}))
    made = ledgerkit.new(tmp_path, "2026-11")
    assert "空白表/2026-11/区法院/区法院-2026-11-走访日志.xlsx" in made.made
    assert repr(made) == (
        f"NewReport(made={len(made.made)}, kept=1, carried=0, folder={tmp_path.as_posix()!r})"
    )


def test_a_frame_that_is_not_there_is_refused_with_those_that_are(report: MonthReport) -> None:
    with pytest.raises(ledgerkit.FrameUnknown, match="没有“走访”,可选:走访日志、") as refused:
        report.frame("走访")
    assert isinstance(refused.value, KeyError)


@pytest.mark.parametrize(
    "call",
    [
        lambda folder: ledgerkit.month(folder, "2026-10"),
        lambda folder: ledgerkit.quarter(folder, "2026Q4"),
        lambda folder: ledgerkit.year(folder, "2026"),
        lambda folder: ledgerkit.trace(folder, KEY),
        lambda folder: ledgerkit.export(folder),
        lambda folder: ledgerkit.check(folder),
        lambda folder: ledgerkit.check(README, folder),
        lambda folder: ledgerkit.rollup(folder.parent / "全市", [folder]),
    ],
)
def test_a_folder_that_is_not_there_is_refused_and_not_made(
    call: Callable[[Path], Any], tmp_path: Path
) -> None:
    with pytest.raises(ledgerkit.NotThere, match=r"“.*陈仓”.*请") as refused:
        call(tmp_path / "陈仓")
    assert isinstance(refused.value, FileNotFoundError)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda folder: ledgerkit.month(folder, "2026-13"), "“2026-13”不是月份,请写成 2026-10"),
        (lambda folder: ledgerkit.month(folder, "2026Q4"), "“2026Q4”不是月份"),
        (lambda folder: ledgerkit.quarter(folder, "2026-10"), "“2026-10”不是季度"),
        (lambda folder: ledgerkit.year(folder, 26), "“26”不是年份"),
        (lambda folder: ledgerkit.month(folder, "2026-10", "十月"), "“十月”不是日期"),
        (lambda folder: ledgerkit.month(folder, "2026-10", documents=["函"]), "没有“函”这种文书"),
        (lambda folder: ledgerkit.month(folder, "2026-10", documents=""), "没有写文书种类"),
        (lambda folder: ledgerkit.month(folder, "2026-10", out=folder / "收件"), "结果不能写到"),
        (lambda folder: ledgerkit.check(folder, out=folder / "x"), "结果不能写到"),
        (lambda folder: ledgerkit.check([]), "没有写文件或文件夹"),
        (lambda folder: ledgerkit.export(folder, "xlsx"), "“xlsx”不行,请写 csv、parquet"),
        (lambda folder: ledgerkit.new(folder, "十月"), "“十月”不是月份"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_written(
    call: Callable[[Path], Any], message: str, tmp_path: Path
) -> None:
    with pytest.raises(ledgerkit.WrongCall, match=f"^{message}.*。$") as refused:
        call(tmp_path)
    assert "请" in str(refused.value)
    assert isinstance(refused.value, ValueError)
    assert list(tmp_path.iterdir()) == []


def test_the_block_of_the_readme_runs_as_it_stands(tmp_path: Path) -> None:
    """As a script without ``if __name__``: workers must not run it again."""
    (code,) = re.findall(r"(?ms)^```python\n(.*?)^```$", README.read_text(encoding="utf-8"))
    folder = tmp_path / "陈仓区"
    put(folder, "a.xlsx", visits(VISIT))
    put(tmp_path, "a.xlsx", visits(VISIT))
    (tmp_path / "收件" / "a.xlsx").rename(tmp_path / "区法院走访日志.xlsx")
    done = run(code, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"收件里没有编号“{KEY}”")
    record = folder / "结果" / "2026-11" / "运行记录.json"
    assert json.loads(record.read_text(encoding="utf-8"))["as_of"] == "2026-11-30"


def test_types_are_shipped() -> None:
    assert Path(str(importlib.import_module("ledgerkit").__file__)).with_name("py.typed").is_file()
