"""``ledgerkit rollup``."""

from __future__ import annotations

from pathlib import Path

import click

from ledgerkit.faces.chinese import ChineseCommand
from ledgerkit.faces.commands import options
from ledgerkit.faces.progress import Bars
from ledgerkit.run.rollup import RollupReport, run_rollup


@click.command(
    "rollup",
    cls=ChineseCommand,
    help="把各区县一个月的结果汇成一份:总表(对比、排名、各表、预警)、通报和运行记录。",
    epilog="例:ledgerkit rollup 全市 陈仓区 岭川区 --month 2026-10",
)
@click.argument("out", metavar="写到的文件夹", type=options.FOLDER)
@click.argument(
    "folders", metavar="区县文件夹…", type=options.EXISTING_FOLDER, nargs=-1, required=True
)
@click.option(
    "--month", metavar="月份", help="哪个月(2026-10、2026Q4、2026),默认各区县都有的最近一个。"
)
@options.jobs
def command(out: Path, folders: tuple[Path, ...], month: str | None, jobs: int | None) -> None:
    """Put the results of many districts together."""
    with Bars() as bars:
        report = run_rollup(out, folders, month, jobs=jobs, progress=bars)
    show(report)


def show(report: RollupReport) -> None:
    """What to look at, what was written, and how it adds up."""
    rollup = report.rollup
    for finding in report.findings:
        click.echo(finding.message)
    click.echo(f"写在 {report.folder}:")
    for stored in report.stored:
        click.echo(f"  {stored.kind}  {stored.path}")
        if stored.note:
            click.echo(f"  {stored.note}")
    counts = " + ".join(
        f"{district.name} {district.record['rows']['merged']}" for district in rollup.districts
    )
    click.echo(f"{rollup.month} 共汇总 {rollup.rows['merged']} 行 = {counts}。")
    click.echo("下一步:看 总表.xlsx 的“区县对比”和“排名”,通报核对后签发。")
