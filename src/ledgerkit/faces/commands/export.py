"""``ledgerkit export``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from ledgerkit.faces import arguments
from ledgerkit.faces.chinese import ChineseCommand
from ledgerkit.faces.commands import options
from ledgerkit.faces.progress import Bars
from ledgerkit.intake.inbox import RECEIVED
from ledgerkit.model.period import Month
from ledgerkit.run.export import FORMATS, ExportReport, run_export


@click.command(
    "export",
    cls=ChineseCommand,
    help="把各台账、预警、待改问题、履职和指标导出成 csv 或 parquet,每行带来源;不动 结果。"
    "csv 里会被 Excel 当成公式或丢掉数字的文字,前面加一个 '。",
    epilog="例:ledgerkit export 陈仓区 --to csv --month 2026-10",
)
@click.argument("folder", metavar="办公文件夹", type=options.EXISTING_FOLDER)
@click.option(
    "--to",
    type=click.Choice(FORMATS),
    metavar="csv|parquet",
    required=True,
    help="csv 用 Excel 打开,parquet 给分析程序用。",
)
@click.option("--month", type=options.MONTH, metavar="月份", help="导出到哪个月为止,默认本月。")
@click.option(
    "--as-of", type=options.DAY, metavar="日期", help="算到哪一天;默认今天,已过的月份算到月末。"
)
@click.option(
    "--out", type=options.FOLDER, metavar="文件夹", help="写到哪里,默认 导出/月份/csv 或 parquet。"
)
@options.jobs
def command(
    folder: Path,
    to: str,
    month: Month | None,
    as_of: dt.date | None,
    out: Path | None,
    jobs: int | None,
) -> None:
    """Export a month of an office folder."""
    out = arguments.target(out, folder / RECEIVED)
    month = month or Month.of(arguments.as_of(None))
    day = arguments.as_of(as_of, month.last)
    with Bars() as bars:
        report = run_export(folder, month, day, to=to, out=out, jobs=jobs, progress=bars)
    show(report)


def show(report: ExportReport) -> None:
    """What was written, each with its rows."""
    click.echo(f"写在 {report.folder}:")
    for stored, count in zip(report.stored, report.rows.values(), strict=True):
        click.echo(f"  {stored.path}  {count} 行")
        if stored.note:
            click.echo(f"  {stored.note}")
    click.echo(f"共 {len(report.stored)} 个文件、{sum(report.rows.values())} 行。")
