"""One file: exact findings at exact cells, and the values that the rules will see."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import openpyxl

from fixed_office import OFFICE
from grids import BLOCK, check_grid, found, workbook
from ledgerkit.intake.files.raw_file import read_file
from ledgerkit.intake.values.file_checks import check_file
from ledgerkit.ledgers import catalog
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.period import Month
from ledgerkit.office import Firm
from wording import says

HEADER = (
    "| 走访编号 | 走访日期 | 走访单位 | 企业名称 | 走访人员 | 走访主要情况 "
    "| 是否发现问题 | 问题编号 |"
)
GOOD = "| ZF-法院-202610-001 | 2026-10-13 | 区法院 | 甲公司 | 张三 | 了解经营 | 否 | |"


def visits(*lines: str) -> dict[str, str]:
    return {"走访日志": "\n".join((HEADER, *lines))}


def test_a_good_file_has_no_findings(tmp_path: Path) -> None:
    submission = check_grid(tmp_path, visits(GOOD))
    assert submission.findings == ()
    assert (submission.unit, submission.month) == ("区法院", Month(2026, 10))
    row = submission.rows[0]
    assert (row.key, row.owner) == ("ZF-法院-202610-001", "区法院")
    assert row[Visits.visited_on] == dt.date(2026, 10, 13)
    assert row[Visits.units] == ("区法院",)


def test_faults_stand_at_their_cells_with_what_was_typed(tmp_path: Path) -> None:
    submission = check_grid(
        tmp_path,
        visits(
            "| ZF-法院-202610-001 | 2026.13.1 | 区法院 | | 张三 | 情况 | 也许 | |",
            "| ZF-法院-202610-002 | 2026-10-14 | 区法院 | 乙公司 | 李四 | 情况 | 是 | |",
        ),
    )
    assert found(submission) == [
        ("date-unreadable", "走访日志", "B3"),
        ("choice-unknown", "走访日志", "G3"),
        ("required-empty", "走访日志", "D3"),
        ("conditionally-required", "走访日志", "H4"),
    ]
    assert [(one.column, one.found) for one in submission.findings] == [
        ("走访日期", "2026.13.1"),
        ("是否发现问题", "也许"),
        ("企业名称", "空白"),
        ("问题编号", "空白"),
    ]
    assert [one.severity for one in submission.findings] == ["必须改", "必须改", "必须改", "请核对"]
    assert submission.rows[0][Visits.visited_on] is None


def test_numbers_missing_repeated_malformed_and_of_another_unit(tmp_path: Path) -> None:
    submission = check_grid(
        tmp_path,
        visits(
            GOOD,
            GOOD.replace("甲公司", "乙公司"),
            GOOD.replace("ZF-法院-202610-001", "/"),
            GOOD.replace("ZF-法院-202610-001", "走访1"),
            GOOD.replace("ZF-法院-202610-001", "ZF-司法局-202610-009"),
        ),
    )
    assert found(submission) == [
        ("key-malformed", "走访日志", "A6"),
        ("key-other-unit", "走访日志", "A7"),
        ("key-repeated", "走访日志", "A4"),
        ("key-missing", "走访日志", "A5"),
    ]
    repeated, missing = submission.findings[2:]
    assert "ZF-法院-202610-002" in repeated.message
    assert [place.cell for place in repeated.related] == ["A3"]
    assert "ZF-法院-202610-003" in missing.message
    assert submission.rows[2].key.startswith("暂-ZF-")


def test_a_provisional_number_is_the_same_on_every_run(tmp_path: Path) -> None:
    lines = visits(GOOD.replace("ZF-法院-202610-001", ""))
    first = check_grid(tmp_path, lines, name="甲.xlsx").rows[0].key
    assert check_grid(tmp_path, lines, name="乙.xlsx").rows[0].key == first


def test_a_missing_column_is_one_finding_at_the_header_row(tmp_path: Path) -> None:
    grid = (
        "| 走访日期 | 走访单位 | 企业名称 | 走访人员 | 走访主要情况 | 是否发现问题 |\n"
        + "\n".join(
            f"| 2026-10-1{n} | 区法院 | 甲公司 | 张三 | 情况{n} | 否 |" for n in range(3, 6)
        )
    )
    submission = check_grid(tmp_path, {"走访日志": grid})
    assert found(submission) == [("column-missing", "走访日志", "A2")]
    assert [row.provisional for row in submission.rows] == [True, True, True]


def test_ditto_marks_take_what_stands_above(tmp_path: Path) -> None:
    submission = check_grid(
        tmp_path,
        visits(GOOD, "| ZF-法院-202610-002 | 同上 | 〃 | 乙公司 | 同上 | 情况 | 否 | |"),
    )
    assert submission.findings == ()
    assert submission.rows[1][Visits.visited_on] == dt.date(2026, 10, 13)
    assert submission.rows[1][Visits.visitors] == ("张三",)


def test_names_are_judged_only_against_a_directory_that_lists_them(tmp_path: Path) -> None:
    office = replace(
        OFFICE,
        firms=(Firm("甲精密机械有限公司", former=("甲机械厂",)),),
        listed=frozenset(("企业", "服务联系点")),
    )
    lines = visits(
        GOOD.replace("甲公司", "甲精密机械有限责任公司"),
        GOOD.replace("甲公司", "甲机械厂").replace("-001", "-002"),
    )
    assert check_grid(tmp_path, lines).findings == ()
    judged = check_grid(tmp_path, lines, office=office)
    assert found(judged) == [("name-unknown", "走访日志", "D3")]
    assert "是否为“甲精密机械有限公司”?" in judged.findings[0].message
    assert judged.rows[1][Visits.firm] == "甲精密机械有限公司"


def test_the_owner_is_told_by_the_block_the_name_the_row_or_the_number(tmp_path: Path) -> None:
    bare = (("填报月份", "2026-10"),)
    by_name = check_grid(tmp_path, visits(GOOD), name="检察院10月.xlsx", block=bare)
    assert by_name.unit == "区检察院"
    by_row = check_grid(tmp_path, visits(GOOD), name="表.xlsx", block=bare)
    assert by_row.rows[0].owner == "区法院"
    by_number = check_grid(
        tmp_path, visits(GOOD.replace("| 区法院 |", "| |")), name="表.xlsx", block=bare
    )
    assert by_number.rows[0].owner == "区法院"
    unknown = visits("| | 2026-10-13 | | 甲公司 | 张三 | 情况 | 否 | |")
    assert check_grid(tmp_path, unknown, name="表.xlsx", block=bare).rows[0].owner == ""


def test_the_month_is_told_by_the_block_the_name_or_the_folder(tmp_path: Path) -> None:
    bare = (("填报单位", "区法院"),)
    assert check_grid(tmp_path, visits(GOOD), name="表2026年9月.xlsx", block=bare).month == Month(
        2026, 9
    )
    undated = check_grid(tmp_path, visits(GOOD), name="表.xlsx", block=bare)
    assert undated.month is None
    assert ("month-unknown", None, None) in found(undated)


def test_no_rows_want_a_word_and_a_zero_report_is_one(tmp_path: Path) -> None:
    empty = {"走访日志": HEADER}
    assert found(check_grid(tmp_path, empty)) == [("nothing-filed", None, None)]
    nothing = check_grid(tmp_path, empty, block=(*BLOCK, ("本月无", "是")))
    assert (nothing.findings, nothing.state) == ((), "zero_report")


def test_days_after_the_month_reported_are_asked_about(tmp_path: Path) -> None:
    submission = check_grid(tmp_path, visits(GOOD.replace("2026-10-13", "2026-11-02")))
    assert found(submission) == [("date-outside-month", "走访日志", "B3")]


def test_a_month_without_a_year_is_the_last_one_that_can_be_meant(tmp_path: Path) -> None:
    bare = (("填报单位", "区法院"),)
    path = tmp_path / "区法院12月走访日志.xlsx"
    path.write_bytes(workbook(visits(GOOD), bare))
    office, ledgers = OFFICE, tuple(catalog.ledgers().values())
    raw = read_file(path, path.name, ledgers, office)
    assert check_file(raw, office, Month(2026, 12)).month == Month(2026, 12)
    assert check_file(raw, office, Month(2026, 11)).month == Month(2026, 12)
    assert check_file(raw, office, Month(2026, 10)).month == Month(2025, 12)
    assert check_file(raw, office, Month(2027, 1)).month == Month(2026, 12)


def test_entries_of_a_row_that_contradict_each_other(tmp_path: Path) -> None:
    line = GOOD.removesuffix("| |") + "| WT-法院-202610-001 |"
    submission = check_grid(tmp_path, visits(line))
    assert found(submission) == [("words-contradict", "走访日志", "H3")]
    assert submission.findings[0].message.endswith(
        says("words-contradict", "WT-法院-202610-001", other="是否发现问题", word="否")
    )
    assert [place.cell for place in submission.findings[0].related] == ["G3"]


def test_a_file_of_several_units_goes_by_the_block_above_each_table(tmp_path: Path) -> None:
    path = tmp_path / "汇总2026年10月.xlsx"
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, unit in enumerate(("区法院", "区检察院"), start=1):
        sheet = book.create_sheet(unit)
        sheet.append(["填报单位", unit, "填报月份", "2026-10"])
        sheet.append([cell.strip() for cell in HEADER.strip("|").split("|")])
        sheet.append(["", "2026-10-13", "", "甲公司", "张三", f"情况{number}", "否"])
    book.save(path)
    office, ledgers = OFFICE, tuple(catalog.ledgers().values())
    submission = check_file(read_file(path, path.name, ledgers, office), office)
    assert [row.owner for row in submission.rows] == ["区法院", "区检察院"]


def test_a_number_on_two_sheets_of_a_file_stands_twice(tmp_path: Path) -> None:
    sheets = {"走访日志": f"{HEADER}\n{GOOD}", "走访日志续": f"{HEADER}\n{GOOD}"}
    submission = check_grid(tmp_path, sheets)
    assert found(submission) == [("key-repeated", "走访日志续", "A3")]
    assert "「走访日志」A3" in submission.findings[0].message


def test_a_sender_of_nothing_is_no_unit(tmp_path: Path) -> None:
    bare = (("填报单位", "无"), ("填报月份", "2026-10"))
    unknown = visits("| | 2026-10-13 | | 甲公司 | 张三 | 情况 | 否 | |")
    submission = check_grid(tmp_path, unknown, name="表.xlsx", block=bare)
    assert (submission.unit, submission.rows[0].owner) == (None, "")


def test_a_number_of_thousands_of_digits_is_only_a_malformed_one(tmp_path: Path) -> None:
    long = GOOD.replace("-001 |", f"-{'1' * 5000} |")
    assert found(check_grid(tmp_path, visits(long))) == [("key-malformed", "走访日志", "A3")]
