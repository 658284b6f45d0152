from __future__ import annotations

import dataclasses
import datetime as dt
import time
from pathlib import Path

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from fixed_office import OFFICE
from ledgerkit.intake.files.raw_file import read_file
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.row import UNCALCULATED
from ledgerkit.model.submission import Header
from ledgerkit.office import tables
from workbooks import LEDGERS, VISIT, VISITS, Lines, bare_xlsx, cells, read, xlsx

KEY = Visits.key.name


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda ledger: ledger.name)
def test_each_ledger_is_known_by_its_header_alone(tmp_path: Path, ledger: type[Ledger]) -> None:
    names = [column.name for column in ledger.columns]
    raw = read(xlsx(tmp_path / "a.xlsx", {"Sheet1": [names, ["x"] * len(names)]}))
    assert [table.table.name for table in raw.tables] == [ledger.name]
    assert raw.tables[0].layout.columns == {name: at for at, name in enumerate(names)}


def test_an_old_ledger_without_numbers_is_known_by_its_other_columns(tmp_path: Path) -> None:
    for ledger in LEDGERS:
        names = [c.name for c in ledger.columns if c.required and c.name != ledger.key.name]
        raw = read(xlsx(tmp_path / "a.xlsx", {"Sheet1": [names, ["x"] * len(names)]}))
        assert [table.table.name for table in raw.tables] == [ledger.name]


def test_title_and_block_above_and_columns_anywhere(tmp_path: Path) -> None:
    lines: Lines = [
        [None, None, "区法院走访日志"],
        [],
        [None, None, *reversed(VISITS), "经办部门"],
        [None, None, *reversed(VISIT), "办公室"],
    ]
    raw = read(xlsx(tmp_path / "a.xlsx", {"Sheet1": lines}, ["C1:I1"]))
    table = raw.tables[0]
    assert (table.layout.header_row, table.header_cell) == (2, "C3")
    assert table.extra == (Header("经办部门", "J3"),)
    assert table.rows[0].place(Visits.key).cell == "I4"
    assert table.rows[0].typed(Visits.key) == VISIT[0]
    assert table.rows[0].typed(Visits.remarks) is None
    assert table.rows[0].origin.row == 4


def test_headers_with_stars_blanks_line_breaks_and_units(tmp_path: Path) -> None:
    header = (
        "★走访\n编号",
        "走访日期 *",
        " 走访单位",
        "企业名称(全称)",
        "走访人员",
        "主要情况",
        "是否发现问题(是/否)",
    )
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": [header, VISIT]}))
    assert tuple(raw.tables[0].layout.columns) == VISITS
    assert raw.tables[0].extra == ()


def test_the_offices_own_aliases_count_but_not_above_a_columns_name(tmp_path: Path) -> None:
    own = dataclasses.replace(
        OFFICE,
        header_aliases={("走访日志", "下企编号"): KEY, ("走访日志", "走访单位"): "企业名称"},
    )
    path = xlsx(tmp_path / "a.xlsx", {"S": [("下企编号", *VISITS[1:]), VISIT]})
    columns = read_file(path, path.name, LEDGERS, own).tables[0].layout.columns
    assert (columns[KEY], columns["走访单位"], columns["企业名称"]) == (0, 2, 3)


def test_a_column_is_taken_by_its_name_before_an_alias(tmp_path: Path) -> None:
    header = ("时间", *VISITS)
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": [header, ("上午", *VISIT)]}))
    assert raw.tables[0].layout.columns["走访日期"] == 2
    assert raw.tables[0].extra == (Header("时间", "A1"),)


def test_of_a_header_that_stands_twice_the_first_counts(tmp_path: Path) -> None:
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": [(*VISITS, "走访日期"), (*VISIT, "后")]}))
    assert cells(raw, "走访日期") == [("2026.10.13",)]
    assert raw.tables[0].repeated == (Header("走访日期", "H1"),)


