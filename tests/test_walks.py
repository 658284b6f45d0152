"""The walks of docs/adding-a-ledger.md, done in a copy of the tree as the page says them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "adding-a-ledger.md"
_NEW = re.compile(r"<!-- new file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
_RUN = re.compile(r"<!-- run in the tree -->\n```python\n(.*?)```", re.DOTALL)
_BELOW = re.compile(r"<!-- below this line of (\S+): (.*?) -->\n```\w+\n(.*?)```", re.DOTALL)
OFFICE = """
import datetime as dt
import sys
from pathlib import Path

import openpyxl

import ledgerkit

office = Path(sys.argv[1])
ledgerkit.new(office, "2026-10")
blank = next(office.rglob("区法院-2026-10-信访事项台账.xlsx"))
book = openpyxl.load_workbook(blank)
sheet = book["信访事项台账"]
headers = {cell.value: cell.column for cell in sheet[5]}
rows = (
    ("XF-法院-202610-001", dt.date(2026, 10, 9), "工程款没有结清", "办理中", None),
    ("XF-法院-202610-002", "10/12/2026", "拖欠工资", "已办结", None),
    ("XF-法院-202610-003", "2026.13.1", "反映收费", "已反馈", dt.date(2026, 10, 20)),
)
for at, (key, day, petition, status, replied) in enumerate(rows, start=6):
    for title, value in {
        "信访编号": key,
        "收件日期": day,
        "承办单位": "区法院",
        "信访事项": petition,
        "难易程度": "一般",
        "办理状态": status,
        "答复日期": replied,
    }.items():
        sheet.cell(at, headers[title]).value = value
book.save(office / "收件" / "区法院信访.xlsx")
ledgerkit.month(office, "2026-10", "2026-10-31", documents=["督办通知", "来信回执"])
"""


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree in which the page has been followed."""
    tree = tmp_path_factory.mktemp("walk")
    for name in ("src", "templates"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    page = PAGE.read_text(encoding="utf-8")
    for path, content in _NEW.findall(page):
        assert not (tree / path).exists()
        (tree / path).write_text(content, encoding="utf-8")
    for path, line, addition in _BELOW.findall(page):
        before, found, after = (tree / path).read_text(encoding="utf-8").partition(f"{line}\n")
        assert found, f"{path}: {line}"
        (tree / path).write_text(before + found + addition + after, encoding="utf-8")
    for program in _RUN.findall(page):
        subprocess.run([sys.executable, "-X", "utf8", "-c", program], cwd=tree, check=True)
    return tree


@pytest.fixture(scope="module")
def office(walked: Path) -> Path:
    """An office folder whose month was run by that copy."""
    folder = walked / "office"
    environment = {**os.environ, "PYTHONPATH": str(walked / "src"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", OFFICE, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def record(office: Path) -> Any:
    path = office / "结果" / "2026-10" / "运行记录.json"
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_new_ledger_is_read_checked_and_merged(record: Any) -> None:
    (file,) = record["files"]
    assert file["ledgers"] == ["信访事项台账"]
    assert record["registers"]["信访事项台账"] == 3
    assert list(record["registers"])[-1] == "信访事项台账"
    found = [(one["code"], one["cell"]) for one in file["findings"] if one["sheet"]]
    assert ("closed-without-feedback", "J7") in found
    assert ("date-unreadable", "C8") in found


def test_its_clock_alerts_by_the_limit_that_it_ships(record: Any) -> None:
    alerts = {one["key"]: one for one in record["alerts"]}
    assert alerts["XF-法院-202610-001"]["due"] == "2026-10-22"
    assert alerts["XF-法院-202610-001"]["level"] == "督办"
    assert alerts["XF-法院-202610-001"]["reckoning"].startswith("2026-10-09 收件,一般 10 个工作日")


def test_the_new_way_of_writing_days_is_read(record: Any) -> None:
    alerts = {one["key"]: one for one in record["alerts"]}
    assert alerts["XF-法院-202610-002"]["started"] == "2026-10-12"


def test_its_duty_is_reckoned_for_every_unit(record: Any) -> None:
    own = [one for one in record["duties"] if one["duty"] == "信访接待"]
    assert {one["who"]: one["done"] for one in own}["区法院"] == 2
    assert {one["period"] for one in own} == {"2026Q4"}


def test_it_has_a_sheet_in_the_summary_and_a_notice_to_the_unit(office: Path) -> None:
    import openpyxl

    results = office / "结果" / "2026-10"
    book = openpyxl.load_workbook(results / "总表.xlsx", read_only=True)
    assert "信访事项台账" in book.sheetnames
    assert (results / "文书" / "督办通知-区法院.docx").is_file()


def test_the_new_document_is_written_to_the_unit(office: Path, record: Any) -> None:
    import docx

    path = "文书/来信回执-区法院.docx"
    written = {one["path"]: one for one in record["documents"]}
    assert [(one["kind"], one["for"]) for name, one in written.items() if name.endswith(path)] == [
        ("来信回执", "区法院")
    ]
    letter = docx.Document(str(office / "结果" / "2026-10" / path))
    texts = [paragraph.text for paragraph in letter.paragraphs]
    assert "收到你单位登记的来信2件：工程款没有结清、拖欠工资。" in texts
