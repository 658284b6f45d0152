"""What follows from what stands: alerts, duties, filings, gaps, proposals and figures.

In come the register, the submissions, the office and a day; out goes an ``Outcome`` for a month, a
quarter or a year. ``run`` calls it; it knows no file and words no finding.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledgers
from ledgerkit.model.outcome import Outcome
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.register import Register
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office
from ledgerkit.rules.alert_changes import Levels, compared, ended
from ledgerkit.rules.alerts import alerts
from ledgerkit.rules.context import World
from ledgerkit.rules.duties import duties
from ledgerkit.rules.filings import arrears, filings
from ledgerkit.rules.forecast import forecast
from ledgerkit.rules.gaps import gaps
from ledgerkit.rules.indicators.conclusions import of_findings
from ledgerkit.rules.indicators.period import indicators
from ledgerkit.rules.open_items import Unsettled, unsettled
from ledgerkit.rules.proposals import referrals, visits
from ledgerkit.rules.studies import studies

__all__ = ["Unsettled", "conclude", "unknown_years", "unsettled", "with_findings"]


def conclude(
    register: Register,
    submissions: Sequence[Submission],
    office: Office,
    ledgers: Ledgers,
    month: Month,
    as_of: dt.date,
    before: Levels | None = None,
    cycle: Cycle = Cycle.MONTH,
) -> Outcome:
    """What the rules conclude for ``month`` as it stands at the end of the day ``as_of``, or for
    the quarter or year that ``month`` is the last of.

    ``before`` holds the alerts of the last period's record, None where there is none.
    """
    world = World(register, office, ledgers, as_of)
    period = Period.holding(month, cycle)
    months = _counted(period, submissions, as_of)
    raised = tuple(compared(alerts(world, ledgers), before, office.ladder))
    owed = duties(world, ledgers, submissions, months)
    filed = tuple(
        filing
        for one in months
        for filing in filings(register, submissions, office, ledgers, one, as_of)
    )
    referred = referrals(world, months[-1])
    outcome = Outcome(
        month,
        as_of,
        raised,
        owed,
        filed,
        gaps(world, ledgers),
        (),
        ended=ended(world, ledgers, raised, before),
        arrears=arrears(register, submissions, office, ledgers, months[0], as_of),
        forecast=forecast(office, owed, as_of),
        visits=visits(world, months[-1]),
        referrals=referred,
        studies=studies(world, raised, referred),
    )
    return replace(outcome, indicators=indicators(world, ledgers, outcome, period))


def _counted(
    period: Period, submissions: Sequence[Submission], as_of: dt.date
) -> tuple[Month, ...]:
    """The months of a period for which duties and workbooks were owed: those that have begun, from
    the first for which anybody sent anything.
    """
    first = min((one.month for one in submissions if one.month), default=period.months[0])
    months = tuple(one for one in period.months if first <= one and one.first <= as_of)
    return months or period.months[:1]


def with_findings(outcome: Outcome, findings: Iterable[Finding]) -> Outcome:
    """The outcome with the figures of what is still to be mended."""
    return replace(outcome, indicators=(*outcome.indicators, *of_findings(findings, outcome.gaps)))


def unknown_years(outcome: Outcome, office: Office) -> tuple[int, ...]:
    """The years whose holidays are unknown though an alert or the as-of day lies in them."""
    days = {outcome.as_of, *(alert.due for alert in outcome.alerts)}
    return tuple(sorted({day.year for day in days if not office.calendar.knows(day)}))
