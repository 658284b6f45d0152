"""``ledgerkit addin``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from ledgerkit import __version__
from ledgerkit.faces.chinese import ChineseCommand
from ledgerkit.faces.commands import options
from ledgerkit.faces.excel import build, install
from ledgerkit.faces.excel.install import Places
from ledgerkit.run.store import ResultsUnwritable, write_atomically


@click.command(
    "addin",
    cls=ChineseCommand,
    help="Excel 里的“台账工具”选项卡:生成(build)、安装(install)、查看(status)、卸载(remove)。",
    epilog="例:ledgerkit addin install",
)
@click.argument(
    "action", metavar="动作", type=click.Choice(["build", "install", "status", "remove"])
)
@click.option(
    "--out", type=options.FOLDER, metavar="文件夹", help="build 写到哪里,默认当前文件夹。"
)
def command(action: str, out: Path | None) -> None:
    """Build, install, look at or remove the add-in."""
    if out is not None and action != "build":
        raise click.UsageError("--out 只用于 build")
    lines = _build(out or Path()) if action == "build" else _INSTALLED[action](Places.of_user())
    for line in lines:
        click.echo(line)


def _build(out: Path) -> Iterator[str]:
    target = out / build.ADDIN
    try:
        write_atomically(target, build.build())
    except OSError as error:
        raise ResultsUnwritable(str(target)) from error
    yield f"已写 {target}"


def _install(places: Places) -> Iterator[str]:
    python = install.own_python()
    install.install(places, build.build(), python)
    yield f"已装 {places.addin}"
    yield f"按钮启动的程序:{python}"
    yield "下一步:重新打开 Excel,功能区里会有“台账工具”选项卡。"


def _status(places: Places) -> Iterator[str]:
    try:
        data = build.build()
    except build.BuilderMissing:
        data = None
    found = install.status(places, data)
    if found.stranger:
        yield str(install.NotOurs(places.addin))
    elif found.version is None:
        yield "没有安装。请运行:ledgerkit addin install"
    else:
        same = "与本程序一致" if found.is_current else f"与本程序({__version__})不一致,请重新安装"
        yield f"已装 {places.addin},版本 {found.version},{same}。"
    if found.python is None:
        yield "没有记下按钮启动的程序。"
    else:
        missing = "" if found.starts else "(找不到这个程序,请重新安装)"
        yield f"按钮启动的程序:{found.python}{missing}"


def _remove(places: Places) -> Iterator[str]:
    gone = install.remove(places)
    yield from (f"已删 {path}" for path in gone)
    if places.addin.is_file():
        yield str(install.NotOurs(places.addin))
    elif not gone:
        yield "本来就没有安装。"


_INSTALLED: dict[str, Callable[[Places], Iterator[str]]] = {
    "install": _install,
    "status": _status,
    "remove": _remove,
}
