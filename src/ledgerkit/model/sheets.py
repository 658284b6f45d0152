"""Sheets that this kit adds to other people's workbooks, and how its own are known again."""

from __future__ import annotations

import re

GUIDE = "填表说明"
"""How to fill a blank workbook; shown."""

WORKDAYS = "工作日"
"""Working days, limits and ladder that the live formulas look up; hidden."""

CHOICES = "下拉"
"""The lists behind the drop-downs; hidden."""

HELPERS = (GUIDE, WORKDAYS, CHOICES)
"""The sheets beside the ledgers in a blank workbook."""

REPORT = "检查结果"
"""The list of findings, first sheet of a returned copy."""

REPORT_MARK = "_检查标记"
"""A hidden name that refers to that sheet, by which it is known for ours."""

BOOK_PROPERTY = "ledgerkit.book"
VERSION_PROPERTY = "ledgerkit.version"
"""Custom document properties by which a workbook of ours says what it is."""

HEADER_WITHIN = 10
"""Rows from the top of a sheet of 总表 among which its header stands: somebody may have put lines
above it."""

_REPORT = re.compile(rf"{REPORT}(\(\d+\))?")


def is_report(name: str) -> bool:
    """Whether a sheet is our list of findings: 检查结果, or 检查结果(2) if that was taken."""
    return _REPORT.fullmatch(name) is not None


def is_helper(name: str) -> bool:
    """Whether a sheet is one of ours beside the tables, which reading passes over."""
    return name.startswith("_") or name in HELPERS or is_report(name)
