"""移交函: problems that are no 政法 matter, to the department that must solve them (policy 二.2).

A letter is due until the ledger has its 移交文号: for a measure with 移交部门, no 移交文号 and no
部门答复日期, whose 移交日期 is blank or not before the run's period, of a problem that is open;
and for a problem of 非政法职责 whose clock 转办 runs and whose 主办单位 is a department. One letter
for each department, which is asked to answer before the first 督促 falls due. A transfer of an
earlier month is pressed for (督促), not written anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ledgerkit.ledgers import words
from ledgerkit.ledgers.handling import is_closed
from ledgerkit.ledgers.matters import HANDING_OVER, PRESSING
from ledgerkit.ledgers.measures import Measures
from ledgerkit.ledgers.meetings import COMMITTEE
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.columns import NameList
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.clocks import running
from ledgerkit.papers.documents.letterhead import copies, letter_head, reply_by
from ledgerkit.papers.documents.referred import POLICY, has_description, problem_paragraphs
from ledgerkit.rules.deadlines import limit_due
from ledgerkit.rules.run import Run

KIND = "移交函"
_WRITTEN = (Measures.transfer_number, Measures.answered_on)
"""What tells that the letter went."""


def _letters(run: Run) -> Iterator[Letter]:
    for department, problems in _by_department(run).items():
        rows = [row for row in problems.values() if has_description(row)]
        if rows:
            yield _letter(run, department, rows)


def _by_department(run: Run) -> Mapping[str, dict[str, Row]]:
    """Department → the problems to be handed to it, each once, by their keys."""
    found: dict[str, dict[str, Row]] = {}
    for department, problem in (*_by_measure(run), *_by_handler(run)):
        found.setdefault(department, {})[run.context.entry(problem).key] = problem
    return found


def _by_measure(run: Run) -> Iterator[tuple[str, Row]]:
    """(移交部门, problem) of the measures whose letter is not written."""
    for measure in (entry.row for entry in run.context.entries(Measures)):
        if measure[Measures.department] and _is_unwritten(run, measure):
            for problem in run.context.referred(measure, Measures.problem):
                if not is_closed(problem, run.context):
                    yield measure.text(Measures.department), problem


def _is_unwritten(run: Run, measure: Row) -> bool:
    if any(measure[column] is not None or measure.could_not_be_read(column) for column in _WRITTEN):
        return False
    handed = measure[Measures.transferred_on]
    return handed is None or handed >= run.period.first


def _by_handler(run: Run) -> Iterator[tuple[str, Row]]:
    """(主办单位, problem) where a department is to handle it and no measure says so yet."""
    known = {*run.office.known_names((NameList.DEPARTMENT,))}
    outside = (
        entry
        for entry in run.context.entries(Problems)
        if entry.row[Problems.responsibility] == words.OUTSIDE
        and entry.row[Problems.lead_unit] in known
    )
    for entry, _ in running(run, outside, HANDING_OVER):
        if not any(
            measure[Measures.department] for measure in run.context.linked(entry.row, Measures)
        ):
            yield entry.row.text(Problems.lead_unit), entry.row


def _letter(run: Run, department: str, problems: list[Row]) -> Letter:
    pressed = limit_due(run.office, PRESSING, "", run.as_of)
    context = letter_head(run, COMMITTEE) | {
        "recipient": department,
        "policy": POLICY,
        "several": len(problems) > 1,
        "parts": problem_paragraphs(run, [(row, None) for row in problems]),
        "reply_by": phrasing.date(pressed) if pressed else reply_by(run),
        "copies": copies(run, (row.text(Problems.first_unit) for row in problems), department),
    }
    return Letter(stem(KIND, department), KIND, department, context)


DOCUMENT = Document(KIND, _letters, after="协办函")
