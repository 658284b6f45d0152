"""How a call ends: its exit status, and what is said of a job that did not come to its end."""

from __future__ import annotations

import platform
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path

from ledgerkit import __version__
from ledgerkit.model.errors import LedgerkitError
from ledgerkit.model.table import DeclarationError

GOOD, MUST_MEND, WRONG_CALL, FAULT = 0, 1, 2, 3
"""Exit statuses (docs/contract.md#exit-statuses)."""


@dataclass(frozen=True)
class Failure:
    """Why a job did not come to its end, in words for the person, and the exit status."""

    text: str
    status: int


def failure(error: Exception) -> Failure:
    """What to say of an exception: what was asked cannot be done, or the program is broken."""
    if isinstance(error, LedgerkitError) and not isinstance(error, DeclarationError):
        return Failure(str(error), WRONG_CALL)
    return Failure(_reported(error), FAULT)


def _reported(error: Exception) -> str:
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
