"""``ledgerkit month``, ``quarter`` and ``year``: one command over periods of three lengths."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from ledgerkit.faces import arguments
from ledgerkit.faces.chinese import ChineseCommand
from ledgerkit.faces.commands import options
from ledgerkit.faces.ending import GOOD, MUST_MEND
from ledgerkit.faces.progress import Bars
from ledgerkit.faces.show import print_json
from ledgerkit.intake.inbox import RECEIVED
from ledgerkit.model.period import Cycle, Period
from ledgerkit.model.register import Fate
from ledgerkit.model.submission import FileState
from ledgerkit.run.month import run_period
from ledgerkit.run.report import MonthReport
from ledgerkit.run.store import RECORD, Stored


def _command(name: str, cycle: Cycle, help: str) -> click.Command:
    """The command of a cycle."""
    word, written = arguments.PERIODS[cycle]

    @click.command(
        name, cls=ChineseCommand, help=help, epilog=f"例:ledgerkit {name} 陈仓区 --{name} {written}"
    )
    @click.argument("folder", metavar="办公文件夹", type=options.EXISTING_FOLDER)
    @click.option(
        f"--{name}",
        "period",
        type=options.period(cycle),
        metavar=word,
        required=True,
        help=f"汇总哪个{word},例如 {written}。",
    )
    @click.option(
        "--as-of",
        type=options.DAY,
        metavar="日期",
        help=f"算到哪一天;默认今天,已过的{word}算到末日。",
    )
    @click.option(
        "--out", type=options.FOLDER, metavar="文件夹", help=f"结果写到哪里,默认 结果/{written}。"
    )
    @click.option("--strict", is_flag=True, help="有必须改的就以退出码 1 结束。")
    @click.option("--json", "as_json", is_flag=True, help="只输出运行记录(JSON)。")
    @options.documents(cycle)
    @options.jobs
    def command(
        folder: Path,
        period: Period,
        as_of: dt.date | None,
        out: Path | None,
        strict: bool,
        as_json: bool,
        documents: tuple[str, ...],
        jobs: int | None,
    ) -> None:
        """Run a period on an office folder."""
        with Bars() as bars:
            report = run_period(
                folder,
                period,
                arguments.as_of(as_of, period.last),
                out=arguments.target(out, folder / RECEIVED),
                documents=documents,
                jobs=jobs,
                progress=bars,
            )
        if as_json:
            print_json(report.record)
        else:
            show(report)
        sys.exit(MUST_MEND if strict and report.must else GOOD)

    return command


month = _command(
    "month", Cycle.MONTH, "汇总一个月:写出总表、批注副本、预警文书、会议通知和月度情况通报。"
)
quarter = _command(
    "quarter", Cycle.QUARTER, "汇总一个季度:用各月报来的表写出季度总表和季度分析研判报告。"
)
year = _command("year", Cycle.YEAR, "汇总一年:用各月报来的表写出全年总表和全年的文书。")


def show(report: MonthReport) -> None:
    """What was said and written, the counts, and the next step."""
    for line in lines(report):
        click.echo(line)


def lines(report: MonthReport) -> Iterator[str]:
    """What the command says, line by line; the window and the button say the same."""
    yield from notes(report)
    yield from written(report)
    yield from closing(report)


def closing(report: MonthReport) -> Iterator[str]:
    """The counts, and the next step."""
    yield from _counts(report)
    yield _next_step(report)


def notes(report: MonthReport) -> Iterator[str]:
    """What there is to say of 名录 and of files that could not be written as they should."""
    for finding in report.notices:
        yield finding.message
    for stored in report.stored:
        if stored.note:
            yield stored.note


def written(report: MonthReport) -> Iterator[str]:
    """Where the results are, and how many of each kind."""
    yield f"写在 {report.folder}:"
    kinds: dict[str, list[Stored]] = {}
    for stored in report.stored:
        kinds.setdefault(stored.kind, []).append(stored)
    for kind, files in kinds.items():
        folder = files[0].path.split("/")[0]
        what = files[0].path if len(files) == 1 else f"{folder}/ 共 {len(files)} 份"
        yield f"  {kind}  {what}"
    yield f"  运行记录  {RECORD}"


def _counts(report: MonthReport) -> Iterator[str]:
    states = Counter(file.state for file in report.run.submissions)
    unread = states[FileState.UNREADABLE] + states[FileState.UNRECOGNISED]
    zero = states[FileState.ZERO_REPORT]
    yield (
        f"共收 {len(report.run.submissions)} 个文件:读入 {states[FileState.MERGED] + zero} 个"
        f"(其中零报告 {zero} 个),读不了 {unread} 个,略过 {states[FileState.SKIPPED]} 个"
        f"{_again(len(report.run.register.copies))}。"
    )
    yield (
        f"共读 {report.rows()} 行 = 已汇总 {report.rows(Fate.MERGED)}"
        f" + 退回 {report.rows(Fate.RETURNED)} + 重复 {report.rows(Fate.IDENTICAL)}"
        f" + 被更新 {report.rows(Fate.SUPERSEDED)}。"
    )
    waived = f",豁免 {report.run.waived} 处" if report.run.waived else ""
    yield f"必须改 {report.must} 处,请核对 {report.look} 处{waived}。"
    levels = Counter(alert.step.level for alert in report.run.outcome.alerts)
    steps = (step.level for step in reversed(report.run.office.ladder))
    alerts = "、".join(f"{level} {levels[level]} 件" for level in steps if levels[level])
    yield f"预警:{alerts}。" if alerts else "没有到期或逾期的事项。"


def _again(copies: int) -> str:
    """How many files came more than once, under whatever names."""
    return f";有 {copies} 个与另一个文件完全相同,只算一次" if copies else ""


def _next_step(report: MonthReport) -> str:
    if report.must and report.run.cycle is Cycle.MONTH:
        return "下一步:把“退回修改”里的副本发回各单位,改好的放进 收件 后再运行一次;文书核对后签发。"
    return "下一步:看 总表.xlsx 的“看板”,文书核对后签发。"
