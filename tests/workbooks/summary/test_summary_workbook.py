"""总表 as a whole: which sheets, that it opens, the same bytes, and texts kept exactly."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ledgerkit.ledgers import catalog
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary import build
from summary_runs import entry, problem, rich, row, run

SHEETS = [
    "看板",
    *catalog.ledgers(),
    "预警清单",
    "履职情况",
    "报送情况",
    "待改问题",
    "断链",
    "变更与冲突",
    "指标来源",
]


def opened(made: Run) -> Any:
    return openpyxl.load_workbook(io.BytesIO(build(made)))


def texts_in(made: Run, text: str) -> set[object]:
    """The cells of 走访问题清单 that hold a text, as another program reads them."""
    sheet = opened(made)["走访问题清单"]
    return {cell.value for cell in sheet[3] if cell.value == text and cell.data_type == "s"}


@pytest.mark.parametrize("made", [run(), rich()], ids=["empty", "rich"])
def test_sheets_stand_in_the_order_of_the_contract(made: Run) -> None:
    assert opened(made).sheetnames == SHEETS


def test_same_run_gives_the_same_bytes() -> None:
    assert build(rich()) == build(rich())


def test_nothing_tells_who_wrote_it_or_when() -> None:
    with zipfile.ZipFile(io.BytesIO(build(rich()))) as package:
        core = package.read("docProps/core.xml").decode()
        comments = [name for name in package.namelist() if "comments" in name]
        authors = [package.read(name).decode() for name in comments]
    assert "creator" not in core
    assert core.count("2000-01-01T00:00:00Z") == 2
    assert authors
    assert all("<author></author>" in part or "<author/>" in part for part in authors)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "{=1+1}",
        "00123",
        "https://example.com",
        "@总",
        "<r>红</r>",
        "𠮷野家 😀",
        " 前后有空格 ",
        "第一行\n第二行",
    ],
)
def test_a_clerks_text_stays_exactly_that_text(text: str) -> None:
    assert texts_in(run([entry(problem(1, 问题描述=text))]), text) == {text}


def test_control_characters_are_written_as_excel_writes_them() -> None:
    made = run([entry(problem(1, 问题描述="响\x07铃"))])
    assert texts_in(made, "响_x0007_铃") or texts_in(made, "响\x07铃")


def test_half_a_character_does_not_break_the_file() -> None:
    assert texts_in(run([entry(problem(1, 问题描述="坏\ud842字"))]), "坏�字") == {"坏�字"}


def test_an_overlong_text_says_that_it_goes_on_in_the_source() -> None:
    sheet = opened(run([entry(problem(1, 问题描述="𠮷" * 40_000))]))["走访问题清单"]
    shown = sheet["F3"].value
    assert len(shown.encode("utf-16-le")) // 2 <= 32_767
    assert shown.endswith("……(全文共 40000 字,请看来源文件)")


def test_empty_sheets_say_that_nothing_is_recorded() -> None:
    book = opened(run())
    assert {book[name]["A3"].value for name in SHEETS[1:]} == {"本月没有记录"}


def test_every_sheet_prints_on_a4_lying_down_with_its_header_repeated() -> None:
    book = opened(rich())
    for name in SHEETS:
        sheet = book[name]
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9), name
        assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"
    for name in SHEETS[1:]:
        several = name in ("履职情况", "报送情况")
        assert book[name].print_title_rows == ("$1:$1" if several else "$1:$2"), name
        assert book[name].auto_filter.ref.startswith("A14:" if name == "报送情况" else "A2:")
        assert book[name].freeze_panes.endswith("3")


def test_a_hundred_thousand_links_are_kept_past_excels_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ledgerkit.workbooks.summary.listing.MOST_LINKS", 1)
    visits = [
        entry(
            row("走访日志", at, 走访编号=f"ZF-法院-202610-{at:03d}", 走访日期=dt.date(2026, 10, 9))
        )
        for at in (5, 6)
    ]
    sheet = opened(run(visits))["走访日志"]
    assert sheet["U3"].hyperlink.target == "../../收件/区法院/台账.xlsx"
    assert sheet["U4"].value == """=HYPERLINK("../../收件/区法院/台账.xlsx#'走访日志'!B6",6)"""


def test_libreoffice_opens_it(convert: Callable[[Path, str], Path], tmp_path: Path) -> None:
    path = tmp_path / "总表.xlsx"
    path.write_bytes(build(rich()))
    back: Any = openpyxl.load_workbook(convert(path, "xlsx"))
    assert back.sheetnames == SHEETS
    assert len(back["看板"]._charts) == 3
    assert back["走访问题清单"]["B3"].value == "WT-法院-202610-001"
