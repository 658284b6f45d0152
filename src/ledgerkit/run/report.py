"""What a job gives back: the record, what was written, and the rows as pandas frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ledgerkit.model.finding import Finding, Severity, unsettled
from ledgerkit.model.register import Fate, Register
from ledgerkit.model.repair import Repair
from ledgerkit.rules.run import Run
from ledgerkit.run.examine import Findings
from ledgerkit.run.store import Stored

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True)
class CheckReport:
    """What ``check`` found: ``record`` is what --json prints, ``copies`` what was written."""

    record: Mapping[str, object]
    findings: Findings
    register: Register
    copies: Sequence[Stored] = ()
    repairs: Mapping[str, Sequence[Repair]] = field(default_factory=dict)
    """What was put in order while reading, by path; files without any are absent."""

    @property
    def must(self) -> int:
        """How many findings are 必须改."""
        return _count(self.findings, Severity.MUST)

    @property
    def look(self) -> int:
        """How many findings are 请核对."""
        return _count(self.findings, Severity.LOOK)

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return sum(len(fates) for _, fates in self.register.fates)


@dataclass(frozen=True)
class MonthReport:
    """What ``month`` did: the run, its record, and the files in ``folder``."""

    run: Run
    record: Mapping[str, object]
    folder: Path
    stored: Sequence[Stored]

    @property
    def must(self) -> int:
        """How many findings that still count are 必须改."""
        return _count(self.run.findings, Severity.MUST)

    @property
    def look(self) -> int:
        """How many findings that still count are 请核对."""
        return _count(self.run.findings, Severity.LOOK)

    def rows(self, fate: Fate | None = None) -> int:
        """How many rows were read, or had this fate."""
        fates = [one for _, own in self.run.register.fates for one in own]
        return len(fates) if fate is None else fates.count(fate)

    def frame(self, name: str) -> pandas.DataFrame:
        """The rows that stand in a ledger, one line a key, with the columns as declared; or a list
        of 总表: 预警清单, 履职情况, 报送情况, 待改问题, 变更, 指标来源.

        Days are datetime64, counts Int64, yes and no boolean, all else text, several names joined
        by 、. 归属单位, 来源文件, 来源表, 来源行 and 单元格 follow. KeyError with the names that
        there are for any other.
        """
        from ledgerkit.run.frames import of_run

        return of_run(self.run, name)


def _count(findings: Mapping[str, Sequence[Finding]], severity: Severity) -> int:
    said = unsettled(chain.from_iterable(findings.values()))
    return sum(finding.severity is severity for finding in said)
