"""Many districts side by side, as the documents and the writers see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ledgerkit.model.register import Fate, RegisterSheet
from ledgerkit.office import Office

ROW_COUNTS = ("read", *(fate.value for fate in Fate))
"""The counts of rows in a run record (docs/contract.md#the-run-record)."""


@dataclass(frozen=True)
class District:
    """One district's results of a month: the run record, and the register sheets of its 总表."""

    name: str
    folder: str
    record: Mapping[str, Any]
    sheets: Mapping[str, RegisterSheet]
    sha256: Mapping[str, str]
    """The sums of 运行记录.json and 总表.xlsx as they were read."""
    edited: bool = False
    """Somebody edited 总表 after the kit wrote it."""

    @cached_property
    def _values(self) -> Mapping[str, int | float]:
        return {indicator["id"]: indicator["value"] for indicator in self.record["indicators"]}

    def value(self, id: str) -> int | float | None:
        """A figure of the record; None where that district did not reckon it."""
        return self._values.get(id)


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that adds up over districts."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A share in per cent, reckoned anew from its ``part`` and its ``whole`` for any sum of them.

    ``rising``: more is better.
    """

    id: str
    name: str
    part: str
    whole: str
    rising: bool = True


@dataclass(frozen=True)
class Rollup:
    """The districts in the order given, and the figures that are compared."""

    month: str
    as_of: dt.date
    districts: Sequence[District]
    figures: Sequence[Figure]
    rates: Sequence[Rate]
    office: Office
    """The settings and ladder for what is written (the city's 名录.xlsx, else those shipped)."""

    def total(self, id: str) -> int:
        """The sum of a figure; a district that did not reckon it adds nothing."""
        return sum(int(district.value(id) or 0) for district in self.districts)

    def share(self, rate: Rate, district: District | None = None) -> float | None:
        """Per cent to one decimal, of one district or of all; None where the whole is 0."""
        if district is None:
            part, whole = self.total(rate.part), self.total(rate.whole)
        else:
            part, whole = (int(district.value(id) or 0) for id in (rate.part, rate.whole))
        return round(100 * part / whole, 1) if whole else None

    def ranked(self, rate: Rate) -> list[tuple[int, District, float]]:
        """(rank, district, per cent), the best first; equal ones share a rank."""
        pairs = [(district, self.share(rate, district)) for district in self.districts]
        known = [(district, share) for district, share in pairs if share is not None]
        known.sort(key=lambda pair: -pair[1] if rate.rising else pair[1])
        shares = [share for _, share in known]
        return [(shares.index(share) + 1, district, share) for district, share in known]

    @cached_property
    def registers(self) -> dict[str, int]:
        """Rows of each ledger over all districts."""
        names = dict.fromkeys(
            name for district in self.districts for name in district.record["registers"]
        )
        return {
            name: sum(district.record["registers"].get(name, 0) for district in self.districts)
            for name in names
        }

    @property
    def rows(self) -> dict[str, int]:
        """The five counts of rows over all districts."""
        return {
            name: sum(district.record["rows"][name] for district in self.districts)
            for name in ROW_COUNTS
        }

    def alerts(self) -> Iterator[tuple[District, Mapping[str, Any]]]:
        """Every alert of every record, the latest first."""
        pairs = [
            (district, alert) for district in self.districts for alert in district.record["alerts"]
        ]
        yield from sorted(pairs, key=lambda pair: -pair[1]["days_late"])
