"""What the add-in starts: ``pythonw -P -m ledgerkit.faces.button ACTION --hwnd=… --wb=…``.

No console is there: everything is said in Excel's status bar and in one box at the end.
"""

from __future__ import annotations

import datetime as dt
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

TITLE = "台账工具"
_NO_XLWINGS = (
    "这台电脑上的台账工具没有装 Excel 按钮要用的部分(xlwings)。请让管理员安装,"
    "或者改用“检查.cmd”:把文件拖到它上面,结果一样。"
)
_NO_LIBRARY = (
    "台账工具缺少程序库 {},这次没有检查。请从离线安装包重新运行“安装”,"
    "或请管理员运行 ledgerkit doctor 看看缺什么。"
)
_UNKNOWN = "没有这个按钮:{}。请重新运行一次:ledgerkit addin install"
_HEAVY = ("pandas", "matplotlib", "numpy", "PIL")
"""What xlwings imports if it is there: most of its start, and we hand over plain values only."""


def main(words: Sequence[str] | None = None) -> None:
    """Press a button; what it has to say goes into a box over Excel."""
    message = press(sys.argv[1:] if words is None else words, Path.home())
    if message:
        box(message)
    host = sys.modules.get("ledgerkit.faces.excel.host")
    if host:
        host.give_back()


def press(words: Sequence[str], home: Path, show: Callable[[Path], object] | None = None) -> str:
    """Do what the words ask for, and give what is to be said; nothing is raised.

    ``home`` is where backups go, ``show`` opens a file for the user.
    """
    try:
        import_xlwings()
        from ledgerkit.faces.excel import host
    except ImportError:
        return _NO_XLWINGS
    try:
        from ledgerkit.faces.ending import failure
        from ledgerkit.faces.excel.actions import ACTIONS, Desk
        from ledgerkit.faces.show import open_outside
    except ImportError as error:
        return _NO_LIBRARY.format(error.name or error)

    pressed = host.Press.parse(words)
    if pressed.action not in ACTIONS:
        return _UNKNOWN.format(pressed.action)
    try:
        with host.pressed_book(pressed) as book:
            desk = Desk(dt.datetime.now(), home, show or open_outside)
            return ACTIONS[pressed.action](book, desk)
    except Exception as error:
        return failure(host.Busy() if host.is_refusal(error) else error).text


def import_xlwings() -> None:
    """Import xlwings alone, unless what it would take along is there already; ImportError."""
    if any(name in sys.modules for name in _HEAVY):
        return
    absent: dict[str, Any] = dict.fromkeys(_HEAVY)
    sys.modules.update(absent)
    try:
        importlib.import_module("xlwings")
        if sys.platform == "win32":
            # xlwings itself passes over a pywin32 that is missing or broken.
            importlib.import_module("xlwings._xlwindows")
    finally:
        for name in _HEAVY:
            del sys.modules[name]


def box(text: str) -> None:
    """A box over all windows; without Windows, the standard output."""
    if sys.platform == "win32":
        import ctypes

        information, foreground = 0x40, 0x10000
        ctypes.windll.user32.MessageBoxW(0, text, TITLE, information | foreground)
    else:
        print(text)


if __name__ == "__main__":
    main()
