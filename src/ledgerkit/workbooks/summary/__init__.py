"""总表.xlsx: one month in one workbook, a sheet to a file of this package.

In come a concluded ``Run``, the way to the received files, and a seal that keeps what is written;
out go the bytes of 总表.xlsx. ``run.month`` calls ``build``, ``workbooks.rollup`` takes the look
from here; XlsxWriter is called here and nowhere else.

看板 is ``dashboard``, the ledgers are ``registers``; ``alerts``, ``duties``, ``filings``,
``findings``, ``changes`` and ``sources`` hold the lists. ``listing`` is the sheet that all lists
share, ``texts`` what goes into a cell, ``styles`` the look, ``links`` the way to the sources.
"""

from ledgerkit.workbooks.summary.changes import MARK, NAME, RULING
from ledgerkit.workbooks.summary.registers import own_titles
from ledgerkit.workbooks.summary.workbook import LISTS, build

RULINGS = (NAME, RULING, MARK)
"""The sheet on which the office rules, its columns of the ruling and of the mark of a line."""

__all__ = ["LISTS", "RULINGS", "build", "own_titles"]
