"""回复反馈函: what became of a firm's problems and demands, told to the firm (policy 二.3, 三).

A letter is due while the clock 反馈 of a problem or demand runs: it is 办结 and nobody has been
told yet. It is also written for a 反馈 of the run's period that was given 书面: the paper that goes
with it. One letter for each firm or park and each office that answers it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ledgerkit.ledgers import words
from ledgerkit.ledgers.demands import Demands
from ledgerkit.ledgers.feedbacks import Feedbacks
from ledgerkit.ledgers.matters import ANSWERING
from ledgerkit.ledgers.measures import Measures
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import phrasing
from ledgerkit.papers.documents.clocks import running
from ledgerkit.papers.documents.letterhead import letter_head
from ledgerkit.papers.documents.paragraphs import numbered
from ledgerkit.rules.run import Run

KIND = "回复反馈函"
_RESULTS = {
    "已解决": "问题已经解决",
    "部分解决": "问题部分得到解决",
    "解释说明": "有关情况已作解释说明",
    "无法解决": "问题暂时无法解决",
}
_NAMES: Mapping[type[Ledger], tuple[str, str]] = {
    Problems: ("所反映问题", "反映的问题"),
    Demands: ("所提法治需求", "提出的法治需求"),
}
"""In the title, in the text."""
_DONE = (Demands.plan, Demands.outcome)
_MEASURED = (Measures.measure, Measures.progress)
_IN_WRITING = "书面"
_NOT_ASKED = "未评价"


def _letters(run: Run) -> Iterator[Letter]:
    answers: dict[tuple[str, str], dict[str, tuple[Entry, str]]] = {}
    for entry, sender, result in _answered(run):
        firm = run.register.subject(entry)
        if firm and sender and entry.row[entry.ledger.gist]:
            answers.setdefault((firm, sender), {})[entry.key] = entry, result
    for (firm, sender), answered in answers.items():
        yield _letter(run, firm, sender, [*answered.values()])


def _answered(run: Run) -> Iterator[tuple[Entry, str, str]]:
    """(item, who answers, 办理结果 as far as it is known) of everything that calls for a letter."""
    for ledger in (Problems, Demands):
        finished = (entry for entry in run.context.entries(ledger) if entry.row[ledger.closed_on])
        for entry, deadline in running(run, finished, ANSWERING):
            yield entry, deadline.unit, ""
    for feedback in run.context.entries(Feedbacks):
        day = run.context.given(feedback.row[Feedbacks.given_on])
        if day and run.period.first <= day <= run.period.last:
            if feedback.row[Feedbacks.manner] == _IN_WRITING:
                for problem in run.context.referred(feedback.row, Feedbacks.problem):
                    result = feedback.row.text(Feedbacks.result)
                    yield run.context.entry(problem), feedback.owner, result


def _letter(run: Run, firm: str, sender: str, answered: Sequence[tuple[Entry, str]]) -> Letter:
    ledgers = {entry.ledger for entry, _ in answered}
    context = letter_head(run, sender) | {
        "recipient": firm,
        "subject": _subject(ledgers),
        "matters": "和".join(named[1] for ledger, named in _NAMES.items() if ledger in ledgers),
        "parts": numbered(
            (_heading(entry), *_paragraphs(run, entry, result)) for entry, result in answered
        ),
        "satisfaction": "　".join(
            f"□{word}" for word in words.SATISFACTION.words if word != _NOT_ASKED
        ),
    }
    return Letter(stem(KIND, firm, sender), KIND, firm, context)


def _subject(ledgers: set[type[Ledger]]) -> str:
    """What the title names; two things take a line of their own."""
    named = [names[0] for ledger, names in _NAMES.items() if ledger in ledgers]
    return named[0] if len(named) == 1 else f"{'和'.join(named)}\n"


def _heading(entry: Entry) -> str:
    """“关于劳动用工的问题”, “关于合规规章的法治需求”."""
    problem = entry.ledger is Problems
    kind = entry.row.text(Problems.category if problem else Demands.category)
    return f"关于{kind}{'的' if kind else ''}{'问题' if problem else '法治需求'}"


def _paragraphs(run: Run, entry: Entry, result: str) -> tuple[str, str]:
    """What the firm said, what was done about it, and how it stands."""
    row, problem = entry.row, entry.ledger is Problems
    raised = phrasing.stated(row.text(entry.ledger.gist))
    done = _measures(run, row) if problem else [row.text(column) for column in _DONE]
    finished = run.context.given(row[Problems.closed_on if problem else Demands.closed_on])
    end = phrasing.sentence(
        f"该事项已于{phrasing.date(finished)}办结" if finished else "",
        _RESULTS.get(result, f"办理结果为{result}" if result else ""),
    )
    answer = "".join(dict.fromkeys(phrasing.stated(text) for text in done)) + end
    return f"{'反映的问题' if problem else '提出的需求'}：{raised}", f"办理情况：{answer}"


def _measures(run: Run, problem: Row) -> list[str]:
    measures = run.context.linked(problem, Measures)
    return [measure.text(column) for measure in measures for column in _MEASURED]


DOCUMENT = Document(KIND, _letters, after="移交函", outside=True)
