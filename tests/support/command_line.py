"""The command line in a process of its own, as people and programs call it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def call(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "ledgerkit", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
