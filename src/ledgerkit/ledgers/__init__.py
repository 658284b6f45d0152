"""The ledgers of the six systems, one file each: columns, checks, clocks, duties.

In come the model and the codes of findings; out go declarations, which ``ledgers.catalog`` finds
wherever a module here has a ``Ledger``: nothing is listed by hand. Every room above may ask the
catalogue, and speaks of a ledger and its columns as of a class and its attributes; what a
declaration gets wrong is refused when it is imported (docs/domain.md#workbooks-and-columns).
"""
