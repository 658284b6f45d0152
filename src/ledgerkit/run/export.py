"""``ledgerkit export``: what stands, as files for analysts; 结果 is not touched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledgerkit import __version__
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.progress import Progress, Silent
from ledgerkit.run.reckon import reckon
from ledgerkit.run.record import output_entry
from ledgerkit.run.store import WRITTEN, Output, Stored, open_results

EXPORTS = "导出"
RECORD = "导出记录.json"
FORMATS = ("csv", "parquet")


@dataclass(frozen=True)
class ExportReport:
    """What was written, and how many rows each file holds, by its name."""

    folder: Path
    stored: Sequence[Stored]
    rows: Mapping[str, int]

    def __repr__(self) -> str:
        return (
            f"ExportReport(files={len(self.stored)}, rows={sum(self.rows.values())}, "
            f"folder={self.folder.as_posix()!r})"
        )


def run_export(
    folder: Path,
    month: Month,
    as_of: dt.date,
    *,
    to: str = "csv",
    out: Path | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> ExportReport:
    """Write every ledger and list of a month as it stands to ``out``, or 导出/MONTH/FORMAT.

    ``to`` is one of FORMATS. ParquetUnavailable without pyarrow; what else it raises is as with
    ``run_month``. The same input gives the same bytes.
    """
    from ledgerkit.run import frames
    from ledgerkit.run.frames import files

    if to == "parquet":
        files.require_parquet()
    write = files.parquet if to == "parquet" else files.csv
    progress = progress or Silent()
    run = reckon(folder, Period.holding(month, Cycle.MONTH), as_of, jobs=jobs, progress=progress)
    target = out or folder / EXPORTS / str(month) / to
    names = frames.names(run)
    progress.stage("写出文件", len(names))
    rows: dict[str, int] = {}
    stored: list[Stored] = []
    with open_results(target, RECORD) as results:
        for name in names:
            frame = frames.of_run(run, name)
            rows[f"{name}.{to}"] = len(frame)
            stored.append(results.write(Output(f"{name}.{to}", write(frame), name)))
            progress.advance()
        results.record(_record(month, as_of, stored, rows))
        results.clear_stale()
    return ExportReport(target, stored, rows)


def _record(
    month: Month, as_of: dt.date, stored: Sequence[Stored], rows: Mapping[str, int]
) -> dict[str, object]:
    return {
        "version": __version__,
        "month": str(month),
        "as_of": as_of.isoformat(),
        WRITTEN: [
            {**output_entry(output), "rows": count}
            for output, count in zip(stored, rows.values(), strict=True)
        ],
    }
