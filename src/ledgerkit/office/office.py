"""The office: who there is, and every limit, ladder step, duty, alias and holiday of 名录.xlsx."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ledgerkit.model.columns import Choice, NameList, WordList
from ledgerkit.model.deadline import Limit
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Filer, Ledger
from ledgerkit.model.outcome import Step
from ledgerkit.office.members import FilingRule, Firm, Member, Obligation, Waiver
from ledgerkit.office.workdays import Calendar
from ledgerkit.text import fold


@dataclass(frozen=True)
class Office:
    """What 名录.xlsx says, completed by what is shipped. ``listed`` names the sheets in which the
    office has written rows: names are judged only against those.
    """

    units: tuple[Member, ...]
    points: tuple[Member, ...]
    firms: tuple[Firm, ...]
    departments: tuple[Member, ...]
    limits: Mapping[tuple[str, str], Limit]
    ladder: tuple[Step, ...]
    obligations: tuple[Obligation, ...]
    filings: tuple[FilingRule, ...]
    holidays: Mapping[dt.date, bool]
    words: Mapping[str, WordList]
    header_aliases: Mapping[tuple[str, str], str]
    """(table or book name, alias) → column name."""
    settings: Mapping[str, str]
    waivers: tuple[Waiver, ...]
    listed: frozenset[str]
    findings: tuple[Finding, ...] = field(default=(), compare=False)

    @cached_property
    def calendar(self) -> Calendar:
        return Calendar(self.holidays)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """The units and the points: all who send workbooks."""
        return self.units + self.points

    @cached_property
    def parks(self) -> tuple[str, ...]:
        """The parks that the points and the firms name, each once."""
        named = (*(point.park for point in self.points), *(firm.park for firm in self.firms))
        return tuple(dict.fromkeys(filter(None, named)))

    @cached_property
    def _names(self) -> Mapping[NameList, Mapping[str, str]]:
        """For each kind: every name, short name or former name → the full name."""
        return {
            NameList.UNIT: _index((unit.name, (unit.short,)) for unit in self.units),
            NameList.POINT: _index((point.name, (point.short,)) for point in self.points),
            NameList.DEPARTMENT: _index(
                (member.name, (member.short,)) for member in self.departments
            ),
            NameList.FIRM: _index((firm.name, firm.former) for firm in self.firms),
            NameList.PARK: _index((park, ()) for park in self.parks),
        }

    def full_name(self, name: str, kinds: Iterable[NameList]) -> str | None:
        """The full name that a full, short or former name stands for; None if no list has it."""
        folded = fold(name)
        for kind in kinds:
            if full := self._names[kind].get(folded):
                return full
        return None

    def known_names(self, kinds: Iterable[NameList]) -> list[str]:
        """Every full name of these kinds, in the order of 名录."""
        return [full for kind in kinds for full in dict.fromkeys(self._names[kind].values())]

    def judges(self, kinds: Iterable[NameList]) -> bool:
        """Whether 名录 really lists all of these kinds (a park comes with the points)."""
        sheets = {NameList.POINT if kind is NameList.PARK else kind for kind in kinds}
        return sheets <= {*self.listed}

    def sender(self, text: str) -> str | None:
        """The one unit or point whose full or short name stands in a text such as a file's name.

        The longest name found wins; None if none or two equally long ones are found.
        """
        found = {
            (len(alias), member.name)
            for member in self.members
            for alias in (member.name, member.short)
            if alias and alias in text
        }
        longest = [name for length, name in found if length == max(found)[0]]
        return longest[0] if len(longest) == 1 else None

    def short_name(self, name: str) -> str:
        """The short name used in numbers; the name itself for one that 名录 does not list."""
        return next(
            (member.short for member in self.members if member.name == name and member.short), name
        )

    def filers(self, ledger: type[Ledger]) -> tuple[str, ...]:
        """Full names of those who keep a ledger: 报送要求 if it says so, else its declaration."""
        rules = [rule for rule in self.filings if rule.book in (ledger.name, ledger.workbook)]
        if rules:
            return tuple(
                dict.fromkeys(name for rule in rules for name in self.subjects(rule.subject))
            )
        return self.subjects(ledger.filer)

    def subjects(self, subject: str) -> tuple[str, ...]:
        """The full names that a 主体 means: all units, all points, or the one that it names."""
        match subject:
            case Filer.UNIT:
                return tuple(unit.name for unit in self.units)
            case Filer.POINT:
                return tuple(point.name for point in self.points)
            case Filer.COURT:
                return tuple(unit.name for unit in self.units if "法院" in unit.name)
        full = self.full_name(subject, (NameList.UNIT, NameList.POINT))
        return (full,) if full else ()

    def days_setting(self, item: str) -> int | None:
        """A whole number of 文书设置; None where the office left it blank or wrote no number."""
        text = self.settings.get(item, "").strip()
        return int(text) if text.isdecimal() else None

    def words_of(self, column: Choice) -> WordList:
        """The words of a column: 词表 under the column's or the list's name, else the declared."""
        return self.words.get(column.name) or self.words.get(column.words.name) or column.words

    def limit(self, matter: str, grade: str = "") -> Limit | None:
        """The limit of 办理时限 for a matter and grade, or for the matter in general."""
        return self.limits.get((matter, grade)) or self.limits.get((matter, ""))


def _index(names: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Every alias, folded → full name; a full name is never hidden by another's alias."""
    pairs = [(full, tuple(aliases)) for full, aliases in names]
    index = {fold(alias): full for full, aliases in pairs for alias in aliases if alias}
    return index | {fold(full): full for full, _ in pairs if full}
