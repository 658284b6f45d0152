"""A Word document or template held against GB/T 9704-2012, and a template against its own tags.

In come the bytes of a .docx; out goes a ``LintReport``: a verdict for every rule, or why the file
cannot be read. ``faces.commands.lint`` calls it; it changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from ledgerkit.findings.messages import finding
from ledgerkit.model.place import Place
from ledgerkit.papers.lint.document import WordDocument, read
from ledgerkit.papers.lint.model import Check, LintReport, Rule, Subject, Verdict
from ledgerkit.papers.lint.package import Unreadable, opened
from ledgerkit.papers.lint.roles import form, roles
from ledgerkit.papers.lint.rules import RULES
from ledgerkit.papers.lint.rules.fonts import printed
from ledgerkit.papers.word.installed import families

__all__ = ["RULES", "Check", "LintReport", "Rule", "Verdict", "lint", "missing_fonts"]


def lint(data: bytes, path: str) -> LintReport:
    """Every check on the document in this file; its path names it and, a template, its kind."""
    name = PurePath(path).name
    try:
        document = read(opened(data))
    except Unreadable as refusal:
        return LintReport(path, refused=finding(refusal.code, Place(path)).message)
    found = roles(document)
    subject = Subject(document, found, form(document, found), name)
    checks = tuple(Check(rule, rule.check(subject)) for rule in RULES)
    return LintReport(path, checks, str(subject.form), fonts=_fonts(document))


def missing_fonts(reports: Iterable[LintReport]) -> str:
    """What to say, once, of the fonts of these documents that this machine lacks; "" for none."""
    there = {name.lower() for name in families()}
    named = dict.fromkeys(font for report in reports for font in report.fonts)
    absent = [font for font in named if font.lower() not in there]
    if not absent:
        return ""
    return finding("fonts-missing", Place("文书"), fonts="、".join(absent)).message


def _fonts(document: WordDocument) -> tuple[str, ...]:
    """Every font in which anything is printed."""
    looks = [
        run.type for paragraph in printed(document) for run in paragraph.runs if run.text.strip()
    ]
    names = (name for look in looks for name in (look.east, look.ascii))
    return tuple(dict.fromkeys(name for name in names if name))
