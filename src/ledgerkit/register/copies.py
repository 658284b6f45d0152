"""Files that are one and the same, under several names or sent several times: by their SHA-256."""

from __future__ import annotations

from collections.abc import Sequence

from ledgerkit.model.submission import Submission
from ledgerkit.register.version import version


def copies(submissions: Sequence[Submission]) -> dict[str, str]:
    """Path of a copy → path of the file that it is: the first that was sent.

    Files in which the rows would be another's, because only the names tell whose they are, are
    compared row by row like any others.
    """
    same: dict[tuple[str, tuple[str, ...]], list[Submission]] = {}
    for submission in submissions:
        if submission.rows:
            owners = tuple(row.owner for row in submission.rows)
            same.setdefault((submission.raw.sha256, owners), []).append(submission)
    found = {}
    for alike in same.values():
        first, *others = sorted(alike, key=lambda one: (version(one), one.path))
        found.update({other.path: first.path for other in others})
    return found
