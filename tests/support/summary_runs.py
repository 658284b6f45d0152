"""Runs made up for the tests of 总表: rows from plain words, registers, alerts and findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from fixed_office import OFFICE
from ledgerkit.findings.by_file import FindingsByFile
from ledgerkit.findings.messages import finding
from ledgerkit.ledgers import catalog
from ledgerkit.ledgers.problems import Problems
from ledgerkit.model.deadline import Gap
from ledgerkit.model.finding import Finding
from ledgerkit.model.ledger import Ledger
from ledgerkit.model.outcome import (
    Alert,
    Duty,
    DutyState,
    Filing,
    FilingState,
    Indicator,
    Outcome,
)
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.register import CellChange, Conflict, Entry, Register
from ledgerkit.model.row import Cell, Layout, RawRow, Row
from ledgerkit.model.submission import FileState, RawFile, Submission
from ledgerkit.rules.context import RegisterContext
from ledgerkit.rules.run import Run

MONTH = Month(2026, 10)
AS_OF = dt.date(2026, 10, 31)
HEADER = 3


def layout(table: str, path: str, sheet: str | None = None) -> Layout:
    """A sheet whose header stands in row 4, its columns in the declared order."""
    columns = {column.name: at for at, column in enumerate(catalog.ledgers()[table].columns)}
    return Layout(path, sheet or table, HEADER, columns, {})


def row(
    table: str,
    at: int = 5,
    path: str = "收件/区法院/台账.xlsx",
    *,
    sheet: str | None = None,
    unread: Mapping[str, Cell] | None = None,
    **values: Any,
) -> Row:
    """A row in Excel's row ``at``; ``unread`` gives what was typed in the cells that failed."""
    ledger = catalog.ledgers()[table]
    unread = unread or {}
    held = tuple(values.get(column.name) for column in ledger.columns)
    typed = tuple(
        unread.get(column.name, "、".join(value) if isinstance(value, tuple) else value)
        for column, value in zip(ledger.columns, held, strict=True)
    )
    raw = RawRow(ledger, layout(table, path, sheet), at - 1, typed)
    return Row(raw, held, frozenset(unread))


def submission(path: str, unit: str | None = "区法院", rows: Sequence[Row] = ()) -> Submission:
    raw = RawFile(path, "0" * 64, dt.datetime(2026, 11, 3, 9), "xlsx", FileState.MERGED)
    return Submission(raw, unit, MONTH, dt.date(2026, 11, 3), False, tuple(rows), ())


def entry(row: Row, owner: str = "区法院", key: str = "", **flags: bool) -> Entry:
    assert issubclass(row.table, Ledger)
    sent = submission(row.origin.path, owner, [row])
    return Entry(key or row.text(row.table.key), row, owner, sent, **flags)


def run(
    entries: Sequence[Entry] = (),
    *,
    alerts: Sequence[Alert] = (),
    duties: Sequence[Duty] = (),
    filings: Sequence[Filing] = (),
    gaps: Sequence[Gap] = (),
    indicators: Sequence[Indicator] = (),
    findings: Sequence[Finding] = (),
    changes: Sequence[CellChange] = (),
    conflicts: Sequence[Conflict] = (),
    waived: int = 0,
    **more: Any,
) -> Run:
    """A run of October 2026 on the shipped office; ``more`` goes to its outcome."""
    register: dict[str, dict[str, Entry]] = {name: {} for name in catalog.ledgers()}
    sent: dict[str, Submission] = {}
    for one in entries:
        register[one.ledger.name][one.key] = one
        sent.setdefault(one.submission.path, one.submission)
    by_path: dict[str, tuple[Finding, ...]] = {}
    for said in findings:
        by_path[said.place.path] = (*by_path.get(said.place.path, ()), said)
    return Run(
        Period.holding(MONTH, Cycle.MONTH),
        RegisterContext(
            Register(register, (), tuple(changes), tuple(conflicts)),
            OFFICE,
            catalog.ledgers(),
            AS_OF,
        ),
        tuple(sent.values()),
        Outcome(
            MONTH,
            AS_OF,
            tuple(alerts),
            tuple(duties),
            tuple(filings),
            tuple(gaps),
            tuple(indicators),
            **more,
        ),
        FindingsByFile(by_path),
        waived=waived,
    )


def alert(of: Entry, level: str, days_late: int, unit: str = "", matter: str = "办理") -> Alert:
    step = next(step for step in OFFICE.ladder if step.level == level)
    due = AS_OF - dt.timedelta(days=max(days_late, 0))
    return Alert(
        of,
        matter,
        unit or of.owner,
        step,
        dt.date(2026, 9, 30),
        due,
        days_late,
        "2026-09-30 提出,一般 7 个工作日,10月1日—7日放假、10月10日上班,应于 2026-10-15 前办结",
    )


