"""The window itself: one page after the other, and the news of the work between them."""

from __future__ import annotations

import datetime as dt
import gc
import queue
import tkinter as tk
from collections.abc import Callable
from pathlib import Path
from tkinter import ttk
from typing import Literal

from ledgerkit.faces.ending import Failure
from ledgerkit.faces.show import open_outside
from ledgerkit.faces.window import look
from ledgerkit.faces.window.pages import AskFiles, AskMonth, Report, Trouble, Waiting
from ledgerkit.faces.window.task import Result, Task
from ledgerkit.faces.window.work import Advance, Done, News, Stage, Stopped, Work
from ledgerkit.model.errors import LedgerkitError

Action = Literal["check", "month"]
_TITLES = {"check": "台账检查", "month": "台账汇总"}
_MILLISECONDS = 60
"""How often the window looks for news."""


class NoScreen(LedgerkitError):
    """There is no desktop on which a window could be opened."""

    wording = "这里没有图形桌面,打不开窗口,改在命令行里进行。"


class App:
    """The window from its opening to its closing; ``status`` is what the program ends with.

    ``alive`` until the window is gone.
    """

    def __init__(
        self,
        action: Action,
        today: dt.date,
        *,
        here: Path | None = None,
        folder: Path | None = None,
        show: Callable[[Path], None] | None = None,
    ) -> None:
        """``folder``: the office folder that is offered; ``show`` opens a file or a folder."""
        look.be_sharp()
        try:
            self.root = tk.Tk(className="ledgerkit")
        except tk.TclError as error:
            raise NoScreen from error
        self.root.title(_TITLES[action])
        self._family = look.dress(self.root)
        self._action, self._today, self._here, self._folder = action, today, here, folder
        self._show = show or open_outside
        self._work: Work | None = None
        self._closing = False
        self.alive = True
        self.status = 0
        self.page: ttk.Frame = ttk.Frame(self.root)
        self.root.protocol("WM_DELETE_WINDOW", self.close)
        self.ask()

    def ask(self) -> None:
        """The page that asks what to do."""
        if self._action == "check":
            self._turn_to(AskFiles(self.root, self._here, self.begin))
        else:
            self._turn_to(AskMonth(self.root, self._folder, self._today, self.begin))

    def begin(self, task: Task) -> None:
        """Do a task and show how far it is."""
        page = Waiting(self.root, task.title, self.cancel)
        self._turn_to(page)
        # What is left of earlier pages is cleared away here: on the other thread Tcl gives up.
        gc.collect()
        self._work = work = Work(task)
        self._watch(task, work, page)

    def cancel(self) -> None:
        """Stop what is being done, as soon as it can be."""
        if self._work:
            self._work.cancel()

    def close(self) -> None:
        """End the window; where something is being done it only vanishes, until that has ended."""
        if self._work:
            self._work.cancel()
            self._closing = True
            self.root.withdraw()
        else:
            self._vanish()

    def _vanish(self) -> None:
        self.alive = False
        self.root.destroy()

    def _watch(self, task: Task, work: Work, page: Waiting) -> None:
        while work is self._work:
            try:
                news = work.news.get_nowait()
            except queue.Empty:
                self.root.after(_MILLISECONDS, self._watch, task, work, page)
                return
            self._hear(news, task, page)

    def _hear(self, news: News, task: Task, page: Waiting) -> None:
        if self._closing and not isinstance(news, Stage | Advance):
            self._work = None
            self._vanish()
            return
        match news:
            case Stage(name, total):
                page.begin(name, total)
            case Advance():
                page.advance()
            case Done(result):
                self._end(result.status)
                self._turn_to(self._report(task, result))
            case Failure(text, status):
                self._end(status)
                self._turn_to(Trouble(self.root, text, self.ask))
            case Stopped():
                self._end(0)
                self.ask()

    def _end(self, status: int) -> None:
        self._work, self.status = None, status

    def _report(self, task: Task, result: Result) -> Report:
        buttons: list[tuple[str, Callable[[], None]]] = []
        if result.copies:
            # One is opened at once, of several the folder.
            shown = result.copies[0] if len(result.copies) == 1 else result.copies[0].parent
            buttons.append(("打开批注副本", lambda: self._show(shown)))
        if (folder := result.results) is not None:
            buttons.append(("打开结果文件夹", lambda: self._show(folder)))
        again = "再检查一次" if self._action == "check" else "再汇总一次"
        buttons += [
            (again, lambda: self.begin(task)),
            ("复制全部", lambda: self._copy(result.text)),
            ("另选", self.ask),
        ]
        return Report(self.root, task.title, result, buttons, self._family)

    def _copy(self, text: str) -> None:
        self.root.clipboard_clear()
        self.root.clipboard_append(text)

    def _turn_to(self, page: ttk.Frame) -> None:
        self.page.destroy()
        self.page = page
        page.pack(fill="both", expand=True)
