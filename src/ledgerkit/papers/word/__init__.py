"""Word documents from the templates of templates/docx."""

from __future__ import annotations

from pathlib import Path

from ledgerkit.papers.word import shipped
from ledgerkit.papers.word.chart import font_finding
from ledgerkit.papers.word.fonts import missing_finding
from ledgerkit.papers.word.render import render
from ledgerkit.papers.word.template import TemplateError

__all__ = ["TemplateError", "font_finding", "missing_finding", "render", "template_path"]


def template_path(name: str) -> Path:
    """The shipped Word template of this file name; FileNotFoundError if there is none."""
    return shipped.template("docx", name)
