"""ledgerkit: workbooks of an office in, findings, registers, alerts and Word documents out.

In come an office folder, or files, and the day as of which is reckoned; out go reports, which hold
the record, the findings and every register as a pandas frame. Any program may call what this module
gives, and nothing below it (docs/contract.md#in-python).
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledgerkit.run.report import CheckReport, MonthReport

__version__ = "0.1.0"


def check(path: str | Path, office: str | Path | None = None) -> CheckReport:
    """Check one workbook or a folder of them; ``office`` is the office folder to judge it by."""
    from ledgerkit.run.check import run_check

    return run_check([Path(path)], Path(office) if office else None)


def month(dir: str | Path, month: str, as_of: str | dt.date) -> MonthReport:
    """Run a month (“2026-10”) on an office folder as of a day; results go to 结果/MONTH."""
    from ledgerkit.model.period import Month
    from ledgerkit.run.month import run_month

    day = as_of if isinstance(as_of, dt.date) else dt.date.fromisoformat(as_of)
    return run_month(Path(dir), Month.parse(month), day)
