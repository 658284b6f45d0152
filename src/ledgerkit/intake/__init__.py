"""What arrives, until it is rows with values.

In comes the path of a received file; out goes a ``Submission``: typed rows with the address of each
cell, and the findings on them. ``run/`` calls it; it knows no other file, except in
``references``, which judges the numbers that name rows of other files.
"""
