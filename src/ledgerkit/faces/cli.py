"""The command line: parse, call a job, show its report. Names English, help and output Chinese."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from ledgerkit import __version__
from ledgerkit.faces import show
from ledgerkit.faces.chinese import ChineseCommand, ChineseGroup, DayType, MonthType, wrong_call
from ledgerkit.faces.fault import tell_fault
from ledgerkit.faces.progress import Bars
from ledgerkit.jobs.check import run_check
from ledgerkit.jobs.directory import DirectoryUnreadable
from ledgerkit.jobs.intake import RECEIVED
from ledgerkit.jobs.month import run_month
from ledgerkit.jobs.new import make_office, write_templates
from ledgerkit.model.period import Month
from ledgerkit.store import ResultsBusy, ResultsUnwritable, to_json

GOOD, MUST_MEND, WRONG_CALL, FAULT = 0, 1, 2, 3
_FOLDER = click.Path(file_okay=False, path_type=Path)
_JOBS = click.IntRange(min=1)
_EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_EXISTING = click.Path(exists=True, path_type=Path)


@click.group(
    cls=ChineseGroup,
    subcommand_metavar="命令 …",
    help="读懂各单位报来的 Excel/WPS 台账,汇总、催办、写文书。",
)
@click.version_option(__version__, message="ledgerkit %(version)s", help="显示版本。")
def cli() -> None:
    """All commands."""


@cli.command(
    cls=ChineseCommand,
    help="新建办公文件夹:名录、各单位的空白表、收件和结果文件夹;再运行只补缺少的。",
    epilog="例:ledgerkit new 陈仓区 --month 2026-11",
)
@click.argument("folder", metavar="文件夹", type=_FOLDER)
@click.option(
    "--month", type=MonthType(), metavar="月份", help="写进空白表的填报月份,例如 2026-11。"
)
def new(folder: Path, month: Month | None) -> None:
    """``ledgerkit new``."""
    with Bars() as bars:
        report = make_office(folder, month, progress=bars)
    show.new(report)


@cli.command(
    cls=ChineseCommand,
    help="检查表格:指出要改的格子、原来填的内容和改法。退出码:0 没有必须改的,1 有。",
    epilog="例:ledgerkit check 区法院走访日志.xlsx --office 陈仓区",
)
@click.argument("paths", metavar="文件或文件夹…", type=_EXISTING, nargs=-1, required=True)
@click.option(
    "--office", type=_EXISTING_FOLDER, metavar="文件夹", help="办公文件夹:按其中的名录和收件核对。"
)
@click.option("--out", type=_FOLDER, metavar="文件夹", help="把批注副本写到这个文件夹。")
@click.option("--json", "as_json", is_flag=True, help="只输出 JSON。")
@click.option("--jobs", type=_JOBS, metavar="个数", help="同时读几个文件,默认按处理器个数。")
def check(
    paths: tuple[Path, ...], office: Path | None, out: Path | None, as_json: bool, jobs: int | None
) -> None:
    """``ledgerkit check``."""
    _refuse_received(out, *(path for path in paths if path.is_dir()))
    with Bars() as bars:
        report = run_check(paths, office, out=out, jobs=jobs, progress=bars)
    if as_json:
        show.json(to_json(report.record))
    else:
        show.check(report)
    sys.exit(MUST_MEND if report.must else GOOD)


@cli.command(
    cls=ChineseCommand,
    help="汇总一个月:写出总表、批注副本、预警文书、会议通知和月度情况通报。",
    epilog="例:ledgerkit month 陈仓区 --month 2026-10",
)
@click.argument("folder", metavar="办公文件夹", type=_EXISTING_FOLDER)
@click.option(
    "--month", type=MonthType(), metavar="月份", required=True, help="汇总到哪个月,例如 2026-10。"
)
@click.option(
    "--as-of", type=DayType(), metavar="日期", help="算到哪一天;默认今天,已过的月份算到月末。"
)
@click.option("--out", type=_FOLDER, metavar="文件夹", help="结果写到哪里,默认 结果/月份。")
@click.option("--strict", is_flag=True, help="有必须改的就以退出码 1 结束。")
@click.option("--json", "as_json", is_flag=True, help="只输出运行记录(JSON)。")
@click.option("--jobs", type=_JOBS, metavar="个数", help="同时读几个文件,默认按处理器个数。")
def month(
    folder: Path,
    month: Month,
    as_of: dt.date | None,
    out: Path | None,
    strict: bool,
    as_json: bool,
    jobs: int | None,
) -> None:
    """``ledgerkit month``."""
    _refuse_received(out, folder / RECEIVED)
    as_of = as_of or min(dt.date.today(), month.last)
    with Bars() as bars:
        report = run_month(folder, month, as_of, out=out, jobs=jobs, progress=bars)
    if as_json:
        show.json(to_json(report.record))
    else:
        show.month(report)
    sys.exit(MUST_MEND if strict and report.must else GOOD)


@cli.command(
    cls=ChineseCommand,
    help="按台账声明重新生成空白表和名录的模板。",
    epilog="例:ledgerkit templates --out templates/xlsx",
)
@click.option(
    "--out",
    type=_FOLDER,
    metavar="文件夹",
    default=Path("templates", "xlsx"),
    help="写到哪里,默认 templates/xlsx。",
)
def templates(out: Path) -> None:
    """``ledgerkit templates``."""
    show.templates(write_templates(out))


def _refuse_received(out: Path | None, *received: Path) -> None:
    """Results among the received files would be read as received files the next time."""
    for folder in received:
        if out and out.resolve().is_relative_to(folder.resolve()):
            raise click.UsageError(f"--out 不能在 {folder} 里面,请换一个文件夹")


def main() -> None:
    """Run the command line; exit status 2 for a wrong call, 3 for a fault of the program."""
    show.speak_any_language()
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("已中断。", err=True)
        sys.exit(FAULT)
    except click.ClickException as error:
        click.echo(wrong_call(error), err=True)
        sys.exit(WRONG_CALL)
    except (DirectoryUnreadable, ResultsBusy, ResultsUnwritable) as error:
        click.echo(show.refusal(error), err=True)
        sys.exit(WRONG_CALL)
    except Exception as error:
        click.echo(tell_fault(error), err=True)
        sys.exit(FAULT)