def test_a_header_of_two_rows_with_merged_groups(tmp_path: Path) -> None:
    lines: Lines = [
        ["走访日志"],
        ["走访", None, "走访单位", "企业", None, "走访人员", "走访主要情况", "是否发现问题"],
        ["编号", "日期", None, "名称", "信用代码"],
        [*VISIT[:4], "91", *VISIT[4:]],
    ]
    merges = ["A1:H1", "A2:B2", "D2:E2", "C2:C3", "F2:F3", "G2:G3", "H2:H3"]
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": lines}, merges))
    table = raw.tables[0]
    assert table.layout.header_row == 2
    assert table.layout.columns == {
        "走访编号": 0,
        "走访日期": 1,
        "走访单位": 2,
        "企业名称": 3,
        "统一社会信用代码": 4,
        "走访人员": 5,
        "走访主要情况": 6,
        "是否发现问题": 7,
    }
    assert len(table.rows) == 1


def test_totals_notes_and_signatures_are_no_rows(tmp_path: Path) -> None:
    lines: Lines = [
        ("序号", *VISITS),
        (1, *VISIT),
        (),
        (2, *VISIT),
        (3,),
        ("   ", "\u3000", "\u200b"),
        ("合 计", None, None, None, 2),
        ("注:本表由各单位填写",),
        (None, "★为必填项"),
        ("填表人:", "李文", None, "审核人:", "赵刚", None, "日期:2026年10月31日"),
        (4, *VISIT),
    ]
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": lines}))
    assert [row.origin.row for row in raw.tables[0].rows] == [2, 4, 11]


def test_a_note_merged_across_is_no_row(tmp_path: Path) -> None:
    lines = [VISITS, VISIT, ("以上情况属实",), VISIT]
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": lines}, ["A3:G3"]))
    assert [row.origin.row for row in raw.tables[0].rows] == [2, 4]


def test_a_row_with_a_single_value_is_a_row(tmp_path: Path) -> None:
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": [VISITS, (None, None, None, "岭东机械")]}))
    assert cells(raw, KEY, "企业名称") == [(None, "岭东机械")]


def test_a_cell_merged_downwards_holds_for_each_of_its_rows(tmp_path: Path) -> None:
    lines = [VISITS, VISIT, ("ZF-2", "10.14"), ("ZF-3", "10.15"), ()]
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": lines}, ["D2:D5", "G2:G3"]))
    assert cells(raw, KEY, "企业名称", "是否发现问题") == [
        (VISIT[0], "岭东机械", "否"),
        ("ZF-2", "岭东机械", "否"),
        ("ZF-3", "岭东机械", None),
    ]
    assert raw.tables[0].rows[2].place(Visits.firm).cell == "D2"
    assert raw.tables[0].rows[2].place(Visits.key).cell == "A4"


def test_several_tables_in_a_sheet(tmp_path: Path) -> None:
    by_name = {ledger.name: ledger for ledger in LEDGERS}
    lines: list[list[str | None]] = []
    for number, name in zip(
        "一二三", ("走访问题清单", "解决措施清单", "回复反馈清单"), strict=True
    ):
        header = [column.name for column in by_name[name].columns if column.required]
        lines += [[f"{number}、{name}"], list(header), ["x"] * len(header), [None]]
    raw = read(xlsx(tmp_path / "a.xlsx", {"三张清单": lines}))
    assert [(table.table.name, len(table.rows)) for table in raw.tables] == [
        ("走访问题清单", 1),
        ("解决措施清单", 1),
        ("回复反馈清单", 1),
    ]


def test_cells_keep_their_types_and_their_blanks(tmp_path: Path) -> None:
    day = dt.datetime(2026, 10, 13)
    values = ("ZF-1 ", day, "区法院", 3.5, 12, True, " 否")
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": [VISITS, values]}))
    assert cells(raw, *VISITS) == [("ZF-1 ", day.date(), "区法院", 3.5, 12.0, True, " 否")]


