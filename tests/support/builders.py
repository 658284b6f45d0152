"""Rows, registers, submissions and offices from a few words, for tests of every stage."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from fixed_office import OFFICE
from ledgerkit import office as offices
from ledgerkit import rules
from ledgerkit.findings.messages import finding
from ledgerkit.ledgers import catalog
from ledgerkit.model.columns import AnyColumn, Count, Date
from ledgerkit.model.outcome import Outcome, Step
from ledgerkit.model.period import Cycle, Month, Period
from ledgerkit.model.register import Entry, Fate, Register
from ledgerkit.model.row import Cell, Layout, RawRow, Row, Value
from ledgerkit.model.submission import FileState, RawFile, RawTable, Submission
from ledgerkit.office import FilingRule, Limit, Obligation, Office
from ledgerkit.rules.alert_changes import Levels
from ledgerkit.rules.context import RegisterContext

Values = Mapping[str, Value]
"""A row by column; days as ISO text, several names by 、. A column left out is empty."""
Rows = Mapping[str, Iterable[Values]]
"""Rows by ledger."""

VISITS, PROBLEMS, MEASURES, FEEDBACK = "走访日志", "走访问题清单", "解决措施清单", "回复反馈清单"
DEMANDS, MEETINGS, OUTREACH = "法治需求台账", "会议安排", "法治宣传台账"
CASES, HEARINGS = "典型案例台账", "旁听庭审台账"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def row(
    ledger: str,
    values: Values,
    *,
    unread: Iterable[str] = (),
    typed: Mapping[str, Cell] | None = None,
    path: str = "收件/表.xlsx",
    at: int = 5,
) -> Row:
    """A row as ``check`` would hand it on; ``unread`` columns were typed but could not be read.

    ``typed`` says of such columns what was typed.
    """
    typed_in = typed or {}
    table, unread = catalog.ledgers()[ledger], frozenset((*unread, *typed_in))
    unknown = {*values, *unread} - {column.name for column in table.columns}
    assert not unknown, unknown
    read = tuple(_value(column, values.get(column.name)) for column in table.columns)
    columns = {column.name: place for place, column in enumerate(table.columns)}
    layout = Layout(path, ledger, 3, columns, {})
    cells = tuple(
        "、".join(value) if isinstance(value, tuple) else typed_in.get(column.name, value)
        for column, value in zip(table.columns, read, strict=True)
    )
    return Row(RawRow(table, layout, at, cells), read, unread)


def _value(column: AnyColumn, value: Value) -> Value:
    if value is None or not isinstance(value, str):
        return value
    match column:
        case Date():
            return day(value)
        case Count():
            return int(value)
    return tuple(value.split("、")) if column.many else value


def submission(
    unit: str | None = "区法院",
    month: str | None = "2026-10",
    ledgers: Iterable[str] = (),
    rows: Iterable[Row] = (),
    *,
    path: str = "",
    filed_on: str | None = None,
    modified: str = "2026-11-02",
    nothing: bool = False,
    state: FileState = FileState.MERGED,
) -> Submission:
    """A file that came; its ledgers are those named and those of its rows."""
    rows = tuple(rows)
    held = dict.fromkeys([*ledgers, *(one.table.name for one in rows)])
    path = path or f"收件/{unit}-{month}-{'-'.join(held)}.xlsx"
    tables = tuple(
        RawTable(
            catalog.ledgers()[name],
            Layout(path, name, 3, {}, {}),
            "A4",
            tuple(one.raw for one in rows if one.table.name == name),
        )
        for name in held
    )
    raw = RawFile(
        path,
        hashlib.sha256(path.encode()).hexdigest(),
        dt.datetime.fromisoformat(modified),
        PurePosixPath(path).suffix.lstrip("."),
        state,
        tables,
    )
    return Submission(
        raw,
        unit,
        Month.parse(month) if month else None,
        day(filed_on) if filed_on else None,
        nothing,
        rows,
        (),
    )


def register(rows: Rows, *, owner: str = "区法院") -> Register:
    """What stands after merging these rows; a row without 编号 gets one, as “#1”.

    Besides columns, a row may give ``owner`` and ``unread`` (columns by 、).
    """
    entries: dict[str, dict[str, Entry]] = {name: {} for name in catalog.ledgers()}
    for name, many in rows.items():
        key_column = catalog.ledgers()[name].key.name
        for number, given in enumerate(many, start=1):
            values = dict(given)
            whose = str(values.pop("owner", owner))
            unread = str(values.pop("unread", "") or "")
            key = str(values.setdefault(key_column, f"#{number}"))
            made = row(name, values, unread=filter(None, unread.split("、")), at=3 + number)
            sent = submission(whose, ledgers=[name])
            entries[name][key] = Entry(key, made, whose, sent)
    return Register(entries, (), (), ())


def office(
    *,
    units: Iterable[str] = ("区法院", "公安陈仓分局", "区司法局"),
    points: Iterable[str] = ("东岭联系点",),
    limits: Mapping[tuple[str, str], Limit] | None = None,
    ladder: Iterable[Step] | None = None,
    obligations: Iterable[Obligation] | None = None,
    filings: Iterable[FilingRule] | None = None,
    holidays: Mapping[dt.date, bool] | None = None,
) -> Office:
    """The fixed office with these members; ``limits`` are added to its own."""
    return replace(
        OFFICE,
        units=tuple(offices.Member(name, name[-2:]) for name in units),
        points=tuple(offices.Member(name, name[:2]) for name in points),
        limits={**OFFICE.limits, **(limits or {})},
        ladder=OFFICE.ladder if ladder is None else tuple(ladder),
        obligations=OFFICE.obligations if obligations is None else tuple(obligations),
        filings=OFFICE.filings if filings is None else tuple(filings),
        holidays=holidays or {},
    )


def context(rows: Rows, as_of: str, within: Office | None = None) -> RegisterContext:
    return RegisterContext(register(rows), within or office(), catalog.ledgers(), day(as_of))


def outcome(
    rows: Rows,
    as_of: str,
    *,
    month: str = "2026-10",
    within: Office | None = None,
    submissions: Iterable[Submission] = (),
    fates: Iterable[tuple[Submission, tuple[Fate, ...]]] = (),
    before: Levels | None = None,
    cycle: Cycle = Cycle.MONTH,
    with_gaps: bool = False,
) -> Outcome:
    """What the rules conclude of these rows; ``with_gaps`` their gaps are open findings too."""
    merged = replace(register(rows), fates=tuple(fates))
    held = RegisterContext(merged, within or office(), catalog.ledgers(), day(as_of))
    gaps = rules.gaps(held)
    findings = [
        finding(gap.code, gap.row.place(gap.column), column=gap.column.name, key=gap.row.key)
        for gap in (gaps if with_gaps else ())
    ]
    return rules.conclude(
        held,
        tuple(submissions),
        Period.holding(Month.parse(month), cycle),
        gaps,
        findings,
        before,
    )
