"""Files of visits as units send them, for the tests of merging: key and text by row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builders import VISITS, row, submission
from ledgerkit.ledgers import catalog
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.register import Register, Rulings
from ledgerkit.model.row import Cell, Row
from ledgerkit.model.submission import Submission
from ledgerkit.register import merge

COURT, PROCURATORATE, POLICE = "区法院", "区检察院", "公安陈仓分局"


def visit(
    key: str,
    text: str = "了解经营",
    owner: str = COURT,
    *,
    on: str | None = "2026-10-13",
    path: str = "收件/表.xlsx",
    at: int = 5,
    typed: dict[str, Cell] | None = None,
) -> Row:
    """A visit with this number; ``typed`` stood in cells that could not be read."""
    values = {"走访编号": key, "走访主要情况": text, "走访日期": on}
    made = row(VISITS, values, path=path, at=at, typed=typed)
    return replace(made, key=key, owner=owner)


def sent(
    path: str,
    owner: str,
    rows: Iterable[tuple[str, str]],
    *,
    month: str | None = "2026-10",
    filed_on: str | None = "2026-11-02",
    modified: str = "2026-11-02",
    nothing: bool = False,
) -> Submission:
    """A file of visits: (key, text) of each row."""
    made = [visit(key, text, owner, path=path, at=5 + n) for n, (key, text) in enumerate(rows)]
    return submission(
        owner,
        month,
        [VISITS],
        made,
        path=path,
        filed_on=filed_on,
        modified=modified,
        nothing=nothing,
    )


def merged(*submissions: Submission, rulings: Rulings | None = None) -> Register:
    """The register of these files."""
    return merge(submissions, catalog.ledgers(), rulings or {})


def fates(register: Register) -> dict[str, list[str]]:
    """By the path of each file, what became of its rows in order."""
    return {one.path: [fate.value for fate in own] for one, own in register.fates}


def standing(register: Register) -> dict[str, str]:
    """By key, what the row says that stands."""
    return {key: one.row.text(Visits.summary) for key, one in register.entries[VISITS].items()}
