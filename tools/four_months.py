"""Four months of an office on the samples, with the counts at each step: ``four_months.py OUT``.

Files come in month by month, some again and with changes; the office writes into 总表 and rules on
what is disputed; each step asserts that every row and every note is where it belongs.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment

from ledgerkit.model.notes import Ruling
from ledgerkit.model.period import Month, Period
from ledgerkit.model.register import Fate
from ledgerkit.run.month import run_month, run_period
from ledgerkit.run.new import make_office
from ledgerkit.run.report import MonthReport

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "district"
FATES = (
    ("已汇总", Fate.MERGED),
    ("退回", Fate.RETURNED),
    ("重复", Fate.IDENTICAL),
    ("被更新", Fate.SUPERSEDED),
)
PROBLEMS = "走访问题清单"


class Story:
    """An office folder that grows month by month."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        shutil.copy(SAMPLES / "名录.xlsx", folder)
        self.noted = ""

    def receive(self, month: str) -> None:
        """The month's files arrive as the samples hold them."""
        shutil.copytree(SAMPLES / "收件" / month, self.folder / "收件" / month)

    def run(self, month: str, what: str) -> MonthReport:
        """Run a month as of its last day and print how its rows add up."""
        of = Month.parse(month)
        report = run_month(self.folder, of, of.last)
        tell(what, report)
        return report

    def book(self, month: str) -> Path:
        """The month's 总表."""
        return self.folder / "结果" / month / "总表.xlsx"

    def edit(self, month: str, sheet: str, change: Callable[[Any, dict[str, int]], None]) -> None:
        """Somebody opens 总表, changes a sheet and saves it."""
        book = openpyxl.load_workbook(self.book(month))
        page: Any = book[sheet]
        header = next(row for row in page.iter_rows() if sum(bool(one.value) for one in row) > 5)
        change(page, {str(one.value): one.column for one in header})
        book.save(self.book(month))

    def july(self) -> None:
        """The office begins, and writes into 总表."""
        self.receive("2026-07")
        self.run("2026-07", "七月:收到 7 月的表")
        self.edit("2026-07", PROBLEMS, self._instruct)
        what = f"七月:在总表上给 {self.noted} 写了批示、加了一列、加了批注,再运行"
        self.run("2026-07", what)
        before = digest(self.book("2026-07"))
        self.run("2026-07", "七月:什么都没改,再运行")
        assert digest(self.book("2026-07")) == before, "the same gives the same"

    def _instruct(self, page: Any, columns: dict[str, int]) -> None:
        self.noted = some_key(page, columns, "已销号")
        row, added = row_of(page, columns, self.noted), page.max_column + 1
        page.cell(row, columns["领导批示"]).value = "请两周内报结果"
        page.cell(row, columns["督办意见"]).value = "已电话督促"
        page.cell(2, added).value = "包联领导"
        page.cell(row, added).value = "张书记"
        page.cell(row, columns["问题描述"]).comment = Comment("先调解", "办公室")

    def august(self) -> None:
        """The notes go along; a unit sends its lists again."""
        self.receive("2026-08")
        report = self.run("2026-08", "八月:收到 8 月的表,批示跟着编号过来")
        assert report.run.notes.of(PROBLEMS, self.noted), "the notes go along"
        resend(self.folder)
        report = self.run("2026-08", "八月:区检察院重报三张清单,改了一格、少了一行")
        assert report.run.register.vanished, "what is left out is shown"

    def september(self) -> None:
        """Two units claim one number, and the office rules."""
        self.receive("2026-09")
        dispute(self.folder)
        report = self.run("2026-09", "九月:收到 9 月的表,区法院误用了区检察院的编号")
        assert any(not one.ruled for one in report.run.register.conflicts)
        self.edit("2026-09", "变更与冲突", rule)
        report = self.run("2026-09", "九月:在“变更与冲突”上裁定采用后报的,再运行")
        assert all(one.ruled for one in report.run.register.conflicts)

    def october(self) -> None:
        """Somebody types over what a unit reported."""
        self.receive("2026-10")
        self.run("2026-10", "十月:收到 10 月的表")
        self.edit("2026-10", PROBLEMS, type_over)
        report = self.run("2026-10", "十月:有人在总表上改了单位填的办理状态,再运行")
        assert len(report.run.notes.edits) == 1, "shown, neither taken nor lost"
        assert report.run.notes.of(PROBLEMS, self.noted), "the notes of July are still there"

    def afterwards(self) -> None:
        """The quarter, the workbooks of the next month, and the first month once more."""
        quarter = Period.parse("2026Q3")
        tell("三季度:总表和分析研判报告", run_period(self.folder, quarter, quarter.last))
        made = make_office(self.folder, Month(2026, 11))
        print(f"十一月:写了 {len(made.made)} 个文件,没办完的事项已经填好")
        before = digest(self.book("2026-07"))
        self.run("2026-07", "再算一次七月(截至 7 月 31 日)")
        assert digest(self.book("2026-07")) == before, "a closed month stays as it was"
        print("    总表与原来一字不差")


