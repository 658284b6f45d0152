"""The nine ledgers of the six systems, one file each, and the tables of 名录.xlsx.

``ledgers.catalog`` finds every module here that has a ``LEDGER``; nothing is listed by hand.
"""
