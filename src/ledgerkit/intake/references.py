"""Across ledgers and files: numbers that are named must stand somewhere, and agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, assert_never

from ledgerkit.findings.messages import finding_at, nearest, where_seen_from
from ledgerkit.intake.values.suggest import closest
from ledgerkit.model.columns import Column, CreditCode, Linked
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger, ledger_of
from ledgerkit.model.place import Place
from ledgerkit.model.references import NeededInLinked, NotBeforeReferenced, SameAsReferenced
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission
from ledgerkit.model.table import Table
from ledgerkit.office import Office
from ledgerkit.text import fold


def check_references(
    submissions: Sequence[Submission],
    office: Office,
    judged: Iterable[str],
    around: Sequence[Submission] = (),
) -> Iterator[Finding]:
    """Findings that need all files at once; ``judged`` names the ledgers whose rows are known.

    Links to a ledger that is not judged are left alone. Files ``around`` lend their rows but are
    not judged themselves.
    """
    links = _Links(_rows([*submissions, *around]), judged)
    two_names = list(_two_names(submissions, office))
    own = chain.from_iterable(submission.findings for submission in (*submissions, *around))
    doubted = {finding.place for finding in (*own, *two_names)}
    parks = {fold(park) for park in office.parks}
    for row in _rows(submissions):
        yield from _unknown_references(row, links)
        yield from _Comparison(row, links, parks, doubted).findings()
    yield from two_names


class _Links:
    """The rows of the judged ledgers by number, every version of each.

    What is asked of a ledger that is not judged has no answer: its numbers are all taken for known.
    """

    def __init__(self, rows: Iterable[Row], judged: Iterable[str]) -> None:
        self._rows: dict[str, dict[str, list[Row]]] = {name: {} for name in judged}
        self._linked: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
        for row in rows:
            ledger = ledger_of(row)
            own = self._rows.get(ledger.name)
            if own is None:
                continue
            if not row.provisional:
                own.setdefault(row.key, []).append(row)
            for column in ledger.references:
                for named in row.names(column):
                    self._linked[ledger.name, column.to().name, named].append(row)
        self._keys = cache(lambda name: tuple(self._rows.get(name, ())))

    def judges(self, ledger: type[Table]) -> bool:
        """Whether the rows of a ledger are known."""
        return ledger.name in self._rows

    def knows(self, ledger: type[Ledger], key: str) -> bool:
        """Whether a number stands in a ledger, or nobody can tell."""
        return ledger.name not in self._rows or key in self._rows[ledger.name]

    def keys(self, ledger: type[Ledger]) -> Sequence[str]:
        """The numbers of a ledger, in the order of the files."""
        return self._keys(ledger.name)

    def named(self, row: Row, column: Linked) -> Iterator[tuple[str, Sequence[Row]]]:
        """(number, its rows) of what a reference column names and is known."""
        known = self._rows.get(column.to().name, {})
        for key in row.names(column):
            if rows := known.get(key):
                yield key, rows

    def linked(self, row: Row, ledger: type[Table]) -> Sequence[Row]:
        """The rows of another ledger that refer to this one."""
        return self._linked.get((ledger.name, row.table.name, row.key), ())


def _rows(submissions: Sequence[Submission]) -> Iterator[Row]:
    return (row for submission in submissions for row in submission.rows)


def _unknown_references(row: Row, links: _Links) -> Iterator[Finding]:
    for column in ledger_of(row).references:
        for named in row.names(column):
            if links.knows(column.to(), named):
                continue
            yield finding_at(
                row,
                column,
                "reference-unknown",
                to=column.to().name,
                nearest=nearest(closest(named, links.keys(column.to()))),
                named=named,
            )


@dataclass(frozen=True)
class _Comparison:
    """One row beside those that it refers to and that refer to it.

    A cell that carries a finding of its own (``doubted``) is not compared: one cause, one finding.
    """

    row: Row
    links: _Links
    parks: Set[str]
    doubted: Set[Place]

    def findings(self) -> Iterator[Finding]:
        """The reference checks of the row's ledger; on one day one finding at most."""
        early: set[Column[Any]] = set()
        for check in ledger_of(self.row).reference_checks():
            match check:
                case NotBeforeReferenced(later=later):
                    found = [] if later in early else list(self._not_before(check))
                    early |= {later} if found else set()
                    yield from found
                case SameAsReferenced():
                    yield from self._same(check)
                case NeededInLinked():
                    yield from self._needed(check)
                case _:
                    assert_never(check)

    def _not_before(self, check: NotBeforeReferenced) -> Iterator[Finding]:
        row = self.row
        later = row[check.later]
        if later is None or (check.only and row[check.only[0]] != check.only[1]):
            return
        for named, others in self._others(check.later, check.via, check.earlier):
            earlier, other = min(
                ((other[check.earlier] or later, other) for other in others),
                key=lambda pair: pair[0],
            )
            if later < earlier:
                yield _against(
                    row,
                    check.later,
                    "date-before-referenced",
                    other.place(check.earlier),
                    named=named,
                    earlier=check.earlier.name,
                    day=earlier.isoformat(),
                )

    def _same(self, check: SameAsReferenced) -> Iterator[Finding]:
        """A park in one place and a firm of it in the other do not contradict each other."""
        row, parks = self.row, self.parks
        own = {fold(name) for name in row.names(check.column)}
        if not own or own & parks:
            return
        for named, others in self._others(check.column, check.via, check.other):
            values = {fold(name) for other in others for name in other.names(check.other)}
            if not values & (own | parks):
                yield _against(
                    row,
                    check.column,
                    "referenced-differs",
                    others[0].place(check.other),
                    named=named,
                    other_column=check.other.name,
                    value=others[0].text(check.other),
                )

    def _others(
        self, column: Column[Any], via: Linked, theirs: Column[Any]
    ) -> Iterator[tuple[str, list[Row]]]:
        """The rows that ``via`` names by number, where their cell and our own can be relied on."""
        if self.row.place(column) in self.doubted:
            return
        for named, rows in self.links.named(self.row, via):
            known = [other for other in rows if other[theirs] is not None]
            if known and not any(other.place(theirs) in self.doubted for other in known):
                yield named, known

    def _needed(self, check: NeededInLinked) -> Iterator[Finding]:
        row, ledger = self.row, check.columns[0].table
        known = self.links.judges(ledger)
        if row[check.when] not in check.words or row.provisional or not known:
            return
        if not any(_has(other, check.columns) for other in self.links.linked(row, ledger)):
            yield finding_at(
                row,
                check.when,
                "linked-row-missing",
                ledger=ledger.name,
                named=row.key,
                columns="和".join(f"“{column.name}”" for column in check.columns),
            )


