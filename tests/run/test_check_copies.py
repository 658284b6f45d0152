"""check --out again: our own copies are replaced, edited ones stay."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from ledgerkit.run.check import CHECKED, run_check
from months import VISIT, put, visits


def written(out: Path) -> set[str]:
    return {path.name for path in out.iterdir()} - {CHECKED}


def wrong(*days: str) -> dict[str, str]:
    return visits(*(VISIT.replace("2026-10-13", day) for day in days))


def test_a_second_check_writes_nothing_beside_the_first(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", wrong("2026.13.1"))
    out = tmp_path / "副本"
    run_check([tmp_path / "收件"], out=out)
    first = written(out)
    data = {name: (out / name).read_bytes() for name in first}
    run_check([tmp_path / "收件"], out=out)
    assert {name: (out / name).read_bytes() for name in written(out)} == data


def test_other_findings_replace_our_own_copy(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", wrong("2026.13.1"))
    out = tmp_path / "副本"
    run_check([tmp_path / "收件"], out=out)
    first = {name: (out / name).read_bytes() for name in written(out)}
    put(tmp_path, "a.xlsx", wrong("2026.14.1"))
    run_check([tmp_path / "收件"], out=out)
    second = {name: (out / name).read_bytes() for name in written(out)}
    assert second.keys() == first.keys()
    assert second != first


def test_a_copy_that_a_person_edited_stays(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", wrong("2026.13.1"))
    out = tmp_path / "副本"
    report = run_check([tmp_path / "收件"], out=out)
    copy = out / report.copies[0].path
    book = openpyxl.load_workbook(copy)
    book.worksheets[0]["A1"] = "改过"
    book.save(copy)
    edited = copy.read_bytes()
    again = run_check([tmp_path / "收件"], out=out)
    assert copy.read_bytes() == edited
    assert again.copies[0].path != report.copies[0].path
    third = run_check([tmp_path / "收件"], out=out)
    assert third.copies[0].path == again.copies[0].path


def test_checking_another_file_into_the_same_folder_forgets_nothing(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", wrong("2026.13.1"))
    put(tmp_path, "b.xlsx", wrong("2026.13.1"))
    out = tmp_path / "副本"
    run_check([tmp_path / "收件" / "a.xlsx"], out=out)
    run_check([tmp_path / "收件" / "b.xlsx"], out=out)
    both = written(out)
    put(tmp_path, "a.xlsx", wrong("2026.14.1"))
    run_check([tmp_path / "收件" / "a.xlsx"], out=out)
    assert written(out) == both


def test_a_copy_of_a_file_that_is_right_now_goes(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx", wrong("2026.13.1"))
    out = tmp_path / "副本"
    run_check([tmp_path / "收件"], out=out)
    assert len(written(out)) == 1
    put(tmp_path, "a.xlsx", visits(VISIT.replace("是 | WT-法院-202610-001", "否 |")))
    run_check([tmp_path / "收件"], out=out)
    assert written(out) == set()
