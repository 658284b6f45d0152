"""Made-up runs of October 2026 for the tests of documents."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import builders
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
)
from ledgerkit.findings.by_file import FindingsByFile
from ledgerkit.ledgers import catalog
from ledgerkit.model.document import Letter
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.submission import Submission
from ledgerkit.office import Office
from ledgerkit.papers import catalog as documents_catalog
from ledgerkit.rules.context import RegisterContext
from ledgerkit.rules.run import Run

AS_OF = dt.date(2026, 10, 31)
FIRM = "岭东精密机械有限公司"
UNITS = ("区委政法委", "区法院", "区检察院", "公安陈仓分局", "区司法局")
POINTS = ("东岭联系点", "西岭联系点")


def run(
    rows: Rows,
    *,
    office: Office | None = None,
    submissions: tuple[Submission, ...] = (),
    as_of: dt.date = AS_OF,
    cycle: Cycle = Cycle.MONTH,
) -> Run:
    """What the rules make of these rows; units and points as above.

    A quarter or a year is one that ends with the month of the as-of day.
    """
    office = office or builders.office(units=UNITS, points=POINTS)
    period = Period.holding(Month.of(as_of), cycle)
    outcome = builders.outcome(
        rows,
        as_of.isoformat(),
        month=str(period.months[-1]),
        within=office,
        submissions=submissions,
        cycle=cycle,
        with_gaps=True,
    )
    context = RegisterContext(builders.register(rows), office, catalog.ledgers(), as_of)
    return Run(period, context, submissions, outcome, FindingsByFile({}))


def with_settings(run: Run, **settings: str) -> Run:
    """The same run in an office whose 文书设置 say this."""
    office = replace(run.office, settings={**run.office.settings, **settings})
    return replace(run, context=replace(run.context, office=office))


def letters(run: Run, kind: str) -> list[Letter]:
    return list(documents_catalog.documents()[kind].letters(run))


def problem(number: int, **values: str) -> Values:
    """A problem of 区法院, raised on 2026-09-30: due on 2026-10-15, 12 working days late."""
    return {
        "问题编号": f"WT-法院-202609-{number:03d}",
        "走访编号": "ZF-法院-202609-001",
        "企业名称": FIRM,
        "提出日期": "2026-09-30",
        "问题描述": "下游客户拖欠货款42万元，已逾期8个月。",
        "问题类别": "合同债务",
        "职责归属": "本单位",
        "首访单位": "区法院",
        "主办单位": "区法院",
        "难易程度": "一般",
        "办理状态": "办理中",
        **values,
    }


def meeting(**values: str) -> Values:
    return {
        "会议编号": "HY-东岭-202611-001",
        "会议类型": "联席会议",
        "服务联系点": "东岭联系点",
        "召集人": "赵海峰",
        "拟开日期": "2026-11-12",
        "地点": "东岭工业园会议室",
        "议题": "三季度法治需求办理情况",
        "参会单位": "区法院、区检察院",
        "会议状态": "计划",
        **values,
    }


def few() -> Rows:
    """A quiet month: one late problem, one nearly due, one visit, one lecture, one meeting."""
    return {
        VISITS: [visit(1, "区法院", "2026-10-13"), visit(2, "区法院", "2026-09-15")],
        PROBLEMS: [
            problem(1),
            problem(
                2, 提出日期="2026-10-22", 首访单位="区司法局", 主办单位="区司法局", 难易程度="一般"
            ),
        ],
        MEETINGS: [meeting()],
        OUTREACH: [outreach(1, "区司法局")],
    }


def many(alerts: int) -> Rows:
    """A busy month: so many open problems, dealt out over the units, and all else besides."""
    firms = (
        FIRM,
        "西岭(集团)新能源汽车动力电池系统研究开发有限责任公司第二分公司",
        "岭东“老味道”餐饮店",
    )
    return {
        VISITS: [visit(n, UNITS[n % 5], f"2026-10-{8 + n % 20:02d}") for n in range(1, 23)]
        + [visit(n, UNITS[n % 4], f"2026-0{7 + n % 3}-15") for n in range(30, 50)],
        PROBLEMS: [
            problem(
                n,
                企业名称=firms[n % 3],
                提出日期=f"2026-10-{8 + n % 20:02d}",
                首访单位=UNITS[n % 5],
                主办单位=UNITS[n % 5],
                问题类别=("合同债务", "劳动用工", "知识产权", "执行")[n % 4],
                职责归属=("本单位", "跨政法单位", "非政法职责")[n % 3],
                问题描述="下游客户拖欠货款，企业多次催要没有结果，影响发放工资和购买原料，希望"
                "依法快立快审快执。" * (1 + n % 2),
            )
            for n in range(1, alerts + 1)
        ],
        MEASURES: [],
        FEEDBACK: [],
        DEMANDS: [demand(n) for n in range(1, 8)],
        MEETINGS: [
            meeting(),
            meeting(
                会议编号="HY-西岭-202610-001",
                服务联系点="西岭联系点",
                拟开日期="2026-10-20",
                实开日期="2026-10-20",
                会议状态="已召开",
                议定事项="由区法院开展一次买卖合同专题讲座",
                责任单位="区法院",
                完成时限="2026-11-20",
            ),
        ],
        OUTREACH: [outreach(n, UNITS[1 + n % 4]) for n in range(1, 7)],
        CASES: [
            {
                "案例编号": "AL-检察院-202610-001",
                "标题": "某公司员工侵占货款案",
                "送阅日期": "2026-10-26",
                "owner": "区检察院",
            }
        ],
        HEARINGS: [
            {
                "旁听编号": "PT-法院-202610-001",
                "案由": "买卖合同纠纷",
                "开庭日期": "2026-10-28",
                "实到人数": "7",
            }
        ],
    }


def visit(number: int, unit: str, on: str) -> Values:
    return {
        "走访编号": f"ZF-{unit[-2:]}-{on[:7].replace('-', '')}-{number:03d}",
        "走访日期": on,
        "走访单位": unit,
        "企业名称": f"岭东第{number}机械有限公司",
        "走访方式": "座谈" if number % 5 == 0 else "实地走访",
        "是否发现问题": "否",
        "owner": unit,
    }


def demand(number: int) -> Values:
    return {
        "需求编号": f"XQ-东岭-202610-{number:03d}",
        "服务联系点": POINTS[number % 2],
        "企业名称": FIRM,
        "需求来源": "联席会议" if number % 3 else "来电来访",
        "登记日期": f"2026-10-{20 + number:02d}",
        "需求内容": "希望上门讲解劳动合同管理，并审查用工制度。",
        "需求类别": "劳动用工" if number % 2 else "合规规章",
        "紧急程度": "复杂",
        "办理状态": "办理中",
        "owner": POINTS[number % 2],
    }


def outreach(number: int, unit: str) -> Values:
    return {
        "活动编号": f"XC-{unit[-2:]}-202610-{number:03d}",
        "活动日期": f"2026-10-{10 + number:02d}",
        "主办单位": unit,
        "活动形式": "法律讲座" if number % 2 else "政策宣讲",
        "主题": "企业用工风险防范",
        "园区或企业": "东岭工业园",
        "参加人数": str(40 + number),
        "资料份数": "100",
        "owner": unit,
    }
