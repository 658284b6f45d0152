"""争议和难点 of a matter, and what the 研判会 is asked to settle: read from what the rows hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledgerkit.ledgers import words
from ledgerkit.ledgers.demands import Demands
from ledgerkit.ledgers.feedbacks import Feedbacks
from ledgerkit.ledgers.measures import Measures
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.outcome import Study
from ledgerkit.model.register import Entry
from ledgerkit.model.row import Row
from ledgerkit.papers.documents import phrasing

_UNSOLVED = "无法解决"


@dataclass(frozen=True)
class Point:
    """Why a matter does not come on, and the question that follows from it; either may be ""."""

    trouble: str
    question: str = ""


def points(study: Study, entries: Sequence[Entry]) -> tuple[Point, ...]:
    """What stands in the way; the last question asks for who does what by when."""
    rows: dict[type[Ledger], list[Row]] = {}
    for entry in entries:
        rows.setdefault(entry.ledger, []).append(entry.row)
    return (
        *_refused(study.entry.row, study),
        *_lateness(study),
        *(point for row in rows.get(Problems, ()) for point in _duty(row)),
        *(point for row in rows.get(Demands, ()) for point in _plan(row)),
        *(point for row in rows.get(Measures, ()) for point in _measure(row)),
        *_answers(rows.get(Feedbacks, ())),
        Point("", "明确责任单位、责任人和办结时限。"),
    )


def _refused(row: Row, study: Study) -> Iterator[Point]:
    if study.entry.ledger is Demands and row[Demands.status] == words.REFUSED:
        unit = row.text(Demands.unit)
        yield Point(
            f"{unit}对这项需求不予受理，联系点难以协调。",
            f"{unit}不予受理的理由是否充分，应当受理的由哪个单位承办。",
        )


def _lateness(study: Study) -> Iterator[Point]:
    alert = study.alert
    if alert and alert.days_late > 0:
        reckoned = phrasing.dated(phrasing.full_width(alert.reckoning))
        yield Point(
            f"已逾期{alert.days_late}个工作日（{reckoned}）。",
            f"{phrasing.listed(alert.parties)}没有按期办结的原因是什么，还需要哪些支持。",
        )


def _duty(row: Row) -> Iterator[Point]:
    units = phrasing.listed((*row.names(Problems.lead_unit), *row.names(Problems.assisting_units)))
    if row[Problems.responsibility] == words.ACROSS:
        yield Point(
            f"问题涉及{units}，需要跨单位协调。" if "、" in units else "问题需要跨单位协调。",
            "有关单位的职责如何划分，由哪个单位牵头。",
        )
    elif row[Problems.responsibility] == words.OUTSIDE:
        yield Point(
            "问题不属于政法机关职责，要靠职能部门解决。",
            "是否向区委、区政府主要负责同志汇报，争取支持。",
        )


def _plan(row: Row) -> Iterator[Point]:
    unit, asked, given = row.text(Demands.unit), row[Demands.submitted_on], row[Demands.planned_on]
    if asked and unit and not given and row[Demands.status] != words.REFUSED:
        yield Point(f"需求提交{unit}后，还没有解决方案。", f"请{unit}在会上说明方案。")
    elif given and not row[Demands.carried_out_on]:
        yield Point(f"{unit}已提出方案，还没有落实。", "方案能否落实，落实中有什么困难。")


def _measure(row: Row) -> Iterator[Point]:
    department = row.text(Measures.department)
    why = phrasing.quoted(row.text(Measures.extension_reason))
    if row[Measures.transferred_on] and department and not row[Measures.answered_on]:
        yield Point(f"已移交{department}，至今没有答复。", f"如何推动{department}限期办理并答复。")
    if why:
        yield Point(f"曾申请延期，原因是{why}。")
    if not row[Measures.done_on] and (progress := phrasing.quoted(row.text(Measures.progress))):
        yield Point(f"措施进展：{progress}。")


def _answers(rows: Sequence[Row]) -> Iterator[Point]:
    last = max(rows, key=lambda row: str(row[Feedbacks.given_on]), default=None)
    if last is None:
        return
    if last[Feedbacks.satisfaction] == words.DISSATISFIED:
        yield Point("企业对办理结果不满意。", "是重新办理，还是继续做好解释说明。")
    elif last[Feedbacks.result] == _UNSOLVED:
        yield Point("承办单位认为无法解决。", "是否还有其他解决办法。")
