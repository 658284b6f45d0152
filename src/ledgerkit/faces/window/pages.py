"""The pages of the window: what is asked, how far it is, what came of it.

No ``tkinter.Variable`` is used: one that the thread of the work clears away ends the program.
"""

from __future__ import annotations

import datetime as dt
import tkinter as tk
from collections.abc import Callable, Sequence
from pathlib import Path
from tkinter import filedialog, ttk

from ledgerkit.faces import arguments
from ledgerkit.faces.window.look import dress_list
from ledgerkit.faces.window.task import (
    CheckTask,
    MonthTask,
    Part,
    Result,
    Task,
    is_office,
    months,
)
from ledgerkit.model.errors import WrongCall
from ledgerkit.model.finding import Severity
from ledgerkit.model.period import Month

_KINDS = (("表格", "*.xlsx *.xlsm *.xls *.xlsb *.et *.ods"), ("所有文件", "*"))
_TAGS = {Severity.MUST: "must", Severity.LOOK: "look"}
_MONTHS = 12
"""How many months back are offered."""
_PAD = 14


class AskFiles(ttk.Frame):
    """Which files or which folder to check."""

    def __init__(self, parent: tk.Misc, here: Path | None, begin: Callable[[Task], None]) -> None:
        super().__init__(parent, padding=_PAD)
        self._here, self._begin = here, begin
        ttk.Label(self, text="要检查哪些表?", style="Title.TLabel").pack(anchor="w")
        ttk.Label(
            self,
            text="选 Excel 或 WPS 的台账文件,可以一次选几个;也可以选一个文件夹,检查里面所有的表。\n"
            "原来的文件不会被改动。",
        ).pack(anchor="w", pady=(8, 16))
        self.files = ttk.Button(self, text="选择文件…", command=self._files)
        self.files.pack(anchor="w", ipadx=12, ipady=6)
        self.folder = ttk.Button(self, text="选择文件夹…", command=self._folder)
        self.folder.pack(anchor="w", ipadx=12, ipady=6, pady=10)

    def _files(self) -> None:
        chosen = filedialog.askopenfilenames(parent=self, title="选择文件", filetypes=_KINDS)
        if chosen:
            self._begin(CheckTask([Path(name) for name in chosen], self._here))

    def _folder(self) -> None:
        chosen = filedialog.askdirectory(parent=self, title="选择文件夹", mustexist=True)
        if chosen:
            self._begin(CheckTask([Path(chosen)], self._here))


class AskMonth(ttk.Frame):
    """Which month of which office folder to sum up."""

    def __init__(
        self,
        parent: tk.Misc,
        folder: Path | None,
        today: dt.date,
        begin: Callable[[Task], None],
    ) -> None:
        super().__init__(parent, padding=_PAD)
        self._begin, self._today = begin, today
        likely = months(today)[0]
        offered = [str(Month.of(today).shift(-back)) for back in range(_MONTHS)]
        ttk.Label(self, text="汇总哪个月?", style="Title.TLabel").grid(
            row=0, column=0, columnspan=3, sticky="w", pady=(0, 16)
        )
        ttk.Label(self, text="办公文件夹").grid(row=1, column=0, sticky="w", padx=(0, 12))
        self.folder = ttk.Entry(self)
        self.folder.insert(0, str(folder) if folder else "")
        self.folder.grid(row=1, column=1, sticky="we")
        ttk.Button(self, text="选择…", command=self._choose).grid(row=1, column=2, padx=(8, 0))
        ttk.Label(self, text="月份").grid(row=2, column=0, sticky="w", pady=12)
        self.month = ttk.Combobox(self, values=offered, width=12)
        self.month.set(str(likely))
        self.month.grid(row=2, column=1, sticky="w")
        self.start = ttk.Button(self, text="开始汇总", command=self.go)
        self.start.grid(row=3, column=1, sticky="w", ipadx=12, ipady=6, pady=8)
        self.trouble = ttk.Label(self, foreground="#C00000")
        self.trouble.grid(row=4, column=1, sticky="w")
        self.columnconfigure(1, weight=1)

    def _choose(self) -> None:
        chosen = filedialog.askdirectory(parent=self, title="选择办公文件夹", mustexist=True)
        if chosen:
            self.folder.delete(0, "end")
            self.folder.insert(0, chosen)

    def go(self) -> None:
        """Begin, or say what is missing."""
        folder = Path(self.folder.get().strip())
        if not self.folder.get().strip() or not is_office(folder):
            self.trouble["text"] = "这里不是办公文件夹。请选择有 名录.xlsx 和 收件 的那个文件夹。"
            return
        try:
            month = arguments.month(self.month.get().strip())
        except WrongCall as error:
            self.trouble["text"] = str(error)
            return
        self._begin(MonthTask(folder, month, self._today))


