"""One declaration serves all: a column added to a ledger is everywhere without another edit."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import openpyxl

from grids import workbook
from ledgerkit import office as offices
from ledgerkit import rules
from ledgerkit.findings.by_file import FindingsByFile
from ledgerkit.intake.files.raw_file import read_file
from ledgerkit.intake.values.file_checks import check_file
from ledgerkit.ledgers import catalog
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.columns import Choice, WordList
from ledgerkit.model.ledger import Book
from ledgerkit.model.period import Period
from ledgerkit.register import merge
from ledgerkit.rules.run import Run
from ledgerkit.run.frames import frame
from ledgerkit.workbooks import blank, summary


class VisitsWithWeather(Visits, name="走访日志"):
    """走访日志 with one column more."""

    weather = Choice(
        "当天天气",
        required=True,
        words=WordList("天气", ("晴", "雨", "雪")),
        aliases=("天气",),
        example="晴",
        help="走访当天的天气",
    )


PERIOD, AS_OF = Period.parse("2026-10"), dt.date(2026, 10, 31)
GRID = """
| 走访编号 | 走访日期 | 走访单位 | 企业名称 | 走访人员 | 走访主要情况 | 是否发现问题 | 天气 |
| ZF-法院-202610-001 | 2026-10-13 | 区法院 | 甲公司 | 张三 | 情况 | 否 | 晴 |
| ZF-法院-202610-002 | 2026-10-14 | 区法院 | 乙公司 | 张三 | 情况 | 否 | |
| ZF-法院-202610-003 | 2026-10-15 | 区法院 | 丙公司 | 张三 | 情况 | 否 | 雾 |
"""


def test_a_new_column_stands_in_the_blank_workbook_and_its_guide() -> None:
    book = Book("走访日志", (VisitsWithWeather,))
    built = openpyxl.load_workbook(io.BytesIO(blank.build(book, offices.default())))
    headers = {cell.value: cell for cell in built["走访日志"][5]}
    comment = headers["当天天气"].comment
    assert comment is not None
    assert "走访当天的天气" in comment.text
    guide = {cell.value for row in built["填表说明"].iter_rows() for cell in row}
    assert "当天天气" in guide
    words = {cell.value for row in built["下拉"].iter_rows() for cell in row}
    assert {"晴", "雨", "雪"} <= words


def test_a_new_column_is_checked_merged_and_shown(tmp_path: Path) -> None:
    ledger, office = VisitsWithWeather, offices.default()
    path = tmp_path / "区法院2026年10月.xlsx"
    path.write_bytes(workbook({"走访日志": GRID}))
    submission = check_file(read_file(path, f"收件/{path.name}", (ledger,), office), office)
    found = [(one.code, one.place.cell) for one in submission.findings]
    assert found == [("choice-unknown", "H5"), ("required-empty", "H4")]

    ledgers = {**catalog.ledgers(), ledger.name: ledger}
    register = merge([submission], ledgers)
    entries = register.entries[ledger.name].values()
    assert frame(ledger, entries)["当天天气"].fillna("").tolist() == ["晴", "", ""]

    context = rules.RegisterContext(register, office, ledgers, AS_OF)
    outcome = rules.conclude(context, [submission], PERIOD, rules.gaps(context), [])
    findings = FindingsByFile({submission.path: submission.findings})
    run = Run(PERIOD, context, (submission,), outcome, findings)
    sheet = openpyxl.load_workbook(io.BytesIO(summary.build(run)))["走访日志"]
    headers = [cell.value for cell in sheet[2]]
    column = headers.index("当天天气") + 1
    assert [sheet.cell(row, column).value for row in (3, 4, 5)] == ["晴", None, None]
