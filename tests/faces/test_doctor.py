"""``ledgerkit doctor`` as it is called."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def call(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "ledgerkit", "doctor", str(folder)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_it_ends_with_0_where_nothing_needed_is_lacking_and_with_1_otherwise(
    tmp_path: Path,
) -> None:
    good = call(tmp_path)
    assert (good.returncode, good.stdout.splitlines()[-1][:4]) == (0, "可以使用")
    (tmp_path / "名录.xlsx").write_bytes(b"PK broken")
    bad = call(tmp_path)
    assert (bad.returncode, bad.stdout.splitlines()[-1][:7]) == (1, "缺少 1 项,")
    assert "[缺少] 名录:读不了" in bad.stdout
