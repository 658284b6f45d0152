"""Colours on cells of the open workbook, and the way back to what each cell looked like.

What a cell looked like stands in the name of a hidden defined name that refers to it: so it moves
with the cell when rows are inserted or deleted, and it is saved with the workbook. What the names
cannot tell (after sorting, or in a returned copy) is found by our colours, which nobody else uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import xlwings as xw

from ledgerkit.faces.excel import fills
from ledgerkit.faces.excel.fills import Fill
from ledgerkit.model.finding import Severity
from ledgerkit.model.place import column_letters
from ledgerkit.model.sheets import REPORT_MARK
from ledgerkit.workbooks.returned.cells import position
from ledgerkit.workbooks.returned.report import location
from ledgerkit.workbooks.returned.styles import COLOURS, MEMORY

_NAME = re.compile(rf"(?:.*!)?{REPORT_MARK}_(\d+)_(.+)")
"""Excel gives a copy of a sheet names of its own, with the sheet's before ours."""
_LONGEST = 240
"""Characters of a reference in one name, and of an address in one call: Excel takes 255."""
Run = tuple[str, Severity]
"""Cells of one column and one severity, by their address."""
_OURS = {severity: fills.solid(colour) for severity, colour in COLOURS.items()}
_COLOURS = {fill.colour for fill in _OURS.values()}


def ours(book: xw.Book) -> dict[str, Any]:
    """Every defined name of ours, hidden in the workbook: asked for once, for there may be many."""
    found = ((name.Name, name) for name in book.api.Names)
    return {text: name for text, name in found if text == REPORT_MARK or _NAME.fullmatch(text)}


def next_number(names: Iterable[str]) -> int:
    """A number that no name of ours has."""
    return 1 + max((int(match[1]) for match in map(_NAME.fullmatch, names) if match), default=0)


def paint(book: xw.Book, sheet: xw.Sheet, severities: Mapping[str, Severity], number: int) -> int:
    """Colour cells, by address, and remember what they looked like; the next free number."""
    title, names = sheet.name, book.api.Names
    groups: dict[tuple[Fill, Severity], list[str]] = {}
    for _, column in groupby(_runs(severities), key=lambda run: position(run[0].split(":")[0])[1]):
        for address, severity, fill in _filled(sheet, list(column)):
            groups.setdefault((fill, severity), []).append(address)
    for (fill, severity), addresses in groups.items():
        for part in _portions(title, addresses):
            names.Add(
                Name=f"{REPORT_MARK}_{number}_{fill.text}",
                RefersTo="=" + ",".join(location(title, _fixed(address)) for address in part),
                Visible=False,
            )
            number += 1
            _OURS[severity].put(sheet.api.Range(",".join(part)))
    return number


def clear(book: xw.Book, names: Mapping[str, Any]) -> set[str]:
    """Give every cell we coloured its fill back; the names of protected sheets that keep theirs.

    ``names`` are ours.
    """
    locked = {sheet.name for sheet in book.sheets if sheet.api.ProtectContents}
    remembered = [
        (name, Fill.parse(match[2]))
        for text, name in names.items()
        if (match := _NAME.fullmatch(text))
    ]
    lost = not remembered and REPORT_MARK in names
    left: set[str] = set()
    usual: dict[str, set[Fill]] = {}
    for name, fill in remembered:
        cells = _referred(name)
        if cells is None:
            lost = True
            name.Delete()
            continue
        title = cells.Worksheet.Name
        if title in locked:
            left.add(title)
        else:
            usual.setdefault(title, set()).add(fill)
            lost |= not _restored(cells, fill)
            name.Delete()
    if lost:
        for sheet in book.sheets:
            if sheet.name not in locked:
                known = usual.get(sheet.name, set())
                _sweep(sheet, next(iter(known)) if len(known) == 1 else Fill())
    return left


def _referred(name: Any) -> Any:
    """The cells of a name; None when their rows have been deleted."""
    try:
        return name.RefersToRange
    except Exception:
        if "#REF!" in str(name.RefersTo):
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
    return fills.read(style, single=True) if MEMORY.fullmatch(style.Name) else None


def _runs(severities: Mapping[str, Severity]) -> Iterator[Run]:
    """Cells of one severity below one another as one range."""
    places = ((*position(address), address) for address in severities)
    placed = sorted((column, row, address) for row, column, address in places)
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


def _filled(sheet: xw.Sheet, runs: Sequence[Run]) -> Iterator[tuple[str, Severity, Fill]]:
    """The runs of one column that can be marked, with their fills.

    A column is mostly of one fill: it is asked for as a whole, and by halves where it differs.
    """
    first, last = runs[0][0].split(":")[0], runs[-1][0].split(":")[-1]
    cells = sheet.api.Range(first if first == last else f"{first}:{last}")
    fill = fills.read(cells)
    fits = None if fill is None else fills.can_be_marked(fill, cells)
    if fill is not None and fits:
        yield from ((address, severity, fill) for address, severity in runs)
    elif fits is None and first != last:
        for half in _halves(runs):
            yield from _filled(sheet, half)


def _halves(runs: Sequence[Run]) -> tuple[Sequence[Run], Sequence[Run]]:
    if len(runs) > 1:
        middle = len(runs) // 2
        return runs[:middle], runs[middle:]
    address, severity = runs[0]
    (top, column), (bottom, _) = map(position, address.split(":"))
    middle = (top + bottom) // 2
    upper, lower = (
        _address(above, column) + (f":{_address(below, column)}" if above < below else "")
        for above, below in ((top, middle), (middle + 1, bottom))
    )
    return [(upper, severity)], [(lower, severity)]


def _portions(sheet: str, addresses: Iterable[str]) -> Iterator[list[str]]:
    """The addresses in portions whose reference is not too long for one name."""
    portion: list[str] = []
    for address in addresses:
        reference = ",".join(location(sheet, _fixed(part)) for part in (*portion, address))
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
