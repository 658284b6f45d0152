"""看板: the figures, the heat map, the ages and the charts that draw them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl

from fixed_office import OFFICE
from ledgerkit.model.outcome import DutyState, Indicator, Step
from ledgerkit.rules.run import Run
from ledgerkit.workbooks.summary import build
from ledgerkit.workbooks.summary.styles import Tone, level_tones
from summary_runs import alert, duty, entry, problem, rich, run


def board(made: Run) -> Any:
    return openpyxl.load_workbook(io.BytesIO(build(made)))["看板"]


def test_title_has_the_month_and_the_as_of_day() -> None:
    sheet = board(run())
    assert sheet["A1"].value == "服务联系点工作看板 · 2026 年 10 月"
    assert sheet["A2"].value == (
        "截至 2026-10-31 · 收到文件 0 份 · 台账共 0 行 · 待改 0 处(其中必须改 0 处)"
    )


def test_big_figures_are_those_of_the_indicators() -> None:
    sheet = board(rich())
    cards = [
        tuple(sheet.cell(row, column).value for row in (4, 5, 6)) for column in range(1, 13, 2)
    ]
    assert cards == [
        ("本月走访(次)", 5, "走访企业 5 家"),
        ("本月新提问题(件)", 15, "累计 21 件"),
        ("未办结问题(件)", 16, "已办结 5 件"),
        ("本月法治需求(件)", 3, "未办结 2 件"),
        ("本月宣传服务(场)", 4, "参加 312 人次 · 针对问题 3 场"),
        ("本月会议(次)", 5, "其中联席会议 4 次"),
    ]


def test_each_level_has_its_word_its_colour_and_its_count() -> None:
    sheet = board(rich())
    levels = [
        (sheet.cell(4, at).value, sheet.cell(5, at).value, sheet.cell(5, at).fill.fgColor.rgb)
        for at in range(13, 17)
    ]
    assert levels == [
        ("临期提醒", 2, "FFD6E6F7"),
        ("催办", 4, "FFFFF2BF"),
        ("督办", 4, "FFFCE0C4"),
        ("通报", 3, "FFF8CBCB"),
    ]


def test_heat_map_gives_the_worst_standing_of_each_unit_and_duty() -> None:
    duties = [
        duty("走访", "区法院", DutyState.DONE, 2),
        duty("走访", "区法院", DutyState.SHORT, 0),
        duty("法治宣传", "区法院", DutyState.ZERO, 0),
        duty("走访", "区委政法委", DutyState.MISSING, 0),
    ]
    sheet = board(run(duties=duties))
    assert [[sheet.cell(row, column).value for column in (1, 3, 4)] for row in (9, 10, 11)] == [
        ["单位或联系点", "走访", "法治宣传"],
        ["区委政法委", "未报送 0/1", "—"],
        ["区法院", "不足 0/1", "零报告 0/1"],
    ]
    assert sheet["C10"].fill.fgColor.rgb == "FFF8CBCB"


def test_alerts_are_counted_by_unit_and_level_the_worst_unit_first() -> None:
    late = [entry(problem(number)) for number in range(1, 4)]
    alerts = [
        alert(late[0], "催办", 1, "区法院"),
        alert(late[1], "通报", 12, "区检察院"),
        alert(late[2], "催办", 2, "区法院"),
    ]
    sheet = board(run(late, alerts=alerts))
    counted = [[sheet.cell(row, at).value for at in (9, *range(11, 16))] for row in range(9, 13)]
    assert counted == [
        ["责任单位", "临期提醒", "催办", "督办", "通报", "合计"],
        ["区检察院", 0, 0, 0, 1, 1],
        ["区法院", 0, 2, 0, 0, 2],
        ["合计", 0, 2, 0, 1, 3],
    ]


def test_open_problems_are_counted_by_their_age_in_days() -> None:
    days = (0, 3, 4, 7, 8, 15, 16, 30, 31)
    problems = [
        entry(problem(number, 提出日期=dt.date(2026, 10, 31) - dt.timedelta(days=age)))
        for number, age in enumerate(days)
    ]
    keys = tuple(problem.key for problem in problems)
    sheet = board(run(problems, indicators=[Indicator("problems-open", "在办问题数", 9, keys)]))
    ages = [(sheet.cell(12, at).value, sheet.cell(13, at).value) for at in range(9, 14)]
    assert ages == [
        ("0—3 天", 2),
        ("4—7 天", 2),
        ("8—15 天", 2),
        ("16—30 天", 2),
        ("30 天以上", 1),
    ]


def test_categories_stand_by_frequency() -> None:
    kinds = ("执行", "融资", "融资")
    problems = [entry(problem(number, 问题类别=kind)) for number, kind in enumerate(kinds)]
    sheet = board(run(problems))
    assert [(sheet.cell(row, 1).value, sheet.cell(row, 3).value) for row in (13, 14)] == [
        ("融资", 2),
        ("执行", 1),
    ]


def test_charts_draw_cells_of_the_sheet() -> None:
    with zipfile.ZipFile(io.BytesIO(build(rich()))) as package:
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
        drawn = "".join(package.read(name).decode() for name in charts)
    assert len(charts) == 3
    for cells in ("看板!$A$22:$A$25", "看板!$C$22:$C$25", "看板!$I$21:$M$21", "看板!$I$22:$M$22"):
        assert f"<c:f>{cells}</c:f>" in drawn
    assert drawn.count("<c:f>看板!$I$10:$I$14</c:f>") == 4
    assert "<c:f>看板!$N$10:$N$14</c:f>" in drawn


def test_charts_cover_no_cell_that_holds_anything_and_no_other_chart() -> None:
    sheet = board(rich())
    covered: set[tuple[int, int]] = set()
    for chart in sheet._charts:
        start, end = chart.anchor._from, chart.anchor.to
        cells = {
            (row, column)
            for row in range(start.row, end.row + 1)
            for column in range(start.col, end.col + 1)
        }
        assert not cells & covered
        covered |= cells
    assert len(sheet._charts) == 3
    assert not [cell for cell in covered if sheet.cell(cell[0] + 1, cell[1] + 1).value is not None]


def test_it_prints_on_one_page() -> None:
    sheet = board(rich())
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    pages = (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight)
    assert pages in ((1, 1), (None, None)), "1 is what stands for nothing written"
    assert sheet.print_area == "'看板'!$A$1:$P$36"


def test_colours_rise_over_a_ladder_of_any_length() -> None:
    assert list(level_tones(OFFICE.ladder).values()) == [
        Tone.BLUE,
        Tone.YELLOW,
        Tone.ORANGE,
        Tone.RED,
    ]
    assert level_tones([Step("催办", 1), Step("督办", 5)]) == {"催办": Tone.BLUE, "督办": Tone.RED}
    assert level_tones([Step("催办", 1)]) == {"催办": Tone.RED}
