"""What people wrote outside the ledgers' rows: on the other sheets, on new ones, above a header.

The kit works those sheets out anew each time, so nothing there has a place to go back to: it is
told from the kit's own texts and kept, a line at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from ledgerkit.model.notes import Kept, Ruling, Source
from ledgerkit.model.sheets import HEADER_WITHIN
from ledgerkit.register.notes.cell_text import text_of
from ledgerkit.register.notes.edited_book import EditedCell, EditedPage

_FEWEST = 3
"""Texts of the kit by which a line is taken for a header."""
_ALIKE = 0.5
"""The share of the kit's texts by which a sheet is known again under another name."""
_LONGEST = 20_000
_CUT = "……(没有列完,请看留存的总表)"
_KEY = "编号"
_Cells = Mapping[int, EditedCell]


def outside_rows(
    pages: Collection[EditedPage], texts: Mapping[str, Collection[str] | None], file: str
) -> Iterator[Kept]:
    """Each line into which somebody wrote, of an added sheet the whole.

    ``texts`` are what the kit wrote on each of its sheets; where that is not known, comments only
    can be told from it.
    """
    known = {name: {text.strip() for text in own} for name, own in texts.items() if own is not None}
    all_known = set(chain.from_iterable(known.values()))
    for page in pages:
        if page.name in known:
            yield from _lines(page, known[page.name], file)
        elif page.name in texts:
            yield from _comments(page, file)
        elif _share(page, all_known) >= _ALIKE:
            yield from _lines(page, all_known, file)
        else:
            yield from _added_sheet(page, file)


def _share(page: EditedPage, known: Collection[str]) -> float:
    texts = [text for cells in page.lines for cell in cells.values() if (text := _text(cell))]
    return sum(text in known for text in texts) / len(texts) if texts else 0.0


def _added_sheet(page: EditedPage, file: str) -> Iterator[Kept]:
    text = "\n".join("\t".join(map(_shown, cells.values())) for cells in page.lines)
    if text:
        first = next(iter(page.lines[0].values()))
        yield _kept(page.name, "", text, Source(file, page.name, first.address))


def _comments(page: EditedPage, file: str) -> Iterator[Kept]:
    for cell in chain.from_iterable(cells.values() for cells in page.lines):
        if cell.comment:
            yield _kept(page.name, "", _shown(cell), Source(file, page.name, cell.address))


def _lines(page: EditedPage, known: Collection[str], file: str) -> Iterator[Kept]:
    top = _header(page, known)
    header = page.lines[top] if top is not None else {}
    titles = {at: _text(cell) for at, cell in header.items()}
    added = {at: f"{title}:" for at, title in titles.items() if title not in known}
    for number, cells in enumerate(page.lines):
        found = {
            at: cell
            for at, cell in cells.items()
            if cell.comment
            or (number != top and (at in added or (_text(cell) and not _is_kits(cell, known))))
        }
        if not found:
            continue
        texts = (added.get(at, "") + _shown(cell) for at, cell in found.items())
        key = next((_text(cells[at]) for at in cells if titles.get(at) == _KEY), "")
        address = next(iter(found.values())).address
        key = "" if number == top else key
        yield _kept(page.name, key, "\n".join(texts), Source(file, page.name, address))


def _header(page: EditedPage, known: Collection[str]) -> int | None:
    """The line with the kit's headers, the first that holds several of its texts."""
    for number, cells in enumerate(page.lines[:HEADER_WITHIN]):
        if sum(_text(cell) in known for cell in cells.values() if _text(cell)) >= _FEWEST:
            return number
    return None


def _is_kits(cell: EditedCell, known: Collection[str]) -> bool:
    return _text(cell) in known or _text(cell) in set(Ruling)


def _text(cell: EditedCell) -> str:
    """What a cell says in words: "" for numbers and days, which the kit works out anew."""
    return text_of(cell.value) if isinstance(cell.value, str) else ""


def _shown(cell: EditedCell) -> str:
    return text_of(cell.value) + (f"(批注:{cell.comment})" if cell.comment else "")


def _kept(sheet: str, key: str, text: str, source: Source) -> Kept:
    cut = text if len(text) <= _LONGEST else text[:_LONGEST] + _CUT
    return Kept(sheet, key, "", cut, source)
