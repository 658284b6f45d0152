"""Word documents from the templates of templates/docx.

In come a letter and its template; out go the bytes of a .docx, the same for the same input, and
what is to be said of missing fonts. ``run`` calls it, ``papers.lint`` for the fonts; docxtpl,
python-docx and matplotlib are called here and nowhere else.
"""

from __future__ import annotations

from pathlib import Path

from ledgerkit.papers.word.chart import font_finding
from ledgerkit.papers.word.fonts import missing_finding
from ledgerkit.papers.word.render import render
from ledgerkit.papers.word.template import TemplateError

__all__ = ["TemplateError", "font_finding", "missing_finding", "render", "template_path"]


_PACKAGE = Path(__file__).resolve().parents[2]
_TEMPLATES = (_PACKAGE / "templates", _PACKAGE.parents[1] / "templates")
"""Inside the installed package, else beside the source tree."""


def template_path(name: str) -> Path:
    """The shipped Word template of this file name; FileNotFoundError if there is none."""
    for folder in _TEMPLATES:
        path = folder / "docx" / name
        if path.is_file():
            return path
    raise FileNotFoundError(f"templates/docx/{name}")
