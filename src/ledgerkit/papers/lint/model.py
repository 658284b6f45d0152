"""What lint says: rules, what was found by each, and the report on a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ledgerkit.papers.lint.content import Paragraph
from ledgerkit.papers.lint.document import WordDocument
from ledgerkit.papers.lint.roles import Form, Role

NAMED = 3
"""So many places are named, of the others only the number."""
OURS = "本工具"
"""In place of a clause: the standard does not say it, a document that is sent round needs it."""


class Verdict(StrEnum):
    """Whether a rule is kept."""

    PASS = "符合"
    FAIL = "不符"
    NONE = "不适用"


@dataclass(frozen=True)
class CheckOutcome:
    """A verdict, and what was found in words."""

    verdict: Verdict
    found: str


@dataclass(frozen=True)
class Subject:
    """What a rule looks at: the document, what its paragraphs are, and which format it has."""

    document: WordDocument
    roles: Mapping[Paragraph, Role]
    form: Form
    name: str
    """The file's name."""

    def all(self, *roles: Role) -> list[Paragraph]:
        """The paragraphs of these roles, in their order."""
        return [paragraph for paragraph, role in self.sorted if role in roles]

    @cached_property
    def sorted(self) -> list[tuple[Paragraph, Role]]:
        """Those of headers first, then as they follow one another."""
        return sorted(self.roles.items(), key=lambda item: (not item[0].in_margin, item[0].number))


@dataclass(frozen=True)
class Rule:
    """One check: ``name`` and ``required`` as the table shows them, ``clause`` of the standard."""

    id: str
    name: str
    clause: str
    required: str
    check: Callable[[Subject], CheckOutcome]


@dataclass(frozen=True)
class Check:
    """A rule and what it found."""

    rule: Rule
    outcome: CheckOutcome


@dataclass(frozen=True)
class LintReport:
    """All checks of a file and the fonts it is printed in; ``refused`` says why there are none."""

    name: str
    checks: tuple[Check, ...] = ()
    form: str = ""
    fonts: tuple[str, ...] = ()
    refused: str = ""

    @property
    def failed(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.outcome.verdict is Verdict.FAIL)

    def count(self, verdict: Verdict) -> int:
        return sum(check.outcome.verdict is verdict for check in self.checks)


def passed(found: str) -> CheckOutcome:
    """The rule is kept."""
    return CheckOutcome(Verdict.PASS, found)


def failed(found: str) -> CheckOutcome:
    """The rule is broken."""
    return CheckOutcome(Verdict.FAIL, found)


def no_matter(why: str) -> CheckOutcome:
    """There is nothing to which the rule applies."""
    return CheckOutcome(Verdict.NONE, why)


def judged(wrong: Sequence[str], fine: str) -> CheckOutcome:
    """Broken where anything is wrong: the first places named, the others counted."""
    if not wrong:
        return passed(fine)
    more = f"等 {len(wrong)} 处" if len(wrong) > NAMED else ""
    return failed(";".join(wrong[:NAMED]) + more)


def each(
    paragraphs: Iterable[Paragraph], wrong: Callable[[Paragraph], str], fine: str, absent: str
) -> CheckOutcome:
    """Judges every paragraph by what is wrong with it ("" for nothing); ``absent`` for none."""
    every = list(paragraphs)
    if not every:
        return no_matter(absent)
    remarks = [(paragraph, wrong(paragraph)) for paragraph in every]
    return judged([f"{paragraph.called()}:{what}" for paragraph, what in remarks if what], fine)
