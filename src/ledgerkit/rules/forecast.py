"""Which duties are likely to be missed: still undone when their period is nearly over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ledgerkit.model.outcome import Duty, DutyState, Forecast
from ledgerkit.office import Office

DAYS_AHEAD = "履职提前提示工作日"


def forecast(office: Office, duties: Sequence[Duty], as_of: dt.date) -> tuple[Forecast, ...]:
    """The duties that warn, still 进行中 with fewer working days left than 文书设置 says."""
    ahead = office.days_setting(DAYS_AHEAD) or 0
    left = [(duty, office.calendar.between(as_of, duty.period.last)) for duty in duties]
    return tuple(
        Forecast(duty, days)
        for duty, days in left
        if duty.warns and duty.state is DutyState.RUNNING and days < ahead
    )
