from __future__ import annotations

import datetime as dt
from pathlib import Path

from ledgerkit.model.row import Cell
from ledgerkit.model.submission import Filled
from workbooks import VISIT, VISITS, Lines, read, xlsx


def _block(
    tmp_path: Path, above: Lines, below: Lines = (), merges: tuple[str, ...] = ()
) -> dict[str, tuple[Cell, str]]:
    path = xlsx(tmp_path / "a.xlsx", {"走访日志": [*above, VISITS, VISIT, *below]}, merges)
    raw = read(path)
    assert len(raw.tables[0].rows) == 1
    return {label: (filled.value, filled.cell) for label, filled in raw.block.items()}


def test_labels_with_their_values_beside_them(tmp_path: Path) -> None:
    above: Lines = [
        ["走访日志"],
        ["填报单位", "区法院", "填报月份:", "2026-10", "填表人", None, "填报日期"],
        ["本月无(是/否)", None, "否"],
    ]
    assert _block(tmp_path, above, merges=("A1:G1",)) == {
        "填报单位": ("区法院", "B2"),
        "填报月份": ("2026-10", "D2"),
        "填表人": (None, "F2"),
        "填报日期": (None, "H2"),
        "本月无": ("否", "C3"),
    }


def test_several_entries_in_one_merged_cell(tmp_path: Path) -> None:
    above: Lines = [["走访日志"], ["填报单位:区法院(盖章)   填 表 人:李文  日期:2026年10月31日"]]
    assert _block(tmp_path, above, merges=("A1:G1", "A2:G2")) == {
        "填报单位": ("区法院(盖章)", "A2"),
        "填表人": ("李文", "A2"),
        "填报日期": ("2026年10月31日", "A2"),
    }


def test_other_names_of_the_labels(tmp_path: Path) -> None:
    day = dt.datetime(2026, 10, 31)
    above: Lines = [
        ["报送单位:", "区法院"],
        ["月份", "10月"],
        ["经办人", "李文"],
        ["报送日期", day],
    ]
    assert _block(tmp_path, [*above, ["是否零报告", "否"]]) == {
        "填报单位": ("区法院", "B1"),
        "填报月份": ("10月", "B2"),
        "填表人": ("李文", "B3"),
        "填报日期": (day.date(), "B4"),
        "本月无": ("否", "B5"),
    }


def test_a_merged_label_has_its_value_behind_the_merge(tmp_path: Path) -> None:
    above: Lines = [["填报单位", None, "区法院"]]
    assert _block(tmp_path, above, merges=("A1:B1",)) == {"填报单位": ("区法院", "C1")}


def test_the_lines_below_say_who_and_when_if_nothing_above_does(tmp_path: Path) -> None:
    above: Lines = [["填报单位:区法院", None, "填表人:"]]
    below = [["填表人:李文", None, "审核人:赵刚", None, "填报日期:", "10月31日"]]
    assert _block(tmp_path, above, below) == {
        "填报单位": ("区法院", "A1"),
        "填表人": ("李文", "A4"),
        "填报日期": ("10月31日", "F4"),
    }


def test_a_unit_of_measure_is_no_unit(tmp_path: Path) -> None:
    assert _block(tmp_path, [["单位:万元"], ["主办单位:某某"]]) == {}


def test_headers_are_no_labels(tmp_path: Path) -> None:
    header = ("编号", "日期", "单位", *VISITS[3:])
    path = xlsx(tmp_path / "a.xlsx", {"走访日志": [header, VISIT]})
    assert read(path).block == {}


def test_the_first_value_in_the_order_of_the_sheets_counts(tmp_path: Path) -> None:
    def sheet(unit: str | None) -> Lines:
        return [["填报单位", unit], VISITS, VISIT]

    path = xlsx(tmp_path / "a.xlsx", {"一": sheet(None), "二": sheet("甲"), "三": sheet("乙")})
    assert read(path).block == {"填报单位": Filled("甲", "二", "B1")}


def test_full_width_colons_and_brackets(tmp_path: Path) -> None:
    above: Lines = [["填报单位\uff08盖章\uff09\uff1a区法院\u3000\u3000填报月份\uff1a2026年10月"]]
    assert _block(tmp_path, above, merges=("A1:G1",)) == {
        "填报单位": ("区法院", "A1"),
        "填报月份": ("2026年10月", "A1"),
    }
