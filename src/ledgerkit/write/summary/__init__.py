"""总表.xlsx: one month in one workbook, a sheet to a file of this package.

看板 is ``dashboard``, the ledgers are ``registers``; ``alerts``, ``duties``, ``filings``,
``findings``, ``changes`` and ``sources`` hold the lists. ``listing`` is the sheet that all lists
share, ``texts`` what goes into a cell, ``styles`` the look, ``links`` the way to the sources.
"""

from ledgerkit.write.summary.workbook import build

__all__ = ["build"]
