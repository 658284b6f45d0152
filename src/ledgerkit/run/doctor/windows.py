"""What Windows itself tells of the machine, from its registry: Excel, WPS, long paths."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator

from ledgerkit.run.doctor.item import Item, State

_PROGRAMS = {"Excel": "Excel.Application", "WPS 表格": "KET.Application"}
"""What they call themselves in HKEY_CLASSES_ROOT."""
_FILES = r"SYSTEM\CurrentControlSet\Control\FileSystem"
_OLDEST = 10


def examine_windows() -> Iterator[Item]:
    """Windows' version, the office programs, the bridge to Excel, and long paths."""
    if sys.platform != "win32":
        return
    version = sys.getwindowsversion()
    found = f"{version.major}.{version.minor}.{version.build}"
    if version.major < _OLDEST:
        yield Item("Windows", State.LACKING, found, "请换用 64 位的 Windows 10 或更新的版本。")
    else:
        yield Item("Windows", State.GOOD, found)
    there = [name for name, program in _PROGRAMS.items() if _key(rf"{program}\CLSID")]
    if there:
        yield Item("表格软件", State.GOOD, "、".join(there))
    else:
        yield Item("表格软件", State.ADVICE, "没有找到 Excel 或 WPS", "要打开结果,请安装其中一种。")
    if "Excel" in there and not importlib.util.find_spec("xlwings"):
        yield Item(
            "Excel 按钮",
            State.ADVICE,
            "没有 xlwings,按钮用不了",
            "请从离线安装包重新运行“安装”;或者把文件拖到 检查.cmd 上,结果一样。",
        )
    if _long_paths():
        yield Item("长路径", State.GOOD, "可以超过 260 个字符")
    else:
        yield Item(
            "长路径",
            State.ADVICE,
            "文件夹和文件名合起来不能超过 260 个字符",
            "请把办公文件夹放浅一些,例如 D:\\台账;或请管理员打开“启用 Win32 长路径”。",
        )


def _key(path: str) -> bool:
    """Whether a key is there in HKEY_CLASSES_ROOT."""
    if sys.platform != "win32":
        return False
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, path))
    except OSError:
        return False
    return True


def _long_paths() -> bool:
    if sys.platform != "win32":
        return True
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _FILES) as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False
