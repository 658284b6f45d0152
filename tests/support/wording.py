"""What a finding says, taken from the catalogue: a test that is told which finding needs no words.

How each is worded is held by tests/findings/test_wordings.py alone.
"""

from __future__ import annotations

from ledgerkit.findings.messages import finding
from ledgerkit.model.place import Place
from ledgerkit.model.row import Cell


def says(code: str, typed: Cell = None, **facts: str) -> str:
    """What follows the place in the message of a finding at a cell in which this was typed."""
    cell = Place("", "", "A1")
    return finding(code, cell, typed=typed, facts=facts.items()).message.partition(":")[2]


def says_of_file(code: str, **facts: str) -> str:
    """What follows the file's name in the message of a finding on a whole file."""
    return finding(code, Place(""), facts=facts.items()).message.partition(":")[2]
