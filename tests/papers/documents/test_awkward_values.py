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

from ledgerkit.model import filenames
from ledgerkit.model.columns import People, Text
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.progress import Silent
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Value
from ledgerkit.papers import catalog
from ledgerkit.papers.documents.alerted import GIST
from ledgerkit.rules.run import Run
from ledgerkit.run import letters
from ledgerkit.run.reckon import reckon
from ledgerkit.run.report import MonthReport

DISTRICT = Path(__file__).parents[3] / "samples" / "district"
DAYS = (
    (Month(2026, 10), dt.date(2026, 10, 31), Cycle.MONTH),
    (Month(2026, 10), dt.date(2026, 10, 12), Cycle.MONTH),
    (Month(2026, 10), dt.date(2026, 11, 10), Cycle.MONTH),
    (Month(2026, 9), dt.date(2026, 9, 30), Cycle.QUARTER),
)
"""On these the made-up district calls for every kind."""
AWKWARD = "“甲”<乙>&丙 'd' \"e\" {{ 丁 }} {% 戊 %} 😀𠮷\u0007 https://a.cn/?b=1&c=2"
SHOWN = AWKWARD[: GIST - 1].replace("\u0007", "")


@pytest.fixture(scope="module")
def runs() -> list[Run]:
    return [
        reckon(DISTRICT, Period.holding(month, cycle), as_of, jobs=1, progress=Silent())
        for month, as_of, cycle in DAYS
    ]


def spoiled(run: Run, spoil: Callable[[str], str | None]) -> Run:
    """The run with every free text and person of its rows changed; None for nothing there."""

    def value(column: object, given: Value) -> Value:
        if isinstance(column, Text | People) and column.sensitive:
            return given  # else every text would be masked as somebody's name
        if isinstance(column, Text) and isinstance(given, str):
            return spoil(given)
        if isinstance(column, People) and isinstance(given, tuple):
            return tuple(filter(None, map(spoil, given))) or None
        return given

    def entry(clean: Entry) -> Entry:
        values = map(value, clean.row.table.columns, clean.row.values)
        return replace(clean, row=replace(clean.row, values=tuple(values)))

    def items(found: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(item, entry=entry(item.entry)) for item in found)

    registers = {
        name: {key: entry(clean) for key, clean in entries.items()}
        for name, entries in run.register.entries.items()
    }
    outcome = replace(
        run.outcome,
        alerts=items(run.outcome.alerts),
        referrals=items(run.outcome.referrals),
        studies=items(run.outcome.studies),
    )
    register = replace(run.register, entries=registers)
    return replace(run, context=replace(run.context, register=register), outcome=outcome)


def called(run: Run) -> tuple[tuple[Document[Any], Letter], ...]:
    return letters.called_for(run, letters.every_kind(run.cycle)).letters


def written(run: Run, outside: bool = False) -> Iterator[tuple[str, Letter, str]]:
    """(kind, letter, all that it says) of every letter, or of those that leave the government.

    Without charts: they show figures only, and take most of the time.
    """
    for document, letter in called(run):
        if document.outside or letter.outside or not outside:
            plain = replace(letter, charts={})
            yield document.kind, letter, text(letters.output(document, plain, run.office).data)


def text(data: bytes) -> str:
    r"""All that the body says, line breaks as \n."""
    body = docx.Document(io.BytesIO(data)).element.body
    return "".join(map(_said, body.iter()))


def _said(one: Any) -> str:
    tag = str(one.tag).rpartition("}")[2]
    return (one.text or "") if tag == "t" else "\n" if tag == "br" else ""


def test_the_days_call_for_every_kind(runs: list[Run]) -> None:
    kinds = {document.kind for run in runs for document, _ in called(run)}
    assert kinds == {*catalog.documents()}


def test_signs_of_markup_and_tags_come_out_as_they_were_typed(runs: list[Run]) -> None:
    telling = set()
    for run in runs:
        for kind, _, body in written(spoiled(run, lambda value: AWKWARD)):
            assert "\u0007" not in body
            if SHOWN in body:
                telling.add(kind)
    assert {"交办单", "协办函", "移交函", "旁听庭审邀请函", "典型案例汇编", "通报"} <= telling


@pytest.mark.parametrize(
    "spoil",
    [
        lambda value: None,
        lambda value: value * 40,
        lambda value: "长" * 3000,
        lambda value: "一\n二\r\n三",
    ],
    ids=["empty", "repeated", "endless", "lines"],
)
def test_empty_and_endless_values_leave_whole_documents(
    runs: list[Run], spoil: Callable[[str], str | None]
) -> None:
    texts = [
        (letter.stem, body) for run in runs for _, letter, body in written(spoiled(run, spoil))
    ]
    assert len(texts) > 50
    assert [stem for stem, body in texts if "None" in body or "。。" in body] == []


def test_every_name_of_a_file_is_one_that_every_system_takes(runs: list[Run]) -> None:
    for run in runs:
        for _, letter in called(spoiled(run, lambda value: f"CON/{value}. ")):
            assert filenames.stem(letter.stem) == letter.stem
            assert len(f"{letter.stem}(新版10).docx".encode()) <= 255


def test_same_input_same_bytes_whatever_the_order_of_hashes(
    october: MonthReport, tmp_path: Path
) -> None:
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    call = ["month", str(DISTRICT), "--month", "2026-10", "--as-of", "2026-10-31"]
    done = subprocess.run(
        [sys.executable, "-m", "ledgerkit", *call, "--jobs", "1", "--out", str(tmp_path)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    here, there = files(october.folder), files(tmp_path)
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_no_firm_reads_of_another_in_what_leaves_the_government(runs: list[Run]) -> None:
    firms = [firm for firm in runs[0].office.firms if firm.contact]
    numbers = ("13912345678", "610303199001011234")
    other = firms[0]
    secret = (other.name, other.contact, *numbers)
    others = f"；另有{other.name}{other.contact}，{'，'.join(numbers)}"
    read = set()
    for run in runs:
        for kind, letter, body in written(spoiled(run, lambda value: value + others), outside=True):
            if other.name in letter.recipient:
                continue
            read.add(kind)
            assert [one for one in secret if one in body] == []
            strangers = [firm.name for firm in firms if firm.name not in letter.recipient]
            assert [name for name in strangers if name in body] == []
    assert read == {kind for kind, one in catalog.documents().items() if one.outside}
