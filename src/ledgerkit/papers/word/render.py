"""Fills a Word template with a letter and hands back the finished .docx."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from typing import Any

from ledgerkit.model.document import Document, Letter
from ledgerkit.office import Office
from ledgerkit.papers.word import chart, fonts
from ledgerkit.papers.word.template import TemplateError, compiled
from ledgerkit.workbooks.package import assembled, packed

_DOCUMENT = "word/document.xml"
_MARK = re.compile(r"<w:bookmark(?:Start|End)\b[^>]*>")
_ID = re.compile(r'(w:id=")([^"]*)(")')
_NAME = re.compile(r'(w:name="([^"]*_))(")')
"""A bookmark whose name ends with _ is numbered: 标题_ becomes 标题_1, 标题_2 …"""


def render(document: Document[Any], letter: Letter, office: Office, template: Path) -> bytes:
    """The letter as a .docx: the same letter, office and template give the same bytes.

    Charts are left out where this machine has no Chinese font (``font_finding`` says so). Raises
    TemplateError where the template's tags and the letter do not fit together.
    """
    faces = tuple(sorted(fonts.chosen(office).items()))
    mark = str(letter.context.get("mark") or office.settings.get(fonts.MARK_ITEM, ""))
    source = compiled(template.read_bytes(), template.name, faces, mark)
    charts = letter.charts if letter.charts and chart.font_path() else {}
    if strange := charts.keys() - source.pictures.keys():
        raise TemplateError(
            f"模板「{template.name}」没有名为“{min(strange)}”的图片（{document.kind})"
        )
    filled = source.fill({**letter.context, "charts": frozenset(charts)})
    filled[_DOCUMENT] = numbered_bookmarks(_without_empty_end(filled[_DOCUMENT]))
    own = {part: packed(part, xml.encode()) for part, xml in filled.items()}
    for name, drawn in charts.items():
        part = source.pictures[name]
        own[part] = packed(part, chart.png(drawn))
    return assembled({part: own.get(part) or source.unchanged[part] for part in source.order})


def _without_empty_end(xml: str) -> str:
    """The document without a last section that holds nothing: it would print an empty page.

    A section ends with a paragraph that carries its ``sectPr``; where nothing follows, that
    section's page set-up becomes the document's last.
    """
    last = xml.rindex("<w:sectPr")
    start = max(xml.rfind("<w:p>", 0, last), xml.rfind("<w:p ", 0, last))
    inner = xml.find("<w:sectPr", start, last)
    if inner < 0:
        return xml
    inner_end = xml.index("</w:sectPr>", inner) + len("</w:sectPr>")
    last_end = xml.index("</w:sectPr>", last) + len("</w:sectPr>")
    own = xml[inner:inner_end]
    return xml[:inner] + xml[inner_end:last] + own + xml[last_end:]


def numbered_bookmarks(xml: str) -> str:
    """The document with every bookmark's id its own and the names of those in loops counted."""
    ids, seen = count(1), dict[str, int]()
    open_ids: dict[str, int] = {}

    def own(found: re.Match[str]) -> str:
        mark = found[0]
        given = _ID.search(mark)
        if given is None:
            return mark
        if mark.startswith("<w:bookmarkStart"):
            open_ids[given[2]] = next(ids)
            mark = _NAME.sub(counted, mark)
        return _ID.sub(rf"\g<1>{open_ids.get(given[2], 0)}\g<3>", mark)

    def counted(found: re.Match[str]) -> str:
        seen[found[2]] = seen.get(found[2], 0) + 1
        return f"{found[1]}{seen[found[2]]}{found[3]}"

    return _MARK.sub(own, xml)
