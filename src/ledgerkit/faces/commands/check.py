"""``ledgerkit check``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from ledgerkit.faces import arguments
from ledgerkit.faces.chinese import ChineseCommand
from ledgerkit.faces.commands import options
from ledgerkit.faces.ending import GOOD, MUST_MEND
from ledgerkit.faces.folding import Fold, folded
from ledgerkit.faces.progress import Bars
from ledgerkit.faces.show import print_json
from ledgerkit.run.check import run_check
from ledgerkit.run.report import CheckReport


@click.command(
    "check",
    cls=ChineseCommand,
    help="检查表格:指出要改的格子、原来填的内容和改法。退出码:0 没有必须改的,1 有。",
    epilog="例:ledgerkit check 区法院走访日志.xlsx --office 陈仓区",
)
@click.argument("paths", metavar="文件或文件夹…", type=options.EXISTING, nargs=-1, required=True)
@click.option(
    "--office",
    type=options.EXISTING_FOLDER,
    metavar="文件夹",
    help="办公文件夹:按其中的名录和收件核对。",
)
@click.option("--out", type=options.FOLDER, metavar="文件夹", help="把批注副本写到这个文件夹。")
@click.option("--json", "as_json", is_flag=True, help="只输出 JSON。")
@options.jobs
def command(
    paths: tuple[Path, ...], office: Path | None, out: Path | None, as_json: bool, jobs: int | None
) -> None:
    """Check files and folders."""
    out = arguments.target(out, *(path for path in paths if path.is_dir()))
    with Bars() as bars:
        report = run_check(paths, office, out=out, jobs=jobs, progress=bars)
    if as_json:
        print_json(report.record)
    else:
        show(report)
    sys.exit(MUST_MEND if report.must else GOOD)


def show(report: CheckReport) -> None:
    """Every finding, then the counts."""
    for line in lines(report):
        click.echo(line)


def lines(report: CheckReport) -> Iterator[str]:
    """What the command says, line by line; the window and the button say the same."""
    for path, folds in by_file(report):
        yield path
        yield from (f"  {fold.line}" for fold in folds)
        if tidied := repaired(report, path):
            yield f"  {tidied}"
    yield from (f"已写 {stored.path}" for stored in report.copies)
    yield from closing(report)


def by_file(report: CheckReport) -> Iterator[tuple[str, list[Fold]]]:
    """(path, findings with repeats folded) of every file of which there is something to say."""
    for path, findings in report.findings.open_by_file.items():
        if findings or report.repairs.get(path):
            yield path, list(folded(findings))


def repaired(report: CheckReport, path: str) -> str:
    """How much of a file was put in order while reading; "" for nothing."""
    repairs = report.repairs.get(path, ())
    return f"已自动规范 {len(repairs)} 处,不用改" if repairs else ""


def closing(report: CheckReport) -> Iterator[str]:
    """The counts, and the next step."""
    yield (
        f"共 {len(report.findings)} 个文件、{report.rows} 行,"
        f"必须改 {report.must} 处,请核对 {report.look} 处。"
    )
    yield "改好后再检查一次。" if report.must else "没有必须改的,可以报送。"
