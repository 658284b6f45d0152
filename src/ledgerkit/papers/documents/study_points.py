"""争议和难点 of a matter, and what the 研判会 is asked to settle: read from what the rows hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledgerkit.ledgers import words
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
    rows: dict[str, list[Row]] = {}
    for entry in entries:
        rows.setdefault(entry.ledger.name, []).append(entry.row)
    return (
        *_refused(study.entry.row, study),
        *_lateness(study),
        *(point for row in rows.get("走访问题清单", ()) for point in _duty(row)),
        *(point for row in rows.get("法治需求台账", ()) for point in _plan(row)),
        *(point for row in rows.get("解决措施清单", ()) for point in _measure(row)),
        *_answers(rows.get("回复反馈清单", ())),
        Point("", "明确责任单位、责任人和办结时限。"),
    )


def _refused(row: Row, study: Study) -> Iterator[Point]:
    if study.entry.ledger.name == "法治需求台账" and row["办理状态"] == words.REFUSED:
        unit = row.text("提交单位")
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
    units = phrasing.listed((*row.names("主办单位"), *row.names("协办单位")))
    if row["职责归属"] == words.ACROSS:
        yield Point(
            f"问题涉及{units}，需要跨单位协调。" if "、" in units else "问题需要跨单位协调。",
            "有关单位的职责如何划分，由哪个单位牵头。",
        )
    elif row["职责归属"] == words.OUTSIDE:
        yield Point(
            "问题不属于政法机关职责，要靠职能部门解决。",
            "是否向区委、区政府主要负责同志汇报，争取支持。",
        )


def _plan(row: Row) -> Iterator[Point]:
    unit, asked, given = row.text("提交单位"), row.day("提交日期"), row.day("方案日期")
    if asked and unit and not given and row["办理状态"] != words.REFUSED:
        yield Point(f"需求提交{unit}后，还没有解决方案。", f"请{unit}在会上说明方案。")
    elif given and not row.day("落实日期"):
        yield Point(f"{unit}已提出方案，还没有落实。", "方案能否落实，落实中有什么困难。")


def _measure(row: Row) -> Iterator[Point]:
    department, why = row.text("移交部门"), phrasing.quoted(row.text("延期原因"))
    if row.day("移交日期") and department and not row.day("部门答复日期"):
        yield Point(f"已移交{department}，至今没有答复。", f"如何推动{department}限期办理并答复。")
    if why:
        yield Point(f"曾申请延期，原因是{why}。")
    if not row.day("实际完成日期") and (progress := phrasing.quoted(row.text("进展情况"))):
        yield Point(f"措施进展：{progress}。")


def _answers(rows: Sequence[Row]) -> Iterator[Point]:
    last = max(rows, key=lambda row: str(row["反馈日期"]), default=None)
    if last is None:
        return
    if last["满意度"] == words.DISSATISFIED:
        yield Point("企业对办理结果不满意。", "是重新办理，还是继续做好解释说明。")
    elif last["办理结果"] == _UNSOLVED:
        yield Point("承办单位认为无法解决。", "是否还有其他解决办法。")
