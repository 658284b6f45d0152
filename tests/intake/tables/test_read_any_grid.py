"""Any cells under any header: no row is lost or made up, nothing is raised, all is repeatable.

What counts as a row is told here once more, from docs/contract.md#what-counts-exactly and in
another way: some column other than 序号 and the computed ones holds something, and the line is no
total, note, title or signature. The cells are such that no line is one of these, and no second
header.
"""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from fixed_office import OFFICE
from ledgerkit.intake.files.sheets import CellGrid, Value
from ledgerkit.intake.tables.finder import Finder
from ledgerkit.intake.tables.headers import normalise
from ledgerkit.intake.tables.rows import body
from ledgerkit.intake.values.file_checks import check_file
from ledgerkit.ledgers import catalog
from ledgerkit.model.columns import Computed, Serial
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.submission import FileState, RawFile, RawTable, Submission
from ledgerkit.run.examine import examine

LEDGERS = tuple(catalog.ledgers().values())
TITLES = [normalise(name) for one in LEDGERS for name in (one.name, *one.aliases)]
BLANKS = ("", " ", "\u3000", "\u200b", "无", "/", "—", "暂无")
"""What says that nothing stands there."""

WRITINGS = (("", ""), ("★", ""), (" ", "\n"), ("", "(必填)"), ("*", ":"))
"""What people put before and behind a header."""

WORDS = st.sampled_from(
    (
        "区法院",
        "是",
        "否",
        "2026-10-13",
        "2026.13.1",
        "10月上旬",
        "ZF-法院-202610-001",
        "〃",
        "同上",
    )
)
SAYING: st.SearchStrategy[Value] = st.one_of(
    WORDS,
    st.text(min_size=1, max_size=6).map(lambda text: f"事{text}"),
    st.integers(-(10**18), 10**18),
    st.floats(),
    st.booleans(),
    st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(9999, 12, 31)),
    st.dates(),
    st.times(),
    st.timedeltas(),
)
CELLS = st.one_of(st.sampled_from(BLANKS), SAYING)


def sparse(width: int) -> st.SearchStrategy[list[Value]]:
    """A line that holds next to nothing: there it is decided what a row is."""
    blanks = st.lists(st.sampled_from(BLANKS), min_size=width, max_size=width)
    at = st.integers(0, width - 1)
    return st.builds(
        lambda line, at, value: [*line[:at], value, *line[at + 1 :]], blanks, at, CELLS
    )


@st.composite
def grids(draw: st.DrawFn) -> tuple[type[Ledger], list[str], CellGrid]:
    """A ledger, some of its columns in any order, others between them, and a sheet of these."""
    ledger = draw(st.sampled_from(LEDGERS))
    needed = [column.name for column in ledger.columns if column.required]
    others = [column.name for column in ledger.columns if not column.required]
    some = draw(st.lists(st.sampled_from(others), unique=True))
    strange = draw(st.lists(st.sampled_from(("天气", "领导批示", "")), max_size=2))
    header = draw(st.permutations([*needed, *some, *strange]))
    width = len(header)
    full = st.lists(CELLS, min_size=width, max_size=width)
    lines = draw(st.lists(st.one_of(full, sparse(width)), max_size=8))
    before, behind = draw(st.sampled_from(WRITINGS))
    labels: list[Value] = [f"{before}{name}{behind}" if name else "" for name in header]
    return ledger, header, CellGrid("Sheet1", [labels, *lines])


def read(grid: CellGrid) -> Submission:
    found = list(Finder(LEDGERS, OFFICE).find(grid))
    assert len(found) == 1
    under = body(grid, found[0], len(grid.rows), "收件/表.xlsx", TITLES)
    table = RawTable(found[0].table, under.layout, found[0].header_cell, under.rows)
    raw = RawFile(
        "收件/表.xlsx", "0" * 64, dt.datetime(2026, 11, 1), "xlsx", FileState.MERGED, (table,)
    )
    return check_file(raw, OFFICE)


def expected(ledger: type[Ledger], header: list[str], grid: CellGrid) -> list[int]:
    """The rows of docs/contract.md#what-counts-exactly, as Excel counts."""
    typed = {c.name for c in ledger.columns if not isinstance(c, Serial | Computed)}
    counting = [at for at, name in enumerate(header) if name in typed]
    return [
        row + 1
        for row, line in enumerate(grid.rows)
        if row and any(line[at] not in BLANKS for at in counting)
    ]


@settings(max_examples=200, deadline=None)
@given(grids())
def test_rows_are_conserved_whatever_they_hold(
    drawn: tuple[type[Ledger], list[str], CellGrid],
) -> None:
    ledger, header, grid = drawn
    submission = read(grid)
    assert submission.ledgers == (ledger.name,)
    assert [row.origin.row for row in submission.rows] == expected(ledger, header, grid)
    examined = examine([submission], OFFICE, submission.ledgers)
    ((_, fates),) = examined.register.fates
    assert len(fates) == len(submission.rows)


@settings(max_examples=100, deadline=None)
@given(grids())
def test_the_same_grid_gives_the_same_twice(
    drawn: tuple[type[Ledger], list[str], CellGrid],
) -> None:
    _, _, grid = drawn
    again = CellGrid(grid.name, [list(line) for line in grid.rows])
    first, second = read(grid), read(again)
    assert repr(first) == repr(second)
    assert examine([first], OFFICE, first.ledgers).by_file() == (
        examine([second], OFFICE, second.ledgers).by_file()
    )
