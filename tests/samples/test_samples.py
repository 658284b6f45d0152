"""The made-up district: a run over it says what was planted, and nothing else."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import msoffcrypto
import pytest

from ledgerkit.findings.wordings import CATALOGUE
from ledgerkit.run.report import MonthReport

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DISTRICT = SAMPLES / "district"
EXPECTED: dict[str, Any] = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))

PASSWORD = "1234"
"""Of the encrypted workbook: samples/make/__main__.py."""

Record = dict[str, Any]


@pytest.fixture(scope="module")
def record(october: MonthReport) -> Record:
    """The run record of October as other programs read it."""
    record: Record = json.loads(json.dumps(october.record))
    return record


def lines(rows: list[Record], *columns: str) -> list[str]:
    """Rows as sorted lines of text, so that a difference can be read."""
    return sorted(" | ".join(str(row[column]) for column in columns) for row in rows)


def said(record: Record) -> list[Record]:
    return [
        {"path": file["path"], **finding}
        for file in record["files"]
        for finding in file["findings"]
    ]


FINDING = ("path", "code", "severity", "sheet", "cell", "column", "settled")
ALERT = ("ledger", "key", "unit", "level", "started", "due", "days_late")
DUTY = ("duty", "who", "period", "required", "done", "state")


def test_every_planted_fault_is_found_where_it_stands_and_nothing_else_is(record: Record) -> None:
    assert lines(said(record), *FINDING) == lines(EXPECTED["findings"], *FINDING)


def test_every_late_item_alerts_at_its_level_and_no_other_item_does(record: Record) -> None:
    assert lines(record["alerts"], *ALERT) == lines(EXPECTED["alerts"], *ALERT)


def test_every_duty_that_is_not_done_is_told(record: Record) -> None:
    short = [duty for duty in record["duties"] if duty["state"] != "完成"]
    assert lines(short, *DUTY) == lines(EXPECTED["duties"], *DUTY)


def test_each_file_is_taken_for_what_it_is_and_no_row_is_lost(record: Record) -> None:
    found = {
        file["path"]: {"state": file["state"], "rows": file["rows"]} for file in record["files"]
    }
    assert found == EXPECTED["files"]


def test_the_counts_over_all_files_add_up(record: Record) -> None:
    rows = record["rows"]
    assert rows["read"] == sum(rows[fate] for fate in rows if fate != "read")
    assert rows["merged"] == sum(record["registers"].values())
    for name, count in rows.items():
        assert count == sum(file["rows"][name] for file in EXPECTED["files"].values())


def test_each_register_holds_the_story_s_keys(record: Record) -> None:
    assert record["registers"] == EXPECTED["registers"]


def test_the_samples_hold_what_the_issue_asks_for() -> None:
    files = [path for path in (DISTRICT / "收件").rglob("*") if path.is_file()]
    workbooks = [path for path in files if path.suffix in (".xlsx", ".xls", ".ods", ".et")]
    assert len(workbooks) >= 80
    assert {path.parent.name for path in files} == {"2026-07", "2026-08", "2026-09", "2026-10"}
    suffixes = Counter(path.suffix for path in workbooks)
    assert suffixes[".xls"] >= 3
    assert suffixes[".ods"] >= 3
    states = Counter(file["state"] for file in EXPECTED["files"].values())
    assert states["unreadable"] >= 3
    assert states["zero_report"] >= 1
    assert states["skipped"] >= 2
    assert {alert["level"] for alert in EXPECTED["alerts"]} == {"临期提醒", "催办", "督办", "通报"}
    assert {alert["ledger"] for alert in EXPECTED["alerts"]} == {
        "走访问题清单",
        "解决措施清单",
        "法治需求台账",
        "会议安排",
    }
    assert sum(path.stat().st_size for path in files) < 6_000_000


def test_every_planted_code_is_worded_in_the_catalogue_with_the_same_severity() -> None:
    for finding in EXPECTED["findings"]:
        assert CATALOGUE[finding["code"]].severity == finding["severity"], finding


def test_the_script_makes_the_samples_again(tmp_path: Path) -> None:
    # a process of its own: odfpy numbers namespaces by all that was read in the process before
    command = [sys.executable, "-X", "utf8", "-m", "samples.make", str(tmp_path)]
    subprocess.run(command, cwd=SAMPLES.parent, check=True, capture_output=True, timeout=240)
    made, kept = written(tmp_path), written(SAMPLES)
    assert sorted(made) == sorted(kept)
    assert [name for name in made if parts(made[name]) != parts(kept[name])] == []


def written(folder: Path) -> dict[str, bytes]:
    files = (*(folder / "district").rglob("*"), folder / "expected.json")
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.is_file()
    }


def parts(data: bytes) -> object:
    """What a file holds, whichever zlib packed it; of the damaged one, that it is torn."""
    if data.startswith(b"PK"):
        if not zipfile.is_zipfile(io.BytesIO(data)):
            return "torn"
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return [
                (part.filename, part.date_time, package.read(part)) for part in package.infolist()
            ]
    if b"E\0n\0c\0r\0y\0p\0t\0e\0d" in data:
        inside = io.BytesIO()
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        file.load_key(password=PASSWORD)
        file.decrypt(inside)
        return parts(inside.getvalue())
    return data
