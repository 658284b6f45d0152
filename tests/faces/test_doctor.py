"""``ledgerkit doctor`` as it is called."""

from __future__ import annotations

from pathlib import Path

from command_line import call


def test_it_ends_with_0_where_nothing_needed_is_lacking_and_with_1_otherwise(
    tmp_path: Path,
) -> None:
    good = call("doctor", tmp_path)
    assert (good.returncode, good.stdout.splitlines()[-1][:4]) == (0, "可以使用")
    (tmp_path / "名录.xlsx").write_bytes(b"PK broken")
    bad = call("doctor", tmp_path)
    assert (bad.returncode, bad.stdout.splitlines()[-1][:7]) == (1, "缺少 1 项,")
    assert "[缺少] 名录:读不了" in bad.stdout
