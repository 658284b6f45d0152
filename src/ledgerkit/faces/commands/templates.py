"""``ledgerkit templates``."""

from __future__ import annotations

from pathlib import Path

import click

from ledgerkit.faces.chinese import ChineseCommand
from ledgerkit.faces.commands import options
from ledgerkit.run.new import write_templates


@click.command(
    "templates",
    cls=ChineseCommand,
    help="按台账声明重新生成空白表和名录的模板。",
    epilog="例:ledgerkit templates --out templates/xlsx",
)
@click.option(
    "--out",
    type=options.FOLDER,
    metavar="文件夹",
    default=Path("templates", "xlsx"),
    help="写到哪里,默认 templates/xlsx。",
)
def command(out: Path) -> None:
    """Rebuild templates/xlsx."""
    for path in write_templates(out):
        click.echo(f"已写 {path}")
