"""Every kind of document with values as awkward as people's: each opens in Word and says them."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from ledgerkit import catalog, filenames
from ledgerkit.jobs import letters
from ledgerkit.jobs.month import reckon
from ledgerkit.jobs.progress import Silent
from ledgerkit.model.columns import People, Text
from ledgerkit.model.document import Letter
from ledgerkit.model.period import Cycle, Month
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Value
from ledgerkit.run import Run

DISTRICT = Path(__file__).parents[2] / "samples" / "district"
DAYS = (
    (Month(2026, 10), dt.date(2026, 10, 31), Cycle.MONTH),
    (Month(2026, 10), dt.date(2026, 10, 12), Cycle.MONTH),
    (Month(2026, 10), dt.date(2026, 11, 10), Cycle.MONTH),
    (Month(2026, 9), dt.date(2026, 9, 30), Cycle.QUARTER),
)
"""On these the made-up district calls for every kind."""
AWKWARD = "“甲”<乙>&丙 'd' \"e\" {{ 丁 }} {% 戊 %} 😀𠮷\u0007 https://a.cn/?b=1&c=2"
SHOWN = AWKWARD.replace("\u0007", "")


@pytest.fixture(scope="module")
def runs() -> list[Run]:
    return [
        reckon(DISTRICT, month, as_of, cycle=cycle, jobs=1, progress=Silent())
        for month, as_of, cycle in DAYS
    ]


def spoiled(run: Run, spoil: Callable[[str], str | None]) -> Run:
    """The run with every free text and person of its rows changed; None for nothing there."""

    def value(column: object, held: Value) -> Value:
        if isinstance(column, Text | People) and column.sensitive:
            return held  # else every text would be masked as somebody's name
        if isinstance(column, Text) and isinstance(held, str):
            return spoil(held)
        if isinstance(column, People) and isinstance(held, tuple):
            return tuple(filter(None, map(spoil, held))) or None
        return held

    def entry(one: Entry) -> Entry:
        values = map(value, one.row.table.columns, one.row.values)
        return replace(one, row=replace(one.row, values=tuple(values)))

    def items(held: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(one, entry=entry(one.entry)) for one in held)

    registers = {
        name: {key: entry(one) for key, one in held.items()}
        for name, held in run.register.entries.items()
    }
    outcome = replace(
        run.outcome,
        alerts=items(run.outcome.alerts),
        referrals=items(run.outcome.referrals),
        studies=items(run.outcome.studies),
    )
    return replace(run, register=replace(run.register, entries=registers), outcome=outcome)


def written(runs: list[Run]) -> Iterator[tuple[str, Letter, bytes]]:
    for run in runs:
        for document, letter in letters.called_for(run, letters.every_kind(run.cycle)).letters:
            yield document.kind, letter, letters.output(document, letter, run).data


def text(data: bytes) -> str:
    """All that the body says, line breaks as \\n."""
    body = docx.Document(io.BytesIO(data)).element.body
    return "".join(map(_said, body.iter()))


def _said(one: Any) -> str:
    tag = str(one.tag).rpartition("}")[2]
    return (one.text or "") if tag == "t" else "\n" if tag == "br" else ""


def test_the_days_call_for_every_kind(runs: list[Run]) -> None:
    kinds = {
        document.kind
        for run in runs
        for document, _ in letters.called_for(run, letters.every_kind(run.cycle)).letters
    }
    assert kinds == {*catalog.documents()}


def test_signs_of_markup_and_tags_come_out_as_they_were_typed(runs: list[Run]) -> None:
    awkward = [spoiled(run, lambda held: AWKWARD) for run in runs]
    telling = set()
    for kind, _, data in written(awkward):
        said = text(data)
        assert "\u0007" not in said
        if SHOWN in said:
            telling.add(kind)
    assert {"交办单", "协办函", "移交函", "旁听庭审邀请函", "典型案例汇编", "通报"} <= telling


@pytest.mark.parametrize(
    "spoil",
    [
        lambda held: None,
        lambda held: held * 40,
        lambda held: "长" * 3000,
        lambda held: "一\n二\r\n三",
    ],
    ids=["empty", "repeated", "endless", "lines"],
)
def test_empty_and_endless_values_leave_whole_documents(
    runs: list[Run], spoil: Callable[[str], str | None]
) -> None:
    kinds = {kind: text(data) for kind, _, data in written([spoiled(one, spoil) for one in runs])}
    assert len(kinds) > 10
    assert not [kind for kind, said in kinds.items() if "None" in said or "。。" in said]


def test_every_name_of_a_file_is_one_that_every_system_takes(runs: list[Run]) -> None:
    for _, letter, _ in written([spoiled(run, lambda held: f"CON/{held}. ") for run in runs]):
        assert filenames.stem(letter.stem) == letter.stem
        assert len(f"{letter.stem}(新版10).docx".encode()) <= 255


def test_same_input_same_bytes_whatever_the_order_of_hashes(tmp_path: Path) -> None:
    sums = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        call = ["month", str(DISTRICT), "--month", "2026-10", "--as-of", "2026-10-31"]
        done = subprocess.run(
            [sys.executable, "-m", "ledgerkit", *call, "--jobs", "1", "--out", str(out)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        files = sorted(path for path in out.rglob("*") if path.is_file())
        sums.append({path.relative_to(out).as_posix(): path.read_bytes() for path in files})
    assert sums[0].keys() == sums[1].keys()
    assert [name for name in sums[0] if sums[0][name] != sums[1][name]] == []


def test_no_firm_reads_of_another_in_what_leaves_the_government(runs: list[Run]) -> None:
    firms = [firm for firm in runs[0].office.firms if firm.contact]
    numbers = ("13912345678", "610303199001011234")
    other = firms[0]
    secret = (other.name, other.contact, *numbers)
    planted = [
        spoiled(run, lambda held: f"{held}；另有{other.name}{other.contact}，{'，'.join(numbers)}")
        for run in runs
    ]
    read = set()
    for kind, letter, data in written(planted):
        if not catalog.documents()[kind].outside or other.name in letter.recipient:
            continue
        said = text(data)
        read.add(kind)
        assert [one for one in secret if one in said] == []
        strangers = [firm.name for firm in firms if firm.name not in letter.recipient]
        assert [name for name in strangers if name in said] == []
    assert read == {kind for kind, one in catalog.documents().items() if one.outside}
