"""名录.xlsx → Office: what it says counts, what it lacks is shipped, and that is said once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from ledgerkit import office as offices
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.columns import NameList
from ledgerkit.office import Limit, Office, tables
from ledgerkit.run.directory import load_office


def office_of(folder: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Office:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(folder / "名录.xlsx")
    return load_office(folder)


def said(office: Office, code: str) -> list[str]:
    return [one.message for one in office.findings if one.code == code]


LIMIT_HEADER = ("事项", "难易程度", "天数", "计日")
LADDER_HEADER = ("级别", "起始", "抄送")


def test_without_a_directory_all_is_shipped_and_that_is_said_once(tmp_path: Path) -> None:
    office = load_office(tmp_path)
    assert office.limits == offices.default().limits
    assert [one.code for one in office.findings] == ["directory-missing"]


def test_a_row_of_the_office_counts_and_an_absent_one_is_shipped(tmp_path: Path) -> None:
    rows = [LIMIT_HEADER, ("办理", "一般", 9, "工作日"), ("最长", "", 45, "自然日")]
    office = office_of(tmp_path, {"办理时限": rows})
    assert office.limit("办理", "一般") == Limit(9, True)
    assert office.limit("最长") == Limit(45, False)
    assert office.limit("办理", "紧急") == Limit(1, True)
    assert any("办理、紧急" in one for one in said(office, "directory-row-missing"))
    assert len(said(office, "directory-row-missing")) == len(tables.Limits.shipped) - 2


@pytest.mark.parametrize("days", ["七", -3, None])
def test_a_limit_without_a_readable_number_is_the_shipped_one(tmp_path: Path, days: object) -> None:
    office = office_of(tmp_path, {"办理时限": [LIMIT_HEADER, ("办理", "一般", days, "工作日")]})
    assert office.limit("办理", "一般") == Limit(7, True)
    assert any("办理、一般" in one for one in said(office, "directory-row-missing"))


def test_a_step_of_the_ladder_may_be_negative_and_needs_a_number(tmp_path: Path) -> None:
    rows = [LADDER_HEADER, ("临期提醒", "x", ""), ("催办", "2", ""), ("预提醒", -5, "")]
    office = office_of(tmp_path, {"预警阶梯": rows})
    steps = {step.level: step.start for step in office.ladder}
    assert steps == {"预提醒": -5, "临期提醒": -2, "催办": 2, "督办": 5, "通报": 10}
    assert [one.place.cell for one in office.findings if one.code == "number-unreadable"] == ["B2"]


def test_a_unit_without_all_its_cells_is_still_a_unit(tmp_path: Path) -> None:
    office = office_of(tmp_path, {"单位": [("单位名称", "简称"), ("区法院", None)]})
    assert [unit.name for unit in office.units] == ["区法院"]


def test_short_former_and_full_width_names_mean_the_full_name(tmp_path: Path) -> None:
    office = office_of(
        tmp_path,
        {
            "单位": [("单位名称", "简称"), ("区法院", "法院")],
            "企业": [("企业名称", "曾用名"), ("甲(集团)有限公司", "甲厂、老甲厂")],
        },
    )
    assert office.full_name("法院", (NameList.UNIT,)) == "区法院"
    assert office.full_name("老甲厂", (NameList.FIRM,)) == "甲(集团)有限公司"
    assert office.full_name("甲（集团）有限公司", (NameList.FIRM,)) == "甲(集团)有限公司"
    assert office.sender("法院2026年10月走访日志") == "区法院"
    assert office.sender("走访日志") is None


def test_a_word_list_replaces_the_declared_one_and_knows_old_words(tmp_path: Path) -> None:
    rows = [("词表", "取值", "曾用值"), ("难易程度", "急", "紧急"), ("难易程度", "缓", None)]
    office = office_of(tmp_path, {"词表": rows})
    grade = Problems.grade
    assert office.words_of(grade).words == ("急", "缓")
    assert office.words_of(grade).former == (("紧急", "急"),)
