"""What a person reads at the end of a command: counts, what was written, the next step."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ledgerkit.faces.folding import fold
from ledgerkit.jobs.new import NewReport
from ledgerkit.jobs.report import CheckReport, MonthReport
from ledgerkit.model.finding import unsettled
from ledgerkit.model.register import Fate
from ledgerkit.model.submission import FileState
from ledgerkit.store import RECORD, ResultsBusy, ResultsUnwritable, Stored


def speak_any_language() -> None:
    """Let a console with a narrow encoding show what it can instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def json(text: str) -> None:
    """JSON alone on standard output, always UTF-8."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def new(report: NewReport) -> None:
    """The end of ``ledgerkit new``."""
    for name in report.made:
        click.echo(f"已写 {report.folder / name}")
    kept = f",{report.kept} 个原来就有,没有动" if report.kept else ""
    click.echo(f"共写 {len(report.made)} 个文件{kept}。")
    click.echo("下一步:填好 名录.xlsx,把空白表发给各单位;收回的表放进 收件,再双击 汇总.cmd。")


def templates(paths: Sequence[Path]) -> None:
    """The end of ``ledgerkit templates``."""
    for path in paths:
        click.echo(f"已写 {path}")


def check(report: CheckReport) -> None:
    """The end of ``ledgerkit check``: every finding, then the counts."""
    for path, said in report.findings.items():
        findings = unsettled(said)
        repairs = report.repairs.get(path, ())
        if not findings and not repairs:
            continue
        click.echo(path)
        for line in fold(findings):
            click.echo(f"  {line}")
        if repairs:
            click.echo(f"  已自动规范 {len(repairs)} 处,不用改")
    for stored in report.copies:
        click.echo(f"已写 {stored.path}")
    files = len(report.findings)
    click.echo(
        f"共 {files} 个文件、{report.rows} 行,必须改 {report.must} 处,请核对 {report.look} 处。"
    )
    click.echo("改好后再检查一次。" if report.must else "没有必须改的,可以报送。")


def month(report: MonthReport) -> None:
    """The end of ``ledgerkit month``."""
    for line in (*_said(report), *_written(report), *_counts(report), _next_step(report)):
        click.echo(line)


def _said(report: MonthReport) -> Iterator[str]:
    for finding in report.run.office.findings:
        yield finding.message
    for stored in report.stored:
        if stored.note:
            yield stored.note


def _written(report: MonthReport) -> Iterator[str]:
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
    states = Counter(one.state for one in report.run.submissions)
    unread = states[FileState.UNREADABLE] + states[FileState.UNRECOGNISED]
    zero = states[FileState.ZERO_REPORT]
    yield (
        f"共收 {len(report.run.submissions)} 个文件:读入 {states[FileState.MERGED] + zero} 个"
        f"(其中零报告 {zero} 个),读不了 {unread} 个,略过 {states[FileState.SKIPPED]} 个。"
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
    said = "、".join(f"{level} {levels[level]} 件" for level in steps if levels[level])
    yield f"预警:{said}。" if said else "没有到期或逾期的事项。"


def _next_step(report: MonthReport) -> str:
    if report.must:
        return "下一步:把“退回修改”里的副本发回各单位,改好的放进 收件 后再运行一次;文书核对后签发。"
    return "下一步:看 总表.xlsx 的“看板”,文书核对后签发。"


def refusal(error: Exception) -> str:
    """Why a command did not begin."""
    if isinstance(error, ResultsBusy):
        return f"另一次汇总正在写 {error},请等它结束后再运行。"
    if isinstance(error, ResultsUnwritable):
        return f"“{error}”写不进去,请换一个文件夹,或用 --out 另指一个。"
    return str(error)
