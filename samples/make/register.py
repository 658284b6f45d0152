"""The story's bookkeeping: items, and the numbers that they get."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from samples.make.district import PARTIES
from samples.make.items import Item


@dataclass
class Register:
    """All items, in the order in which they were told."""

    items: list[Item] = field(default_factory=list)
    _numbers: Counter[str] = field(default_factory=Counter)

    def add(
        self, ledger: str, prefix: str, owner: str, born: dt.date, settled: dt.date | None
    ) -> Item:
        """A new item with the next free number of its prefix, owner and month."""
        stem = f"{prefix}-{PARTIES[owner].short}-{born:%Y%m}"
        self._numbers[stem] += 1
        item = Item(ledger, f"{stem}-{self._numbers[stem]:03d}", owner, born, settled)
        self.items.append(item)
        return item