def tell(what: str, report: MonthReport) -> None:
    """What was read and what became of it, alerts, notes and what wants a look."""
    counts = " + ".join(f"{name} {report.rows(fate)}" for name, fate in FATES)
    assert report.rows() == sum(report.rows(fate) for _, fate in FATES), what
    register, notes = report.run.register, report.run.notes
    rows = sum(len(entries) for entries in register.entries.values())
    own = (note for by_key in notes.rows.values() for note in by_key.values())
    kept = sum(len(note.cells) + len(note.comments) for note in own)
    alerts = len(report.run.outcome.alerts)
    print(what)
    print(f"    共读 {report.rows()} = {counts};总表 {rows} 行,预警 {alerts} 件")
    print(
        f"    批示和批注 {kept} 处;冲突 {len(register.conflicts)},总表改动 {len(notes.edits)},"
        f"后报未见 {len(register.vanished)},变更 {len(register.changes)}"
    )


def row_of(page: Any, columns: dict[str, int], key: str) -> int:
    """The row of a 编号 in the key column of a register sheet."""
    column = next(at for name, at in columns.items() if name.endswith("编号"))
    return next(row for row in range(3, page.max_row + 1) if page.cell(row, column).value == key)


def some_key(page: Any, columns: dict[str, int], state: str) -> str:
    """The 编号 of the first problem in this 办理状态."""
    for row in range(3, page.max_row + 1):
        if page.cell(row, columns["办理状态"]).value == state:
            return str(page.cell(row, columns["问题编号"]).value)
    raise AssertionError(f"no problem is {state}")


def rule(page: Any, columns: dict[str, int]) -> None:
    """The office rules for the later row in every conflict."""
    for row in range(3, page.max_row + 1):
        if page.cell(row, columns["类型"]).value == "冲突":
            page.cell(row, columns["裁定"]).value = Ruling.SECOND


def type_over(page: Any, columns: dict[str, int]) -> None:
    """Somebody closes a problem in 总表 instead of asking the unit."""
    row = row_of(page, columns, some_key(page, columns, "办理中"))
    page.cell(row, columns["办理状态"]).value = "已办结"


def resend(out: Path) -> None:
    """区检察院 sends its lists of August again: one cell changed, the last problem left out."""
    folder = out / "收件" / "2026-08"
    source = next(path for path in sorted(folder.glob("*检察院*三张清单*")))
    book = openpyxl.load_workbook(source)
    page = book[PROBLEMS]
    last = max(row for row in range(1, page.max_row + 1) if page.cell(row, 2).value)
    page.cell(last - 1, 6).value = f"{page.cell(last - 1, 6).value}(已核实)"
    page.delete_rows(last)
    dated(book, dt.date(2026, 9, 8))
    book.save(folder / f"重报-{source.stem}.xlsx")


def dispute(out: Path) -> None:
    """区法院 sends a problem under a number that 区检察院 used."""
    folder = out / "收件" / "2026-08"
    source = next(path for path in sorted(folder.glob("重报-*")))
    book = openpyxl.load_workbook(source)
    for page in book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                if cell.value == "区检察院":
                    cell.value = "区法院"
    target = out / "收件" / "2026-09"
    book.save(target / "区法院-202608-三张清单(误用编号).xlsx")


def dated(book: Any, day: dt.date) -> None:
    """Put 填报日期 into every block."""
    for page in book.worksheets:
        for row in page.iter_rows(max_row=4):
            for cell in row:
                if str(cell.value).startswith("填报日期"):
                    page.cell(cell.row, cell.column + 1).value = day


def digest(path: Path) -> str:
    """The sum of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(out: Path) -> None:
    """Tell the story in ``out``, which must not exist yet."""
    story = Story(out)
    for month in (story.july, story.august, story.september, story.october, story.afterwards):
        month()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
