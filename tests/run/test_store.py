"""Results on disk: whole or not at all, and nothing that a person edited is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ledgerkit.run.store import (
    RECORD,
    Output,
    ResultsBusy,
    ResultsUnwritable,
    Stored,
    open_results,
    sha256,
    to_json,
)
from ledgerkit.run.store.locks import locked, open_lock


def record(folder: Path, known: dict[str, str]) -> None:
    """What a run that left these sums recorded."""
    left = [{"path": p, "sha256": s, "kind": "文书", "for": ""} for p, s in known.items()]
    (folder / RECORD).write_text(to_json({"documents": left}), encoding="utf-8")


def write(folder: Path, outputs: dict[str, bytes], known: dict[str, str]) -> list[Stored]:
    record(folder, known)
    with open_results(folder) as results:
        stored = [results.write(Output(path, data, "文书")) for path, data in outputs.items()]
        results.clear_stale()
    return stored


def files(folder: Path) -> dict[str, bytes]:
    """All but the record."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != RECORD
    }


def test_what_the_kit_wrote_is_replaced_and_what_is_stale_removed(tmp_path: Path) -> None:
    first = write(tmp_path, {"总表.xlsx": b"1", "文书/a.docx": b"a", "文书/b.docx": b"b"}, {})
    known = {one.path: one.sha256 for one in first}
    write(tmp_path, {"总表.xlsx": b"2", "文书/a.docx": b"a"}, known)
    assert files(tmp_path) == {"总表.xlsx": b"2", "文书/a.docx": b"a"}


def test_an_edited_register_book_is_kept_whole_before_it_is_replaced(tmp_path: Path) -> None:
    known = {"总表.xlsx": sha256(b"1")}
    (tmp_path / "总表.xlsx").write_bytes(b"edited")
    (stored,) = write(tmp_path, {"总表.xlsx": b"2"}, known)
    kept = f"历次/总表-{sha256(b'edited')[:8]}.xlsx"
    assert files(tmp_path) == {"总表.xlsx": b"2", kept: b"edited"}
    assert kept in stored.note


def test_any_other_edited_file_stays_and_the_new_one_goes_beside_it(tmp_path: Path) -> None:
    known = {"文书/a.docx": sha256(b"a")}
    (tmp_path / "文书").mkdir()
    (tmp_path / "文书" / "a.docx").write_bytes(b"signed")
    (stored,) = write(tmp_path, {"文书/a.docx": b"new"}, known)
    assert stored.path == "文书/a(新版).docx"
    assert files(tmp_path) == {"文书/a.docx": b"signed", "文书/a(新版).docx": b"new"}
    (again,) = write(tmp_path, {"文书/a.docx": b"newer"}, {stored.path: stored.sha256})
    assert files(tmp_path) == {"文书/a.docx": b"signed", "文书/a(新版).docx": b"newer"}
    assert again.path == stored.path


def test_an_edited_file_that_is_no_longer_wanted_stays(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"edited")
    write(tmp_path, {}, {"a.docx": sha256(b"a")})
    assert files(tmp_path) == {"a.docx": b"edited"}


def test_two_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    with open_results(tmp_path), pytest.raises(ResultsBusy), open_results(tmp_path):
        pass
    with open_results(tmp_path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="an open file keeps its name there")
def test_a_lock_file_that_its_run_took_away_is_no_lock(tmp_path: Path) -> None:
    with open_results(tmp_path):
        stream = open_lock(tmp_path)
    with stream, pytest.raises(ResultsBusy), locked(stream, tmp_path):
        pass


def test_two_outputs_of_one_name_both_stay_on_every_run(tmp_path: Path) -> None:
    outputs = [Output("x.xlsx", data, "检查结果") for data in (b"1", b"2")]
    known: dict[str, str] = {}
    for _ in range(2):
        record(tmp_path, known)
        with open_results(tmp_path) as results:
            stored = [results.write(output) for output in outputs]
            results.clear_stale()
        known = {one.path: one.sha256 for one in stored}
        assert files(tmp_path) == {"x.xlsx": b"1", "x(新版).xlsx": b"2"}
        assert [one.note for one in stored] == ["", ""]


def test_names_that_some_systems_take_for_one_are_kept_apart(tmp_path: Path) -> None:
    outputs = {"文书/通报-ABC.docx": b"1", "文书/通报-abc.docx": b"2"}
    first = write(tmp_path, outputs, {})
    assert [one.path for one in first] == ["文书/通报-ABC.docx", "文书/通报-abc(新版).docx"]
    again = write(tmp_path, outputs, {one.path: one.sha256 for one in first})
    assert again == first
    assert list(files(tmp_path).values()) == [b"1", b"2"]


def test_a_file_that_was_not_asked_for_stays(tmp_path: Path) -> None:
    (stored,) = write(tmp_path, {"文书/a.docx": b"a"}, {})
    record(tmp_path, {stored.path: stored.sha256})
    with open_results(tmp_path) as results:
        results.clear_stale(keep=[stored.path])
    assert files(tmp_path) == {"文书/a.docx": b"a"}


def test_a_folder_where_a_file_must_be_is_left_and_written_beside(tmp_path: Path) -> None:
    (tmp_path / "总表.xlsx").mkdir()

    stored = write(tmp_path, {"总表.xlsx": b"1"}, {})

    assert stored[0].path == "总表(新版).xlsx"
    assert files(tmp_path) == {"总表(新版).xlsx": b"1"}


def test_a_file_where_a_folder_must_be_is_said_and_left(tmp_path: Path) -> None:
    (tmp_path / "文书").write_bytes(b"mine")

    with pytest.raises(ResultsUnwritable):
        write(tmp_path, {"文书/a.docx": b"a"}, {})

    assert files(tmp_path) == {"文书": b"mine"}
