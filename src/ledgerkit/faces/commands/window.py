"""``ledgerkit window``."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ledgerkit.faces.chinese import ChineseCommand
from ledgerkit.faces.commands import options
from ledgerkit.faces.window import dropped

if TYPE_CHECKING:
    from ledgerkit.faces.window.app import Action


@click.command(
    "window",
    cls=ChineseCommand,
    help="打开小窗口,检查表格(check)或汇总一个月(month);没有图形桌面时在命令行里做同样的事。",
    epilog="例:ledgerkit window check 区法院走访日志.xlsx",
)
@click.argument(
    "action", metavar="[check|month]", type=click.Choice(["check", "month"]), default="check"
)
@click.argument("paths", metavar="[文件或文件夹…]", type=click.Path(path_type=Path), nargs=-1)
@click.option(
    "--here",
    type=options.FOLDER,
    metavar="文件夹",
    help="脚本所在的文件夹:里面有名录就按它核对,汇总时就是办公文件夹。",
)
def command(action: Action, paths: tuple[Path, ...], here: Path | None) -> None:
    """Open the window."""
    from ledgerkit.faces.window.start import start

    launch = dropped.launch(os.environ)
    paths, here = paths or launch.paths, here or launch.here
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"找不到“{path}”")
    sys.exit(start(action, paths, here, dt.date.today()))
