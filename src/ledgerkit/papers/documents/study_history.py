"""What happened about a matter, day by day across the ledgers, in sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ledgerkit.ledgers import words
from ledgerkit.ledgers.demands import Demands
from ledgerkit.ledgers.feedbacks import Feedbacks
from ledgerkit.ledgers.measures import Measures
from ledgerkit.ledgers.meetings import Meetings
from ledgerkit.ledgers.problems import Problems
from ledgerkit.ledgers.visits import Visits
from ledgerkit.model.columns import Date
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import meetings, phrasing


@dataclass(frozen=True)
class Happening:
    """One line of 办理经过, as it is printed; ``key`` is the number of the row that says so."""

    day: str
    text: str
    key: str


def happenings(entries: Iterable[Entry], as_of: dt.date) -> tuple[Happening, ...]:
    """What the rows say of days up to the as-of day, the earliest first."""
    found = [
        (day, text, entry.key)
        for entry in entries
        for column, sentence in _SENTENCES.get(entry.ledger, {}).items()
        if (day := entry.row[column]) and day <= as_of and (text := sentence(entry.row))
    ]
    return tuple(
        Happening(day.isoformat(), text, key)
        for day, text, key in sorted(found, key=lambda happening: happening[0])
    )


def _visit(row: Row) -> str:
    return f"{row.text(Visits.units)}走访{row.text(Visits.firm) or '企业'}。"


def _raised(row: Row) -> str:
    handler = row.text(Problems.lead_unit) or row.text(Problems.first_unit)
    helping = row.text(Problems.assisting_units)
    return phrasing.sentence(
        f"提出问题，由{handler}主办",
        f"{helping}协办" if helping else "",
    )


def _passed_on(row: Row) -> str:
    return f"转{row.text(Problems.lead_unit)}办理。"


def _done(row: Row) -> str:
    return _with(f"{row.text(Measures.unit)}完成措施", row.text(Measures.measure))


def _transferred(row: Row) -> str:
    number = row.text(Measures.transfer_number)
    return f"移交{row.text(Measures.department)}办理{f'（{number}）' if number else ''}。"


def _urged(row: Row) -> str:
    times = row[Measures.times_pressed]
    more = f"，这是第{times}次督促" if times and times > 1 else ""
    return f"督促{row.text(Measures.department) or row.text(Measures.unit)}{more}。"


def _put_off(row: Row) -> str:
    until = row[Measures.extended_to]
    request = f"申请延期{f'至{phrasing.date(until)}' if until else ''}"
    return _with(request, row.text(Measures.extension_reason))


def _answered(row: Row) -> str:
    audience, judged = row.text(Feedbacks.audience), row.text(Feedbacks.satisfaction)
    return phrasing.sentence(
        f"向{audience or '企业'}反馈，办理结果为{row.text(Feedbacks.result)}",
        f"对方评价为{judged}" if judged and judged != words.UNJUDGED else "",
    )


def _registered(row: Row) -> str:
    return f"{row.text(Demands.point)}登记需求（来源：{row.text(Demands.source)}）。"


def _met(row: Row) -> str:
    return f"召开{meetings.name(row)}。"


def _with(action: str, more: str) -> str:
    """“组织小会商：建议由区法院提出方案。”, or without the second half."""
    return phrasing.stated(f"{action}：{quoted}" if (quoted := phrasing.quoted(more)) else action)


_SENTENCES: Mapping[type[Ledger], Mapping[Date, Callable[[Row], str]]] = {
    Visits: {Visits.visited_on: _visit},
    Problems: {
        Problems.raised_on: _raised,
        Problems.handed_over_on: _passed_on,
        Problems.closed_on: lambda row: "办结。",
    },
    Measures: {
        Measures.transferred_on: _transferred,
        Measures.pressed_on: _urged,
        Measures.answered_on: lambda row: f"{row.text(Measures.department)}答复。",
        Measures.extension_asked_on: _put_off,
        Measures.done_on: _done,
    },
    Feedbacks: {
        Feedbacks.given_on: _answered,
        Feedbacks.revisited_on: lambda row: "回访企业。",
        Feedbacks.struck_off_on: lambda row: "销号。",
    },
    Demands: {
        Demands.registered_on: _registered,
        Demands.consulted_on: lambda row: _with("组织小会商", row.text(Demands.opinion)),
        Demands.submitted_on: lambda row: f"提交{row.text(Demands.unit)}研究。",
        Demands.planned_on: lambda row: _with(
            f"{row.text(Demands.unit)}提出方案", row.text(Demands.plan)
        ),
        Demands.carried_out_on: lambda row: _with("联系点落实", row.text(Demands.outcome)),
        Demands.closed_on: lambda row: "办结。",
        Demands.answered_on: lambda row: "向企业反馈。",
    },
    Meetings: {Meetings.held_on: _met},
}
"""Ledger → its columns of days, in the order in which they follow upon one another."""
