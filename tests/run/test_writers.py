"""What a run writes is a list of writers: one more in it is written, recorded and replaced."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from ledgerkit.run import writers
from ledgerkit.run.store import Output
from ledgerkit.run.writers import Step, Writing
from months import VISIT, put, run, visits


def write_list(writing: Writing) -> Sequence[Step]:
    """The names of the files, and a second file of which nothing comes."""
    names = "\n".join(one.path for one in writing.run.submissions)
    return [lambda: Output("名单.txt", names.encode(), "名单"), lambda: None]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(writers, "WRITERS", (*writers.WRITERS, write_list))
    put(tmp_path, "a.xlsx", visits(VISIT))
    return tmp_path


def documents(report: Any) -> list[tuple[str, str]]:
    return [(one["kind"], one["path"]) for one in report.record["documents"]]


def test_a_further_writers_file_is_written_and_recorded(folder: Path) -> None:
    report = run(folder)
    assert (report.folder / "名单.txt").read_text(encoding="utf-8") == "收件/a.xlsx"
    assert documents(report)[-1] == ("名单", "结果/2026-10/名单.txt")
    assert documents(report)[0] == ("总表", "结果/2026-10/总表.xlsx")


def test_a_file_that_its_writer_gives_no_more_is_removed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder)
    monkeypatch.setattr(writers, "WRITERS", writers.WRITERS[:-1])
    report = run(folder)
    assert not (report.folder / "名单.txt").exists()


def test_a_writer_that_fails_leaves_what_the_last_run_wrote(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in run(folder).folder.rglob("*.xlsx")}
    put(folder, "b.xlsx", visits(VISIT.replace("甲公司", "乙公司")))

    def fail(writing: Writing) -> Sequence[Step]:
        raise ZeroDivisionError

    monkeypatch.setattr(writers, "WRITERS", (*writers.WRITERS, fail))
    with pytest.raises(ZeroDivisionError):
        run(folder)
    assert {path: path.read_bytes() for path in before} == before
