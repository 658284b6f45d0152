"""What last month's record says: the level of every alert, to tell what has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ledgerkit.store import read_record

_NAMED = ("ledger", "key", "level")


def levels_before(folder: Path) -> Mapping[tuple[str, str], str] | None:
    """(ledger, key) → level of the alerts in a results folder; None without a readable record."""
    record = read_record(folder)
    alerts = record.get("alerts") if record else None
    if not isinstance(alerts, list):
        return None
    told = [alert for alert in alerts if isinstance(alert, dict) and alert.keys() >= {*_NAMED}]
    return {
        (ledger, key): level
        for ledger, key, level in ([str(alert[name]) for name in _NAMED] for alert in told)
    }
