"""``quarter``, ``year`` and ``export`` as people call them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import call
from months import PROBLEM, VISIT, problems, put, visits


@pytest.fixture
def district(tmp_path: Path) -> Path:
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", problems(PROBLEM.replace("合同债务", "别的类别")))
    return tmp_path


def test_a_quarter_and_a_year_end_with_counts_and_a_next_step(district: Path) -> None:
    done = call("quarter", district, "--quarter", "2026Q4", "--documents", "无")
    assert done.returncode == 0, done.stderr
    assert "共读 2 行 = 已汇总 2 + 退回 0 + 重复 0 + 被更新 0。" in done.stdout
    assert done.stdout.splitlines()[-1] == "下一步:看 总表.xlsx 的“看板”,文书核对后签发。"
    assert (district / "结果" / "2026Q4" / "总表.xlsx").is_file()
    year = call("year", district, "--year", "2026", "--documents", "无", "--strict", "--json")
    record = json.loads(year.stdout)
    assert (year.returncode, record["period"], record["rows"]["merged"]) == (1, "2026", 2)


def test_an_export_says_what_it_wrote(district: Path) -> None:
    done = call("export", district, "--to", "csv", "--month", "2026-10")
    assert done.returncode == 0, done.stderr
    assert "  走访问题清单.csv  1 行" in done.stdout.splitlines()
    assert not (district / "结果").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("quarter", ".", "--quarter", "2026Q5"), "“2026Q5”不是季度,请写成 2026Q4 这样"),
        (("quarter", ".", "--quarter", "2026"), "“2026”不是季度,请写成 2026Q4 这样"),
        (("year", ".", "--year", "2026-10"), "“2026-10”不是年份,请写成 2026 这样"),
        (("year", "."), "缺少选项 --year"),
        (("export", ".", "--to", "xlsx"), "csv"),
    ],
)
def test_a_wrong_call_is_said_in_chinese(words: tuple[str, ...], message: str) -> None:
    done = call(*words)
    assert done.returncode == 2
    assert message in done.stderr
    assert "is not one of" not in done.stderr
