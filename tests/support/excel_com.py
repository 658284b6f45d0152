"""Excel without Excel: xlwings' own Windows code on a stubbed pywin32, over pyOpenVBA's model.

What runs is ``xlwings/_xlwindows.py`` as it is shipped; each COM member that it or we use is looked
up by name in pyOpenVBA's object model, which answers as Excel was measured to answer, and refuses
by name what it does not know. ``SUPPLEMENTS`` lists the few members that are added here.
"""

from __future__ import annotations

import datetime as dt
import importlib
import re
import sys
import types
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import xlwings as xw
from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.apps.excel._dimensions import SheetDimensions
from pyopenvba.apps.excel._io import save_workbook
from pyopenvba.apps.excel._notes import edited, note_at
from pyopenvba.exceptions import VBARuntimeError, VBAUnsupportedError
from pyopenvba.interpreter._objects import VBAObject
from pyopenvba.interpreter._values import (
    EMPTY,
    MISSING,
    NOTHING,
    NULL,
    VBAArray,
    VBADate,
    VBAErrorValue,
)

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REJECTED = -2147418111
"""RPC_E_CALL_REJECTED: what Excel answers while a cell is being edited."""
_EXCEPTION, _FAILED = -2147352567, -2146827284
WINDOW = 4711
"""The handle of the first Excel's window; the next has the next number."""


class ComError(Exception):
    """pywintypes.com_error."""

    def __init__(
        self, hresult: int, text: str = "", details: Any = None, argument: Any = None
    ) -> None:
        super().__init__(hresult, text, details, argument)
        self.hresult, self.strerror, self.excepinfo = hresult, text, details


class CDispatch:
    """An object of the model, as pywin32 hands it out."""

    def __init__(self, target: Any, excel: Excel) -> None:
        self.__dict__.update(target=target, excel=excel)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        excel, target = self.excel, self.target
        excel.called(target, name)
        if supplement := SUPPLEMENTS.get((target.vba_type_name, name)):
            return supplement(excel, target)
        getter = name.removeprefix("Get") if name.startswith("Get") else name
        spec = target.vba_member(getter)
        if spec is None:
            raise target.vba_no_member(getter)

        def call(*args: Any, **named: Any) -> Any:
            given = [excel.inward(value) for value in args]
            known = {key: excel.inward(value) for key, value in named.items()}
            with excel.translated():
                return excel.outward(target.vba_get(getter, given, known))

        if spec.kind == "method" or getter != name or getter in ("Range", "Characters"):
            return call
        return call()

    def __setattr__(self, name: str, value: Any) -> None:
        self.excel.called(self.target, name)
        if (self.target.vba_type_name, name) in IGNORED:
            return
        with self.excel.translated():
            self.target.vba_set(name, self.excel.inward(value))

    def __call__(self, *args: Any, **named: Any) -> Any:
        self.excel.called(self.target, "Item")
        given = [self.excel.inward(value) for value in args]
        with self.excel.translated():
            return self.excel.outward(self.target.vba_get("Item", given, named))

    def __iter__(self) -> Iterator[Any]:
        for item in list(self.target.vba_iterate()):
            yield self.excel.outward(item)


IGNORED = {("Shape", "Width"), ("Shape", "Height"), ("Window", "FreezePanes")}
"""Members whose setting changes no cell, and which the model only reads or does not have."""


def _declare_relations(path: Path) -> None:
    """Declare the prefix r on the roots: openpyxl declares it where it is used, the model not."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, data in parts.items():
        root = re.search(rb"<(workbook|worksheet)\b[^>]*>", data)
        if root and b"xmlns:r=" not in root[0]:
            declared = root[0][:-1] + b' xmlns:r="' + OFFICE.encode() + b'">'
            parts[name] = data.replace(root[0], declared, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)


def _save_copy(excel: Excel, book: Any) -> Callable[[str], None]:
    def save_copy_as(path: str) -> None:
        before = book.path, book.name, book.saved
        save_workbook(book, Path(path))
        _declare_relations(Path(path))
        book.path, book.name, book.saved = before

    return save_copy_as


class _Letters:
    """Part of a note's text, which the model does not single out."""

    def __init__(self, frame: Any, start: int, length: int) -> None:
        self._frame, self._start, self._length = frame, start - 1, length

    def Delete(self) -> None:  # noqa: N802
        text = note_at(self._frame.sheet, self._frame.row, self._frame.column).text
        kept = text[: self._start] + text[self._start + self._length :]
        edited(self._frame.sheet, self._frame.row, self._frame.column, kept)


SUPPLEMENTS: dict[tuple[str, str], Callable[[Excel, Any], Any]] = {
    ("Application", "Hwnd"): lambda excel, _: excel.window,
    ("Workbook", "SaveCopyAs"): _save_copy,
    ("TextFrame", "Characters"): lambda excel, frame: lambda *part: _Letters(frame, *part),
    ("Workbook", "ReadOnly"): lambda excel, book: book.name in excel.read_only,
}
"""(type, member) → how it answers where pyOpenVBA does not."""


def _measured_or_usual() -> None:
    """Let a row that pyOpenVBA has not measured (wrapped text) be of the usual height.

    Only where a note's box lies depends on it here.
    """
    measured = SheetDimensions.row_quarters

    def row_quarters(self: Any, row: int) -> int:
        try:
            return int(measured(self, row))
        except VBAUnsupportedError:
            return int(self.default_quarters())

    SheetDimensions.row_quarters = row_quarters


