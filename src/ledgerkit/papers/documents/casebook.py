"""典型案例汇编: the cases of an issue as a booklet for parks and firms (policy 五).

An issue holds the cases with one 编入期次; those without one make an issue whose number the office
writes in. It is compiled by the run in whose period one of its cases is sent round (送阅日期), and
by every run until all are. A case that is not desensitised (是否脱敏) or not reviewed (审核人)
stays out: a finding at its row says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledgerkit.ledgers import words
from ledgerkit.ledgers.cases import Cases
from ledgerkit.model.columns import Choice
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.period import Cycle, Month
from ledgerkit.model.register import Entry
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.casebook_pages import Booklet, BookletCase, BookletPart, CasesOfKind
from ledgerkit.papers.documents.letterhead import letterhead
from ledgerkit.rules.run import Run

KIND = "典型案例汇编"
RECIPIENT = "各园区、各企业"
"""Nobody in particular: no name in it is its reader's own."""
_NUMBER = re.compile(r"\d+|[一二三四五六七八九十]+")
_BLANK_ISSUE = "第　　期"
_OTHER_LEVEL, _OTHER_KIND = "其他", "其他"


def _letters(run: Run) -> Iterator[Letter]:
    issues: dict[str, list[Entry]] = {}
    for entry in run.register.entries.get(Cases.name, {}).values():
        if may_be_read(entry):
            issues.setdefault(issue(entry.row.text(Cases.issue)), []).append(entry)
    for name, entries in issues.items():
        waiting = [entry for entry in entries if is_current(run, entry)]
        if waiting:
            yield _letter(run, name, entries if name else waiting)


def issue(text: str) -> str:
    """编入期次 as it stands on the cover: “3” is 第3期, “2026 年第 3 期” loses its blanks."""
    tidy = "".join(text.split())
    return f"第{tidy}期" if _NUMBER.fullmatch(tidy) else tidy


def may_be_read(entry: Entry) -> bool:
    """Desensitised, reviewed, and with a title (policy 五; docs/domain.md#data-protection)."""
    row = entry.row
    named = row.names(Cases.reviewer) and row.text(Cases.title)
    return row[Cases.anonymised] == words.YES and bool(named)


def is_current(run: Run, entry: Entry) -> bool:
    """Not sent round before the run's period."""
    sent = entry.row[Cases.sent_on]
    return sent is None or sent >= run.period.first


def _letter(run: Run, name: str, entries: list[Entry]) -> Letter:
    context = letterhead(run) | {
        "issue": name or _BLANK_ISSUE,
        "month": phrasing.month(Month.of(run.as_of)),
        "booklet": Booklet(tuple(_parts(run, entries))),
    }
    return Letter(stem(KIND, name), KIND, RECIPIENT, context)


def _parts(run: Run, entries: list[Entry]) -> Iterator[BookletPart]:
    """By 来源层级, within it by 案件类型, both in the order of their word lists."""
    number = 0
    levels = _grouped(run, entries, Cases.level, _OTHER_LEVEL)
    for level, of_level in levels.items():
        kinds: list[CasesOfKind] = []
        for kind, of_kind in _grouped(run, of_level, Cases.kind, _OTHER_KIND).items():
            cases = tuple(_case(entry, number + at) for at, entry in enumerate(of_kind, start=1))
            number += len(cases)
            kinds.append(CasesOfKind(f"{phrasing.ordinal(len(kinds) + 1)}、{kind}", cases))
        yield BookletPart(f"{level}典型案例", tuple(kinds))


def _grouped(run: Run, entries: list[Entry], column: Choice, other: str) -> dict[str, list[Entry]]:
    known = run.office.words_of(column).words
    groups: dict[str, list[Entry]] = {word: [] for word in known}
    for entry in entries:
        groups.setdefault(entry.row.text(column) or other, []).append(entry)
    return {word: own for word, own in groups.items() if own}


def _case(entry: Entry, number: int) -> BookletCase:
    row = entry.row
    return BookletCase(
        number,
        phrasing.quoted(row.text(Cases.title)),
        _paragraphs(row.text(Cases.facts)),
        _paragraphs(row.text(Cases.ruling)),
        _paragraphs(row.text(Cases.lesson)),
        entry.owner,
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return phrasing.unique(map(phrasing.stated, text.splitlines()))


DOCUMENT = Document(
    KIND, _letters, after="送阅单", cycles=(Cycle.MONTH, Cycle.QUARTER), outside=True
)
