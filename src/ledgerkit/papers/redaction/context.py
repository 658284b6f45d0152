"""Whose names and numbers a run knows, and which of them a reader may see.

What is private is declared: columns that name firms, and columns that are ``sensitive``. Units,
points, departments, parks and who signs stay; so does what is the reader's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import assert_never

from ledgerkit import text
from ledgerkit.model import columns
from ledgerkit.model.columns import AnyColumn, Listed, NameList
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.papers.redaction import firms, numbers, people
from ledgerkit.papers.redaction.names import MaskedNames
from ledgerkit.rules.run import Run


@dataclass(frozen=True)
class RedactionContext:
    """All private names with what is printed instead, and what each firm may see."""

    names: MaskedNames
    own: Mapping[str, frozenset[str]]
    """Folded name of a firm → the folded names by which it and its people go."""
    codes: Mapping[str, str]
    """Folded name of a firm → its 统一社会信用代码."""
    phones: frozenset[str]
    """Private telephone numbers, as digits."""
    shown: frozenset[str]
    """Telephone numbers that the office itself gives."""

    def reader(self, recipient: str) -> Callable[[str], str]:
        """What makes of a text what this recipient (one, or several by 、) may read."""
        readers = [text.fold(name) for name in (recipient, *text.split(recipient))]
        keep = frozenset[str]().union(*(self.own.get(name, ()) for name in readers))
        shown = self.shown | {code for name in readers if (code := self.codes.get(name))}
        return lambda content: self.names.masked(numbers.masked(content, self.phones, shown), keep)


def context_of(run: Run) -> RedactionContext:
    """What this run's 名录 and registers know of firms and their people."""
    known = _Known(run)
    official = frozenset(_official(run))
    places = firms.places(chain.from_iterable(known.firms.values()))
    forms = {
        firm: {name: tuple(firms.forms(name, official, places)) for name in names}
        for firm, names in known.firms.items()
    }
    instead: dict[str, str | None] = {
        form: firms.some(name)
        for names in forms.values()
        for name, found in names.items()
        for form in found
    }
    instead |= {name: people.some(name) for names in known.people.values() for name in names}
    instead |= dict.fromkeys(map(text.fold, official), None)
    own = {
        text.fold(name): frozenset(text.fold(form) for found in names.values() for form in found)
        | known.people.get(firm, frozenset())
        for firm, names in forms.items()
        for name in names
    }
    signed = (*run.office.settings.values(), *(member.phone for member in run.office.members))
    shown = numbers.in_text("、".join(signed))
    return RedactionContext(
        MaskedNames(instead), own, known.codes, frozenset(known.phones - shown), frozenset(shown)
    )


def _official(run: Run) -> Iterator[str]:
    """Names that anybody may read: of the government side, of parks, and of who signs."""
    office = run.office
    for member in (*office.members, *office.departments):
        yield from filter(None, (member.name, member.head, member.contact))
    yield from office.parks
    yield from filter(None, (office.settings.get("联系人"), office.settings.get("落款单位")))


@dataclass
class _Known:
    """What 名录 and the registers say of firms, by the full name of the firm."""

    run: Run
    firms: dict[str, set[str]] = field(default_factory=dict)
    people: dict[str, frozenset[str]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    phones: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for firm in self.run.office.firms:
            self.firms[firm.name] = {firm.name, *firm.former}
            self._add_people((firm.name,), firm.contact)
            self.phones |= numbers.in_text(firm.phone)
            self.codes[text.fold(firm.name)] = firm.code.upper()
        registers = self.run.register.entries.values()
        for entry in chain.from_iterable(register.values() for register in registers):
            own = tuple(self._firms_of(entry))
            for name in own:
                self.firms.setdefault(name, {name})
            for column in entry.row.table.columns:
                self._add(entry.row, column, own)

    def _firms_of(self, entry: Entry) -> Iterator[str]:
        """The firms that a row names, or that the rows name to which it refers."""
        named = [
            column
            for column in entry.row.table.columns
            if isinstance(column, Listed) and NameList.FIRM in column.of
        ]
        for column in named:
            for name in entry.row.names(column):
                if self._is_firm(name, column):
                    yield name
        for reference in entry.ledger.references if not named else ():
            for key in entry.row.names(reference):
                found = self.run.register.entries.get(reference.to().name, {}).get(key)
                yield from self._firms_of(found) if found else ()

    def _is_firm(self, name: str, column: Listed) -> bool:
        if self.run.office.full_name(name, (NameList.FIRM,)):
            return True
        others = [kind for kind in NameList if kind is not NameList.FIRM]
        if not firms.is_named(name) or self.run.office.full_name(name, others):
            return False
        return not (NameList.PARK in column.of and firms.is_place(name))

    def _add(self, row: Row, column: AnyColumn, own: tuple[str, ...]) -> None:
        match column:
            case columns.CreditCode():
                if len(own) == 1 and (code := row[column]):
                    self.codes.setdefault(text.fold(own[0]), code.upper())
            case columns.Phone():
                if column.sensitive:
                    self.phones |= numbers.in_text(row.text(column))
            case columns.Text() | columns.People():
                if column.sensitive:
                    self._add_people(own, row.text(column))
            case (
                columns.Serial()
                | columns.Date()
                | columns.Time()
                | columns.Count()
                | columns.Choice()
                | columns.Name()
                | columns.Names()
                | columns.Key()
                | columns.Reference()
                | columns.References()
                | columns.DueDay()
                | columns.Light()
            ):
                pass  # dates, numbers and words of lists; names of firms are told by _firms_of
            case _:
                assert_never(column)

    def _add_people(self, own: tuple[str, ...], cell: str) -> None:
        named = frozenset(people.names(cell))
        for firm in own or ("",):
            self.people[firm] = self.people.get(firm, frozenset()) | named
