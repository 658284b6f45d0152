from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from fixed_office import OFFICE
from ledgerkit.ledgers import catalog
from ledgerkit.workbooks import blank, returned
from returned_support import canonical_xml, parts, saved, unreadable_date

BOOKS = ("走访日志", "三张清单")


@pytest.fixture(params=BOOKS)
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    book = catalog.books()[request.param]
    return saved(tmp_path / f"{book.name}.xlsx", blank.build(book, OFFICE))


def _shape(sheet: Worksheet) -> dict[str, object]:
    """What a clerk would miss if it were gone."""
    return {
        "values": [[cell.value for cell in row] for row in sheet],
        "validations": [
            (str(rule.sqref), rule.type, rule.formula1, rule.showErrorMessage, rule.prompt)
            for rule in sheet.data_validations.dataValidation
        ],
        "formats": [
            (str(area.sqref), [rule.formula for rule in rules])
            for area, rules in ((area, area.rules) for area in sheet.conditional_formatting)
        ],
        "widths": {name: column.width for name, column in sheet.column_dimensions.items()},
        "tables": {table.name: table.ref for table in sheet.tables.values()},
        "print": (sheet.print_title_rows, sheet.print_area, sheet.page_setup.orientation),
        "merged": sorted(map(str, sheet.merged_cells.ranges)),
        "frozen": sheet.freeze_panes,
        "state": sheet.sheet_state,
    }


def test_a_blank_workbook_of_ours_comes_through_a_copy_equal(source: Path) -> None:
    before = openpyxl.load_workbook(source)
    name = before.sheetnames[0]
    built = returned.build(source, [unreadable_date("D9", sheet=name)])
    assert built is not None
    assert built.kind == "批注副本"
    after = openpyxl.load_workbook(io.BytesIO(built.data))
    assert after.sheetnames == ["检查结果", *before.sheetnames]
    for sheet in before:
        assert _shape(after[sheet.title]) == _shape(sheet)
    assert {**after.defined_names}.keys() - {"_检查标记"} == {**before.defined_names}.keys()
    custom = "docProps/custom.xml"
    assert parts(built.data)[custom] == parts(source.read_bytes())[custom]


def test_clearing_the_copy_of_a_blank_gives_every_sheet_back(source: Path) -> None:
    before = parts(source.read_bytes())
    name = openpyxl.load_workbook(source).sheetnames[0]
    built = returned.build(source, [unreadable_date(f"D{row}", sheet=name) for row in (1, 9, 40)])
    assert built is not None
    after = parts(returned.clear(built.data))
    sheets = [part for part in before if part.startswith("xl/worksheets/sheet")]
    assert [canonical_xml(after[part]) for part in sheets[1:]] == [
        canonical_xml(before[part]) for part in sheets[1:]
    ]
