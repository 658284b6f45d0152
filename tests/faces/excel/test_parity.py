"""The same findings everywhere: what the button says of an open workbook is what ``check`` says."""

from __future__ import annotations

import contextlib
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import excel_com
from ledgerkit.faces.button import press
from ledgerkit.faces.commands import check as check_command
from ledgerkit.faces.excel import actions, host
from ledgerkit.faces.excel.snapshot import taken
from ledgerkit.model.finding import Severity
from ledgerkit.run.check import run_check
from ledgerkit.workbooks.returned.styles import COLOURS

DISTRICT = Path(__file__).parents[3] / "samples" / "district"
BOOKS = [
    path
    for path in sorted((DISTRICT / "收件").rglob("*.xlsx"))
    if zipfile.is_zipfile(path) and not path.name.startswith("~$")
]
"""Every sample that the model of Excel opens: it knows no .xls, .ods and .et."""
Marks = dict[tuple[str, str], tuple[Severity | None, list[str]]]
PRESSED = [path for path in BOOKS if "2026-10" in path.parent.name][::3]


def record_of(report: Any) -> Any:
    """The record without the sum of the bytes, which are Excel's own copy of the workbook."""
    record = json.loads(json.dumps(report.record, ensure_ascii=False))
    for file in record["files"]:
        del file["sha256"]
    return record


def test_every_sample_as_excel_holds_it_gives_what_check_gives() -> None:
    assert len(BOOKS) > 80
    excel = excel_com.start()
    with contextlib.ExitStack() as stack:
        copies = {}
        for path in BOOKS:
            excel.open(path)
            book = host.find_book(host.Press("check", excel.window, path.name))
            copies[path] = stack.enter_context(taken(book)).copy
            book.close()
        by_button = run_check(BOOKS, DISTRICT, instead=copies)
    by_command = run_check(BOOKS, DISTRICT)
    assert record_of(by_button) == record_of(by_command)
    assert by_button.must > 0
    assert by_button.look > 0


def shown(book: openpyxl.Workbook) -> Marks:
    """Every marked cell, with its colour and what its note says."""
    colours = {colour: severity for severity, colour in COLOURS.items()}
    return {
        (sheet.title, cell.coordinate): (
            colours.get(str(cell.fill.fgColor.rgb)),
            sorted(cell.comment.text.partition("【检查】\n")[2].split("\n")),
        )
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment and "【检查】" in cell.comment.text
    }


def to_be_shown(file: Any) -> Marks:
    """The same by what ``check --json`` says of the file."""
    marks: Marks = {}
    for one in file["findings"]:
        if one["cell"] and not one["settled"]:
            severity, notes = marks.get((one["sheet"], one["cell"]), (None, []))
            message = one["message"].partition(f"({one['column']}):")[2]
            notes = sorted([*notes, f"{one['severity']}:{message}"])
            worst = Severity.MUST if severity is Severity.MUST else Severity(one["severity"])
            marks[one["sheet"], one["cell"]] = (worst, notes)
    return marks


@pytest.mark.parametrize("source", PRESSED)
def test_pressed_once_and_again_it_finds_what_check_finds(source: Path, tmp_path: Path) -> None:
    office = tmp_path / "区"
    path = office / "收件" / source.name
    path.parent.mkdir(parents=True)
    shutil.copyfile(DISTRICT / "名录.xlsx", office / "名录.xlsx")
    shutil.copy2(source, path)
    excel = excel_com.start()
    open_book = excel.open(path)
    by_command = run_check([path], office, jobs=1)

    message = press(["check", f"--hwnd={excel.window}", f"--wb={path.name}"], tmp_path)
    assert message.splitlines()[0] == next(iter(check_command.closing(by_command)))
    held = openpyxl.load_workbook(excel.saved(open_book, tmp_path / "held.xlsx"))
    assert shown(held) == to_be_shown(record_of(by_command)["files"][0])
    # our own marks change nothing of what is read
    book = host.find_book(host.Press("check", excel.window, path.name))
    with taken(book) as snapshot:
        assert record_of(actions.examined(book, snapshot)) == record_of(by_command)
