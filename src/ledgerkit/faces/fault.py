"""A fault of the program: said as such, with the file to send to whoever looks after it."""

from __future__ import annotations

import platform
import tempfile
import traceback
from pathlib import Path

from ledgerkit import __version__


def tell_fault(error: BaseException) -> str:
    """Write what went wrong to a file, and say so without blaming anybody's workbook."""
    details = "".join(traceback.format_exception(error))
    head = f"ledgerkit {__version__} · Python {platform.python_version()} · {platform.system()}\n\n"
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="ledgerkit-", suffix=".txt", delete=False
        ) as report:
            report.write(head + details)
    except OSError:
        return f"程序出错,不是表填错了。请把下面的内容发给管理员:\n{head}{details}"
    return f"程序出错,不是表填错了。请把这个文件发给管理员:{Path(report.name)}"
