from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
import xlwt

from ledgerkit.model.place import Place
from ledgerkit.model.repair import Repair
from ledgerkit.workbooks import returned
from ledgerkit.workbooks.returned.repaired import lines
from returned_support import PATH, full_workbook, odd_phone
from workbooks import VISIT, VISITS, xlsx


def repair(cell: str, before: str = "2026.3.5", after: str = "2026-03-05") -> Repair:
    return Repair(Place(PATH, "走访日志", cell), "走访日期", before, after)


def test_repairs_down_a_column_fold_like_findings() -> None:
    listed = lines([*(repair(f"B{row}") for row in (4, 5, 6)), repair("B9", "3.6", "2026-03-06")])
    assert [(line.label, line.found, line.message) for line in listed] == [
        ("B4:B6,共 3 处", "2026.3.5", "读作“2026-03-05”"),
        ("B9", "3.6", "读作“2026-03-06”"),
    ]


def test_a_fold_of_unlike_repairs_says_so() -> None:
    (line,) = lines(repair(f"B{row}", f"3.{row}", f"2026-03-{row:02}") for row in (4, 5, 6))
    assert (line.found, line.message) == ("3.4 等", "读作“2026-03-04” 等")


def test_repairs_alone_are_no_reason_to_send_a_file_back(tmp_path: Path) -> None:
    full_workbook(tmp_path / "a.xlsm")
    assert returned.build(tmp_path / "a.xlsm", [], "", [repair("B4")]) is None


def test_the_copy_links_to_what_was_repaired_and_is_cleared_as_before(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"走访日志": [VISITS, VISIT]})
    built = returned.build(tmp_path / "a.xlsx", [odd_phone("C9")], "", [repair("B4")])
    assert built is not None
    sheet = openpyxl.load_workbook(io.BytesIO(built.data)).worksheets[0]
    assert [sheet[f"{letter}8"].value for letter in "ACEF"] == [
        "已自动规范",
        "B4",
        "2026.3.5",
        "读作“2026-03-05”",
    ]
    assert sheet["C8"].hyperlink.location == "'走访日志'!B4"
    assert "检查结果" not in openpyxl.load_workbook(io.BytesIO(returned.clear(built.data)))


@pytest.mark.parametrize("count", [1, 4])
def test_a_findings_list_links_every_repair_to_the_original(tmp_path: Path, count: int) -> None:
    book = xlwt.Workbook()
    book.add_sheet("走访日志").write(0, 0, "走访编号")
    book.save(str(tmp_path / "a.xls"))
    repairs = [repair(f"B{row}") for row in range(2, 2 * count + 2, 2)]
    built = returned.build(tmp_path / "a.xls", [odd_phone("C9")], "", repairs)
    assert built is not None
    sheet = openpyxl.load_workbook(io.BytesIO(built.data)).worksheets[0]
    rows = (5, *range(8, 8 + count))
    links = [link.target for row in rows if (link := sheet.cell(row, 3).hyperlink)]
    assert links == ["a.xls"] * (count + 1)
