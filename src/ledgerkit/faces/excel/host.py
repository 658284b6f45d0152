"""The Excel in which a button was pressed, and the workbook that was meant."""

from __future__ import annotations

import contextlib
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import xlwings as xw

from ledgerkit.model.errors import LedgerkitError

_TRIES, _PAUSE = 15, 0.2
"""How often Excel is asked whether it listens, and seconds in between: three seconds in all."""
_ATTEMPTS = 200
"""How often xlwings repeats one call that Excel refuses; its default is for ever."""

_REJECTED = (-2147418111, -2147417846)
"""RPC_E_CALL_REJECTED, RPC_E_SERVERCALL_RETRYLATER: a cell is being edited, a dialog is open."""
_IGNORED = -2146777998
"""VBA_E_IGNORE, the same for setting a property."""


_OWED: list[Callable[[], None]] = []
"""What is still to be given back; a process is for one press."""


class BookGone(LedgerkitError):
    """The workbook is not open any more."""

    wording = "没有找到工作簿“{}”。请打开它,再点一次按钮。"


class Busy(LedgerkitError):
    """Excel takes no calls: a cell is being edited, or a dialog is open."""

    wording = "Excel 正忙:有格子正在编辑,或者开着对话框。请先按回车结束编辑,再点一次按钮。"


@dataclass(frozen=True)
class Press:
    """What the add-in hands over: which button, in which window, on which workbook."""

    action: str
    hwnd: int
    name: str

    @classmethod
    def parse(cls, words: Sequence[str]) -> Press:
        """From the words of the command line; a name may hold =, brackets and blanks."""
        options = dict(word[2:].split("=", 1) for word in words if re.match("--\\w+=", word))
        action = next((word for word in words if not word.startswith("--")), "")
        return cls(action, int(options.get("hwnd") or 0), options.get("wb", ""))


def find_book(press: Press) -> xw.Book:
    """The workbook in the very Excel whose button was pressed; BookGone, Busy."""
    for app in _apps(press.hwnd):
        try:
            wait_until_it_listens(app)
            if book := _meant(app, press.name):
                return book
            app.status_bar = False
        except Exception as error:
            # A window may have been closed meanwhile, or hold no workbook: then try the others.
            if is_refusal(error):
                raise Busy from error
    raise BookGone(press.name)


def _apps(hwnd: int) -> Iterator[xw.App]:
    """The Excel of a window, found as xlwings' own ``Book.caller`` does, then all that run."""
    windows = _engine()
    if windows and hwnd:
        yield xw.App(impl=windows.App(xl=hwnd))
    yield from xw.apps


def _engine() -> Any:
    """xlwings' module for Excel on Windows; None elsewhere."""
    return sys.modules.get("xlwings._xlwindows")


def _meant(app: xw.App, wanted: str) -> xw.Book | None:
    """The workbook of a name; of several that the name may stand for, the one in front."""
    books = {book.name: book for book in app.books}
    exact = [name for name in books if name.lower() == wanted.lower()]
    named = exact or [name for name in books if may_be(name, wanted)]
    if len(named) > 1 and (front := app.books.active).name in named:
        return front
    return books[named[0]] if named else None


def may_be(name: str, wanted: str) -> bool:
    """Whether VBA may have handed over a name so.

    Its Shell writes in the system's code page: for a letter outside of it stands ? (for a rare one,
    two) or an ASCII letter that looks like it.
    """
    letters = (
        re.escape(letter) if letter.isascii() else rf"(?:{re.escape(letter)}|[ -~]{{1,2}})"
        for letter in name
    )
    return re.fullmatch("".join(letters), wanted, re.IGNORECASE) is not None


def wait_until_it_listens(app: xw.App) -> None:
    """Wait some seconds while a cell is being edited; Busy after that."""
    windows = _engine()
    if windows:
        windows.N_COM_ATTEMPTS = 1
    try:
        for _ in range(_TRIES):
            try:
                app.status_bar = "台账工具:正在准备……"
                return
            except Exception as error:
                if not is_refusal(error):
                    raise
            time.sleep(_PAUSE)
        raise Busy
    finally:
        if windows:
            windows.N_COM_ATTEMPTS = _ATTEMPTS


def is_refusal(error: BaseException) -> bool:
    """Whether Excel refused a call because it is busy, and nothing else is wrong."""
    if isinstance(error, Busy) or type(error).__name__ == "ExcelBusyError":
        return True
    details = getattr(error, "excepinfo", None)
    code = details[-1] if details else None
    return getattr(error, "hresult", None) in _REJECTED or code == _IGNORED


@contextlib.contextmanager
def pressed_book(press: Press) -> Iterator[xw.Book]:
    """The workbook, for one action; its Excel's status bar is given back. BookGone, Busy."""
    book = find_book(press)
    try:
        yield book
    finally:
        with contextlib.suppress(Exception):
            book.app.status_bar = False


@contextlib.contextmanager
def undisturbed(app: xw.App) -> Iterator[None]:
    """No flicker, no macros of the workbook's own, and the status bar given back at the end."""
    updating, events = app.screen_updating, app.enable_events
    app.screen_updating = app.enable_events = False
    try:
        yield
    finally:

        def restore() -> None:
            app.enable_events, app.screen_updating = events, updating
            app.status_bar = False

        try:
            restore()
        except Exception as error:
            if is_refusal(error):
                _OWED.append(restore)


def give_back(seconds: float = 60) -> None:
    """Give Excel back what it would not take while it was busy; else its screen stays frozen."""
    until = time.monotonic() + seconds
    while _OWED and time.monotonic() < until:
        try:
            _OWED[0]()
        except Exception as error:
            if is_refusal(error):
                time.sleep(_PAUSE)
                continue
        _OWED.pop(0)


class StatusBar:
    """Progress in Excel's status bar: the stage, and every tenth of it."""

    def __init__(self, app: xw.App) -> None:
        self._app = app
        self._name, self._total, self._done = "", 0, 0

    def stage(self, name: str, total: int) -> None:
        self._name, self._total, self._done = name, total, 0
        self._show()

    def advance(self) -> None:
        self._done += 1
        if self._done % max(1, self._total // 10) == 0:
            self._show()

    def _show(self) -> None:
        count = f" {self._done}/{self._total}" if self._total > 1 else ""
        self._app.status_bar = f"台账工具:正在{self._name}{count}……"
