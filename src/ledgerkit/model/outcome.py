"""What the rules conclude: alerts, duties, filings, gaps and figures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from ledgerkit.model.clock import Gap
from ledgerkit.model.period import Month, Period
from ledgerkit.model.register import Entry


@dataclass(frozen=True, slots=True)
class Step:
    """A rung of 预警阶梯, reached ``start`` working days late (negative: before the due day)."""

    level: str
    start: int
    copied: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """An item that is late or nearly so; ``step`` is the highest rung that it has reached.

    ``days_late`` counts working days (DOMAIN 4); ``reckoning`` says how ``due`` came about;
    ``provisional`` marks a due day reckoned by weekends only, past the known calendar.
    """

    entry: Entry
    matter: str
    unit: str
    step: Step
    started: dt.date
    due: dt.date
    days_late: int
    reckoning: str
    provisional: bool = False


class DutyState(StrEnum):
    """How a duty stands at the as-of day."""

    DONE = "完成"
    RUNNING = "进行中"
    SHORT = "不足"
    ZERO = "零报告"
    MISSING = "未报送"


@dataclass(frozen=True, slots=True)
class Duty:
    """What one unit or point owed in one period, and what it did; ``rows`` are the keys counted."""

    duty: str
    who: str
    period: Period
    required: int
    done: int
    state: DutyState
    warns: bool
    rows: tuple[str, ...]


class FilingState(StrEnum):
    """Whether a unit's workbook for a month came (报送情况)."""

    FILED = "已报"
    LATE = "迟报"
    ZERO = "零报告"
    MISSING = "未报"
    PENDING = "未到期"
    RETURNED = "退回"


@dataclass(frozen=True, slots=True)
class Filing:
    """One unit or point × ledger × month; ``path`` is the file that counts, "" if none came."""

    ledger: str
    who: str
    month: Month
    due: dt.date
    state: FilingState
    sent: dt.date | None
    path: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure of the report and the keys of the rows that make it up."""

    id: str
    name: str
    value: int | float | str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that the rules found for one month at one as-of day."""

    month: Month
    as_of: dt.date
    alerts: tuple[Alert, ...]
    duties: tuple[Duty, ...]
    filings: tuple[Filing, ...]
    gaps: tuple[Gap, ...]
    indicators: tuple[Indicator, ...]
