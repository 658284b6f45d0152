"""One file per Word document: for whom it is written and what it says.

``ledgerkit.papers.catalog`` finds every module here that has a ``DOCUMENT`` (of a run) or a
``ROLLUP_DOCUMENT`` (of many districts); the others are what several documents share.
"""
