"""The ledgers of the six systems, one file each: columns, checks, clocks, duties.

In comes nothing but the model; out go declarations, which ``ledgers.catalog`` finds wherever a
module here has a ``LEDGER``: nothing is listed by hand. Every room above may ask the catalogue, and
what a declaration gets wrong is refused when it is imported (docs/domain.md#workbooks-and-columns).
"""
