"""Registers and conclusions as pandas frames, for analysts and their scripts.

In come a ``Run`` and the name of a ledger or list; out goes a frame with typed columns and where
each row came from. ``MonthReport.frame`` and ``run.export`` call it; pandas and pyarrow are
imported here and nowhere else.
"""

from __future__ import annotations

import pandas as pd

from ledgerkit.model.errors import LedgerkitError
from ledgerkit.rules.run import Run
from ledgerkit.run.frames.lists import LISTS
from ledgerkit.run.frames.registers import frame

__all__ = ["FrameUnknown", "frame", "names", "of_run"]


class FrameUnknown(LedgerkitError, KeyError):
    """No ledger and no list has this name."""

    wording = "没有“{}”,可选:{}。请改正写法。"


def names(run: Run) -> tuple[str, ...]:
    """Everything that can be asked for: the ledgers, then the lists of 总表."""
    return (*run.ledgers, *LISTS)


def of_run(run: Run, name: str) -> pd.DataFrame:
    """A ledger or a list of a run; FrameUnknown with the names that there are."""
    if name in run.ledgers:
        return frame(run.ledgers[name], run.register.entries[name].values())
    if name in LISTS:
        return LISTS[name](run)
    raise FrameUnknown(name, "、".join(names(run)))
