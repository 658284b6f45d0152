"""研判会专报: what the points and units could not settle, for the 研判会 (policy 三.3).

The most pressing matters are told one by one, the others stand in the list only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ledgerkit.ledgers.demands import Demands
from ledgerkit.ledgers.measures import Measures
from ledgerkit.ledgers.meetings import Meetings
from ledgerkit.ledgers.problems import Problems
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.columns import Choice
from ledgerkit.model.document import Document, Letter
from ledgerkit.model.filenames import stem
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.outcome import Study
from ledgerkit.model.register import Entry
from ledgerkit.papers.documents import alerted, meetings, phrasing
from ledgerkit.papers.documents.letterhead import letterhead
from ledgerkit.papers.documents.study_history import Happening, happenings
from ledgerkit.papers.documents.study_points import points
from ledgerkit.rules.run import Run
from ledgerkit.rules.timeline import timeline_of

KIND = "研判会专报"
RECIPIENT = "区委政法委领导同志"
DETAILED = 10
"""So many matters stand at length."""
_CATEGORIES: Mapping[type[Ledger], Choice] = {
    Problems: Problems.category,
    Demands: Demands.category,
}
_NAMED: Mapping[type[Ledger], str] = {Problems: "问题", Demands: "需求", Measures: "办理措施"}


@dataclass(frozen=True)
class ListedMatter:
    """A line of the list."""

    number: int
    key: str
    firm: str
    gist: str
    unit: str
    reason: str


@dataclass(frozen=True)
class DetailedMatter:
    """One matter at length."""

    heading: str
    source: str
    content: str
    happenings: tuple[Happening, ...]
    troubles: tuple[str, ...]
    questions: str


def _letters(run: Run) -> Iterator[Letter]:
    studies = run.outcome.studies
    if not studies:
        return
    month = phrasing.month(run.month)
    yield Letter(
        stem(f"{month}{KIND}"),
        KIND,
        RECIPIENT,
        letterhead(run)
        | {
            "recipient": RECIPIENT,
            "count": len(studies),
            "matters": tuple(_matter(run, at, study) for at, study in enumerate(studies, start=1)),
            "told": tuple(
                _detailed(run, at, study) for at, study in enumerate(studies[:DETAILED], start=1)
            ),
            "all_told": len(studies) <= DETAILED,
        },
    )


def _matter(run: Run, number: int, study: Study) -> ListedMatter:
    entry = study.entry
    return ListedMatter(
        number,
        entry.key,
        run.register.subject(entry),
        alerted.shortened(phrasing.typed(_matter_of(entry))) or phrasing.NONE,
        _who(study),
        phrasing.full_width("；".join(study.reasons)),
    )


def _matter_of(entry: Entry) -> str:
    """What it is about; of a meeting, what was resolved there."""
    resolved = entry.row.text(Meetings.resolutions) if entry.ledger is Meetings else ""
    return resolved or entry.row.text(entry.ledger.gist)


def _who(study: Study) -> str:
    """Who must act: by the clock, else the unit that has it, else whose row it is."""
    if study.alert:
        return phrasing.listed(study.alert.parties)
    row = study.entry.row
    submitted = row.text(Demands.unit) if study.entry.ledger is Demands else ""
    return submitted or study.entry.owner


def _detailed(run: Run, number: int, study: Study) -> DetailedMatter:
    entry = run.register.entries[study.entry.ledger.name][study.entry.key]
    origins, rows = _around(run, entry)
    obstacles = points(study, rows)
    questions = [phrasing.quoted(point.question) for point in obstacles]
    return DetailedMatter(
        f"（{phrasing.ordinal(number)}）{_title(run, entry)}",
        _source(entry, origins),
        phrasing.stated(_matter_of(entry)),
        happenings(rows, run.as_of),
        phrasing.unique(point.trouble for point in obstacles),
        phrasing.enumerated(phrasing.unique(questions)),
    )


def _around(run: Run, entry: Entry) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """(what led to it, every row around it and around the problem that a demand takes up)."""
    own = timeline_of(run.context, entry)
    problems = [related for related in own.related if related.ledger is Problems]
    timelines = (own, *(timeline_of(run.context, problem) for problem in problems))
    rows = {around.identity: around for timeline in timelines for around in timeline.rows}
    return own.origins, tuple(rows.values())


def _title(run: Run, entry: Entry) -> str:
    """“岭东精密机械有限公司合同债务问题”, “东岭联系点联席会议议定事项”."""
    if entry.ledger is Meetings:
        return f"{meetings.name(entry.row)}议定事项"
    named = _NAMED.get(entry.ledger, "事项")
    column = _CATEGORIES.get(entry.ledger)
    category = entry.row.text(column) if column else ""
    return f"{run.register.subject(entry)}{category}{named}"


def _source(entry: Entry, origins: tuple[Entry, ...]) -> str:
    """Whence it came: the visit on which it was found, or how the demand was made."""
    row, day = entry.row, entry.row[entry.ledger.dated]
    on = phrasing.date(day) if day else ""
    visit = next((origin.row for origin in origins if origin.ledger is Visits), None)
    if visit is not None and (seen := visit[Visits.visited_on]):
        whence = f"{phrasing.date(seen)}{visit.text(Visits.units)}走访企业时发现"
    elif entry.ledger is Demands:
        whence = f"{on}{row.text(Demands.point)}登记"
    elif entry.ledger is Meetings:
        held_on = row[Meetings.held_on]
        whence = f"{phrasing.date(held_on) if held_on else on}{meetings.name(row)}议定"
    else:
        whence = f"{on}{f'由{entry.owner}' if entry.owner else ''}提出"
    source = row.text(Demands.source) if entry.ledger is Demands else ""
    return phrasing.sentence(whence, f"来源为{source}" if source else "", f"编号{entry.key}")


DOCUMENT = Document(KIND, _letters, after="典型案例汇编")
