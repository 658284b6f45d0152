"""Across ledgers and files: what refers to what must be there, and agree with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from builders import (
    DEMANDS,
    FEEDBACK,
    MEASURES,
    OUTREACH,
    PROBLEMS,
    VISITS,
    Rows,
    Values,
    row,
    submission,
)
from fixed_office import OFFICE
from ledgerkit.intake.references import check_references
from ledgerkit.ledgers import catalog
from ledgerkit.model.finding import Finding
from ledgerkit.model.row import Row
from ledgerkit.model.submission import Submission
from ledgerkit.office import Firm, Office
from wording import says

VISIT: Values = {
    "走访编号": "ZF-1",
    "走访日期": "2026-10-13",
    "走访单位": "区法院、区检察院",
    "企业名称": "甲公司",
    "问题编号": "WT-1",
}
PROBLEM: Values = {
    "问题编号": "WT-1",
    "走访编号": "ZF-1",
    "企业名称": "甲公司",
    "提出日期": "2026-10-13",
    "首访单位": "区法院",
    "办理状态": "办理中",
}
MEASURE: Values = {"措施编号": "CS-1", "问题编号": "WT-1"}
HANDED: Values = {**MEASURE, "移交部门": "区人社局", "移交日期": "2026-10-14"}
ANSWER: Values = {
    "反馈编号": "FK-1",
    "问题编号": "WT-1",
    "反馈日期": "2026-10-20",
    "是否销号": "是",
}


def files(rows: Rows) -> list[Submission]:
    """One file for each ledger."""
    return [
        submission(rows=_rows(ledger, many), path=f"收件/{ledger}.xlsx")
        for ledger, many in rows.items()
    ]


def _rows(ledger: str, many: Iterable[Values]) -> Iterator[Row]:
    key = catalog.ledgers()[ledger].key
    for at, values in enumerate(many, start=4):
        made = row(ledger, values, path=f"收件/{ledger}.xlsx", at=at)
        yield replace(made, key=made.text(key))


def judge(
    rows: Rows, judged: Iterable[str] | None = None, office: Office = OFFICE
) -> list[Finding]:
    known = catalog.ledgers() if judged is None else judged
    return list(check_references(files(rows), office, known))


def addresses(found: Iterable[Finding]) -> list[tuple[str, str | None, str]]:
    return [(one.code, one.place.sheet, one.column) for one in found]


GOOD: Rows = {VISITS: [VISIT], PROBLEMS: [PROBLEM], MEASURES: [MEASURE]}


def test_rows_that_agree_have_no_findings() -> None:
    answered = {**PROBLEM, "办理状态": "已销号", "办结日期": "2026-10-19"}
    assert judge(GOOD) == []
    assert judge({VISITS: [VISIT], PROBLEMS: [answered], FEEDBACK: [ANSWER]}) == []


@pytest.mark.parametrize(
    ("rows", "code", "ledger", "column"),
    [
        (
            {**GOOD, PROBLEMS: [{**PROBLEM, "提出日期": "2026-10-12"}]},
            "date-before-referenced",
            PROBLEMS,
            "提出日期",
        ),
        (
            {**GOOD, PROBLEMS: [{**PROBLEM, "企业名称": "乙公司"}]},
            "referenced-differs",
            PROBLEMS,
            "企业名称",
        ),
        (
            {**GOOD, PROBLEMS: [{**PROBLEM, "首访单位": "区司法局"}]},
            "referenced-differs",
            PROBLEMS,
            "首访单位",
        ),
        (
            {**GOOD, MEASURES: [{**HANDED, "移交日期": "2026-10-12"}]},
            "date-before-referenced",
            MEASURES,
            "移交日期",
        ),
        (
            {**GOOD, FEEDBACK: [{**ANSWER, "反馈日期": "2026-10-12"}]},
            "date-before-referenced",
            FEEDBACK,
            "反馈日期",
        ),
        (
            {
                VISITS: [VISIT],
                PROBLEMS: [{**PROBLEM, "办结日期": "2026-10-21"}],
                FEEDBACK: [ANSWER],
            },
            "date-before-referenced",
            FEEDBACK,
            "反馈日期",
        ),
        (
            {
                **GOOD,
                DEMANDS: [{"需求编号": "XQ-1", "企业名称": "乙公司", "关联问题编号": "WT-1"}],
            },
            "referenced-differs",
            DEMANDS,
            "企业名称",
        ),
        (
            {
                **GOOD,
                OUTREACH: [{"活动编号": "XC-1", "活动日期": "2026-10-01", "关联问题编号": "WT-1"}],
            },
            "date-before-referenced",
            OUTREACH,
            "活动日期",
        ),
        (
            {**GOOD, PROBLEMS: [{**PROBLEM, "办理状态": "已移交"}]},
            "linked-row-missing",
            PROBLEMS,
            "办理状态",
        ),
        (
            {**GOOD, PROBLEMS: [{**PROBLEM, "办理状态": "已延期"}]},
            "linked-row-missing",
            PROBLEMS,
            "办理状态",
        ),
        (
            {**GOOD, PROBLEMS: [{**PROBLEM, "办理状态": "已销号"}]},
            "linked-row-missing",
            PROBLEMS,
            "办理状态",
        ),
        (
            {**GOOD, MEASURES: [{**MEASURE, "问题编号": "WT-2"}]},
            "reference-unknown",
            MEASURES,
            "问题编号",
        ),
    ],
)
def test_what_disagrees_is_said_once_where_it_stands(
    rows: Rows, code: str, ledger: str, column: str
) -> None:
    assert addresses(judge(rows)) == [(code, ledger, column)]


def test_a_visit_whose_problem_names_another_visit() -> None:
    rows: Rows = {VISITS: [VISIT, {**VISIT, "走访编号": "ZF-2"}], PROBLEMS: [PROBLEM]}
    assert addresses(judge(rows)) == [("referenced-differs", VISITS, "走访编号")]


def test_both_rows_are_named_and_the_other_s_file() -> None:
    (found,) = judge({**GOOD, PROBLEMS: [{**PROBLEM, "企业名称": "乙公司"}]})
    assert (found.code, found.place.cell, found.column) == ("referenced-differs", "D5", "企业名称")
    assert found.message.endswith(
        says(
            "referenced-differs",
            "乙公司",
            named="ZF-1",
            other_column="企业名称",
            value="甲公司",
            other="「走访日志.xlsx」的「走访日志」G5",
        )
    )
    assert [(place.path, place.cell) for place in found.related] == [("收件/走访日志.xlsx", "G5")]


def test_the_nearest_number_that_there_is_is_offered() -> None:
    rows: Rows = {
        PROBLEMS: [{"问题编号": "WT-法院-202610-001"}],
        MEASURES: [{"措施编号": "CS-1", "问题编号": "WT-法院-202610-01"}],
    }
    (found,) = judge(rows)
    assert "是否为“WT-法院-202610-001”?" in found.message


def test_a_transfer_that_a_measure_tells_of_and_an_extension() -> None:
    assert judge({**GOOD, PROBLEMS: [{**PROBLEM, "办理状态": "已移交"}], MEASURES: [HANDED]}) == []
    put_off = {**MEASURE, "延期至": "2026-11-06"}
    assert judge({**GOOD, PROBLEMS: [{**PROBLEM, "办理状态": "已延期"}], MEASURES: [put_off]}) == []


def test_ledgers_that_are_not_at_hand_are_not_judged() -> None:
    faulty = {**PROBLEM, "办理状态": "已移交"}
    assert judge({PROBLEMS: [faulty]}, [PROBLEMS]) == []


def test_any_version_of_the_other_row_may_agree() -> None:
    later = {**VISIT, "企业名称": "乙公司", "走访日期": "2026-10-14"}
    assert judge({**GOOD, VISITS: [later, VISIT]}) == []


def test_a_park_and_a_firm_in_it_do_not_contradict_each_other() -> None:
    rows = {**GOOD, PROBLEMS: [{**PROBLEM, "企业名称": "第一园区"}]}
    assert judge(rows) == []


FIRM = Firm("甲机械有限公司", "91610000MA6TEST01U", former=("甲机械厂",))


@pytest.mark.parametrize(
    ("names", "other"),
    [
        (["乙公司"], [("名录", "甲机械有限公司")]),
        (["甲机械有限公司"], []),
    ],
)
def test_one_code_under_two_names(names: list[str], other: list[tuple[str, str]]) -> None:
    office = replace(OFFICE, firms=(FIRM,))
    rows: Rows = {
        VISITS: [
            {"走访编号": "ZF-1", "企业名称": name, "统一社会信用代码": FIRM.code} for name in names
        ]
    }
    found = judge(rows, office=office)
    assert [one.code for one in found] == ["firm-two-names"] * len(other)
    for one, (where, name) in zip(found, other, strict=True):
        assert one.message.endswith(says("firm-two-names", names[0], other=where, name=name))


def test_a_cell_with_a_finding_of_its_own_is_not_compared_as_well() -> None:
    office = replace(OFFICE, firms=(FIRM,))
    visit = {**VISIT, "企业名称": "乙公司", "统一社会信用代码": FIRM.code}
    rows: Rows = {VISITS: [visit], PROBLEMS: [{**PROBLEM, "企业名称": FIRM.name}]}
    assert [one.code for one in judge(rows, office=office)] == ["firm-two-names"]