def duty(name: str, who: str, state: DutyState, done: int, rows: Sequence[str] = ()) -> Duty:
    period = Period.holding(MONTH, Cycle.MONTH)
    return Duty(name, who, period, 1, done, state, True, tuple(rows))


def values_of(row: Row) -> dict[str, Any]:
    return {column.name: row[column] for column in row.table.columns}


def problem(
    number: int,
    unit: str = "法院",
    at: int = 5,
    *,
    unread: Mapping[str, Cell] | None = None,
    **values: Any,
) -> Row:
    """A problem of 走访问题清单 that is being handled."""
    given: dict[str, Any] = {
        "问题编号": f"WT-{unit}-202610-{number:03d}",
        "走访编号": f"ZF-{unit}-202610-001",
        "企业名称": "岭东精密机械有限公司",
        "提出日期": dt.date(2026, 10, 13),
        "问题描述": "下游客户拖欠货款 42 万元,已逾期 8 个月。",
        "问题类别": "合同债务",
        "职责归属": "本单位",
        "首访单位": "区法院",
        "主办单位": "区法院",
        "难易程度": "一般",
        "办理状态": "办理中",
        **values,
        **dict.fromkeys(unread or (), None),
    }
    path = f"收件/{unit}/三张清单-2026-10.xlsx"
    return row("走访问题清单", at, path, unread=unread, **given)


CATEGORIES = ("合同债务", "劳动用工", "知识产权", "执行", "融资", "土地工程", "其他")
UNITS = {
    "区委政法委": "政法委",
    "区法院": "法院",
    "区检察院": "检察院",
    "公安陈仓分局": "公安",
    "区司法局": "司法局",
}


def rich() -> Run:
    """A district with alerts of all levels, findings, changes, a conflict and a 暂编号."""
    problems = _problems()
    visits = [_visit(number, unit) for number, unit in enumerate(UNITS, 1)]
    first = problems[0].row
    later = problem(1, "公安", 30, **values_of(first) | {"问题描述": "货款已还 20 万元。"})
    returned = problem(1, "公安", 7, 问题描述="厂区周边夜间停车混乱。")
    unnumbered = problem(98, 问题编号=None, 办理状态="已受理")
    provisional = entry(unnumbered, key="暂-1a2b3c", provisional=True)
    bad = entry(problem(99, "司法局", 31, unread={"提出日期": "3月上旬"}), "区司法局")
    levels = [("通报", 12), ("督办", 6), ("催办", 2), ("临期提醒", -1), ("催办", 1), ("督办", 5)]
    alerts = [
        alert(one, *level) for one, level in zip(problems, levels * 3, strict=False) if one.key
    ]
    gap = Gap("problem-without-measure", problems[2].row, Problems.key)
    states = list(DutyState)
    members = [*UNITS, *(point.name for point in OFFICE.points)]
    return run(
        [*visits, *problems, provisional, bad, *_others()],
        alerts=alerts[:13],
        duties=[
            duty(name, who, states[(at + shift) % 5], shift % 3, [f"ZF-法院-202610-{shift:03d}"])
            for at, name in enumerate(("走访", "法治宣传", "联席会议", "典型案例", "旁听庭审"))
            for shift, who in enumerate(members)
        ],
        filings=[
            Filing(
                name,
                who,
                MONTH,
                dt.date(2026, 11, 5),
                state,
                dt.date(2026, 11, 3) if state is not FilingState.MISSING else None,
                f"收件/{who}/{name}.xlsx" if state is not FilingState.MISSING else "",
            )
            for name in ("走访日志", "三张清单")
            for who, state in zip(members, list(FilingState) * 2, strict=False)
        ],
        gaps=[gap],
        indicators=[
            *_indicators(visits, problems),
            Indicator("many", "很多行", 3000, tuple(f"WT-法院-202610-{n}" for n in range(3000))),
        ],
        findings=_findings(problems, bad, gap),
        changes=[CellChange(first.text(Problems.key), Problems.description.name, first, later)],
        conflicts=[Conflict("WT-法院-202610-001", first, returned)],
        waived=2,
    )


