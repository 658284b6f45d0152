"""--documents: which kinds are written, and what becomes of the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ledgerkit.faces.cli import cli
from ledgerkit.model.period import Cycle
from ledgerkit.run import letters
from months import PROBLEM, VISIT, problems, put, run, visits

NOTICE, REPORT = "文书/督办通知-区法院.docx", "文书/2026年10月情况通报.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", problems(PROBLEM))
    return tmp_path


def documents(folder: Path) -> set[str]:
    results = folder / "结果" / "2026-10"
    return {path.relative_to(results).as_posix() for path in results.glob("文书/*")}


def recorded(report: Any, key: str = "documents") -> set[str]:
    paths = {one["path"] for one in report.record[key]}
    return {path[path.index("文书/") :] for path in paths if "文书/" in path}


def test_all_kinds_are_written_unless_some_are_named(folder: Path) -> None:
    assert recorded(run(folder)) >= {NOTICE, REPORT}
    assert recorded(run(folder, out=folder / "督办", documents=["督办通知"])) == {NOTICE}
    assert recorded(run(folder, out=folder / "无", documents=[])) == set()


def test_kinds_not_asked_for_stay_as_they_are(folder: Path) -> None:
    every = recorded(run(folder))
    second = run(folder, documents=["督办通知"])
    assert recorded(second) == {NOTICE}
    assert recorded(second, "kept") == every - {NOTICE}
    assert documents(folder) == every


def test_what_was_left_is_known_for_our_own_when_its_turn_comes_again(folder: Path) -> None:
    every = recorded(run(folder, "2026-10-30"))
    run(folder, documents=[])
    run(folder, documents=[])
    before = (folder / "结果/2026-10" / REPORT).read_bytes()
    assert recorded(run(folder)) == documents(folder) == every
    assert (folder / "结果/2026-10" / REPORT).read_bytes() != before


def test_a_kind_that_is_asked_for_and_no_longer_called_for_goes(folder: Path) -> None:
    run(folder)
    put(folder, "b.xlsx", problems(PROBLEM.replace("办理中 | |", "不予受理 | 2026-10-20 |")))
    run(folder, documents=["催办单"])
    assert NOTICE in documents(folder)
    run(folder, documents=["督办通知"])
    assert NOTICE not in documents(folder)


def test_what_a_person_removed_is_not_kept_in_the_record(folder: Path) -> None:
    run(folder)
    (folder / "结果/2026-10" / NOTICE).unlink()
    assert NOTICE not in recorded(run(folder, documents=[]), "kept")


def test_kinds_on_request_are_written_only_by_name() -> None:
    every, default = letters.every_kind(Cycle.MONTH), letters.kinds(Cycle.MONTH)
    on_request = [kind for kind in every if kind not in default]
    for kind in on_request:
        assert kind in letters.kinds(Cycle.MONTH, [kind])
        assert kind in letters.kinds(Cycle.MONTH, [letters.ALL, kind])
    assert letters.kinds(Cycle.MONTH, []) == ()


@pytest.mark.parametrize(
    "written, said",
    [
        ("甲乙丙", "没有“甲乙丙”这种文书,可选:全部、无、会议通知、"),
        ("无,通报", "写了“无”就不能再写别的"),
    ],
)
def test_an_unknown_kind_is_a_wrong_call_that_names_the_choices(
    folder: Path, written: str, said: str
) -> None:
    call = ["month", str(folder), "--month", "2026-10", "--documents", written]
    result = CliRunner().invoke(cli, call)
    assert result.exit_code == 2
    assert said in result.output
    assert not (folder / "结果").exists()


@pytest.mark.parametrize("written", ["督办通知", "督办通知，催办单", "无"])
def test_kinds_may_be_separated_as_people_do(folder: Path, written: str) -> None:
    call = ["month", str(folder), "--month", "2026-10", "--as-of", "2026-10-31", "--jobs", "1"]
    result = CliRunner().invoke(cli, [*call, "--documents", written])
    assert result.exit_code == 0, result.output
    assert documents(folder) == ({NOTICE} if "督办" in written else set())
