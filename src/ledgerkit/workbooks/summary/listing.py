"""The sheet that every list of 总表 is: a line on top, a header, rows, ready to filter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from xlsxwriter.format import Format

from ledgerkit.workbooks.summary.book import SummaryBook
from ledgerkit.workbooks.summary.contents import Answer, Bad, Content, Marked, Word, lines_of
from ledgerkit.workbooks.summary.links import Link
from ledgerkit.workbooks.summary.styles import Formats, Tone
from ledgerkit.workbooks.summary.texts import exact, write_exact

MOST_LINKS = 65_530
"""Excel's limit of hyperlinks on a sheet; formulas serve for the rest."""

HEADER_ROW = 1
FIRST_ROW = 2
_PAGE_WIDTH = 190
"""Excel characters that an A4 page lying down holds legibly."""

_COMMENT_WIDTH = 26
"""Characters in a line of a comment."""

_LINE_POINTS, _ROW_POINTS, _HIGHEST = 14, 20, 409
"""Points of a line of text and of the lowest and (by Excel's rule) the highest row."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a list: its header, its width in Excel characters, whether the kit added it.

    Where it is the ``office``'s, people write below it.
    """

    title: str
    width: float
    added: bool = False
    office: bool = False

    @property
    def style(self) -> str:
        return "office" if self.office else "added" if self.added else "header"


@dataclass(frozen=True, slots=True)
class Span:
    """A column of a block below the list: its header, over how many of the sheet's columns."""

    title: str
    columns: int = 1


