"""Rules: from the register and the office to alerts, duties, filings, gaps and figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from ledgerkit.model.ledger import Ledger
from ledgerkit.model.outcome import Outcome
from ledgerkit.model.period import Month
from ledgerkit.model.register import Register
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office
from ledgerkit.rules.duties import duties
from ledgerkit.rules.filings import filings
from ledgerkit.rules.gaps import gaps
from ledgerkit.rules.indicators import indicators
from ledgerkit.rules.ladder import alerts
from ledgerkit.rules.world import World


def run(
    register: Register,
    submissions: Sequence[Submission],
    office: Office,
    ledgers: Mapping[str, Ledger],
    month: Month,
    as_of: dt.date,
) -> Outcome:
    """What the rules conclude for ``month`` as it stands at the end of the day ``as_of``."""
    world = World(register, office, ledgers, as_of)
    raised = alerts(world, ledgers)
    owed = duties(world, ledgers, submissions, month)
    filed = filings(register, submissions, office, ledgers, month, as_of)
    return Outcome(
        month,
        as_of,
        raised,
        owed,
        filed,
        gaps(world, ledgers),
        indicators(world, ledgers, month, raised, owed, filed),
    )


def unknown_years(outcome: Outcome, office: Office) -> tuple[int, ...]:
    """The years whose holidays are unknown though an alert or the as-of day lies in them."""
    days = {outcome.as_of, *(alert.due for alert in outcome.alerts)}
    return tuple(sorted({day.year for day in days if not office.calendar.knows(day)}))
