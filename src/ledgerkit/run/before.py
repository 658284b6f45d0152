"""What the last period's record says: every alert's level, to tell what has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ledgerkit.model.period import Period
from ledgerkit.run.store import read_record

_NAMED = ("ledger", "key", "level")


def levels_before(results: Path, period: Period) -> Mapping[tuple[str, str], str] | None:
    """(ledger, key) → level of the alerts at the end of the period before; None without a record.

    A quarter or year that has no record of its own ended as its last month did.
    """
    before = period.before
    record = read_record(results / str(before)) or read_record(results / str(before.months[-1]))
    alerts = record.get("alerts") if record else None
    if not isinstance(alerts, list):
        return None
    told = [alert for alert in alerts if isinstance(alert, dict) and alert.keys() >= {*_NAMED}]
    return {
        (ledger, key): level
        for ledger, key, level in ([str(alert[name]) for name in _NAMED] for alert in told)
    }
