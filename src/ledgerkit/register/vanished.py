"""Rows that a later submission of the same owner, ledger and month no longer holds.

They stay in the register: a row is taken out by a person, never by its absence. False alarms are
kept out: what is sent for another month says nothing of this one's rows (a monthly ledger holds new
rows only, a cumulative one is compared within its month); a file that repeats less than half of an
earlier one's rows is a supplement and no new version of it, unless it says 本月无.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ledgerkit.model.register import Entry, Rulings, Vanished
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission
from ledgerkit.register.compare import claim
from ledgerkit.register.version import WhenSent, when_sent


@dataclass(frozen=True)
class _Sending:
    """What one owner said of one ledger in one submission: its rows by key."""

    submission: Submission
    rows: Mapping[str, Row]

    @property
    def sent(self) -> WhenSent:
        return when_sent(self.submission)

    def replaces(self, earlier: _Sending) -> bool:
        """Whether this was sent to take the earlier one's place."""
        if self.submission.month != earlier.submission.month or self.sent <= earlier.sent:
            return False
        shared = len(self.rows.keys() & earlier.rows.keys())
        return not self.rows or shared * 2 >= len(earlier.rows)


def vanished(
    submissions: Sequence[Submission],
    entries: Mapping[str, Mapping[str, Entry]],
    rulings: Rulings,
) -> Iterator[Vanished]:
    """The rows that stand and were left out later, by ledger, owner and key."""
    for (ledger, owner), sendings in sorted(_sendings(submissions).items()):
        sendings.sort(key=lambda sending: (sending.sent, sending.submission.path))
        last = {key: sending for sending in sendings for key in sending.rows}
        later = {
            id(sending): next((new for new in reversed(sendings) if new.replaces(sending)), None)
            for sending in last.values()
            if sending.submission.month
        }
        for key, sending in sorted(last.items()):
            without = later.get(id(sending))
            entry = entries[ledger].get(key)
            if without and entry and entry.owner == owner:
                row = sending.rows[key]
                about = claim(key, row)
                kept = rulings.get(about.unordered) == about.first
                yield Vanished(key, row, without.submission, about, ruled=kept)


def _sendings(submissions: Sequence[Submission]) -> dict[tuple[str, str], list[_Sending]]:
    found: dict[tuple[str, str], list[_Sending]] = defaultdict(list)
    for submission in submissions:
        rows: dict[tuple[str, str], dict[str, Row]] = defaultdict(dict)
        for row in submission.rows:
            if row.owner:
                rows[row.table.name, row.owner].setdefault(row.key, row)
        if submission.nothing and not submission.rows and submission.unit:
            rows = defaultdict(dict, {(name, submission.unit): {} for name in submission.ledgers})
        for named, own in rows.items():
            found[named].append(_Sending(submission, own))
    return found
