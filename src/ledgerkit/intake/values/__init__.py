"""From what was typed to values, and the findings on one file alone.

In comes a ``RawFile``; out goes a ``Submission``: rows with values, an owner and a key each, the
findings, and what was put in order with certainty. ``intake`` calls it, and ``run`` where it reads
名录.xlsx or a single cell; it knows no other file.
"""
