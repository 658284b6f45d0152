"""In one run each thing is done once: a record parsed, the context built, findings grouped."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from ledgerkit.findings.by_file import FindingsByFile, by_file
from ledgerkit.model.outcome import Outcome
from ledgerkit.rules.context import RegisterContext
from ledgerkit.run.directory import load_office
from ledgerkit.run.store.names import read_record
from ledgerkit.run.trace import trace
from months import PROBLEM, VISIT, problems, put, run, visits

STEPS: dict[str, Callable[..., Any]] = {
    "名录 is read": load_office,
    "the context is built": RegisterContext.__init__,
    "the context's rows are indexed": vars(RegisterContext)["_by_row"].func,
    "findings are grouped": by_file,
    "open findings are picked": vars(FindingsByFile)["open_by_file"].func,
    "the outcome is made": Outcome.__init__,
}


@contextlib.contextmanager
def counted() -> Iterator[Counter[str]]:
    """How often each step was called meanwhile, and each record read, by the folder's name."""
    names = {_code(function): name for name, function in STEPS.items()}
    reading, counts = _code(read_record), Counter[str]()

    def notice(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in names:
            counts[names[frame.f_code]] += 1
        elif event == "call" and frame.f_code is reading:
            counts[f"the record of {frame.f_locals['folder'].name} is read"] += 1

    before = sys.getprofile()
    sys.setprofile(notice)
    try:
        yield counts
    finally:
        sys.setprofile(before)


def _code(function: Callable[..., Any]) -> CodeType:
    code = function.__code__
    assert isinstance(code, CodeType)
    return code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office that ran in September."""
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", problems(PROBLEM))
    run(tmp_path, "2026-09-30", "2026-09")
    return tmp_path


ONCE = dict.fromkeys((*STEPS, "the record of 2026-09 is read", "the record of 2026-10 is read"), 1)


def test_the_first_run_of_a_month_does_each_thing_once(folder: Path) -> None:
    with counted() as counts:
        run(folder)
    assert counts == ONCE


def test_a_month_that_is_run_again_does_each_thing_once(folder: Path) -> None:
    run(folder)
    with counted() as counts:
        run(folder)
    assert counts == ONCE


def test_documents_without_classified_rows_look_at_a_context_of_their_own(folder: Path) -> None:
    put(folder, "b.xlsx", problems(PROBLEM.replace("拖欠货款", "【机密】拖欠货款")))
    with counted() as counts:
        run(folder)
    assert counts["the context is built"] == 2
    assert counts["findings are grouped"] == counts["open findings are picked"] == 1


def test_trace_does_each_thing_once(folder: Path) -> None:
    as_of = run(folder).run.as_of
    with counted() as counts:
        trace(folder, "WT-法院-202610-001", as_of, jobs=1)
    assert counts == ONCE
