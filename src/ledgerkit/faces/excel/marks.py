"""Colours on cells of the open workbook, and the way back to what each cell looked like.

What a cell looked like stands in the name of a hidden defined name that refers to it: so it moves
with the cell when rows are inserted or deleted, and it is saved with the workbook. What the names
cannot tell (after sorting, or in a returned copy) is found by our colours, which nobody else uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import xlwings as xw

from ledgerkit.faces.excel import fills
from ledgerkit.faces.excel.fills import Fill
from ledgerkit.model.finding import Severity
from ledgerkit.model.place import column_letters
from ledgerkit.model.sheets import REPORT_MARK
from ledgerkit.write.returned.cells import position
from ledgerkit.write.returned.report import location
from ledgerkit.write.returned.styles import COLOURS, MEMORY

_NAME = re.compile(rf"{REPORT_MARK}_\d+_(.+)")
_LONGEST = 240
"""Characters of a reference in one name, and of an address in one call: Excel takes 255."""
_OURS = {severity: fills.solid(colour) for severity, colour in COLOURS.items()}
_COLOURS = {fill.colour for fill in _OURS.values()}


def paint(book: xw.Book, sheet: xw.Sheet, severities: Mapping[str, Severity]) -> None:
    """Colour cells, by address, and remember what they looked like."""
    groups: dict[tuple[Fill, Severity], list[str]] = {}
    for run, severity in _runs(severities):
        for address, fill in _uniform(sheet, run):
            if fills.can_be_marked(fill, sheet.api.Range(address)):
                groups.setdefault((fill, severity), []).append(address)
    number = sum(1 for _ in _remembered(book))
    for (fill, severity), addresses in groups.items():
        for part in _portions(sheet.name, addresses):
            number += 1
            book.api.Names.Add(
                Name=f"{REPORT_MARK}_{number}_{fill.text}",
                RefersTo="=" + ",".join(location(sheet.name, _fixed(one)) for one in part),
                Visible=False,
            )
            _OURS[severity].put(sheet.api.Range(",".join(part)))


def clear(book: xw.Book) -> set[str]:
    """Give every cell we coloured its fill back; the names of protected sheets that keep theirs."""
    locked = {sheet.name for sheet in book.sheets if sheet.api.ProtectContents}
    remembered = list(_remembered(book))
    lost = not remembered and any(name.name == REPORT_MARK for name in book.names)
    left: set[str] = set()
    usual: dict[str, set[Fill]] = {}
    for name, fill in remembered:
        cells = _referred(name)
        if cells is None:
            lost = True
            name.delete()
        elif cells.Worksheet.Name in locked:
            left.add(cells.Worksheet.Name)
        else:
            usual.setdefault(cells.Worksheet.Name, set()).add(fill)
            lost |= not _restored(cells, fill)
            name.delete()
    if lost:
        for sheet in book.sheets:
            if sheet.name not in locked:
                known = usual.get(sheet.name, set())
                _sweep(sheet, next(iter(known)) if len(known) == 1 else Fill())
    return left


def is_marked(book: xw.Book) -> bool:
    """Whether anything of ours is in the workbook: colours, or the list of findings."""
    return any(name.name == REPORT_MARK or _NAME.fullmatch(name.name) for name in book.names)


def _remembered(book: xw.Book) -> Iterator[tuple[xw.Name, Fill]]:
    for name in book.names:
        match = _NAME.fullmatch(name.name)
        if match:
            yield name, Fill.parse(match[1])


def _referred(name: xw.Name) -> Any:
    """The cells of a name; None when their rows have been deleted."""
    try:
        return name.api.RefersToRange
    except Exception:
        if "#REF!" in str(name.refers_to):
            return None
        raise


def _restored(cells: Any, fill: Fill) -> bool:
    """Give cells that still have our colour their fill; whether all had it."""
    colour = fills.colour_of(cells)
    if colour in _COLOURS:
        fill.put(cells)
        return True
    if colour is None:
        done = [_restored(cell, fill) for cell in cells] if cells.Count > 1 else [False]
        return all(done)
    return False


def _sweep(sheet: xw.Sheet, usual: Fill) -> None:
    """Find cells of our colours by halving the sheet, and give them the fill that they had."""
    used = sheet.api.UsedRange
    top, left = used.Row, used.Column
    waiting = [(top, left, top + used.Rows.Count - 1, left + used.Columns.Count - 1)]
    while waiting:
        top, left, bottom, right = waiting.pop()
        cells = sheet.api.Range(f"{_address(top, left)}:{_address(bottom, right)}")
        colour = fills.colour_of(cells)
        if colour in _COLOURS:
            for cell in cells:
                (_from_style(cell) or usual).put(cell)
        elif colour is not None or (top, left) == (bottom, right):
            continue
        elif bottom - top >= right - left:
            middle = (top + bottom) // 2
            waiting += [(top, left, middle, right), (middle + 1, left, bottom, right)]
        else:
            middle = (left + right) // 2
            waiting += [(top, left, bottom, middle), (top, middle + 1, bottom, right)]


def _from_style(cell: Any) -> Fill | None:
    """What the named style of a returned copy remembers."""
    style = cell.Style
    return fills.read(style, one=True) if MEMORY.fullmatch(style.Name) else None


def _runs(severities: Mapping[str, Severity]) -> Iterator[tuple[str, Severity]]:
    """Cells of one severity below one another as one range."""
    placed = sorted((column, row, one) for one in severities for row, column in (position(one),))
    runs: list[list[tuple[int, int, str]]] = []
    for column, row, address in placed:
        last = runs[-1][-1] if runs else None
        alike = last and last[:2] == (column, row - 1)
        if alike and last and severities[last[2]] is severities[address]:
            runs[-1].append((column, row, address))
        else:
            runs.append([(column, row, address)])
    for run in runs:
        first, last_one = run[0][2], run[-1][2]
        yield (first if len(run) == 1 else f"{first}:{last_one}"), severities[first]


def _uniform(sheet: xw.Sheet, run: str) -> Iterator[tuple[str, Fill]]:
    """The run with its fill; cell by cell where the fills differ."""
    fill = fills.read(sheet.api.Range(run))
    if fill is not None:
        yield run, fill
        return
    first, last = map(position, run.split(":"))
    for row in range(first[0], last[0] + 1):
        address = _address(row, first[1])
        if one := fills.read(sheet.api.Range(address), one=True):
            yield address, one


def _portions(sheet: str, addresses: Iterable[str]) -> Iterator[list[str]]:
    """The addresses in portions whose reference is not too long for one name."""
    portion: list[str] = []
    for address in addresses:
        reference = ",".join(location(sheet, _fixed(one)) for one in (*portion, address))
        if portion and len(reference) > _LONGEST:
            yield portion
            portion = []
        portion.append(address)
    if portion:
        yield portion


def _fixed(address: str) -> str:
    """D7:D9 as $D$7:$D$9."""
    return re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", address)


def _address(row: int, column: int) -> str:
    return f"{column_letters(column - 1)}{row}"


def chunks(addresses: Iterable[str]) -> Iterator[str]:
    """Addresses joined for one call each, as long as Excel takes them."""
    for part in _portions("", addresses):
        yield ",".join(part)
