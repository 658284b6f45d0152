"""What a job gives back: the record, what was written, and the rows as pandas frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ledgerkit.findings.by_file import FindingsByFile
from ledgerkit.model.finding import Finding, Severity
from ledgerkit.model.register import Fate, Register
from ledgerkit.model.repair import Repair
from ledgerkit.rules.run import Run
from ledgerkit.run.store import Stored

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True)
class CheckReport:
    """What ``check`` found: ``record`` is what --json prints, ``copies`` what was written."""

    record: Mapping[str, object]
    findings: FindingsByFile
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

    def __repr__(self) -> str:
        return (
            f"CheckReport(files={len(self.findings)}, rows={self.rows}, "
            f"must={self.must}, look={self.look})"
        )

    def _repr_html_(self) -> str:
        """The findings as a notebook shows them."""
        from ledgerkit.run.notebook import of_check

        return of_check(self)


@dataclass(frozen=True)
class MonthReport:
    """What ``month`` did: the run, its record, and the files in ``folder``."""

    run: Run
    record: Mapping[str, object]
    folder: Path
    stored: Sequence[Stored]
    notices: Sequence[Finding]
    """What the office itself should see to: of 名录, its folder, its machine, its documents."""

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
        fates = [each for _, fates in self.run.register.fates for each in fates]
        return len(fates) if fate is None else fates.count(fate)

    def frame(self, name: str) -> pandas.DataFrame:
        """A ledger or a list of 总表 as a frame.

        A ledger has one line a key, with the columns as declared; the lists are 预警清单, 履职情况,
        报送情况, 待改问题, 变更 and 指标来源. Days are datetime64, counts Int64, yes and no
        boolean, all else text, several names joined by 、. 归属单位, 来源文件, 来源表, 来源行 and
        单元格 follow.

        Args:
            name: A ledger or one of these lists.

        Returns:
            A frame of its own each time.

        Raises:
            FrameUnknown: There is no such ledger or list; the text names those that there are.
        """
        from ledgerkit.run.frames import of_run

        return of_run(self.run, name)

    def __repr__(self) -> str:
        return (
            f"MonthReport({self.run.period}, as_of={self.run.as_of}, "
            f"files={len(self.run.submissions)}, rows={self.rows()}, must={self.must}, "
            f"look={self.look}, alerts={len(self.run.outcome.alerts)}, "
            f"folder={self.folder.as_posix()!r})"
        )

    def _repr_html_(self) -> str:
        """The counts, the alerts and the files written as a notebook shows them."""
        from ledgerkit.run.notebook import of_month

        return of_month(self)


def _count(findings: FindingsByFile, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings.open)
