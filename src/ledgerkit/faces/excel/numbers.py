"""Numbers written into the open workbook, one below the other as one block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import xlwings as xw

from ledgerkit.model.place import Place
from ledgerkit.run.numbering import Numbering
from ledgerkit.workbooks.returned.cells import position


def fill(book: xw.Book, given: Mapping[Place, str]) -> set[str]:
    """Write each number into its cell; the names of protected sheets, into which none goes."""
    locked: set[str] = set()
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for name, block in _blocks(given):
        if sheets[name].api.ProtectContents:
            locked.add(name)
        else:
            (row, column), numbers = block[0][0], [[number] for _, number in block]
            sheets[name].range((row, column)).value = numbers
    return locked


def summary(offered: Numbering, locked: set[str]) -> Iterator[str]:
    """How many were written, and which cells are left to the person."""
    written = [number for place, number in offered.given.items() if place.sheet not in locked]
    if written:
        span = written[0] if len(written) == 1 else f"{written[0]} …… {written[-1]}"
        yield f"补了 {len(written)} 个编号:{span}。请看一遍,再保存。"
    elif not offered.given and not offered.unknown:
        yield "没有缺编号的行。"
    if offered.unknown:
        cells = "、".join(f"「{place.sheet}」{place.cell}" for place in offered.unknown[:5])
        more = f" 等 {len(offered.unknown)} 处" if len(offered.unknown) > 5 else ""
        yield f"{cells}{more} 看不出是哪个单位、哪个月的。请先填好单位和日期,再点一次。"


def _blocks(
    given: Mapping[Place, str],
) -> Iterator[tuple[str, list[tuple[tuple[int, int], str]]]]:
    """(sheet, [((row, column), number) …]) of cells that lie below one another."""
    placed = sorted(
        (place.sheet, position(place.cell), number)
        for place, number in given.items()
        if place.sheet and place.cell
    )
    block: list[tuple[tuple[int, int], str]] = []
    last = ""
    for sheet, (row, column), number in placed:
        if block and (sheet, (row - 1, column)) != (last, block[-1][0]):
            yield last, block
            block = []
        block.append(((row, column), number))
        last = sheet
    if block:
        yield last, block
