"""``ledgerkit quarter`` and ``ledgerkit year``: the months' own rows, over a longer period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from pathlib import Path

from ledgerkit.model.period import Period
from ledgerkit.model.progress import Progress
from ledgerkit.run.letters import ALL
from ledgerkit.run.month import run_month
from ledgerkit.run.report import MonthReport


def run_period(
    folder: Path,
    period: Period,
    as_of: dt.date,
    *,
    out: Path | None = None,
    documents: Collection[str] = (ALL,),
    jobs: int | None = None,
    progress: Progress | None = None,
) -> MonthReport:
    """Run a period on an office folder and write its results to ``out`` (结果/2026Q4 by default).

    What it raises and gives is what ``run_month`` does.
    """
    month = period.months[-1]
    return run_month(
        folder,
        month,
        as_of,
        cycle=period.cycle,
        out=out,
        documents=documents,
        jobs=jobs,
        progress=progress,
    )
