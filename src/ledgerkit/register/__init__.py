"""Merging without loss: which row stands for each key, and what became of all the others.

In come the submissions and the office's rulings; out goes a ``Register``: an entry for each key, a
fate for each row, changes and conflicts. ``run`` calls it; it opens no file and knows no limits.

docs/contract.md#the-same-key-again: all equal but 序号 → identical; same owner → the later
submission supersedes; otherwise a conflict, in which the first by path and row stands and the
others return, unless the office has ruled for one of them. A ruling holds for two rows that say
exactly what they said when it was made, in whatever file they come; a row that says something else
opens the conflict again. Whatever is ruled, rows read = merged + returned + identical + superseded.

A file that is the same as another byte by byte, under whatever name, is that other again: it counts
as sent when the first of them was, so that an old file sent once more overtakes nothing.
"""

from ledgerkit.register.findings import findings
from ledgerkit.register.merging import merge

__all__ = ["findings", "merge"]