class Excel:
    """One running Excel: open workbooks in it, press a button, look at what it holds or saves."""

    def __init__(self) -> None:
        self.model = ExcelApplication()
        self.window: int = WINDOW + len(RUNNING)
        self.read_only: set[str] = set()
        self.calls: Counter[str] = Counter()
        self.refusals = 0
        """How many calls are still refused, as while a cell is being edited."""
        self.busy_at, self.busy_for = "", 0
        """The member whose first use finds a cell being edited, and for how many calls."""
        RUNNING[self.window] = self

    def open(self, path: Path, *, read_only: bool = False) -> Any:
        """A workbook opened, as the model holds it."""
        book = self.model.open_workbook(path)
        if read_only:
            self.read_only.add(path.name)
        return book

    def new(self) -> Any:
        """A workbook that was never saved."""
        return self.model.add_workbook()

    def saved(self, book: Any, path: Path) -> Path:
        """What Excel would save of a workbook now."""
        _save_copy(self, book)(str(path))
        return path

    def called(self, target: Any, name: str) -> None:
        if name == self.busy_at and not self.refusals:
            self.refusals = self.busy_for
        if self.refusals:
            self.refusals -= 1
            raise ComError(REJECTED, "Call was rejected by callee.")
        self.calls[f"{target.vba_type_name}.{name}"] += 1

    def translated(self) -> Any:
        return _Translated()

    def outward(self, value: Any) -> Any:
        """A value of VBA as pywin32 gives it."""
        if value in (EMPTY, MISSING, NULL, NOTHING):
            return None
        if isinstance(value, VBAObject):
            return CDispatch(value, self)
        if isinstance(value, VBADate):
            return value.to_datetime()
        if isinstance(value, VBAErrorValue):
            return _FAILED
        if isinstance(value, VBAArray):
            (top, bottom), (left, right) = value.bounds
            rows, columns = range(top, bottom + 1), range(left, right + 1)
            return tuple(
                tuple(self.outward(value.get([row, column])) for column in columns) for row in rows
            )
        if isinstance(value, bool) or value is None:
            return value
        return int(value) if isinstance(value, int) else value

    def inward(self, value: Any) -> Any:
        """A value of Python as the model takes it."""
        value = getattr(value, "_inner", value)
        if isinstance(value, CDispatch):
            return value.target
        if value is None:
            return EMPTY
        if isinstance(value, (dt.datetime, dt.date)):
            return VBADate.from_datetime(value)
        if isinstance(value, (tuple, list)):
            rows = [row if isinstance(row, (tuple, list)) else [row] for row in value]
            array = VBAArray([(1, len(rows)), (1, len(rows[0]))])
            for at, row in enumerate(rows, start=1):
                for across, item in enumerate(row, start=1):
                    array.set([at, across], self.inward(item))
            return array
        return value


class _Translated:
    """Errors of VBA as the COM errors that pywin32 raises."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if isinstance(error, VBARuntimeError):
            details = (0, "Excel", str(error), None, 0, _FAILED)
            raise ComError(_EXCEPTION, str(error), details) from error


class _Window:
    """The native object of a window, whose Application xlwings asks for."""

    vba_type_name = "Window"

    def __init__(self, excel: Excel) -> None:
        self.Application = CDispatch(excel.model.application, excel)


RUNNING: dict[int, Excel] = {}


def _module(name: str, **members: Any) -> types.ModuleType:
    module = types.ModuleType(name)
    module.__dict__.update(members)
    sys.modules[name] = module
    return module


def _start_windows() -> Any:
    """xlwings' Windows engine, imported on what stands in for pywin32 and the Windows libraries."""
    asked: list[int] = []

    def from_window(hwnd: int, *_: Any) -> None:
        if hwnd not in RUNNING:
            raise OSError("no Excel has this window")
        asked.append(hwnd)

    never = type("Never", (), {})
    _module("pywintypes", com_error=ComError, error=OSError, TimeType=dt.datetime, IID=str)
    _module("win32api")
    _module("win32con", MB_OK=0)
    _module("pythoncom", CoInitialize=lambda: None, ole_error=ComError, __file__="pythoncom.dll")
    _module("win32gui", FindWindowEx=lambda hwnd, *_: hwnd)
    _module("win32process", GetWindowThreadProcessId=lambda hwnd: (0, hwnd))
    _module("win32timezone")
    client = _module(
        "win32com.client",
        CDispatch=CDispatch,
        CoClassBaseClass=never,
        DispatchBaseClass=never,
        Dispatch=lambda window: window,
        DispatchEx=None,
    )
    _module("win32com", client=client)
    user32 = types.SimpleNamespace(
        GetTopWindow=lambda _: min(RUNNING, default=0),
        GetWindow=lambda hwnd, _: min((one for one in RUNNING if one > hwnd), default=0),
    )
    unknown = mock.Mock(side_effect=lambda *_: _Window(RUNNING[asked[-1]]))
    libraries: dict[str, Any] = {
        "oledll": types.SimpleNamespace(
            oleacc=types.SimpleNamespace(AccessibleObjectFromWindow=from_window),
            ole32=types.SimpleNamespace(CLSIDFromString=lambda *_: 0),
        ),
        "windll": types.SimpleNamespace(user32=user32),
        "PyDLL": lambda _: types.SimpleNamespace(PyCom_PyObjectFromIUnknown=unknown),
    }
    _measured_or_usual()
    with mock.patch.multiple("ctypes", create=True, **libraries), mock.patch("atexit.register"):
        return importlib.import_module("xlwings._xlwindows")


def start() -> Excel:
    """A fresh Excel, alone on the machine, to which xlwings connects."""
    windows = sys.modules.get("xlwings._xlwindows") or _start_windows()
    RUNNING.clear()
    xw.engines.active = xw.Engine(impl=windows.engine)  # type: ignore[assignment]
    return Excel()
