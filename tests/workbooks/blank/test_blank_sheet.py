"""What a clerk finds in a blank workbook, read back with openpyxl."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest

from fixed_office import OFFICE
from ledgerkit.ledgers import catalog
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.columns import Choice, Computed, Date, DueDay, Serial, Text, WordList
from ledgerkit.model.ledger import Book
from ledgerkit.model.period import Month
from ledgerkit.model.sheets import CHOICES, GUIDE, WORKDAYS
from ledgerkit.office import Firm
from ledgerkit.workbooks import blank

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

LEDGERS = [(name, ledger.name) for name, book in catalog.books().items() for ledger in book.ledgers]
by_ledger = pytest.mark.parametrize("book, ledger", LEDGERS)


def opened(book: str, **given: object) -> Workbook:
    package = blank.build(catalog.books()[book], OFFICE, **given)  # type: ignore[arg-type]  # by name
    return openpyxl.load_workbook(io.BytesIO(package))


@pytest.fixture(scope="module")
def workbooks() -> dict[str, Workbook]:
    return {name: opened(name) for name in catalog.books()}


def validation(sheet: Worksheet, cell: str) -> DataValidation:
    found: list[DataValidation] = [
        rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref
    ]
    assert len(found) == 1, (cell, found)
    return found[0]


def words(workbook: Workbook, name: str | None) -> list[object]:
    """The words of a named list."""
    assert name is not None
    ((sheet, cells),) = workbook.defined_names[name].destinations
    return [cell.value for (cell,) in workbook[sheet][cells]]


def test_sheets_are_the_ledgers_the_guide_and_hidden_helpers(
    workbooks: dict[str, Workbook],
) -> None:
    lists = workbooks["三张清单"]
    assert lists.sheetnames == [
        "走访问题清单",
        "解决措施清单",
        "回复反馈清单",
        GUIDE,
        CHOICES,
        WORKDAYS,
    ]
    hidden = [sheet.title for sheet in lists if sheet.sheet_state != "visible"]
    assert hidden == [CHOICES, WORKDAYS]
    assert workbooks["走访日志"].sheetnames == ["走访日志", GUIDE, CHOICES]


@by_ledger
def test_headers_are_the_column_names_and_nothing_else(
    book: str, ledger: str, workbooks: dict[str, Workbook]
) -> None:
    sheet, table = workbooks[book][ledger], catalog.ledgers()[ledger]
    assert [cell.value for cell in sheet[5]] == [column.name for column in table.columns]


@by_ledger
def test_every_header_says_whether_it_must_be_filled(
    book: str, ledger: str, workbooks: dict[str, Workbook]
) -> None:
    sheet, table = workbooks[book][ledger], catalog.ledgers()[ledger]
    for cell, column in zip(sheet[5], table.columns, strict=True):
        assert cell.comment is not None
        text = cell.comment.text
        dark = cell.fill.start_color.rgb == "001F4E79"
        assert dark is column.required, column.name
        assert text.startswith("【必填】") is column.required, column.name
        assert column.help in text
        assert column.example in text
        if isinstance(column, Choice):
            assert "、".join(column.words.words) in text
        elif isinstance(column, Computed | Serial):
            assert text.startswith("【不用填】")


@by_ledger
def test_500_ready_rows_stand_in_a_real_table(
    book: str, ledger: str, workbooks: dict[str, Workbook]
) -> None:
    sheet = workbooks[book][ledger]
    (table,) = sheet.tables.values()
    assert table.ref.startswith("A5:")
    assert table.ref.endswith("505")
    assert table.column_names == [column.name for column in catalog.ledgers()[ledger].columns]
    assert sheet.max_row == 505
    assert all(sheet.cell(505, at).border.left.style == "thin" for at in (1, 2, 3))


def test_table_and_defined_names_are_unique(workbooks: dict[str, Workbook]) -> None:
    for workbook in workbooks.values():
        tables = [name for sheet in workbook for name in sheet.tables]
        names = [*tables, *workbook.defined_names]
        assert len(names) == len(set(names))


@by_ledger
def test_drop_downs_offer_the_office_words_and_stop_others(
    book: str, ledger: str, workbooks: dict[str, Workbook]
) -> None:
    workbook, table = workbooks[book], catalog.ledgers()[ledger]
    for at, column in enumerate(table.columns, start=1):
        if isinstance(column, Choice):
            rule = validation(workbook[ledger], workbook[ledger].cell(505, at).coordinate)
            stops = (None, False) if column.open else ("stop", True)
            assert (rule.type, rule.errorStyle, rule.showErrorMessage) == ("list", *stops)
            assert words(workbook, rule.formula1) == list(column.words.words)


def test_the_office_replaces_words_and_adds_names() -> None:
    listed = replace(
        OFFICE,
        words={"难易程度": WordList("难易程度", ("急", "缓"))},
        firms=(Firm("岭东精密机械有限公司"), Firm("=北坡酒业")),
    )
    book = catalog.books()["三张清单"]
    workbook = openpyxl.load_workbook(io.BytesIO(blank.build(book, listed)))
    sheet = workbook["走访问题清单"]
    assert words(workbook, validation(sheet, "M6").formula1) == ["急", "缓"]
    firms = words(workbook, validation(sheet, "D6").formula1)
    assert firms[:2] == ["岭东精密机械有限公司", "=北坡酒业"]


def test_names_may_be_typed_freely(workbooks: dict[str, Workbook]) -> None:
    problems = workbooks["三张清单"]["走访问题清单"]
    single, several = validation(problems, "J6"), validation(problems, "K6")
    assert (single.type, single.errorStyle, single.showErrorMessage) == (
        "list",
        "information",
        True,
    )
    assert (several.type, several.showErrorMessage) == ("list", False)


def test_dates_have_a_format_a_rule_and_a_prompt(workbooks: dict[str, Workbook]) -> None:
    problems = workbooks["三张清单"]["走访问题清单"]
    rule = validation(problems, "E6")
    assert problems["E6"].number_format == "yyyy-mm-dd"
    assert (rule.type, rule.errorStyle, rule.showErrorMessage) == ("date", "stop", True)
    assert rule.showInputMessage
    assert rule.prompt == "日期,如 2026-10-13"


def test_counts_times_codes_and_numbers_are_guarded(workbooks: dict[str, Workbook]) -> None:
    outreach = workbooks["法治宣传台账"]["法治宣传台账"]
    assert validation(outreach, "I6").type == "whole"
    assert validation(workbooks["会议安排"]["会议安排"], "G6").type == "time"
    visits = workbooks["走访日志"]["走访日志"]
    assert validation(visits, "H6").type == "textLength"
    assert visits["H6"].number_format == visits["L6"].number_format == "@"
    assert validation(visits, "B6").formula1 == "COUNTIF($B$6:$B$505,B6)=1"


def test_every_prompt_fits_into_excel(workbooks: dict[str, Workbook]) -> None:
    for workbook in workbooks.values():
        for sheet in workbook:
            for rule in sheet.data_validations.dataValidation:
                assert len(rule.prompt or "") <= 255
                assert len(rule.error or "") <= 255
                assert len(rule.promptTitle or "") <= 32
                assert len(rule.formula1 or "") <= 255


@by_ledger
def test_computed_cells_are_grey_and_explained(
    book: str, ledger: str, workbooks: dict[str, Workbook]
) -> None:
    sheet, table = workbooks[book][ledger], catalog.ledgers()[ledger]
    for at, column in enumerate(table.columns, start=1):
        cell = sheet.cell(505, at)
        assert (cell.fill.fill_type == "solid") is isinstance(column, Computed | Serial)
        if isinstance(column, Computed):
            assert str(cell.value).startswith("=IF(")
            assert validation(sheet, cell.coordinate).prompt == "自动计算,不用填"
        if isinstance(column, Date | DueDay):
            assert cell.number_format == "yyyy-mm-dd"


def test_the_block_is_filled_where_unit_and_month_are_known() -> None:
    sheet = opened("三张清单", unit="区法院", month=Month(2026, 11))["走访问题清单"]
    block = {
        sheet[at].value: sheet[value].value
        for at, value in (("B2", "C2"), ("E2", "F2"), ("G2", "H2"), ("B3", "C3"), ("E3", "F3"))
    }
    assert block == {
        "填报单位": "区法院",
        "填报月份": "2026-11",
        "本月无": None,
        "填表人": None,
        "填报日期": None,
    }


def test_only_the_first_sheet_of_three_is_typed_in(workbooks: dict[str, Workbook]) -> None:
    lists = workbooks["三张清单"]
    assert lists["走访问题清单"]["C2"].value is None
    for name in ("解决措施清单", "回复反馈清单"):
        shown = lists[name]["C2"].value
        assert shown == "=IF('走访问题清单'!C2=\"\",\"\",'走访问题清单'!C2)"
        assert lists[name]["C2"].fill.fill_type == "solid"


@by_ledger
def test_sheets_print_on_a4_across_and_scroll_under_the_header(
    book: str, ledger: str, workbooks: dict[str, Workbook]
) -> None:
    sheet = workbooks[book][ledger]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    fitting, footer = sheet.sheet_properties.pageSetUpPr, sheet.HeaderFooter.oddFooter
    assert fitting is not None
    assert fitting.fitToPage
    assert sheet.page_setup.fitToWidth in (1, 2)
    assert sheet.page_setup.fitToHeight == 0
    assert "$5:$5" in (sheet.print_title_rows or "")
    assert footer is not None
    assert footer.center.text == "第 &P 页 共 &N 页"
    assert sheet.freeze_panes == "C6"


@by_ledger
def test_nothing_is_protected(book: str, ledger: str, workbooks: dict[str, Workbook]) -> None:
    assert not workbooks[book][ledger].protection.sheet
    assert workbooks[book].security is None


def test_the_guide_names_every_column_and_the_office_limits(
    workbooks: dict[str, Workbook],
) -> None:
    for name, book in catalog.books().items():
        lines = list(workbooks[name][GUIDE].iter_rows(values_only=True))
        named = {row[0]: row[1] for row in lines}
        for ledger in book.ledgers:
            for column in ledger.columns:
                assert column.name in named, (name, column.name)
        assert named[book.ledgers[0].key.name] == "必填"
    text = str([cell.value for row in workbooks["三张清单"][GUIDE] for cell in row])
    assert "紧急 1 个工作日、简单 3 个工作日、一般 7 个工作日、复杂 15 个工作日" in text
    assert "最长不超过 30 个自然日" in text
    assert "本月无" in text


def test_a_column_added_to_a_declaration_appears_everywhere() -> None:
    class Grown(Visits):
        weather = Text("天气", required=True, example="晴", help="走访当天的天气")

    workbook = openpyxl.load_workbook(io.BytesIO(blank.build(Book("走访日志", (Grown,)), OFFICE)))
    header = workbook["走访日志"]["R5"]
    assert header.value == "天气"
    assert "走访当天的天气" in header.comment.text
    (table,) = workbook["走访日志"].tables.values()
    assert table.ref == "A5:R505"
    assert "天气" in [row[0] for row in workbook[GUIDE].iter_rows(values_only=True)]


@pytest.mark.parametrize("book", catalog.books())
def test_the_workbook_says_which_it_is(book: str, workbooks: dict[str, Workbook]) -> None:
    properties = workbooks[book].custom_doc_props  # type: ignore[attr-defined]  # not in its stubs
    kept = {prop.name: prop.value for prop in properties.props}
    assert kept == {"ledgerkit.book": book, "ledgerkit.version": "1"}
