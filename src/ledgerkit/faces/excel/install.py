"""The add-in where Excel loads it from, and the note that says which Python it starts.

Excel opens whatever lies in XLSTART, so that nothing but the add-in goes there: the note lies in
a folder of ours beside Microsoft's.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from ledgerkit.faces.excel import build
from ledgerkit.model.errors import LedgerkitError
from ledgerkit.run.store import write_atomically

_BUTTON = Path(__file__).parents[1] / "button.py"
NOTE = "python.txt"
"""Two lines: the whole path of the program to start, and of the module that it is to run, by which
ledgerkit.bas tells whether both are there: ``pythonw`` would say nothing. VBA's ``Line Input`` ends
a line at CR or CRLF only."""


class NotForThisSystem(LedgerkitError):
    """There is no Excel for Windows here."""

    wording = "这里没有 Windows 版的 Excel,加载项装不了。请在装有 Excel 的 Windows 电脑上运行。"


class NoteUnwritable(LedgerkitError):
    """A path has letters that VBA cannot read in this system's code page."""

    wording = (
        "路径 {} 里有本机 VBA 读不了的字。"
        "请把 Python 装到只有常用汉字或英文的路径,再运行一次;"
        "用户名里有这样的字的,请改用 检查.cmd:把文件拖到它上面,结果一样。"
    )


class NotOurs(LedgerkitError):
    """A file of the add-in's name that is not ours lies in its place."""

    wording = "{} 不是台账工具的文件,没有动它。请先把它移走,再运行一次。"


class InUse(LedgerkitError):
    """The add-in cannot be written or removed: Excel has it open."""

    wording = "{} 写不了,可能 Excel 正开着。请关掉所有 Excel 窗口,再运行一次。"


@dataclass(frozen=True)
class Places:
    """Where the add-in and the note lie for one user."""

    addin: Path
    note: Path

    @classmethod
    def below(cls, appdata: Path) -> Places:
        """The places below a user's %APPDATA%."""
        start = appdata / "Microsoft" / "Excel" / "XLSTART"
        return cls(start / build.ADDIN, appdata / "ledgerkit" / NOTE)

    @classmethod
    def of_user(cls) -> Places:
        """The places of whoever runs this; NotForThisSystem without %APPDATA%."""
        appdata = os.environ.get("APPDATA")
        if not appdata:
            raise NotForThisSystem
        return cls.below(Path(appdata))


@dataclass(frozen=True)
class Status:
    """What is installed: the add-in's version and the program that it starts, None for neither."""

    version: str | None
    python: str | None
    button: str | None
    """The module that this program is to run."""
    is_current: bool
    """Whether the add-in is byte for byte the one of this version."""
    stranger: bool
    """Whether a file that is not ours lies in the add-in's place."""

    @property
    def starts(self) -> bool:
        """Whether the program that it starts, and what it is to run, are there."""
        return all(path is not None and Path(path).is_file() for path in (self.python, self.button))


def install(places: Places, data: bytes, python: Path) -> None:
    """Put the add-in and the note in their places; NotOurs, NoteUnwritable, InUse."""
    if places.addin.exists() and build.version(places.addin) is None:
        raise NotOurs(places.addin)
    lines = b""
    for path in (python, _BUTTON):
        lines += _readable(path) + b"\r\n"
    _readable(places.note)
    try:
        write_atomically(places.note, lines)
        write_atomically(places.addin, data)
    except OSError as error:
        raise InUse(places.addin) from error


def status(places: Places, data: bytes | None) -> Status:
    """What is there; ``data`` is the add-in of this version, None where it cannot be built."""
    there = places.addin.is_file()
    version = build.version(places.addin) if there else None
    current = bool(version) and data is not None and places.addin.read_bytes() == data
    python, button = _noted(places.note)
    return Status(version, python, button, current, there and version is None)


def remove(places: Places) -> tuple[Path, ...]:
    """Remove exactly what ``install`` wrote, and the folder of ours if empty; what went. InUse."""
    gone = []
    ours = [places.addin] if build.version(places.addin) is not None else []
    try:
        for path in (*ours, places.note):
            if path.is_file():
                path.unlink()
                gone.append(path)
        if places.note.parent.is_dir() and not any(places.note.parent.iterdir()):
            places.note.parent.rmdir()
    except OSError as error:
        raise InUse(places.addin) from error
    return tuple(gone)


def own_python() -> Path:
    """This Python, without a console where there is such a one."""
    windowed = Path(sys.executable).with_name("pythonw.exe")
    return windowed if windowed.is_file() else Path(sys.executable)


def _noted(note: Path) -> tuple[str | None, str | None]:
    try:
        lines = note.read_bytes().decode(_code_page()).splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    python, button = (*lines, "", "")[:2]
    return python or None, button or None


def _readable(path: Path) -> bytes:
    """The path as VBA reads it; NoteUnwritable."""
    try:
        return str(path).encode(_code_page())
    except UnicodeEncodeError as error:
        raise NoteUnwritable(path) from error


def _code_page() -> str:
    """What VBA reads files in: the system's code page."""
    return "mbcs" if sys.platform == "win32" else "utf-8"
