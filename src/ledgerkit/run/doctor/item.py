"""One thing of a machine, and how it stands with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How it stands with one thing."""

    GOOD = "正常"
    ADVICE = "建议"
    """Something is missing that only part of the work needs."""
    LACKING = "缺少"


@dataclass(frozen=True)
class Item:
    """One thing of the machine: how it is, and what to do about it, "" for nothing."""

    name: str
    state: State
    found: str
    remedy: str = ""
