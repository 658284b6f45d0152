"""What each button does with the open workbook; every action ends with what is to be said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import xlwings as xw

from ledgerkit.faces.commands import check as check_command
from ledgerkit.faces.excel import marks, notes, numbers, result
from ledgerkit.faces.excel.host import StatusBar, undisturbed
from ledgerkit.faces.excel.snapshot import Snapshot, back_up, own_path, taken
from ledgerkit.faces.window.task import months, office_of
from ledgerkit.intake.inbox import RECEIVED
from ledgerkit.model.finding import Severity
from ledgerkit.model.period import Month
from ledgerkit.run.check import run_check, take
from ledgerkit.run.numbering import offer_numbers
from ledgerkit.run.report import CheckReport
from ledgerkit.run.store import REGISTER_BOOK
from ledgerkit.workbooks.returned import spots

Show = Callable[[Path], object]
_ALONE = (
    "这份表不在办公文件夹里,编号只和这份表里的核对过,可能与别的表重复。"
    "请先把它存进办公文件夹的“收件”,再补编号。"
)
_NOTES = 5
"""Remarks on 名录 and on files that are told in one box: it must fit the screen."""


@dataclass(frozen=True)
class Desk:
    """Where a button works: the time, the user's own folder, and how a file is opened for them."""

    now: dt.datetime
    home: Path
    show: Show


def check(book: xw.Book, desk: Desk) -> str:
    """检查本表: mark what is to be mended, list it on 检查结果, and say the counts."""
    with undisturbed(book.app), taken(book) as snapshot:
        report = examined(book, snapshot)
        names = marks.ours(book)
        locked = _clear(book, names)
        findings = report.findings.open
        lines = list(check_command.closing(report))[:1]
        if findings:
            stamp = f"{desk.now:%Y%m%d-%H%M%S}"
            kept = None if names else back_up(snapshot, desk.home, stamp)
            done = _mark(book, report, marks.next_number(names))
            locked |= done.locked
            lines.append(f"{done.summary}清单在“检查结果”表。")
            lines += _remarks(book, locked)
            lines.append("改好后再点一次“检查本表”;点“清除标记”恢复原样。表没有替您保存。")
            if kept:
                lines.append(f"检查前的样子备份在:{kept}")
        else:
            lines += ["没有要改的,可以报送。", *_remarks(book, locked)]
    return "\n".join(lines)


def clear(book: xw.Book, desk: Desk) -> str:
    """清除标记: every cell and note as it was before the check, and no sheet of ours."""
    with undisturbed(book.app):
        names = marks.ours(book)
        locked = _clear(book, names)
    if not names:
        return "这份表里没有检查留下的标记。"
    return "\n".join(["检查的颜色、批注和“检查结果”表已经清除。", *_remarks(book, locked)])


def number(book: xw.Book, desk: Desk) -> str:
    """补编号: numbers for the rows that have none."""
    with undisturbed(book.app), taken(book) as snapshot:
        office = _office(snapshot)
        offered = offer_numbers(
            snapshot.path,
            office,
            instead={snapshot.path: snapshot.copy},
            progress=StatusBar(book.app),
        )
        stamp = f"{desk.now:%Y%m%d-%H%M%S}"
        kept = back_up(snapshot, desk.home, stamp) if offered.given else None
        locked = numbers.fill(book, offered.given)
    lines = [*numbers.summary(offered, locked), *_remarks(book, locked)]
    if offered.given and office is None:
        lines.append(_ALONE)
    if kept:
        lines.append(f"补编号前的样子备份在:{kept}")
    return "\n".join(lines)


def documents(book: xw.Book, desk: Desk) -> str:
    """生成文书: the month of the office folder, and its documents shown."""
    return _month(book, desk, "文书")


def month(book: xw.Book, desk: Desk) -> str:
    """汇总本文件夹: the month of the office folder, and 总表 shown."""
    return _month(book, desk, REGISTER_BOOK)


def guide(book: xw.Book, desk: Desk) -> str:
    """打开说明: how the buttons are used; nothing else is said."""
    with resources.as_file(resources.files(__package__).joinpath("guide.html")) as page:
        desk.show(page)
    return ""


ACTIONS: Mapping[str, Callable[[xw.Book, Desk], str]] = {
    "check": check,
    "number": number,
    "clear": clear,
    "documents": documents,
    "month": month,
    "guide": guide,
}


