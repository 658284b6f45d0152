"""What ``quarter`` and ``year`` share: their options, the run, and what is shown of it."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from ledgerkit.faces.chinese import ChineseCommand, DayType, PeriodType
from ledgerkit.faces.commands import month, options
from ledgerkit.faces.progress import Bars
from ledgerkit.faces.show import print_json
from ledgerkit.jobs.intake import RECEIVED
from ledgerkit.jobs.period import run_period
from ledgerkit.model.period import Cycle, Period


def longer(name: str, cycle: Cycle, *, word: str, written: str, help: str) -> click.Command:
    """The command for a cycle: ``word`` is what its period is called, ``written`` an example."""

    @click.command(
        name, cls=ChineseCommand, help=help, epilog=f"例:ledgerkit {name} 陈仓区 --{name} {written}"
    )
    @click.argument("folder", metavar="办公文件夹", type=options.EXISTING_FOLDER)
    @click.option(
        f"--{name}",
        "period",
        type=PeriodType(cycle, word, written),
        metavar=word,
        required=True,
        help=f"汇总哪个{word},例如 {written}。",
    )
    @click.option(
        "--as-of",
        type=DayType(),
        metavar="日期",
        help=f"算到哪一天;默认今天,已过的{word}算到末日。",
    )
    @click.option(
        "--out", type=options.FOLDER, metavar="文件夹", help=f"结果写到哪里,默认 结果/{written}。"
    )
    @click.option("--strict", is_flag=True, help="有必须改的就以退出码 1 结束。")
    @click.option("--json", "as_json", is_flag=True, help="只输出运行记录(JSON)。")
    @options.documents(cycle)
    @options.jobs
    def command(
        folder: Path,
        period: Period,
        as_of: dt.date | None,
        out: Path | None,
        strict: bool,
        as_json: bool,
        documents: tuple[str, ...],
        jobs: int | None,
    ) -> None:
        """Run a period on an office folder."""
        options.refuse_received(out, folder / RECEIVED)
        as_of = as_of or min(dt.date.today(), period.last)
        with Bars() as bars:
            report = run_period(
                folder, period, as_of, out=out, documents=documents, jobs=jobs, progress=bars
            )
        if as_json:
            print_json(report.record)
        else:
            month.show(report)
        sys.exit(options.MUST_MEND if strict and report.must else options.GOOD)

    return command
