"""``ledgerkit trace``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from ledgerkit.faces import arguments
from ledgerkit.faces.chinese import ChineseCommand
from ledgerkit.faces.commands import options
from ledgerkit.faces.progress import Bars
from ledgerkit.findings.messages import EMPTY, quote
from ledgerkit.model.columns import Column
from ledgerkit.model.place import Origin
from ledgerkit.model.register import CellChange, Conflict, Entry, Fate
from ledgerkit.model.row import Row
from ledgerkit.rules.deadlines import standing
from ledgerkit.rules.timeline import Closing, Event, RunningClock
from ledgerkit.run.trace import Standing, Trace, Version, trace

_FATES = {
    Fate.MERGED: "现用",
    Fate.SUPERSEDED: "已被后报的更新",
    Fate.IDENTICAL: "与现用的相同",
    Fate.RETURNED: "退回",
}


@click.command(
    "trace",
    cls=ChineseCommand,
    help="查一个编号的来龙去脉:各表、各文件、各月的记录和期限的算法。不写任何文件。",
    epilog="例:ledgerkit trace 陈仓区 WT-法院-202610-001",
)
@click.argument("folder", metavar="办公文件夹", type=options.EXISTING_FOLDER)
@click.argument("key", metavar="编号")
@click.option("--as-of", type=options.DAY, metavar="日期", help="算到哪一天,默认今天。")
@options.jobs
def command(folder: Path, key: str, as_of: dt.date | None, jobs: int | None) -> None:
    """Print the life of one item."""
    with Bars() as bars:
        found = trace(folder, key, arguments.as_of(as_of), jobs=jobs, progress=bars)
    for line in lines(found):
        click.echo(line)


def lines(found: Trace) -> Iterator[str]:
    """The whole story, a line for each fact."""
    entry = found.timeline.entry
    yield f"{entry.key}  {entry.ledger.name}  {entry.owner}(截至 {found.run.as_of})"
    yield from _part("本件", _gist(entry))
    yield from _part("经过", map(_event, found.timeline.events))
    yield from _part("期限", _clocks(found))
    yield from _part("相关各行", (_row(row) for row in found.timeline.rows if row is not entry))
    yield from _part("报来的各版", map(_version, found.versions))
    yield from _part("改动", map(_change, found.changes))
    yield from _part("冲突", map(_conflict, found.conflicts))
    yield from _part("待改", (finding.message for finding in found.findings))
    yield from _part("历次预警", map(_standing, found.standings))


def _part(title: str, facts: Iterable[str]) -> Iterator[str]:
    """A heading with its lines; nothing where there are none."""
    for at, line in enumerate(facts):
        if not at:
            yield title
        yield f"  {line}"


def _gist(entry: Entry) -> Iterator[str]:
    """Everything that was filled in."""
    row = entry.row
    for column in entry.ledger.filled_in:
        if row.could_not_be_read(column):
            yield f"{column.name}:{quote(row.raw.typed(column))}(读不出)"
        elif text := row.text(column):
            yield f"{column.name}:{text}"


def _event(event: Event) -> str:
    coming = "(尚未到)" if event.to_come else ""
    return f"{event.day}  {event.entry.ledger.name} {event.entry.key}  {event.column}{coming}"


def _clocks(found: Trace) -> Iterator[str]:
    if found.timeline.closing:
        yield _closing(found.timeline.closing)
    for clock in found.timeline.clocks:
        yield _clock(clock, found.run.as_of)


def _closing(closing: Closing) -> str:
    verdict = "按时办结" if closing.day <= closing.due else "逾期办结"
    return f"办理:{closing.reckoning};{closing.day} {verdict}"


def _clock(clock: RunningClock, as_of: dt.date) -> str:
    level = f",{clock.step.level}" if clock.step else ""
    state = standing(clock.days_late, clock.due, as_of)
    matter, key = clock.deadline.matter, clock.entry.key
    return f"{matter}({key}):{clock.reckoning};{state}{level}"


def _row(entry: Entry) -> str:
    gist = entry.row.text(entry.ledger.gist)
    return f"{entry.key}  {entry.ledger.name}  {gist}  ← {_origin(entry.row.origin)}"


def _origin(origin: Origin) -> str:
    return f"{origin.path}「{origin.sheet}」{origin.row} 行"


def _version(version: Version) -> str:
    month = version.submission.month or "月份不明"
    origin = _origin(version.row.origin)
    return f"{month}  {version.row.key}  {origin}  {_FATES[version.fate]}"


def _change(change: CellChange) -> str:
    column = change.after.table.column(change.column)
    before, after = (_cell(row, column) for row in (change.before, change.after))
    return f"{change.key}  {change.column}:{before} → {after}"


def _conflict(conflict: Conflict) -> str:
    standing, returned = (row.origin for row in (conflict.standing, conflict.returned))
    return f"{conflict.key}  暂用 {_origin(standing)},退回 {_origin(returned)}"


def _cell(row: Row, column: Column[Any]) -> str:
    """What was typed, and where."""
    place, typed = row.place(column), quote(row.raw.typed(column))
    quoted = typed if typed == EMPTY else f"“{typed}”"
    return f"{quoted}({place.path}「{place.sheet}」{place.cell or ''})"


def _standing(alert: Standing) -> str:
    late = f"逾期 {alert.days_late} 个工作日" if alert.days_late > 0 else "尚未逾期"
    return f"{alert.run}(截至 {alert.as_of})  {alert.key}  {alert.level},{late}"