def test_errors_and_formulas_never_calculated_are_not_blank(tmp_path: Path) -> None:
    def text(cell: str, value: str) -> str:
        return f'<c r="{cell}" t="inlineStr"><is><t>{value}</t></is></c>'

    header = "".join(text(f"{chr(65 + at)}1", name) for at, name in enumerate(VISITS))
    path = bare_xlsx(
        tmp_path / "a.xlsx",
        f'<row r="1">{header}</row><row r="2">{text("A2", "ZF-1")}'
        '<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c><c r="C2"><f>A2</f></c>'
        '<c r="D2" t="str"><f>""</f><v></v></c><c r="E2"><f>1/0</f><v/></c>'
        '<c r="F2" t="str"><f>A2</f><v>ok</v></c><c r="G2"/></row>'
        '<row r="3"><c r="B3"><f>A3</f></c><c r="C3" t="e"><v>#REF!</v></c></row>',
    )
    assert cells(read(path), *VISITS) == [
        ("ZF-1", "#N/A", UNCALCULATED, None, UNCALCULATED, "ok", None)
    ]


def test_computed_columns_and_numbers_alone_make_no_rows(tmp_path: Path) -> None:
    problems = next(ledger for ledger in LEDGERS if ledger.name == "走访问题清单")
    names = [column.name for column in problems.columns]
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(names)
    for line in range(2, 502):
        sheet.cell(line, 1, line - 1)
        sheet.cell(line, names.index("办理时限") + 1, f'=IF(E{line}="","",E{line}+7)')
        sheet.cell(line, names.index("状态提示") + 1, f'=IF(E{line}="","","正常")')
    sheet.cell(3, 2, "WT-1")
    workbook.save(tmp_path / "a.xlsx")
    raw = read(tmp_path / "a.xlsx")
    assert [row.origin.row for row in raw.tables[0].rows] == [3]


