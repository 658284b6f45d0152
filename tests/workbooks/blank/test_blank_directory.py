"""名录.xlsx as it is shipped: the tables, their rows, and help to fill them."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl import Workbook

from ledgerkit.model.sheets import CHOICES
from ledgerkit.office import tables
from ledgerkit.office.tables import DirectoryTable
from ledgerkit.workbooks import blank

HEADER = 3
by_table = pytest.mark.parametrize("table", tables.TABLES, ids=lambda table: table.name)


@pytest.fixture(scope="module")
def shipped() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(blank.build_directory(None)))


def test_there_is_one_sheet_for_each_table(shipped: Workbook) -> None:
    assert shipped.sheetnames == [*(table.name for table in tables.TABLES), CHOICES]
    assert shipped[CHOICES].sheet_state == "hidden"


@by_table
def test_a_sheet_holds_the_shipped_rows_under_its_headers(
    table: type[DirectoryTable], shipped: Workbook
) -> None:
    sheet = shipped[table.name]
    header, *rows = sheet.iter_rows(min_row=HEADER, values_only=True)
    assert list(header) == [column.name for column in table.columns]
    width = len(table.columns)
    expected = [
        tuple(value if value != "" else None for value in (*row, *[""] * (width - len(row))))
        for row in table.shipped
    ]
    assert rows[: len(expected)] == expected
    assert not any(any(row) for row in rows[len(expected) :])
    assert len(rows) - len(expected) >= 30


@by_table
def test_a_sheet_says_what_it_is_for(table: type[DirectoryTable], shipped: Workbook) -> None:
    sheet = shipped[table.name]
    assert str(sheet["A2"].value).startswith(table.about)
    for cell, column in zip(sheet[HEADER], table.columns, strict=True):
        assert cell.comment is not None
        assert cell.comment.text.startswith("【必填】" if column.required else "【选填】")


def test_matters_and_points_are_offered(shipped: Workbook) -> None:
    def offered(table: str, cell: str) -> list[object]:
        rules = shipped[table].data_validations.dataValidation
        (rule,) = (rule for rule in rules if cell in rule.sqref)
        ((sheet, cells),) = shipped.defined_names[rule.formula1].destinations
        return [cell.value for (cell,) in shipped[sheet][cells] if cell.value]

    assert offered("办理时限", "A4") == list(tables.MATTERS.words)
    points = [row[0] for row in tables.Points.shipped]
    assert offered("企业", "D4") == points
