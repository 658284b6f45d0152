"""What every command says alike: JSON, and why it did not begin."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from ledgerkit.store import ResultsBusy, ResultsUnwritable, to_json


def speak_any_language() -> None:
    """Let a console with a narrow encoding show what it can instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def print_json(record: Mapping[str, object]) -> None:
    """JSON alone on standard output, always UTF-8."""
    sys.stdout.buffer.write(to_json(record).encode())
    sys.stdout.buffer.flush()


def refusal(error: Exception) -> str:
    """Why a command did not begin."""
    if isinstance(error, ResultsBusy):
        return f"另一次汇总正在写 {error},请等它结束后再运行。"
    if isinstance(error, ResultsUnwritable):
        return f"“{error}”写不进去,请换一个文件夹,或用 --out 另指一个。"
    return str(error)
