"""``ledgerkit new``."""

from __future__ import annotations

from pathlib import Path

import click

from ledgerkit.faces import arguments
from ledgerkit.faces.chinese import ChineseCommand
from ledgerkit.faces.commands import options
from ledgerkit.faces.progress import Bars
from ledgerkit.model.period import Month
from ledgerkit.run.new import NewReport, make_office


@click.command(
    "new",
    cls=ChineseCommand,
    help="新建办公文件夹:名录、各单位的空白表、收件和结果文件夹;再运行只补缺少的。"
    "写了月份的,没有办完的事项已填在新月份的表里。",
    epilog="例:ledgerkit new 陈仓区 --month 2026-11",
)
@click.argument("folder", metavar="文件夹", type=options.FOLDER)
@click.option(
    "--month", type=options.MONTH, metavar="月份", help="写进空白表的填报月份,例如 2026-11。"
)
def command(folder: Path, month: Month | None) -> None:
    """Make an office folder."""
    as_of = arguments.as_of(None, month.shift(-1).last) if month else None
    with Bars() as bars:
        report = make_office(folder, month, as_of, progress=bars)
    show(report)


def show(report: NewReport) -> None:
    """What was made, and the next step."""
    for name in report.made:
        click.echo(f"已写 {report.folder / name}")
    if report.carried:
        click.echo(f"没有办完的事项 {report.carried} 行已填进各单位的新表,编号不变,不用重新填。")
    kept = f",{report.kept} 个原来就有,没有动" if report.kept else ""
    click.echo(f"共写 {len(report.made)} 个文件{kept}。")
    click.echo("下一步:填好 名录.xlsx,把空白表发给各单位;收回的表放进 收件,再双击 汇总.cmd。")
