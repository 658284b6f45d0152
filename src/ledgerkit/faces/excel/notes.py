"""Notes on cells of the open workbook; a note that stands there keeps its words and its look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import xlwings as xw

from ledgerkit.workbooks.returned.boxes import lines
from ledgerkit.workbooks.returned.spots import beginning, marked

MOST = 300
"""Notes that are put in one workbook: each takes Excel a moment, and nobody reads more."""
_WIDTH, _LINE, _MARGIN = 203.0, 13.5, 12.0
"""Points: the width of our notes, one line, and what is around them."""


def write(sheet: xw.Sheet, texts: Mapping[str, str]) -> None:
    """Put texts on cells, by address, under what their notes say already."""
    standing = _standing(sheet)
    for address, text in texts.items():
        marked_text = marked(text)
        comment = standing.get(address)
        if comment is not None:
            before = comment.Text()
            comment.Text(f"\n{marked_text}" if before else marked_text, len(before) + 1, False)
            _stretch(comment, lines(marked_text))
        elif (new := _added(sheet, address, marked_text)) is not None:
            shape = new.Shape
            shape.Width, shape.Height = _WIDTH, lines(marked_text) * _LINE + _MARGIN


def erase(sheet: xw.Sheet) -> None:
    """Take our words off the notes of a sheet, and the notes that hold nothing else."""
    comments = sheet.api.Comments
    # One that is deleted while they are counted off would hide the next.
    for comment in list(comments) if comments.Count else ():
        text = comment.Text()
        start = beginning(text)
        if start is None:
            continue
        if not text[:start].strip():
            comment.Delete()
            continue
        # Only the characters that are ours: the others keep their font, as the author's name does.
        comment.Shape.TextFrame.Characters(start + 1, len(text) - start).Delete()
        if comment.Text() != text[:start]:
            comment.Text(text[:start])
        _stretch(comment, -lines(text[start:].strip("\n")))


def _standing(sheet: xw.Sheet) -> dict[str, Any]:
    """The notes of a sheet by address."""
    comments = sheet.api.Comments
    if not comments.Count:
        return {}
    return {comment.Parent.Address.replace("$", ""): comment for comment in comments}


def _added(sheet: xw.Sheet, address: str, text: str) -> Any:
    """A new note; None on a cell with a threaded comment, which takes none."""
    cell = sheet.api.Range(address)
    try:
        return cell.AddComment(text)
    except Exception:
        if getattr(cell, "CommentThreaded", None) is None:
            raise
        return None


def _stretch(comment: Any, by: int) -> None:
    comment.Shape.Height = max(_LINE, comment.Shape.Height + by * _LINE)
