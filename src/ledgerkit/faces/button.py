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

Tell = Callable[[str], object]
TITLE = "台账工具"
_NO_XLWINGS = (
    "这台电脑上的台账工具没有装 Excel 按钮要用的部分(xlwings)。请让管理员安装,"
    "或者改用“检查.cmd”:把文件拖到它上面,结果一样。"
)
_BUSY = "Excel 正忙:有格子正在编辑,或者开着对话框。请先按回车结束编辑,再点一次按钮。"
_GONE = "没有找到工作簿“{}”。请打开它,再点一次按钮。"
_UNKNOWN = "没有这个按钮:{}。请重新运行一次:ledgerkit addin install"


_HEAVY = ("pandas", "matplotlib", "numpy", "PIL")
"""What xlwings imports if it is there: most of its start, and we hand over plain values only."""


def main(words: Sequence[str] | None = None) -> None:
    """Press a button; what it has to say goes into a box over Excel."""
    said = press(sys.argv[1:] if words is None else words, Path.home())
    if said:
        box(said)


def press(words: Sequence[str], home: Path, show: Callable[[Path], object] | None = None) -> str:
    """Do what the words ask for, and give what is to be said; nothing is raised.

    ``home`` is where backups go, ``show`` opens a file for the user.
    """
    try:
        import_xlwings()
        from ledgerkit.faces.excel import host
    except ImportError:
        return _NO_XLWINGS
    from ledgerkit.faces.excel.actions import ACTIONS, Desk, open_it
    from ledgerkit.faces.fault import tell_fault
    from ledgerkit.faces.show import refusal
    from ledgerkit.jobs.directory import DirectoryUnreadable
    from ledgerkit.store import ResultsBusy, ResultsUnwritable

    pressed = host.Press.parse(words)
    if pressed.action not in ACTIONS:
        return _UNKNOWN.format(pressed.action)
    try:
        book = host.find_book(pressed)
        desk = Desk(dt.datetime.now(), home, show or open_it)
        return ACTIONS[pressed.action](book, desk)
    except host.BookGone:
        return _GONE.format(pressed.name)
    except (DirectoryUnreadable, ResultsBusy, ResultsUnwritable) as error:
        return refusal(error)
    except Exception as error:
        return _BUSY if host.is_refusal(error) else tell_fault(error)


def import_xlwings() -> None:
    """Import xlwings alone, unless what it would take along is there already; ImportError."""
    if any(name in sys.modules for name in _HEAVY):
        return
    absent: dict[str, Any] = dict.fromkeys(_HEAVY)
    sys.modules.update(absent)
    try:
        importlib.import_module("xlwings")
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
