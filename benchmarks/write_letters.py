"""How long the notices of 500 alerts take to write, beside plain docxtpl, in one run.

    python benchmarks/write_letters.py [ALERTS]

Both fill the same templates with the same letters, one for each alert of the made-up district in
samples/, over and over until there are so many; docxtpl as its manual shows it: open the template,
render with autoescape, save. Only the filling is timed, all of it in memory, and both must say the
same words. What comes out of ledgerkit has the office's fonts, fixed times and no names besides.

On two shared cores, Python 3.11, 500 letters (seconds vary, the ratio little):

    docxtpl 0.20    10.1 s    20.2 ms a letter
    ledgerkit        0.2 s     0.4 ms a letter    ×0.018

A template is opened, joined and compiled once, and its parts that no tag touches are compressed
once; what remains is to fill the tags and to compress the parts that hold them.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import docx
from docxtpl import DocxTemplate

from ledgerkit.model.document import Document, Letter
from ledgerkit.model.period import Period
from ledgerkit.model.progress import Silent
from ledgerkit.papers import catalog, word
from ledgerkit.papers.documents.alert_letters import CIRCULAR, PRESSING, REMINDER, SUPERVISION
from ledgerkit.rules.run import Run
from ledgerkit.run.reckon import reckon

DISTRICT = Path(__file__).parent.parent / "samples" / "district"
KINDS = (REMINDER, PRESSING, SUPERVISION, CIRCULAR)
ALERTS = 500
ROUNDS = 3

Job = tuple[Document[Any], Letter]


def jobs(run: Run, alerts: int) -> list[Job]:
    """One letter for each of so many alerts."""
    found: list[Job] = []
    for alert in run.outcome.alerts:
        alone = replace(run, outcome=replace(run.outcome, alerts=(alert,)))
        for kind in KINDS:
            document = catalog.documents()[kind]
            found += [(document, letter) for letter in document.letters(alone)]
    return list(islice(cycle(found), alerts))


def with_docxtpl(job: Job) -> bytes:
    document, letter = job
    template = DocxTemplate(word.template_path(document.template))
    template.render(dict(letter.context), autoescape=True)
    target = io.BytesIO()
    template.save(target)
    return target.getvalue()


def timed(write: Callable[[Job], bytes], todo: list[Job]) -> float:
    """Seconds that all the letters take."""
    start = time.perf_counter()
    for job in todo:
        write(job)
    return time.perf_counter() - start


def words(data: bytes) -> list[str]:
    """The text of every paragraph, in tables too."""
    body = docx.Document(io.BytesIO(data)).element.body
    return [
        "".join(run.text or "" for run in one.r_lst) for one in body.iter() if one.tag[-2:] == "}p"
    ]


def main() -> None:
    """Measure both in turns and print the best round of each."""
    alerts = int(sys.argv[1]) if len(sys.argv) > 1 else ALERTS
    run = reckon(
        DISTRICT, Period.parse("2026-10"), dt.date(2026, 11, 10), jobs=1, progress=Silent()
    )
    todo = jobs(run, alerts)

    def with_ledgerkit(job: Job) -> bytes:
        document, letter = job
        return word.render(document, letter, run.office, word.template_path(document.template))

    different = [
        job[1].stem for job in todo[:40] if words(with_docxtpl(job)) != words(with_ledgerkit(job))
    ]
    if different:
        sys.exit(f"not the same words: {different[0]}")
    rounds = [(timed(with_docxtpl, todo), timed(with_ledgerkit, todo)) for _ in range(ROUNDS)]
    plain, own = (min(seconds) for seconds in zip(*rounds, strict=True))
    kinds = sorted({document.kind for document, _ in todo})
    print(f"{len(todo)} letters ({', '.join(kinds)})")
    print(f"docxtpl    {plain:6.2f} s  {plain / len(todo) * 1000:6.2f} ms a letter")
    print(f"ledgerkit  {own:6.2f} s  {own / len(todo) * 1000:6.2f} ms a letter  ×{own / plain:.3f}")


if __name__ == "__main__":
    main()