def _problems() -> list[Entry]:
    made = []
    for number in range(1, 22):
        unit = list(UNITS)[number % 5]
        closed = number % 4 == 0
        made.append(
            entry(
                problem(
                    number,
                    UNITS[unit],
                    4 + number,
                    首访单位=unit,
                    主办单位=unit,
                    协办单位=("区司法局", "区人社局") if number % 3 else None,
                    提出日期=AS_OF - dt.timedelta(days=number * 2),
                    问题类别=CATEGORIES[number * (number + 1) // 2 % len(CATEGORIES)],
                    办理状态="已办结" if closed else "办理中",
                    办结日期=AS_OF - dt.timedelta(days=1) if closed else None,
                ),
                unit,
                disputed=number == 1,
            )
        )
    return made


def _indicators(visits: Sequence[Entry], problems: Sequence[Entry]) -> list[Indicator]:
    """The figures of 看板, and a rate."""
    unsettled = [one for one in problems if one.row[Problems.status] != "已办结"]
    counted = [
        ("visits", "本月走访次数", visits),
        ("firms-visited", "本月走访企业数", visits),
        ("problems-raised", "本月提出问题数", problems[:15]),
        ("problems-total", "累计问题数", problems),
        ("problems-open", "在办问题数", unsettled),
        ("problems-closed-total", "累计办结问题数", problems[3::4]),
    ]
    plain = [
        ("demands-registered", "本月登记需求数", 3),
        ("demands-open", "在办需求数", 2),
        ("outreach-activities", "本月法治宣传活动数", 4),
        ("outreach-people", "本月法治宣传参加人数", 312),
        ("outreach-targeted", "本月针对走访问题的宣传数", 3),
        ("meetings-held", "本月召开会议数", 5),
        ("meetings-joint", "本月召开联席会议数", 4),
        ("closing-rate", "累计办结率(%)", 23.8),
    ]
    return [
        *(
            Indicator(id, name, len(entries), tuple(one.key for one in entries))
            for id, name, entries in counted
        ),
        *(Indicator(id, name, value, ()) for id, name, value in plain),
    ]


def _visit(number: int, unit: str) -> Entry:
    return entry(
        row(
            "走访日志",
            4 + number,
            f"收件/{UNITS[unit]}/10月/走访日志 (1)#最终版.xlsx",
            走访编号=f"ZF-{UNITS[unit]}-202610-001",
            走访日期=dt.date(2026, 10, 8 + number),
            走访单位=(unit, "区司法局"),
            企业名称=f"岭东第{number}机械有限公司",
            走访人员=("张晓明", "李文"),
            联系电话="13800000000",
            走访主要情况="了解企业三季度生产经营情况,企业反映一笔货款长期未收回。" * 3,
            是否发现问题="是",
            问题编号=(f"WT-{UNITS[unit]}-202610-001",),
        ),
        unit,
    )


def _others() -> list[Entry]:
    outreach = row(
        "法治宣传台账",
        5,
        "收件/司法局/宣传.xlsx",
        活动编号="XC-司法局-202610-001",
        活动日期=dt.date(2026, 10, 16),
        主办单位=("区司法局",),
        活动形式="法律讲座",
        主题="企业用工风险防范",
        园区或企业=("东岭工业园",),
        参加人数=45,
    )
    hearing = row(
        "旁听庭审台账",
        5,
        "收件/法院/旁听.xlsx",
        旁听编号="PT-法院-202610-001",
        案由="买卖合同纠纷",
        开庭日期=dt.date(2026, 10, 28),
        开庭时间=dt.time(9, 30),
        法庭="第三审判庭",
        是否公开审理="是",
        邀请企业=("岭东精密机械有限公司",),
        邀请人数=8,
    )
    demand = row(
        "法治需求台账",
        5,
        "收件/第一/需求.xlsx",
        需求编号="XQ-第一-202610-001",
        服务联系点="第一服务联系点",
        企业名称="岭东精密机械有限公司",
        需求来源="联席会议",
        登记日期=dt.date(2026, 9, 30),
        需求内容="希望上门讲解劳动合同管理。",
        需求类别="劳动用工",
        紧急程度="一般",
        办理状态="办理中",
    )
    return [
        entry(outreach, "区司法局"),
        entry(hearing, "区法院"),
        entry(demand, "第一服务联系点"),
    ]


def _findings(problems: Sequence[Entry], bad: Entry, gap: Gap) -> list[Finding]:
    unread = bad.row.place(Problems.raised_on)
    return [
        finding(
            "date-unreadable",
            unread,
            column="提出日期",
            typed="3月上旬",
            key=bad.key,
            example="2026-03-01",
        ),
        finding(
            "phone-odd",
            problems[1].row.place(Problems.firm),
            column="企业名称",
            typed="1380000",
            key=problems[1].key,
            example="13800000000",
        ),
        finding(
            gap.code,
            gap.row.place(gap.column),
            column=gap.column.name,
            typed=gap.row.text(gap.column),
            key=gap.row.text(Problems.key),
        ),
        finding("file-damaged", replace(unread, path="收件/公安/坏的.xlsx", sheet=None, cell=None)),
        finding(
            "required-empty",
            problems[3].row.place(Problems.lead_unit),
            column="主办单位",
            key=problems[3].key,
            example="区法院",
        ).resolve(),
    ]
