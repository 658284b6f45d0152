"""The register sheets of a 总表.xlsx, as they stand there: for the roll-up of many districts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ledgerkit.intake.files.raw_file import sheets_of
from ledgerkit.intake.files.sheets import CellGrid
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.register import RegisterSheet
from ledgerkit.model.row import Cell
from ledgerkit.model.sheets import HEADER_WITHIN
from ledgerkit.model.submission import FileProblem


def read_registers(
    data: bytes, name: str, ledgers: Mapping[str, type[Ledger]]
) -> dict[str, RegisterSheet] | FileProblem:
    """Ledger → its sheet, or why the file cannot be read.

    A ledger without a sheet of its name, or whose sheet lacks the 编号 column, is absent.
    """
    sheets = sheets_of(data, name)
    if isinstance(sheets, FileProblem):
        return sheets
    found = (
        (grid.name, _sheet(grid, ledgers[grid.name])) for grid in sheets if grid.name in ledgers
    )
    return {name: sheet for name, sheet in found if sheet}


def _sheet(grid: CellGrid, ledger: type[Ledger]) -> RegisterSheet | None:
    for at in range(min(HEADER_WITHIN, len(grid.rows))):
        headers = [_text(value) for value in grid.rows[at]]
        if ledger.key.name in headers:
            key = headers.index(ledger.key.name)
            rows = _rows(grid, range(at + 1, len(grid.rows)), key)
            return _compact(headers, rows)
    return None


def _rows(grid: CellGrid, lines: Iterable[int], key: int) -> Iterator[list[Cell]]:
    """The rows with a 编号: the kit gives one to every row of a register."""
    for at in lines:
        if _text(grid.value(at, key)):
            yield [_cell(grid.value(at, column)) for column in range(len(grid.rows[at]))]


def _compact(headers: list[str], rows: Iterable[list[Cell]]) -> RegisterSheet:
    """Without the columns that have no header."""
    kept = [at for at, header in enumerate(headers) if header]
    return RegisterSheet(
        tuple(headers[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows)
    )


def _cell(value: Cell) -> Cell:
    """Whole numbers as such: Excel knows none but floating ones."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _text(value: Cell) -> str:
    return str(value).strip() if value is not None else ""
