"""The findings of many files, each file's in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from ledgerkit.model.finding import Finding
from ledgerkit.model.place import row_and_column
from ledgerkit.model.register import Register
from ledgerkit.model.submission import Submission


class FindingsByFile(Mapping[str, tuple[Finding, ...]]):
    """Path → the findings of that file in the order of sheet, row and column.

    Those on rows that a later submission replaced are among them, marked ``resolved``.
    """

    def __init__(self, files: Mapping[str, tuple[Finding, ...]]) -> None:
        self._files = files

    def __getitem__(self, path: str) -> tuple[Finding, ...]:
        return self._files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    @cached_property
    def open_by_file(self) -> Mapping[str, tuple[Finding, ...]]:
        """Path → its findings that still want somebody; a file without any has an empty entry."""
        return {
            path: tuple(finding for finding in findings if finding.is_open)
            for path, findings in self._files.items()
        }

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """Every finding that still wants somebody: none on rows that were replaced."""
        return tuple(chain.from_iterable(self.open_by_file.values()))


def by_file(
    findings: Iterable[Finding], submissions: Sequence[Submission], register: Register
) -> FindingsByFile:
    """The findings of each file, each once; those on rows that were replaced are marked."""
    origins = (row.origin for row in register.replaced)
    replaced = {(origin.path, origin.sheet, origin.row) for origin in origins}
    grouped: dict[str, list[Finding]] = {submission.path: [] for submission in submissions}
    for finding in dict.fromkeys(findings):
        place = finding.place
        resolved = (place.path, place.sheet, finding.row) in replaced
        grouped[place.path].append(finding.resolve() if resolved else finding)
    sheets = {submission.path: _sheet_order(submission) for submission in submissions}
    return FindingsByFile(
        {
            path: tuple(sorted(own, key=lambda finding: _order(finding, sheets[path])))
            for path, own in grouped.items()
        }
    )


def _sheet_order(submission: Submission) -> dict[str, int]:
    sheets = dict.fromkeys(table.layout.sheet for table in submission.raw.tables)
    return {sheet: at for at, sheet in enumerate(sheets)}


def _order(finding: Finding, sheets: Mapping[str, int]) -> tuple[int, int, int, str]:
    """By sheet, row and column; what is said of a whole file or sheet comes first."""
    place = finding.place
    sheet = -1 if place.sheet is None else sheets.get(place.sheet, len(sheets))
    row, column = row_and_column(place.cell) if place.cell else (-1, -1)
    return (sheet, row, column, finding.code)