class Waiting(ttk.Frame):
    """How far a task is, with a way out."""

    def __init__(self, parent: tk.Misc, title: str, cancel: Callable[[], None]) -> None:
        super().__init__(parent, padding=_PAD)
        ttk.Label(self, text=title, style="Title.TLabel").pack(anchor="w")
        self.stage = ttk.Label(self, text="准备…")
        self.stage.pack(anchor="w", pady=(16, 4))
        self.bar = ttk.Progressbar(self, maximum=1)
        self.bar.pack(fill="x")
        self.cancel = ttk.Button(self, text="取消", command=cancel)
        self.cancel.pack(anchor="e", pady=16, ipadx=10, ipady=4)
        self._name, self._total, self._done = "", 0, 0

    def begin(self, name: str, total: int) -> None:
        """A new stage."""
        self._name, self._total, self._done = name, total, 0
        self.bar.configure(maximum=max(total, 1), value=0)
        self._tell()

    def advance(self) -> None:
        """One piece of it is done."""
        self._done += 1
        self.bar.configure(value=self._done)
        self._tell()

    def _tell(self) -> None:
        self.stage["text"] = f"{self._name}:{self._done} / {self._total}"


class Report(ttk.Frame):
    """What came of a task: the counts above, the findings below, and what can be done next."""

    def __init__(
        self,
        parent: tk.Misc,
        title: str,
        result: Result,
        buttons: Sequence[tuple[str, Callable[[], None]]],
        family: str,
    ) -> None:
        super().__init__(parent, padding=_PAD)
        ttk.Label(self, text=title, style="Title.TLabel").pack(anchor="w")
        below = ttk.Frame(self)
        below.pack(side="bottom", fill="x", pady=(10, 0))
        self.buttons = [ttk.Button(below, text=text, command=do) for text, do in buttons]
        for button in self.buttons:
            button.pack(side="left", ipadx=8, ipady=4, padx=(0, 8))
        framed = ttk.Frame(self, relief="solid", borderwidth=1)
        framed.pack(fill="both", expand=True, pady=(8, 0))
        bar = ttk.Scrollbar(framed)
        bar.pack(side="right", fill="y")
        self.list = tk.Text(
            framed, wrap="char", relief="flat", padx=10, pady=8, font="TkTextFont",
            yscrollcommand=bar.set, background="white", foreground="black",
        )  # fmt: skip
        self.list.pack(fill="both", expand=True)
        bar.configure(command=self.list.yview)
        dress_list(self.list, family)
        self._write(result)

    def _write(self, result: Result) -> None:
        for line in result.closing:
            self.list.insert("end", f"{line}\n", "line")
        for part in result.parts:
            self._write_part(part)
        # It is there to be read and copied: keys that would change it do nothing.
        self.list.configure(state="disabled")
        self.list.bind("<Button-1>", lambda _: self.list.focus_set())

    def _write_part(self, part: Part) -> None:
        self.list.insert("end", f"{part.heading}\n", "heading")
        for finding in part.findings:
            self.list.insert("end", f"{finding.severity} ", (_TAGS[finding.severity], "line"))
            self.list.insert("end", finding.place, ("place", "line"))
            self.list.insert("end", f" {finding.text}\n", "line")
        for line in part.lines:
            self.list.insert("end", f"{line}\n", "quiet")


class Trouble(ttk.Frame):
    """Why a task did not come to its end, in words, and the way back."""

    def __init__(self, parent: tk.Misc, why: str, again: Callable[[], None]) -> None:
        super().__init__(parent, padding=_PAD)
        ttk.Label(self, text="没有做完", style="Title.TLabel").pack(anchor="w")
        self.trouble = ttk.Label(self, text=why, wraplength=760, justify="left")
        self.trouble.pack(anchor="w", pady=16)
        ttk.Button(self, text="返回", command=again).pack(anchor="w", ipadx=10, ipady=4)
