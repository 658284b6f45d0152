"""What the kit asks of a machine, whatever its system."""

from __future__ import annotations

import datetime as dt
import importlib.util
import platform
import shutil
import struct
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from ledgerkit import __version__
from ledgerkit.office import FILE_NAME, Office
from ledgerkit.office import default as default_office
from ledgerkit.office.workdays import LAST_YEAR
from ledgerkit.papers import word
from ledgerkit.papers.word.fonts import missing, wanted
from ledgerkit.run.directory import DirectoryUnreadable, load_office
from ledgerkit.run.doctor.item import Item, State

PYTHON = (3, 11)
"""The oldest Python that the kit runs on (pyproject.toml, requires-python)."""


def examine(folder: Path, today: dt.date) -> Iterator[Item]:
    """Everything that the kit needs or can use; ``folder`` is where results would be written."""
    yield Item("程序", State.GOOD, f"ledgerkit {__version__}")
    yield _python()
    yield _libraries()
    yield _writable(folder)
    office, items = _office(folder)
    yield from items
    yield from _fonts(office)
    yield _calendar(office, today)
    yield _window()
    yield _console()
    yield from _programs()
    if sys.platform == "win32":
        from ledgerkit.run.doctor.windows import examine_windows

        yield from examine_windows()


def _python() -> Item:
    bits = struct.calcsize("P") * 8
    found = f"{platform.python_version()},{bits} 位,{sys.executable}"
    if sys.version_info < PYTHON or bits < 64:
        wanted = ".".join(map(str, PYTHON))
        return Item(
            "Python", State.LACKING, found, f"请安装 64 位的 Python {wanted} 或更新的版本。"
        )
    return Item("Python", State.GOOD, found)


def _libraries() -> Item:
    absent = sorted(name for name in _required() if not _is_installed(name))
    if absent:
        names = "、".join(absent)
        return Item("程序库", State.LACKING, f"没有 {names}", "请从离线安装包重新运行“安装”。")
    return Item("程序库", State.GOOD, "齐全")


def _required() -> Iterator[str]:
    """The distributions that the kit declares that it needs, extras left out."""
    for line in metadata.requires("ledgerkit") or ():
        if "extra ==" not in line:
            name = line.split(";")[0].strip()
            yield name[: next((at for at, one in enumerate(name) if one in "<>=!~[ ("), len(name))]


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _writable(folder: Path) -> Item:
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        return Item(
            "写文件", State.LACKING, f"“{folder}”写不进去", "请换一个文件夹,或请管理员给写的权限。"
        )
    return Item("写文件", State.GOOD, f"“{folder}”可以写")


def _office(folder: Path) -> tuple[Office, list[Item]]:
    """The office whose fonts and holidays count, and what there is to say of its 名录."""
    if not (folder / FILE_NAME).is_file():
        return default_office(), []
    try:
        office = load_office(folder)
    except DirectoryUnreadable as error:
        return default_office(), [Item("名录", State.LACKING, "读不了", str(error))]
    if office.findings:
        first = office.findings[0].message
        found = f"有 {len(office.findings)} 处要看:{first}"
        return office, [Item("名录", State.ADVICE, found, "请打开 名录.xlsx 逐处改好。")]
    return office, [Item("名录", State.GOOD, "读得出,没有要改的")]


def _fonts(office: Office) -> Iterator[Item]:
    if absent := missing(office):
        yield Item(
            "公文字体",
            State.ADVICE,
            f"没有 {'、'.join(absent)}",
            "请安装这些字体,或在名录“文书设置”里换成本机有的;不装也能写出文书,打印前要看版面。",
        )
    else:
        yield Item("公文字体", State.GOOD, "、".join(wanted(office)))
    if word.font_finding():
        yield Item(
            "图表字体",
            State.ADVICE,
            "没有能画图的中文字体,通报里不画图",
            "请安装微软雅黑、黑体或思源黑体中的一种。",
        )
    else:
        yield Item("图表字体", State.GOOD, "有")


def _calendar(office: Office, today: dt.date) -> Item:
    year = today.year
    if not office.calendar.knows(dt.date(year, 12, 31)):
        return Item(
            "放假安排",
            State.LACKING,
            f"只知道到 {LAST_YEAR} 年,今年的期限只能按周末推算",
            f"请把 {year} 年的放假和调休填进 名录.xlsx 的“节假日”表。",
        )
    if not office.calendar.knows(dt.date(year + 1, 1, 1)):
        return Item(
            "放假安排",
            State.ADVICE,
            f"知道到 {LAST_YEAR} 年",
            f"{year + 1} 年的安排公布后,请填进 名录.xlsx 的“节假日”表,或更新程序。",
        )
    return Item("放假安排", State.GOOD, f"知道到 {year + 1} 年")


def _window() -> Item:
    if importlib.util.find_spec("tkinter") and importlib.util.find_spec("_tkinter"):
        return Item("小窗口", State.GOOD, "可以打开(tkinter)")
    return Item(
        "小窗口",
        State.ADVICE,
        "这里的 Python 没有带 tkinter,检查和汇总在命令行里进行",
        "请换用带 tcl/tk 的 Python;Linux 上请安装 python3-tk。",
    )


def _console() -> Item:
    encoding = getattr(sys.stdout, "encoding", None) or "没有命令行"
    try:
        "检查·☑".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return Item(
            "命令行的文字",
            State.ADVICE,
            f"{encoding},有的字显示不出",
            "请先运行 chcp 65001,或设 PYTHONUTF8=1。",
        )
    return Item("命令行的文字", State.GOOD, encoding)


def _programs() -> Iterator[Item]:
    """Office programs elsewhere than in Windows' registry."""
    if sys.platform == "win32":
        return
    names = {"WPS 表格": ("et", "wps"), "LibreOffice": ("soffice", "libreoffice")}
    there = [name for name, tries in names.items() if any(map(shutil.which, tries))]
    if there:
        yield Item("表格软件", State.GOOD, "、".join(there))
    else:
        yield Item(
            "表格软件",
            State.ADVICE,
            "没有找到 WPS 或 LibreOffice",
            "检查和汇总不需要它;要打开结果,请安装其中一种。",
        )
