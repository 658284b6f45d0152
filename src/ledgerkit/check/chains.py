"""References across ledgers and files: every number that is named must stand somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ledgerkit.check.suggest import closest
from ledgerkit.messages import finding, nearest
from ledgerkit.model.columns import CreditCode
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office
from ledgerkit.text import fold


def check_chains(
    submissions: Sequence[Submission],
    office: Office,
    judged: Iterable[str],
    around: Sequence[Submission] = (),
) -> Iterator[Finding]:
    """Findings that need all files at once; ``judged`` names the ledgers whose numbers are known.

    A reference to a ledger that is not judged is left alone. Files ``around`` lend their numbers
    but are not judged themselves.
    """
    keys: dict[str, dict[str, None]] = {name: {} for name in judged}
    for row in _rows([*submissions, *around]):
        if row.table.name in keys and not row.provisional:
            keys[row.table.name][row.key] = None
    candidates = {name: tuple(known) for name, known in keys.items()}
    for row in _rows(submissions):
        yield from _unknown_references(row, keys, candidates)
    yield from _two_names(submissions, office)


def _rows(submissions: Sequence[Submission]) -> Iterator[Row]:
    return (row for submission in submissions for row in submission.rows)


def _unknown_references(
    row: Row, keys: Mapping[str, Mapping[str, None]], candidates: Mapping[str, tuple[str, ...]]
) -> Iterator[Finding]:
    assert isinstance(row.table, Ledger)
    for column in row.table.references:
        if column.to not in keys:
            continue
        for named in row.names(column.name):
            if named in keys[column.to]:
                continue
            yield finding(
                "reference-unknown",
                row.place(column.name),
                column=column.name,
                typed=row.raw.typed(column.name),
                key=row.key,
                row=row.origin.row,
                to=column.to,
                nearest=nearest(closest(named, candidates[column.to])),
                named=named,
            )


def _two_names(submissions: Sequence[Submission], office: Office) -> Iterator[Finding]:
    """One 统一社会信用代码 under two firm names: the later row is asked about."""
    names: dict[str, tuple[str, str]] = {
        firm.code: (firm.name, "名录") for firm in office.firms if firm.code
    }
    for row in _rows(submissions):
        assert isinstance(row.table, Ledger)
        subject = row.table.subject
        code = next((c.name for c in row.table.columns if isinstance(c, CreditCode)), None)
        if not code or not subject or not row[code] or not row[subject]:
            continue
        name, where = names.setdefault(
            row.text(code), (row.text(subject), row.place(subject).cell or "")
        )
        if fold(name) != fold(row.text(subject)):
            yield finding(
                "firm-two-names",
                row.place(subject),
                column=subject,
                typed=row.raw.typed(subject),
                key=row.key,
                row=row.origin.row,
                other=where,
                name=name,
            )
