"""Arbitrary spreadsheets: none may show a fault of the program, hang, or take too much memory.

``LEDGERKIT_CORPUS=FOLDER python -m pytest -s tests/corpus`` takes every file below the folder,
whatever it is, along the road of ``check`` and ``month``: read and checked in a worker, merged, and
built into a returned copy. It prints what became of the files, and the slowest and the largest.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from ledgerkit import office as offices
from ledgerkit.intake.inbox import SECONDS, ReceivedFile, files_below, take_in
from ledgerkit.intake.worker_process import MEMORY
from ledgerkit.ledgers import catalog
from ledgerkit.model.finding import Finding
from ledgerkit.model.submission import FileState, Submission
from ledgerkit.run.examine import examine
from ledgerkit.workbooks import returned
from watch import Stopwatch, children_peak

CORPUS = os.environ.get("LEDGERKIT_CORPUS", "")
SLACK = 2.0
"""Seconds that may go by until a worker that has used up its time is ended and replaced."""
AT_ONCE = 200
"""Files that are merged together, as those of a month are."""
SHOWN = 5


@dataclass
class Outcome:
    """What became of one file, and how long it took until that was known."""

    file: ReceivedFile
    said: str
    seconds: float
    size: int


@pytest.mark.skipif(not CORPUS, reason="LEDGERKIT_CORPUS 没有指明放表格的文件夹")
def test_no_file_of_the_corpus_is_too_much() -> None:
    folder = Path(CORPUS)
    files = files_below(folder, folder)
    assert files, f"{folder} 里没有文件"
    began = time.monotonic()
    outcomes = [
        outcome
        for start in range(0, len(files), AT_ONCE)
        for outcome in _outcomes(files[start : start + AT_ONCE])
    ]
    peak = children_peak()
    print(_summary(outcomes, time.monotonic() - began, peak))
    assert [one.said for one in outcomes if one.said.startswith("程序出错")] == []
    assert [one.file.name for one in outcomes if one.seconds > SECONDS + SLACK] == []
    assert peak <= MEMORY


def _outcomes(files: Sequence[ReceivedFile]) -> Iterator[Outcome]:
    """Each file's outcome; where they end in a fault the half of them that holds it is found."""
    watch = Stopwatch()
    try:
        submissions = take_in(files, offices.default(), jobs=1, progress=watch)
        said = examine(submissions, offices.default(), catalog.ledgers()).by_file()
        yield from map(_returned, files, submissions, said.values(), watch.seconds)
    except Exception as fault:
        if len(files) == 1:
            name, size = files[0].name, files[0].path.stat().st_size
            yield Outcome(files[0], f"程序出错:{name}: {fault!r}", sum(watch.seconds), size)
            return
        half = len(files) // 2
        yield from _outcomes(files[:half])
        yield from _outcomes(files[half:])


def _returned(
    file: ReceivedFile, submission: Submission, findings: tuple[Finding, ...], seconds: float
) -> Outcome:
    """The outcome of a file that was read, once its returned copy is built as well."""
    began = time.monotonic()
    returned.build(file.path, findings)
    took = max(seconds, time.monotonic() - began)
    return Outcome(file, _state(submission), took, file.path.stat().st_size)


def _state(submission: Submission) -> str:
    """The state of the file, and the finding that says why it gave no table."""
    if submission.raw.problem:
        return f"{submission.state} {submission.raw.problem.code}"
    return str(submission.state)


def _summary(outcomes: Sequence[Outcome], seconds: float, peak: int) -> str:
    counts = Counter(one.said for one in outcomes).most_common()
    rows = sum(one.said.startswith(FileState.MERGED) for one in outcomes)
    slowest = sorted(outcomes, key=lambda one: -one.seconds)[:SHOWN]
    largest = sorted(outcomes, key=lambda one: -one.size)[:SHOWN]
    held = f"{peak >> 20} MB" if peak else "不详"
    return "\n".join(
        (
            f"\n{len(outcomes)} 个文件,{seconds:.0f} 秒,最大的工作进程占 {held},认出台账 {rows} 个",
            *(f"{count:6} {said}" for said, count in counts),
            "最慢:",
            *(f"{one.seconds:6.2f} 秒 {one.file.name}({one.said})" for one in slowest),
            "最大:",
            *(f"{one.size / 1e6:6.1f} MB {one.file.name}({one.said})" for one in largest),
        )
    )
