"""The figures of the monthly report, and the rows that each can be traced to."""

from __future__ import annotations

from builders import (
    CASES,
    DEMANDS,
    FEEDBACK,
    HEARINGS,
    MEASURES,
    MEETINGS,
    OUTREACH,
    PROBLEMS,
    VISITS,
    Rows,
    Values,
    outcome,
)
from ledgerkit.model.outcome import Indicator

FIRM, OTHER = "岭东精密机械有限公司", "陈仓甲食品有限公司"
PROBLEM: Values = {
    "企业名称": FIRM,
    "提出日期": "2026-10-08",
    "问题类别": "合同债务",
    "首访单位": "区法院",
    "主办单位": "区法院",
    "难易程度": "简单",
    "办理状态": "办理中",
}
ROWS: Rows = {
    VISITS: [
        {"走访日期": "2026-10-08", "走访单位": "区法院", "企业名称": FIRM, "是否发现问题": "是"},
        {"走访日期": "2026-10-20", "走访单位": "区法院、区司法局", "企业名称": FIRM},
        {"走访日期": "2026-09-30", "走访单位": "区法院", "企业名称": OTHER},
        {"走访日期": "2026-11-02", "走访单位": "区法院", "企业名称": OTHER},
    ],
    PROBLEMS: [
        PROBLEM,
        {**PROBLEM, "办理状态": "已销号", "办结日期": "2026-10-12"},  # on its last day
        {**PROBLEM, "办理状态": "已销号", "办结日期": "2026-10-13", "问题类别": "劳动用工"},
        {**PROBLEM, "提出日期": "2026-09-01", "办理状态": "已销号", "办结日期": "2026-09-02"},
        {**PROBLEM, "提出日期": "2026-11-02", "企业名称": OTHER},
    ],
    MEASURES: [{"实际完成日期": "2026-10-12"}, {"计划完成日期": "2026-12-20"}],
    FEEDBACK: [
        {"反馈日期": "2026-10-12", "满意度": "满意"},
        {"反馈日期": "2026-10-13", "满意度": "未评价"},
        {"反馈日期": "2026-10-13", "满意度": "不满意"},
        {"反馈日期": "2026-10-14", "满意度": "基本满意"},
    ],
    DEMANDS: [
        {"登记日期": "2026-10-12", "办理状态": "已办结", "办结日期": "2026-10-13"},
        {"登记日期": "2026-09-12", "办理状态": "办理中"},
    ],
    MEETINGS: [
        {"会议类型": "联席会议", "实开日期": "2026-10-12", "会议状态": "已召开"},
        {"会议类型": "研判会", "实开日期": "2026-10-12", "会议状态": "已召开"},
        {"会议类型": "联席会议", "拟开日期": "2026-10-30", "会议状态": "计划"},
    ],
    OUTREACH: [
        {"活动日期": "2026-10-12", "主办单位": "区法院", "参加人数": "45"},
        {"活动日期": "2026-10-16", "参加人数": None, "关联问题编号": "#1"},
        {"活动日期": "2026-10-16", "参加人数": "5"},
    ],
    CASES: [{"送阅日期": "2026-10-12"}, {"标题": "某公司员工侵占货款案"}],
    HEARINGS: [{"开庭日期": "2026-10-28", "实到人数": "7"}, {"开庭日期": "2026-11-04"}],
}


def figures(rows: Rows, as_of: str = "2026-10-31") -> dict[str, Indicator]:
    found = outcome(rows, as_of).indicators
    by_id = {one.id: one for one in found}
    assert len(by_id) == len(found)
    return by_id


def test_every_figure_is_counted_from_its_rows() -> None:
    values = {id: one.value for id, one in figures(ROWS).items()}
    expected = {
        "visits": 2,
        "firms-visited": 1,
        "visits-joint": 1,
        "visits-with-problems": 1,
        "problems-raised": 3,
        "problems-closed": 2,
        "problems-total": 4,
        "problems-closed-total": 3,
        "problems-open": 1,
        "firms-with-open-problems": 1,
        "closing-rate": 75.0,
        "on-time-rate": 50.0,
        "problems-category-01": 2,
        "problems-category-02": 1,
        "measures-done": 1,
        "problems-transferred": 0,
        "feedback-given": 4,
        "satisfaction-rate": 66.7,
        "demands-registered": 1,
        "demands-closed": 1,
        "demands-open": 1,
        "meetings-held": 2,
        "meetings-joint": 1,
        "meetings-special": 0,
        "meetings-consultation": 0,
        "meetings-study": 1,
        "outreach-activities": 3,
        "outreach-people": 50,
        "outreach-targeted": 1,
        "outreach-targeted-rate": 33.3,
        "cases-total": 2,
        "cases-sent": 1,
        "hearings": 1,
        "hearing-guests": 7,
        "problems-overdue": 1,
        "duty-zf-month-met": 2,
        "duty-zf-month-missed": 1,
        "duty-zf-month-running": 0,
        "duty-xc-month-met": 1,
        "filings-owed": 17,
        "filings-pending": 17,
        "filings-missing": 0,
    }
    assert {id: values.get(id) for id in expected} == expected


def test_every_figure_names_its_rows() -> None:
    found = figures(ROWS)
    assert found["visits"].rows == ("#1", "#2")
    assert found["problems-closed"].rows == ("#2", "#3")
    assert found["problems-open"].rows == ("#1",)
    assert found["on-time-rate"].rows == ("#2", "#3")
    assert found["satisfaction-rate"].rows == ("#1", "#3", "#4")
    assert found["duty-zf-month-met"].rows == ("#1", "#2")


def test_alerts_are_counted_by_rung() -> None:
    # due 2026-10-12, so 14 working days late on the 30th
    found = figures({PROBLEMS: [PROBLEM, {**PROBLEM, "提出日期": "2026-10-29"}]})
    levels = [
        (found[f"alerts-level-{n}"].name, found[f"alerts-level-{n}"].rows) for n in range(1, 5)
    ]
    assert levels == [
        ("预警事项:临期提醒", ("#2",)),
        ("预警事项:催办", ()),
        ("预警事项:督办", ()),
        ("预警事项:通报", ("#1",)),
    ]
    assert found["items-overdue"].rows == ("#1",)


def test_what_cannot_be_reckoned_is_left_out() -> None:
    found = figures({})
    assert not {"closing-rate", "on-time-rate", "satisfaction-rate", "outreach-targeted-rate"} & {
        *found
    }
    assert found["visits"].value == 0
