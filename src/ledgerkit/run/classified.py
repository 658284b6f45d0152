"""What is marked 秘密, 机密 or 绝密 is in no document (docs/domain.md#data-protection)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from ledgerkit.findings.messages import finding
from ledgerkit.model.classification import marking
from ledgerkit.model.document import Letter
from ledgerkit.model.finding import Finding
from ledgerkit.model.place import Origin, Place
from ledgerkit.model.register import Entry
from ledgerkit.papers.redaction import texts
from ledgerkit.rules.run import Run

NAMED = 3
"""So many rows are named; the others are marked in 退回修改 and stand on 待改问题."""


class _Item(Protocol):
    @property
    def entry(self) -> Entry: ...


ItemT = TypeVar("ItemT", bound=_Item)


def secret_rows(run: Run) -> tuple[Origin, ...]:
    """The marked rows that stand in the registers, in their order."""
    secret = frozenset[Origin]().union(*(submission.secret for submission in run.submissions))
    if not secret:
        return ()
    registers = run.register.entries.values()
    origins = (entry.row.origin for entries in registers for entry in entries.values())
    return tuple(origin for origin in origins if origin in secret)


def without(run: Run, rows: Iterable[Origin]) -> Run:
    """The run as documents may see it: no row, alert or proposal of these; the figures stay."""
    secret = frozenset(rows)
    if not secret:
        return run

    def public(items: Iterable[ItemT]) -> tuple[ItemT, ...]:
        return tuple(item for item in items if item.entry.row.origin not in secret)

    entries = {
        name: {key: entry for key, entry in register.items() if entry.row.origin not in secret}
        for name, register in run.register.entries.items()
    }
    outcome = run.outcome
    return replace(
        run,
        context=replace(run.context, register=replace(run.register, entries=entries)),
        outcome=replace(
            outcome,
            alerts=public(outcome.alerts),
            referrals=public(outcome.referrals),
            studies=public(outcome.studies),
            gaps=tuple(gap for gap in outcome.gaps if gap.row.origin not in secret),
        ),
    )


def rows_finding(rows: tuple[Origin, ...], folder: str) -> Iterator[Finding]:
    """How many rows no document tells, and the first of them; nothing where there are none."""
    if not rows:
        return
    named = "、".join(
        f"「{PurePosixPath(origin.path).name}」的「{origin.sheet}」第{origin.row}行"
        for origin in rows[:NAMED]
    )
    more = "等" if len(rows) > NAMED else ""
    yield finding(
        "secret-rows-withheld", Place(folder), count=str(len(rows)), rows=f"{named}{more}"
    )


def letter_finding(letter: Letter, folder: str) -> Finding | None:
    """Why a letter is not written: the first of its texts that is marked; None if none is."""
    for written in texts(letter):
        if mark := marking(written):
            return finding(
                "secret-letter-withheld", Place(folder), letter=letter.stem, mark=mark, text=written
            )
    return None
