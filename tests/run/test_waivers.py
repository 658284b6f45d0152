"""豁免登记: one check on one number of one table is silent until a day, and no more than that."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from months import PROBLEM, VISIT, problems, put, run, visits
from wording import says

KEY, CODE = "WT-法院-202610-001", "problem-without-measure"


def waive(folder: Path, *lines: tuple[str, ...]) -> None:
    """A 名录 with these rows of 豁免登记: 表名, 编号, 检查代码, 有效期至."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "豁免登记"
    sheet.append(["表名", "编号", "检查代码", "理由", "批准人", "有效期至"])
    for ledger, key, code, until in lines:
        sheet.append([ledger, key, code, "当场解决", "李四", until])
    book.save(folder / "名录.xlsx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, "a.xlsx", visits(VISIT))
    put(tmp_path, "b.xlsx", problems(PROBLEM))
    return tmp_path


def waived(folder: Path, as_of: str = "2026-10-31") -> tuple[int, list[tuple[str, str | None]]]:
    """How many findings were silenced, and what is said of 豁免登记."""
    found = run(folder, as_of)
    said = [one for one in found.notices if one.code.startswith("waiver-")]
    return found.run.waived, [(one.code, one.place.cell) for one in said]


@pytest.mark.parametrize(
    "line",
    [
        ("走访问题清单", KEY, CODE, ""),
        ("问题清单", KEY, CODE, "2026-10-31"),
        ("三张清单", KEY, CODE, "2026-12-31"),
        ("走访问题清单", "wt－法院－202610－001", "问题没有措施", "2026-12-31"),
    ],
)
def test_a_table_by_any_of_its_names_and_a_check_by_code_or_title(
    folder: Path, line: tuple[str, ...]
) -> None:
    waive(folder, line)
    assert waived(folder) == (1, [])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("走访日志", KEY, CODE, ""), []),
        (("走访问题清单", "WT-法院-202610-002", CODE, ""), []),
        (("走访问题清单", KEY, "key-missing", ""), []),
        (("走访问题清单", KEY, CODE, "2026-10-30"), [("waiver-expired", "F2")]),
        (("走访问题清单", KEY, "problem-without-measures", ""), [("waiver-code-unknown", "C2")]),
        (("走访问题", KEY, CODE, ""), [("waiver-ledger-unknown", "A2")]),
    ],
)
def test_anything_else_silences_nothing_and_says_so_once(
    folder: Path, line: tuple[str, ...], said: list[tuple[str, str]]
) -> None:
    waive(folder, line)
    assert waived(folder) == (0, said)


def test_a_waiver_holds_until_the_end_of_its_last_day(folder: Path) -> None:
    waive(folder, ("走访问题清单", KEY, CODE, "2026-10-31"))
    assert (waived(folder)[0], waived(folder, "2026-11-01")[0]) == (1, 0)


def test_a_last_day_that_cannot_be_read_does_not_silence_for_ever(folder: Path) -> None:
    waive(folder, ("走访问题清单", KEY, CODE, "年底"))
    assert waived(folder)[0] == 0


def test_what_is_said_of_waivers_names_the_nearest(folder: Path) -> None:
    wrong = "problem-without-measures"
    waive(folder, ("走访问题", KEY, wrong, "2026-10-30"))
    ledger, code = ",是否为“走访问题清单”?", ",是否为“problem-without-measure”?"
    messages = [one.message for one in run(folder).notices if one.code.startswith("waiver-")]
    assert messages == [
        "「豁免登记」A2(表名):" + says("waiver-ledger-unknown", "走访问题", nearest=ledger),
        "「豁免登记」C2(检查代码):" + says("waiver-code-unknown", wrong, nearest=code),
        "「豁免登记」F2(有效期至):"
        + says("waiver-expired", "2026-10-30", number="WT-法院-202610-001", check=wrong),
    ]


def test_what_was_waived_is_counted_in_the_record_and_on_the_list(folder: Path) -> None:
    waive(folder, ("走访问题清单", KEY, CODE, ""))
    report = run(folder)
    assert report.record["waived"] == 1
    sheet = openpyxl.load_workbook(report.folder / "总表.xlsx")["待改问题"]
    told = [str(cell.value) for row in sheet.iter_rows(max_row=3) for cell in row if cell.value]
    assert any("另有 1 处经豁免登记不再提示" in text for text in told)
