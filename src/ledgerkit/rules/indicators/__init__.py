"""The figures of a period, each with the keys of the rows that make it up.

In comes what the rules concluded; out go ``Indicator``s in the order of the report. ``rules`` calls
``indicators``; documents and workbooks read the figures from the outcome and count nothing.
"""

from ledgerkit.rules.indicators import breakdowns, comparisons, conclusions, period, recurrences
from ledgerkit.rules.indicators.period import indicators

__all__ = ["DIVIDED", "OPTIONAL", "indicators"]

OPTIONAL = frozenset(
    (*period.RATES, *comparisons.OPTIONAL, *conclusions.OPTIONAL, *recurrences.OPTIONAL)
)
"""The ids of figures that a run leaves out where there is nothing to reckon; it has all others."""
DIVIDED = frozenset((*breakdowns.DIVIDED, *conclusions.DIVIDED, *recurrences.DIVIDED))
"""With what the ids of a figure's parts begin, one for each unit, word, month …"""
