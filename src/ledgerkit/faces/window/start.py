"""Opening the window, or doing the same on the console where none can be opened."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ledgerkit.faces.window import console
from ledgerkit.faces.window.task import CheckTask, is_office, office_of

if TYPE_CHECKING:
    from ledgerkit.faces.window.app import Action, App


def start(action: Action, paths: Sequence[Path], here: Path | None, today: dt.date) -> int:
    """Show the window until it is closed; the exit status of what was done last.

    ``here`` is the folder of the script that was used, if one was.
    """
    folder = _folder(paths, here)
    window = _open(action, today, here, folder)
    if window is None:
        status = console.check(paths, here) if action == "check" else console.month(folder, today)
        if here:
            console.stay()
        return status
    if here and sys.stdout is not None:
        print("窗口已经打开;关掉它以后,这里自动结束。", flush=True)
    if action == "check" and paths:
        window.begin(CheckTask(paths, here))
    window.root.mainloop()
    return window.status


def _open(action: Action, today: dt.date, here: Path | None, folder: Path | None) -> App | None:
    """The window, or None and why on standard error."""
    try:
        from ledgerkit.faces.window import app
    except ImportError:
        _tell("这里的 Python 没有带 tkinter,打不开窗口,改在命令行里进行。")
        return None
    try:
        return app.App(action, today, here=here, folder=folder)
    except app.NoScreen as error:
        _tell(str(error))
        return None


def _tell(message: str) -> None:
    if sys.stderr is not None:
        print(message, file=sys.stderr)


def _folder(paths: Sequence[Path], here: Path | None) -> Path | None:
    """The office folder meant: dropped itself, else around what was dropped, else the script's."""
    if paths:
        return office_of(paths[0]) or (paths[0] if paths[0].is_dir() else None)
    return here if here and is_office(here) else None
