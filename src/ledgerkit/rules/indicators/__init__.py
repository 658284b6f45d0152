"""The figures of a period, each with the keys of the rows that make it up.

In comes what the rules concluded; out go ``Indicator``s in the order of the report. ``rules`` calls
``indicators``; documents and workbooks read the figures from the outcome and count nothing.
"""

from ledgerkit.rules.indicators.period import indicators

__all__ = ["indicators"]
