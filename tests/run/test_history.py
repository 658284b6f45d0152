"""What earlier runs left, told from their records, whatever stands in these."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ledgerkit.model.period import Month, Period
from ledgerkit.run.history import History
from ledgerkit.run.store import RECORD, Stored, open_results, read_previous, to_json

DOCUMENT = {"path": "结果/2026-10/文书/a.docx", "sha256": "aa", "kind": "通报", "for": "区法院"}
ALERT = {"ledger": "走访问题清单", "key": "WT", "level": "催办"}


def recorded(folder: Path, **record: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / RECORD).write_text(to_json(record), encoding="utf-8")
    return folder


def test_what_a_run_wrote_and_what_it_left_are_its_outputs(tmp_path: Path) -> None:
    kept = {**DOCUMENT, "path": "结果/2026-10/文书/b.docx"}
    folder = recorded(tmp_path, documents=[DOCUMENT], kept=[kept])
    previous = read_previous(folder, below="结果/2026-10/")
    assert previous.outputs == (
        Stored("文书/b.docx", "aa", "通报", "区法院"),
        Stored("文书/a.docx", "aa", "通报", "区法院"),
    )
    assert previous.wrote("文书/a.docx", "aa")
    assert not previous.wrote("文书/a.docx", "bb")


@pytest.mark.parametrize(
    "record",
    [
        {"documents": "没有", "alerts": "没有", "notes": []},
        {"documents": [None, 1, {"path": "a"}, {**DOCUMENT, "for": 3}], "alerts": None},
        {},
    ],
)
def test_what_is_no_entry_of_a_record_is_passed_over(
    tmp_path: Path, record: dict[str, Any]
) -> None:
    previous = read_previous(recorded(tmp_path, **record))
    assert (previous.outputs, [*previous.alerts], previous.levels) == ((), [], None)
    assert previous.notes_base == ""


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe"])
def test_a_file_that_is_no_record_tells_nothing_and_is_kept(tmp_path: Path, content: bytes) -> None:
    (tmp_path / RECORD).write_bytes(content)
    with open_results(tmp_path) as results:
        assert results.previous.record == {}
        assert not results.previous.is_record
        results.record({"documents": []})
    assert read_previous(tmp_path).is_record
    (kept,) = (tmp_path / "历次").iterdir()
    assert kept.read_bytes() == content


def test_a_month_is_held_against_the_month_before(tmp_path: Path) -> None:
    recorded(tmp_path / "2026-09", documents=[], alerts=[ALERT, {"key": "x"}, 3])
    history = History(tmp_path)
    assert history.levels_before(Period.parse("2026-10")) == {("走访问题清单", "WT"): "催办"}
    assert history.levels_before(Period.parse("2026-11")) is None


def test_a_quarter_without_a_record_of_its_own_ended_as_its_last_month(tmp_path: Path) -> None:
    recorded(tmp_path / "2026-09", documents=[], alerts=[ALERT])
    assert History(tmp_path).levels_before(Period.parse("2026Q4"))
    recorded(tmp_path / "2026Q3", documents=[], alerts=[])
    assert History(tmp_path).levels_before(Period.parse("2026Q4")) == {}


def test_the_runs_until_a_month_come_the_latest_first_and_without_the_one_left_out(
    tmp_path: Path,
) -> None:
    for name in ("2026-08", "2026-09", "2026-10", "2026-11", "2026Q3", "别的"):
        recorded(tmp_path / name, documents=[])
    found = History(tmp_path).until(Month(2026, 10), but=tmp_path / "2026-09")
    assert [run.folder.name for run in found] == ["2026-10", "2026-08"]


def test_a_record_that_was_read_is_not_read_again(tmp_path: Path) -> None:
    folder = recorded(tmp_path / "2026-10", documents=[], alerts=[ALERT])
    history = History(tmp_path)
    assert history.of(folder).levels
    (folder / RECORD).unlink()
    assert history.of(folder).levels
    known = read_previous(folder)
    assert History(tmp_path, known).of(folder) is known