def examined(book: xw.Book, snapshot: Snapshot) -> CheckReport:
    """What ``ledgerkit check`` says of the workbook, in the office folder in which it lies."""
    return run_check(
        [snapshot.path],
        _office(snapshot),
        instead={snapshot.path: snapshot.copy},
        progress=StatusBar(book.app),
    )


def _office(snapshot: Snapshot) -> Path | None:
    return office_of(snapshot.path.parent) if snapshot.is_saved else None


@dataclass(frozen=True)
class _Marked:
    """What was marked: how many cells, how many of them with a note, and which sheets were not."""

    cells: int
    notes: int
    locked: set[str]

    @property
    def summary(self) -> str:
        """The marks in words; "" for none."""
        if not self.cells:
            return ""
        if self.notes < self.cells:
            return f"要改的格子已经标上颜色,批注只加了 {self.notes} 处(一共 {self.cells} 处),"
        return "要改的格子已经标上颜色和批注,"


def _mark(book: xw.Book, report: CheckReport, number: int) -> _Marked:
    """Put colours, notes and the list; sheets that are protected take no marks."""
    path, findings = next(iter(report.findings.open_by_file.items()))
    sheets = {sheet.name: sheet for sheet in book.sheets}
    locked: set[str] = set()
    room, count = notes.MOST, 0
    for name, cells in spots.by_cell(findings).items():
        if name not in sheets:
            continue
        if sheets[name].api.ProtectContents:
            locked.add(name)
            continue
        worst = {at: spots.worst(findings) for at, findings in cells.items()}
        number = marks.paint(book, sheets[name], worst, number)
        # What must be mended has its notes first.
        ordered = sorted(cells, key=lambda at: worst[at] is not Severity.MUST)
        notes.write(sheets[name], {at: spots.note(cells[at]) for at in ordered[:room]})
        room, count = max(0, room - len(cells)), count + len(cells)
    result.write(book, findings, report.repairs.get(path, ())).api.Activate()
    return _Marked(count, min(count, notes.MOST), locked)


def _clear(book: xw.Book, names: Mapping[str, Any]) -> set[str]:
    """Take off everything of ours; the names of protected sheets that keep their marks."""
    left = marks.clear(book, names)
    for sheet in book.sheets:
        if sheet.api.ProtectContents:
            continue
        notes.erase(sheet)
    result.remove(book, names)
    return left


def _remarks(book: xw.Book, locked: set[str]) -> list[str]:
    remarks = [
        f"「{name}」有保护,格子没有动。请先撤销工作表保护再点按钮。" for name in sorted(locked)
    ]
    if book.api.ProtectStructure:
        remarks.append("工作簿结构有保护,加不了表,“检查结果”放在新开的工作簿里。")
    if book.api.ReadOnly:
        remarks.append("这份表是只读打开的,改好后请另存一份。")
    return remarks


def _month(book: xw.Book, desk: Desk, shown: str) -> str:
    from ledgerkit.faces.commands import period
    from ledgerkit.run.month import run_month

    path = own_path(book)
    office = office_of(path.parent) if path.is_absolute() else None
    if office is None:
        return "没有找到办公文件夹。请把这份表存进办公文件夹(里面有 名录.xlsx 和 收件),再点一次。"
    if not book.api.Saved and path.resolve().is_relative_to((office / RECEIVED).resolve()):
        return "这份表还有没保存的改动,汇总读的是保存过的文件。请先保存,再点一次。"
    with undisturbed(book.app):
        chosen = _month_of(path, office) or months(desk.now.date())[0]
        as_of = min(desk.now.date(), chosen.last)
        report = run_month(office, chosen, as_of, progress=StatusBar(book.app))
    target = report.folder / shown
    desk.show(target if target.exists() else report.folder)
    notes = list(period.notes(report))
    if len(notes) > _NOTES:
        notes[_NOTES:] = [f"……另有 {len(notes) - _NOTES} 条,可以双击 汇总.cmd 再汇总一次看全。"]
    lines = [*notes, *period.written(report), *period.closing(report)]
    return "\n".join([f"汇总的月份:{chosen}", *lines])


def _month_of(path: Path, office: Path) -> Month | None:
    """The month that the workbook itself is for."""
    return take([path], office, alone=True).submissions[0].month
