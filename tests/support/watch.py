"""How long each file takes and how much its worker holds, for tests of time and memory."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass
class Stopwatch:
    """A progress that times the pieces of one stage: with one job they come one after another."""

    of: str = "读取并检查"
    _running: bool = False
    _at: list[float] = field(default_factory=list)

    def stage(self, name: str, total: int) -> None:
        self._running = name == self.of
        if self._running:
            self._at = [time.monotonic()]

    def advance(self) -> None:
        if self._running:
            self._at.append(time.monotonic())

    @property
    def seconds(self) -> list[float]:
        return [after - before for before, after in pairwise(self._at)]


def children_peak() -> int:
    """Bytes that the largest ended child process held at once; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most if sys.platform == "darwin" else most << 10