def test_legacy_xls(tmp_path: Path) -> None:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("走访日志")
    for at, name in enumerate(VISITS):
        sheet.write(1, at + 1, name)
    for row in (2, 3):
        sheet.write(row, 1, f"ZF-{row}")
    sheet.write(2, 2, dt.date(2026, 10, 13), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    sheet.write_merge(2, 3, 4, 4, "岭东机械")
    workbook.save(str(tmp_path / "a.et"))
    raw = read(tmp_path / "a.et")
    assert raw.kind == "xls"
    assert cells(raw, KEY, "走访日期", "企业名称") == [
        ("ZF-2", dt.date(2026, 10, 13), "岭东机械"),
        ("ZF-3", None, "岭东机械"),
    ]
    assert raw.tables[0].rows[1].place(Visits.firm).cell == "E3"


def test_open_document_with_merges(tmp_path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    sheet = Table(name="走访日志")
    for line in (VISITS, VISIT, ("ZF-2", "10.14", "区法院")):
        row = TableRow()
        for at in range(len(VISITS)):
            spanned = {"numberrowsspanned": 2} if line is VISIT and at == 3 else {}
            if at < len(line):
                cell = TableCell(valuetype="string", **spanned)
                cell.addElement(P(text=line[at]))
            else:
                cell = CoveredTableCell() if at == 3 else TableCell()
            row.addElement(cell)
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    document.save(str(tmp_path / "a.ods"))
    raw = read(tmp_path / "a.ods")
    assert raw.kind == "ods"
    assert cells(raw, KEY, "企业名称") == [(VISIT[0], "岭东机械"), ("ZF-2", "岭东机械")]
    assert raw.tables[0].rows[1].place(Visits.firm).cell == "D2"


def test_the_directory_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    sheets = {
        table.name: [
            [table.name],
            [("★" if column.required else "") + column.name for column in table.columns],
            *table.shipped,
        ]
        for table in tables.TABLES
    }
    sheets["通讯录"] = [["单位名称", "简称", "负责人"], ["某单位", "某", "某人"]]
    path = xlsx(tmp_path / "名录.xlsx", sheets)
    raw = read_file(path, path.name, tables.TABLES, OFFICE)
    assert [(table.table.name, len(table.rows)) for table in raw.tables] == [
        (table.name, len(table.shipped)) for table in tables.TABLES
    ]


def test_the_block_right_above_is_no_part_of_the_header(tmp_path: Path) -> None:
    lines = [("单位", "区法院", "日期", "10.31", None, None, None, "时间"), VISITS, VISIT]
    raw = read(xlsx(tmp_path / "a.xlsx", {"走访日志": lines}))
    assert [table.layout.columns for table in raw.tables] == [
        {name: at for at, name in enumerate(VISITS)}
    ]
    assert raw.block["填报单位"].value == "区法院"


def test_a_header_of_two_rows_without_merges(tmp_path: Path) -> None:
    lines: Lines = [
        ("走访编号", "走访日期", "走访单位", "企业", None, "走访", None, "是否发现问题"),
        (None, None, None, "名称", "信用代码", "人员", "主要情况"),
        (*VISIT[:4], "91", *VISIT[4:]),
    ]
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": lines}))
    columns = raw.tables[0].layout.columns
    assert (raw.tables[0].layout.header_row, columns["企业名称"]) == (1, 3)
    assert (columns["走访主要情况"], len(raw.tables[0].rows)) == (6, 1)


def test_an_empty_table_right_above_another_is_not_skipped(tmp_path: Path) -> None:
    by_name = {ledger.name: ledger for ledger in LEDGERS}
    headers = [
        [column.name for column in by_name[name].columns]
        for name in ("回复反馈清单", "解决措施清单")
    ]
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": [headers[0], ["解决措施清单"], headers[1]]}))
    assert [table.table.name for table in raw.tables] == ["回复反馈清单", "解决措施清单"]


def test_a_row_that_says_nothing_all_along_is_no_row(tmp_path: Path) -> None:
    lines: Lines = [
        VISITS,
        ["无"] * 7,
        ("/", "—"),
        ("本月无走访",),
        (None, None, None, "无", None, "张"),
    ]
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": lines}))
    assert [row.origin.row for row in raw.tables[0].rows] == [5]


def test_a_row_that_begins_with_a_word_of_the_block_is_a_row(tmp_path: Path) -> None:
    lines = [("走访方式", *VISITS), ("电话", None, "10.13", "区法院")]
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": lines}))
    assert cells(raw, "走访方式") == [("电话",)]


def test_dates_of_a_1904_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    workbook.worksheets[0].append(VISITS)
    workbook.worksheets[0].append(("ZF-1", dt.date(2026, 10, 13)))
    workbook.save(path)
    assert cells(read(path), "走访日期") == [(dt.date(2026, 10, 13),)]


def test_headers_in_full_width_brackets(tmp_path: Path) -> None:
    header = (*VISITS[:3], "企业名称\uff08全称\uff09", *VISITS[4:])
    raw = read(xlsx(tmp_path / "a.xlsx", {"S": [header, VISIT]}))
    assert tuple(raw.tables[0].layout.columns) == VISITS


def test_values_that_read_like_headers_are_not_looked_at_one_by_one(tmp_path: Path) -> None:
    header = (*VISITS, "走访方式", "职务")
    lines = [header, *[(*VISIT, "电话", "企业")] * 4000]
    path = xlsx(tmp_path / "a.xlsx", {"走访日志": lines})
    began = time.monotonic()
    assert len(read(path).tables[0].rows) == 4000
    assert time.monotonic() - began < 3


def test_rich_text_booleans_and_the_longest_text_come_exact(tmp_path: Path) -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    longest = "长" * 32_766 + "。"
    rich = CellRichText("了解", TextBlock(InlineFont(b=True), "经营"), "情况")
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(VISITS)
    for text, problem in ((rich, False), (longest, True)):
        line: list[object] = [*VISIT[:-2], text, problem]
        sheet.append(line)
    path = tmp_path / "a.xlsx"
    book.save(path)
    (table,) = read(path).tables
    assert [row.typed(Visits.summary) for row in table.rows] == ["了解经营情况", longest]
    assert [row.typed(Visits.found_problem) for row in table.rows] == [False, True]
