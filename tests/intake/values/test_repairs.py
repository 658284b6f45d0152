"""已自动规范: what was read as something other than what stands there, and what was not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fixed_office import OFFICE
from grids import check_grid
from ledgerkit.intake.values.file_checks import check_file
from ledgerkit.model.repair import Repair
from ledgerkit.model.row import Cell
from ledgerkit.office import Firm
from workbooks import VISIT, VISITS, read, xlsx

Change = tuple[str, str, str]


def repaired(tmp_path: Path, *changes: tuple[str, Cell], lines: int = 1) -> list[Change]:
    """(cell, before, after) of a file of good visits, of which the last has these entries."""
    last: list[Cell] = [VISIT[0], "2026-10-13", *VISIT[2:]]
    good = [list(last) for _ in range(lines - 1)]
    for column, typed in changes:
        last[VISITS.index(column)] = typed
    path = xlsx(tmp_path / "表.xlsx", {"走访日志": [VISITS, *good, last]})
    return as_words(check_file(read(path), OFFICE).repairs)


def as_words(repairs: tuple[Repair, ...]) -> list[Change]:
    return [(one.place.cell or "", one.before, one.after) for one in repairs]


@pytest.mark.parametrize(
    ("column", "typed", "before", "after"),
    [
        ("走访日期", "2026.10.13", "2026.10.13", "2026-10-13"),
        ("走访日期", 20261013, "20261013", "2026-10-13"),
        ("走访日期", "46308", "46308", "2026-10-13"),
        (
            "走访编号",
            "zf—法院—２０２６１０—００１",
            "zf—法院—２０２６１０—００１",
            "ZF-法院-202610-001",
        ),
        ("走访单位", "法院", "法院", "区法院"),
        ("走访单位", "区法院,检察院", "区法院,检察院", "区法院、区检察院"),
        ("走访人员", "张晓明 李文", "张晓明 李文", "张晓明、李文"),
        ("是否发现问题", "有", "有", "是"),
        ("是否发现问题", False, "FALSE", "否"),
    ],
)
def test_a_certain_reading_is_told_with_address_before_and_after(
    tmp_path: Path, column: str, typed: Cell, before: str, after: str
) -> None:
    at = f"{'ABCDEFG'[VISITS.index(column)]}2"
    assert repaired(tmp_path, (column, typed)) == [(at, before, after)]


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("走访日期", "2026-10-13"),
        ("走访日期", " 2026-10-13\u200b"),
        ("走访单位", "区法院 "),
        ("走访主要情况", "  了解（经营）情况　"),
        ("走访日期", "2026.13.1"),
        ("走访日期", 10.2),
        ("是否发现问题", "也许"),
        ("走访人员", "无"),
    ],
)
def test_blanks_at_the_ends_and_what_carries_a_finding_are_none(
    tmp_path: Path, column: str, typed: Cell
) -> None:
    assert repaired(tmp_path, (column, typed)) == []


def test_dittos_are_told_with_what_stands_above_even_in_free_text(tmp_path: Path) -> None:
    changes = (("走访日期", "同上"), ("走访主要情况", "〃"))
    assert repaired(tmp_path, *changes, lines=2) == [
        ("B3", "同上", "2026-10-13"),
        ("F3", "〃", "了解经营"),
    ]


def test_numbers_with_units_and_full_width_digits(tmp_path: Path) -> None:
    grid = (
        "| 活动编号 | 活动日期 | 主办单位 | 活动形式 | 主题 | 园区或企业 | 参加人数 | 资料份数 |\n"
        "| XC-法院-202610-001 | 2026-10-13 | 区法院 | 讲座 | 用工 | 甲园 | 45人 | １２０ |"
    )
    submission = check_grid(tmp_path, {"法治宣传台账": grid})
    assert as_words(submission.repairs) == [
        ("D3", "讲座", "法律讲座"),
        ("G3", "45人", "45"),
        ("H3", "１２０", "120"),
    ]


def test_a_former_name_of_a_firm_is_read_as_its_name(tmp_path: Path) -> None:
    office = replace(OFFICE, firms=(Firm("甲机械有限公司", former=("甲机械厂",)),))
    grid = (
        "| 走访编号 | 走访日期 | 走访单位 | 企业名称 | 走访人员 | 走访主要情况 | 是否发现问题 |\n"
    )
    line = "| ZF-法院-202610-001 | 2026-10-13 | 区法院 | 甲机械厂 | 张三 | 情况 | 否 |"
    submission = check_grid(tmp_path, {"走访日志": grid + line}, office=office)
    assert as_words(submission.repairs) == [("D3", "甲机械厂", "甲机械有限公司")]


def test_a_merged_cell_is_told_once(tmp_path: Path) -> None:
    first = [*VISIT]
    second = ["ZF-法院-202610-002", None, *VISIT[2:]]
    path = xlsx(tmp_path / "表.xlsx", {"走访日志": [VISITS, first, second]}, merges=["B2:B3"])
    repairs = check_file(read(path), OFFICE).repairs
    assert as_words(repairs) == [("B2", "2026.10.13", "2026-10-13")]
