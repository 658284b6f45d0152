"""``ledgerkit doctor``."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from ledgerkit.faces.chinese import ChineseCommand
from ledgerkit.faces.commands import options
from ledgerkit.faces.ending import GOOD, MUST_MEND
from ledgerkit.run.doctor import Item, State, examine


@click.command(
    "doctor",
    cls=ChineseCommand,
    help="看看这台机器缺什么、该怎么办。退出码:0 能用,1 缺少必需的。",
    epilog="例:ledgerkit doctor 陈仓区",
)
@click.argument(
    "folder", metavar="[文件夹]", type=options.EXISTING_FOLDER, default=Path(), required=False
)
def command(folder: Path) -> None:
    """Examine the machine, and an office folder if one is named."""
    items = [*examine(folder.resolve(), dt.date.today()), *_addin()]
    for line in lines(items):
        click.echo(line)
    lacking = any(item.state is State.LACKING for item in items)
    sys.exit(MUST_MEND if lacking else GOOD)


def _addin() -> Iterator[Item]:
    """How it stands with the tab in Excel; nothing where there is no Excel for Windows."""
    from ledgerkit.faces.excel import install

    try:
        found = install.status(install.Places.of_user(), None)
    except install.NotForThisSystem:
        return
    if found.version is None or not found.starts:
        yield Item(
            "Excel 按钮",
            State.ADVICE,
            "没有装好“台账工具”选项卡",
            "请运行 ledgerkit addin install;或者把文件拖到 检查.cmd 上,结果一样。",
        )
    else:
        yield Item("Excel 按钮", State.GOOD, f"已装“台账工具”选项卡,版本 {found.version}")


def lines(items: Iterable[Item]) -> Iterator[str]:
    """What was found, each with its remedy, and how it stands in all."""
    items = list(items)
    for item in items:
        yield f"[{item.state}] {item.name}:{item.found}"
        if item.remedy:
            yield f"       {item.remedy}"
    lacking = sum(item.state is State.LACKING for item in items)
    advice = sum(item.state is State.ADVICE for item in items)
    more = f",另有 {advice} 条建议" if advice else ""
    yield f"缺少 {lacking} 项,请先补上{more}。" if lacking else f"可以使用{more}。"
