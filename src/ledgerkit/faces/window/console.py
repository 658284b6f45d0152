"""What the window does, where there is none: asked and told on the console."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from ledgerkit.faces import arguments
from ledgerkit.faces.ending import WRONG_CALL, Failure
from ledgerkit.faces.progress import Bars
from ledgerkit.faces.window.task import CheckTask, MonthTask, Task, is_office, months
from ledgerkit.faces.window.work import Done, attempt
from ledgerkit.model.errors import WrongCall


def check(paths: Sequence[Path], here: Path | None) -> int:
    """Check the files, asking for one if there is none; the exit status."""
    if not paths:
        named = _ask("请把要检查的文件或文件夹拖到这里,再按回车:").strip().strip("\"'")
        if not named or not Path(named).exists():
            return _refuse(f"找不到“{named}”。请把文件拖到 检查 上面再试。")
        paths = [Path(named)]
    return _do(CheckTask(paths, here))


def month(folder: Path | None, today: dt.date) -> int:
    """Sum up a month of an office folder, asking which; the exit status."""
    if folder is None or not is_office(folder):
        return _refuse("这里不是办公文件夹。请把有 名录.xlsx 和 收件 的文件夹拖到 汇总 上面。")
    likely, other = months(today)
    typed = _ask(f"汇总哪个月?直接按回车是 {likely},也可以输入 {other} 这样的月份:").strip()
    try:
        chosen = arguments.month(typed) if typed else likely
    except WrongCall as error:
        return _refuse(str(error))
    return _do(MonthTask(folder, chosen, today))


def stay() -> None:
    """Keep a console that opened for us alone until the person has read it."""
    if sys.stdin is not None and sys.stdin.isatty():
        _ask("按回车键关闭。")


def _do(task: Task) -> int:
    with Bars() as bars:
        outcome = attempt(task, bars)
    match outcome:
        case Done(result):
            print(result.text)
            return result.status
        case Failure(text, status):
            print(text, file=sys.stderr)
            return status
    return WRONG_CALL


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return WRONG_CALL


def _ask(question: str) -> str:
    """What the person types; nothing where nobody can."""
    try:
        return input(question)
    except EOFError:
        print()
        return ""