class Listing:
    """A sheet to which rows are added from the top; leaving the ``with`` block finishes it."""

    def __init__(
        self,
        book: SummaryBook,
        formats: Formats,
        name: str,
        headings: Sequence[Heading],
        facts: Sequence[str],
        *,
        frozen: int,
        repeated: int = HEADER_ROW,
    ) -> None:
        """``facts`` are what the line on top adds to those of the book.

        ``repeated`` is the last row that every page repeats: not the header where blocks follow
        that have headers of their own.
        """
        self._formats = formats
        self._fill = ""
        self._headings = headings
        self._row = FIRST_ROW
        self._links = 0
        self._filtered: tuple[int, int, int, int] | None = None
        self._base = book.base
        self._nothing = book.nothing
        self._sheet = book.add_worksheet(name)
        self._sheet.set_comments_author("")
        self._head(name, " · ".join((*book.facts, *facts)), frozen)
        self._sheet.set_up_page()
        self._sheet.repeat_rows(0, repeated)
        pages = max(1, round(sum(heading.width for heading in headings) / _PAGE_WIDTH))
        self._sheet.fit_to_pages(pages, 0)
        if pages > 1:
            self._sheet.repeat_columns(0, frozen - 1)

    def _head(self, name: str, facts: str, frozen: int) -> None:
        """The name stands on the frozen columns, which every page repeats, the facts behind."""
        self._sheet.set_row(0, 24)
        self._sheet.write_string(0, 0, name, self._formats.get("title"))
        self._sheet.write_string(0, frozen, facts, self._formats.get("facts"))
        self._sheet.set_row(HEADER_ROW, 32)
        for at, heading in enumerate(self._headings):
            style = self._formats.get(heading.style)
            self._sheet.set_column(at, at, heading.width)
            self._sheet.write_string(HEADER_ROW, at, heading.title, style)
        self._sheet.freeze_panes(FIRST_ROW, frozen)

    def comment_header(self, at: int, text: str) -> None:
        """Put a comment on the header of a column."""
        self._comment(HEADER_ROW, at, text)

    def add(self, cells: Sequence[Content]) -> None:
        """Write the next row; ``cells`` stand in the order of the headings."""
        self._add(cells, [1] * len(cells))

    def block(
        self,
        title: str,
        spans: Sequence[Span],
        rows: Iterable[Sequence[Content]],
        *,
        filtered: bool = False,
    ) -> None:
        """Write a further list under a title of its own; the filter goes to the list or to it."""
        self._close_list()
        self._row += 1
        self._sheet.set_row(self._row, 24)
        self._sheet.write_string(self._row, 0, exact(title), self._formats.get("title"))
        self._row += 1
        widths = [span.columns for span in spans]
        self._add([span.title for span in spans], widths, "header")
        first = self._row
        for cells in rows:
            self._add(cells, widths)
        if filtered and self._row > first:
            self._filtered = (first - 1, 0, self._row - 1, sum(widths) - 1)

    def _add(self, cells: Sequence[Content], spans: Sequence[int], style: str = "") -> None:
        """Write the next row, each cell over so many columns."""
        at, lines = 0, 1
        for content, columns in zip(cells, spans, strict=True):
            merged = self._formats.get(style or "text")
            if columns > 1:
                self._sheet.merge_range(self._row, at, self._row, at + columns - 1, "", merged)
            if style:
                self._text(at, str(content), style)
            else:
                self._write(at, content)
            width = sum(heading.width for heading in self._headings[at : at + columns])
            lines = max(lines, lines_of(content, width))
            at += columns
        height = min(_ROW_POINTS + (lines - 1) * _LINE_POINTS, _HIGHEST)
        self._sheet.set_row(self._row, height)
        self._row += 1

    def _close_list(self) -> None:
        """Give the list its filter, once; an empty one says so."""
        if self._filtered is not None:
            return
        last = max(self._row - 1, FIRST_ROW)
        self._filtered = (HEADER_ROW, 0, last, len(self._headings) - 1)
        if self._row == FIRST_ROW:
            self._sheet.write_string(FIRST_ROW, 0, self._nothing, self._formats.get("nothing"))
            self._row += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close_list()
        self._sheet.autofilter(*(self._filtered or ()))

    def _write(self, at: int, content: Content) -> None:
        match content:
            case None | "" | ():
                self._sheet.write_blank(self._row, at, None, self._style("text"))
            case str():
                self._text(at, content, "text")
            case int() | float():
                style = "number" if isinstance(content, int) else "figure"
                self._sheet.write_number(self._row, at, content, self._style(style))
            case dt.date():
                self._date(at, content)
            case dt.time():
                self._sheet.write_datetime(self._row, at, content, self._style("time"))
            case tuple():
                self._text(at, "、".join(content), "text")
            case Word(text=text, tone=tone):
                self._text(at, text, "word", tone)
            case Bad():
                self._sheet.write_blank(self._row, at, None, self._style("bad"))
                self._comment(self._row, at, content.comment)
            case Link():
                self._link(at, content)
            case Answer(text=text, choices=choices):
                if text:
                    self._text(at, text, "answer")
                else:
                    self._sheet.write_blank(self._row, at, None, self._style("answer"))
                offered = {"validate": "list", "source": list(choices)}
                self._sheet.data_validation(self._row, at, self._row, at, offered)
            case Marked():
                self._marked(at, content)

    def _marked(self, at: int, marked: Marked) -> None:
        """The cell in the office's colour; its comment goes below the kit's own."""
        self._fill = marked.fill
        self._write(at, marked.content)
        self._fill = ""
        own = marked.content.comment if isinstance(marked.content, Bad) else ""
        if marked.comment:
            self._comment(self._row, at, "\n".join(filter(None, (own, marked.comment))))

    def _comment(self, row: int, at: int, text: str) -> None:
        """A comment in a box that holds it."""
        lines = lines_of(text, _COMMENT_WIDTH)
        size = {"font_size": 9, "width": 180, "height": min(24 + lines * 16, 400)}
        self._sheet.write_comment(row, at, exact(text), size)

    def _style(self, name: str, tone: Tone | None = None) -> Format:
        return self._formats.get(name, tone, self._fill)

    def _date(self, at: int, day: dt.date) -> None:
        """A real date; Excel knows none before 1900-03-01 that all programs agree on."""
        if day < dt.date(1900, 3, 1):
            self._text(at, day.isoformat(), "word")
        else:
            self._sheet.write_datetime(self._row, at, day, self._style("date"))

    def _text(self, at: int, text: str, style: str, tone: Tone | None = None) -> None:
        write_exact(self._sheet, self._row, at, text, self._style(style, tone))

    def _link(self, at: int, link: Link) -> None:
        style = self._style("link")
        self._links += 1
        formula = link.formula(self._base) if self._links > MOST_LINKS else None
        url = link.url(self._base) if self._links <= MOST_LINKS else None
        if formula is not None:
            self._sheet.write_formula(self._row, at, formula, style, link.value)
        elif url is not None:
            self._sheet.write_url(self._row, at, url, style)
            if isinstance(link.value, int):
                self._sheet.write_number(self._row, at, link.value, style)
        else:
            self._write(at, link.value)
