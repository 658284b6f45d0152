"""What follows from what stands: alerts, duties, filings, gaps, proposals and figures.

In come a ``RegisterContext`` (register, office, ledgers and a day), the submissions and what is
found so far; out goes an ``Outcome`` for a month, a quarter or a year. ``run`` calls it; it knows
no file and words no finding.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ledgerkit.model.deadline import Gap
from ledgerkit.model.finding import Finding
from ledgerkit.model.outcome import Outcome
from ledgerkit.model.period import Month, Period
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office
from ledgerkit.rules.alert_changes import Levels, compared, ended
from ledgerkit.rules.alerts import alerts
from ledgerkit.rules.context import RegisterContext
from ledgerkit.rules.duties import duties
from ledgerkit.rules.filings import arrears, filings
from ledgerkit.rules.forecast import forecast
from ledgerkit.rules.gaps import gaps
from ledgerkit.rules.indicators import conclusions, indicators
from ledgerkit.rules.open_items import OpenItems, open_items
from ledgerkit.rules.proposals import referrals, visits
from ledgerkit.rules.studies import studies

__all__ = ["OpenItems", "RegisterContext", "conclude", "gaps", "open_items", "unknown_years"]


def conclude(
    context: RegisterContext,
    submissions: Sequence[Submission],
    period: Period,
    lacking: Sequence[Gap],
    findings: Sequence[Finding],
    before: Levels | None = None,
) -> Outcome:
    """What the rules conclude for a month, quarter or year, as it stands when the as-of day ends.

    ``lacking`` are the ``gaps`` of the context and ``findings`` those that are open, gaps among
    them; ``before`` holds the alerts of the last period's record, None where there is none.
    """
    office, as_of = context.office, context.as_of
    months = _counted(period, submissions, as_of)
    raised = tuple(compared(alerts(context), before, office.ladder))
    gone = ended(context, raised, before)
    owed = duties(context, submissions, months)
    filed = tuple(filing for month in months for filing in filings(context, submissions, month))
    visited = visits(context, months[-1])
    referred = referrals(context, months[-1])
    studied = studies(context, raised, referred)
    concluded = (
        *conclusions.of_alerts(raised, office.ladder),
        *conclusions.of_changes(raised, gone, period.cycle.last),
        *conclusions.of_duties(owed, context.ledgers, period),
        *conclusions.of_filings(filed),
        *conclusions.of_proposals(visited, referred, studied),
    )
    return Outcome(
        period.months[-1],
        as_of,
        alerts=raised,
        duties=owed,
        filings=filed,
        gaps=tuple(lacking),
        indicators=(
            *indicators(context, period, raised, concluded),
            *conclusions.of_findings(findings, lacking),
        ),
        ended=gone,
        arrears=arrears(context, submissions, months[0]),
        forecast=forecast(office, owed, as_of),
        visits=visited,
        referrals=referred,
        studies=studied,
    )


def _counted(
    period: Period, submissions: Sequence[Submission], as_of: dt.date
) -> tuple[Month, ...]:
    """The months of a period for which duties and workbooks were owed: those that have begun, from
    the first for which anybody sent anything.
    """
    first = min(
        (submission.month for submission in submissions if submission.month),
        default=period.months[0],
    )
    months = tuple(month for month in period.months if first <= month and month.first <= as_of)
    return months or period.months[:1]


def unknown_years(outcome: Outcome, office: Office) -> tuple[int, ...]:
    """The years whose holidays are unknown though an alert or the as-of day lies in them."""
    days = {outcome.as_of, *(alert.due for alert in outcome.alerts)}
    return tuple(sorted({day.year for day in days if not office.calendar.knows(day)}))
