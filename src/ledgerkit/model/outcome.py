"""What the rules conclude: alerts, duties, filings, gaps and figures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from ledgerkit.model.deadline import Gap
from ledgerkit.model.period import Month, Period
from ledgerkit.model.register import Entry


@dataclass(frozen=True, slots=True)
class Step:
    """A rung of 预警阶梯, reached ``start`` working days late (negative: before the due day)."""

    level: str
    start: int
    copied: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """A step that an item has reached: since which day, and for how many working days it stayed."""

    step: Step
    since: dt.date
    days: int


class Change(StrEnum):
    """How an alert stands against the last period's record (较上月, 较上季度)."""

    NEW = "新增"
    CLIMBED = "升级"
    EASED = "降级"
    SAME = "不变"


@dataclass(frozen=True, slots=True)
class Alert:
    """An item that is late or nearly so; ``step`` is the highest rung that it has reached.

    ``days_late`` counts working days (docs/domain.md#the-clock); ``reckoning`` says how ``due``
    came about; ``provisional`` marks a due day reckoned by weekends only, past the known calendar.
    ``climb`` holds every rung reached, the present one last; ``change`` is None where nothing
    compares.
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
    climb: tuple[Rung, ...] = ()
    change: Change | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """Everyone who must act."""
        return tuple(filter(None, (name.strip() for name in self.unit.split("、"))))

    @property
    def since(self) -> dt.date | None:
        """The day on which the item reached its present step."""
        return self.climb[-1].since if self.climb else None


class Ending(StrEnum):
    """Why an item that alerted at the end of the last period does so no more."""

    SETTLED = "已了结"
    PUT_OFF = "未到提醒"
    COVERED = "并入问题"
    GONE = "已无此号"


@dataclass(frozen=True, slots=True)
class Ended:
    """An alert of the last period's record that is none now; ``entry`` None if its row is gone."""

    ledger: str
    key: str
    level: str
    entry: Entry | None
    ending: Ending


class DutyState(StrEnum):
    """How a duty stands at the as-of day."""

    DONE = "完成"
    RUNNING = "进行中"
    SHORT = "不足"
    ZERO = "零报告"
    MISSING = "未报送"


UNFULFILLED = (DutyState.SHORT, DutyState.ZERO, DutyState.MISSING)
"""A duty whose period is over and that nobody fulfilled."""


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
    """A figure of the report and the keys of the rows that make it up.

    ``of`` names the word, unit or point to which the figure is confined, "" for one of the whole.
    """

    id: str
    name: str
    value: int | float | str
    rows: tuple[str, ...]
    of: str = ""


@dataclass(frozen=True, slots=True)
class Forecast:
    """A duty that is likely to be missed: so many working days are left of its period."""

    duty: Duty
    left: int


@dataclass(frozen=True, slots=True)
class Visit:
    """A firm to be visited next (policy 二.1), and why in words; ``open`` are its open problems."""

    firm: str
    park: str
    point: str
    last: dt.date | None
    open: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Referral:
    """A demand to be brought before a 专题联席会议 (policy 一.3, 一.4), and why in words."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class Study:
    """A matter for the 研判会 (policy 三.3), and why in words; ``alert`` is its own, if any."""

    entry: Entry
    reasons: tuple[str, ...]
    alert: Alert | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that the rules found for one month, quarter or year at one as-of day."""

    month: Month
    as_of: dt.date
    alerts: tuple[Alert, ...]
    duties: tuple[Duty, ...]
    filings: tuple[Filing, ...]
    gaps: tuple[Gap, ...]
    indicators: tuple[Indicator, ...]
    ended: tuple[Ended, ...] | None = None
    """The last period's alerts that are none any more; None where it has no record."""
    arrears: tuple[Filing, ...] = ()
    """What is still owed for the month before."""
    forecast: tuple[Forecast, ...] = ()
    visits: tuple[Visit, ...] = ()
    """Whom to visit next, the most pressing first."""
    referrals: tuple[Referral, ...] = ()
    studies: tuple[Study, ...] = ()
    """What should come before the 研判会, the most pressing first."""