def _has(row: Row, columns: Sequence[Column[Any]]) -> bool:
    return all(row[column] is not None or row.could_not_be_read(column) for column in columns)


def _two_names(submissions: Sequence[Submission], office: Office) -> Iterator[Finding]:
    """One 统一社会信用代码 under two firm names: the later row is asked about.

    A former name of 名录 is read as the firm's name, so it is no second one.
    """
    names: dict[str, tuple[str, Place | None]] = {
        firm.code: (firm.name, None) for firm in office.firms if firm.code
    }
    for row in _rows(submissions):
        subject = ledger_of(row).subject
        code = next((own for own in row.table.columns if isinstance(own, CreditCode)), None)
        if not code or not subject or not row[code] or not row[subject]:
            continue
        own = row.place(subject)
        name, place = names.setdefault(row.text(code), (row.text(subject), own))
        if fold(name) == fold(row.text(subject)):
            continue
        if place is None:
            yield finding_at(row, subject, "firm-two-names", other="名录", name=name)
        else:
            yield _against(row, subject, "firm-two-names", place, name=name)


def _against(row: Row, column: Column[Any], code: str, other: Place, **facts: str) -> Finding:
    """A finding across two rows: it names both."""
    words = where_seen_from(other, row.place(column))
    return finding_at(row, column, code, related=(other,), facts=facts.items(), other=words)
