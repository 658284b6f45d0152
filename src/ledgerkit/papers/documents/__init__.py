"""One file per Word document: for whom it is written and what it says.

In comes a ``Run`` or a ``Rollup``; out go ``Letter``s: a recipient, and the names that the template
prints. ``papers.catalog`` finds every module here that has a ``DOCUMENT`` (of a run), several
``DOCUMENTS`` or a ``ROLLUP_DOCUMENT`` (of many districts), and nobody else calls them; the other
modules are what several documents share.
"""
