"""A run that is killed leaves every file whole, and the next run ends as if nothing had been."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from random import Random

import pytest

from ledgerkit.run.store import ResultsBusy, open_results
from months import PROBLEM, VISIT, block, problems, put, run, visits

OUTPUT = (".xlsx", ".docx", ".gz", ".json")


def command(folder: Path) -> list[str]:
    asked = ["month", str(folder), "--month", "2026-10", "--as-of", "2026-10-31", "--jobs", "1"]
    return [sys.executable, "-m", "ledgerkit", *asked]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def change(folder: Path) -> None:
    """What came since the first run: other rows, another finding, another letter."""
    put(folder, "a.xlsx", visits(VISIT.replace("情况", "新的情况")), of=block(filed="2026-11-05"))
    put(folder, "c.xlsx", visits(VISIT.replace("-001 | 2026", "-002 | 十月")), of=block("区检察院"))


def untroubled(folder: Path, elsewhere: Path) -> dict[str, bytes]:
    """What the same files come to in another folder, where nobody kills the run."""
    shutil.copytree(folder / "收件", elsewhere / "收件")
    run(elsewhere)
    return files(elsewhere / "结果")


def first_run(folder: Path) -> None:
    put(folder, "a.xlsx", visits(VISIT))
    put(folder, "b.xlsx", problems(PROBLEM))
    run(folder)


def test_a_killed_run_leaves_whole_files_and_the_next_one_succeeds(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first_run(tmp_path)
    change(tmp_path)
    results = tmp_path / "结果"
    old, new = files(results), untroubled(tmp_path, tmp_path_factory.mktemp("whole"))
    random = Random(2026)
    started = {path: path.stat().st_mtime_ns for path in results.rglob("*")}
    for attempt in range(4):
        process = subprocess.Popen(
            command(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_for_writing(process, results, started, random.uniform(0, 0.12), attempt)
        process.kill()
        process.wait()
        assert_whole(tmp_path, old, new)
    run(tmp_path)
    made = files(results)
    record = "2026-10/运行记录.json"
    assert json.loads(made[record]) == json.loads(new[record])
    assert made == new


def wait_for_writing(
    process: subprocess.Popen[bytes],
    results: Path,
    before: dict[Path, int],
    more: float,
    attempt: int,
) -> None:
    """Until the run has begun to write, and a while longer; once until it reads."""
    journal = results / "2026-10" / ".ledgerkit.journal"
    while process.poll() is None:
        if attempt == 0 and journal.is_file():
            break
        changed = [p for p in results.rglob("*.xlsx") if stamp(p) != before.get(p)]
        if changed:
            break
        time.sleep(0.005)
    time.sleep(more)


def stamp(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


def assert_whole(folder: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Each file is the old or the new one; the record can be read and names what is there."""
    for path, data in files(folder / "结果").items():
        if path.endswith(OUTPUT) and not path.endswith("运行记录.json"):
            assert data in (old.get(path), new.get(path)), path
            if path.endswith((".xlsx", ".docx")):
                assert zipfile.ZipFile(folder / "结果" / path).testzip() is None
    record = json.loads((folder / "结果/2026-10/运行记录.json").read_text(encoding="utf-8"))
    for document in record["documents"]:
        assert (folder / document["path"]).is_file(), document["path"]


def test_while_one_run_writes_another_says_so_and_touches_nothing(tmp_path: Path) -> None:
    first_run(tmp_path)
    change(tmp_path)
    target = tmp_path / "结果" / "2026-10"
    before = files(tmp_path / "结果")
    with open_results(target):
        with pytest.raises(ResultsBusy):
            run(tmp_path)
        second = subprocess.run(command(tmp_path), capture_output=True, check=False)
        assert second.returncode == 2
        assert "另一次汇总正在写" in second.stderr.decode(errors="replace")
    assert files(tmp_path / "结果") == before
    run(tmp_path)
