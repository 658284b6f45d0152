"""The life of one item, as ``ledgerkit trace`` tells it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from ledgerkit.faces.commands.trace import lines
from ledgerkit.run.trace import KeyUnknown, trace
from months import PROBLEM, VISIT, block, problems, put, run, visits
from wording import says

KEY = "WT-法院-202610-001"
MEASURES = (
    "| 措施编号 | 问题编号 | 解决措施 | 责任单位 | 责任人 | 计划完成日期 | 实际完成日期 |\n"
    "| CS-法院-202610-001 | WT-法院-202610-001 | 组织调解 | 区法院 | 李四 | 2026-10-20 | |"
)
OUTREACH = (
    "| 活动编号 | 活动日期 | 主办单位 | 活动形式 | 主题 | 园区或企业 | 参加人数 | 关联问题编号 |\n"
    f"| XC-法院-202610-001 | 2026-10-28 | 区法院 | 法律讲座 | 合同 | 甲公司 | 20 | {KEY} |"
)


def office(folder: Path) -> Path:
    put(folder, "a.xlsx", visits(VISIT))
    put(folder, "b.xlsx", {**problems(PROBLEM), "解决措施清单": MEASURES})
    put(folder, "c.xlsx", {"法治宣传台账": OUTREACH})
    run(folder)
    later = PROBLEM.replace("办理中 | |", "已办结 | 2026-11-04 |")
    put(folder, "d.xlsx", problems(later), of=block(month="2026-11", filed="2026-12-02"))
    return folder


def told(folder: Path, key: str, as_of: str) -> list[str]:
    return [*lines(trace(folder, key, dt.date.fromisoformat(as_of), jobs=1))]


def test_a_problem_is_followed_over_ledgers_files_and_months(tmp_path: Path) -> None:
    assert told(office(tmp_path), KEY, "2026-11-30") == [
        "WT-法院-202610-001  走访问题清单  区法院(截至 2026-11-30)",
        "本件",
        "  问题编号:WT-法院-202610-001",
        "  走访编号:ZF-法院-202610-001",
        "  企业名称:甲公司",
        "  提出日期:2026-10-13",
        "  问题描述:拖欠货款",
        "  问题类别:合同债务",
        "  职责归属:本单位",
        "  首访单位:区法院",
        "  主办单位:区法院",
        "  难易程度:一般",
        "  办理状态:已办结",
        "  办结日期:2026-11-04",
        "经过",
        "  2026-10-13  走访日志 ZF-法院-202610-001  走访日期",
        "  2026-10-13  走访问题清单 WT-法院-202610-001  提出日期",
        "  2026-10-20  解决措施清单 CS-法院-202610-001  计划完成日期",
        "  2026-10-28  法治宣传台账 XC-法院-202610-001  活动日期",
        "  2026-11-04  走访问题清单 WT-法院-202610-001  办结日期",
        "期限",
        "  办理:2026-10-13 提出,一般 7 个工作日,应于 2026-10-22 前办结;2026-11-04 逾期办结",
        "  反馈(WT-法院-202610-001):2026-11-04 办结,2 个工作日,应于 2026-11-06 前反馈;"
        "已逾期 16 个工作日,通报",
        "相关各行",
        "  ZF-法院-202610-001  走访日志  情况  ← 收件/a.xlsx「走访日志」3 行",
        "  CS-法院-202610-001  解决措施清单  组织调解  ← 收件/b.xlsx「解决措施清单」3 行",
        "  XC-法院-202610-001  法治宣传台账  合同  ← 收件/c.xlsx「法治宣传台账」3 行",
        "报来的各版",
        "  2026-10  WT-法院-202610-001  收件/b.xlsx「走访问题清单」3 行  已被后报的更新",
        "  2026-10  CS-法院-202610-001  收件/b.xlsx「解决措施清单」3 行  现用",
        "  2026-11  WT-法院-202610-001  收件/d.xlsx「走访问题清单」3 行  现用",
        "改动",
        "  WT-法院-202610-001  办理状态:“办理中”(收件/b.xlsx「走访问题清单」K3)"
        " → “已办结”(收件/d.xlsx「走访问题清单」K3)",
        "  WT-法院-202610-001  办结日期:空白(收件/b.xlsx「走访问题清单」L3)"
        " → “2026-11-04”(收件/d.xlsx「走访问题清单」L3)",
        "待改",
        f"  「解决措施清单」(进展情况):{says('plan-passed')}",
        f"  「走访问题清单」L3(办结日期):{says('closed-without-feedback', '2026-11-04')}",
        "历次预警",
        "  2026-10(截至 2026-10-31)  WT-法院-202610-001  督办,逾期 6 个工作日",
    ]


def test_an_earlier_day_tells_what_was_known_then(tmp_path: Path) -> None:
    said = told(office(tmp_path), KEY, "2026-10-31")
    assert "  办理状态:办理中" in said
    assert "改动" not in said
    assert (
        "  办理(WT-法院-202610-001):2026-10-13 提出,一般 7 个工作日,应于 2026-10-22 前办结;"
        "已逾期 6 个工作日,督办" in said
    )


def test_a_visit_leads_on_to_its_problems_and_their_measures(tmp_path: Path) -> None:
    timeline = trace(office(tmp_path), "zf-法院-202610-001", dt.date(2026, 11, 30), jobs=1).timeline
    assert [entry.key for entry in timeline.sequels] == [KEY, "CS-法院-202610-001"]
    assert [entry.key for entry in timeline.related] == ["XC-法院-202610-001"]
    assert timeline.origins == ()


def test_what_led_to_a_measure_is_told_from_the_visit_on(tmp_path: Path) -> None:
    timeline = trace(office(tmp_path), "CS-法院-202610-001", dt.date(2026, 11, 30), jobs=1).timeline
    assert [entry.key for entry in timeline.origins] == ["ZF-法院-202610-001", KEY]


def test_a_number_that_nobody_sent_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(KeyUnknown) as refused:
        trace(office(tmp_path), "WT-法院-202610-01", dt.date(2026, 11, 30), jobs=1)
    assert refused.value.nearest == KEY


def test_nothing_is_written(tmp_path: Path) -> None:
    office(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    told(tmp_path, KEY, "2026-11-30")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
