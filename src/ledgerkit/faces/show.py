"""What every face does alike: how JSON is printed, and how results are opened."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from ledgerkit.run.store import to_json


def speak_any_language() -> None:
    """Let a console with a narrow encoding show what it can instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def print_json(record: Mapping[str, object]) -> None:
    """JSON alone on standard output, always UTF-8."""
    sys.stdout.buffer.write(to_json(record).encode())
    sys.stdout.buffer.flush()


def open_outside(path: Path) -> None:
    """Open a file, a page or a folder with the program that the system has for it.

    By its path, never as a file: address, in which Windows reads %E5 by the system's code page.
    """
    if sys.platform == "win32":
        os.startfile(path)
    else:
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        subprocess.Popen([opener, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
