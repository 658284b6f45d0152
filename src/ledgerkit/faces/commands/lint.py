"""``ledgerkit lint``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ledgerkit.faces.chinese import ChineseCommand
from ledgerkit.faces.commands import options
from ledgerkit.faces.ending import GOOD, MUST_MEND
from ledgerkit.faces.show import print_json

if TYPE_CHECKING:
    from ledgerkit.papers.lint import LintReport

_NOT_THERE = "word-inaccessible"


@click.command(
    "lint",
    cls=ChineseCommand,
    help="按 GB/T 9704-2012 检查 Word 文书或模板的格式,模板还检查标签;不改文件。"
    "退出码:0 全部符合,1 有不符或读不了的。",
    epilog="例:ledgerkit lint 结果/2026-10/文书/通报-区法院.docx",
)
@click.argument("paths", metavar="文件或文件夹…", type=options.EXISTING, nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="只输出 JSON。")
def command(paths: tuple[Path, ...], as_json: bool) -> None:
    """Hold documents against the standard."""
    from ledgerkit.papers.lint import missing_fonts

    reports = [_report(path) for path in _files(paths)]
    if not reports:
        raise click.UsageError("文件夹里没有 .docx 文件")
    fonts = missing_fonts(reports)
    if as_json:
        print_json({"files": [_record(report) for report in reports], "fonts": fonts})
    else:
        for report in reports:
            show(report)
        for line in _closing(reports, fonts):
            click.echo(line)
    wrong = any(report.failed or report.refused for report in reports)
    sys.exit(MUST_MEND if wrong else GOOD)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, and the documents below the folders named; no lock files."""
    for path in paths:
        if path.is_dir():
            found = (file for file in path.rglob("*") if file.suffix.lower() == ".docx")
            yield from sorted(file for file in found if not file.name.startswith(("~$", ".~")))
        else:
            yield path


def _report(path: Path) -> LintReport:
    from ledgerkit.findings.messages import finding
    from ledgerkit.model.place import Place
    from ledgerkit.papers.lint import LintReport, lint

    try:
        data = path.read_bytes()
    except OSError:
        return LintReport(str(path), refused=finding(_NOT_THERE, Place(path.as_posix())).message)
    return lint(data, str(path))


def show(report: LintReport) -> None:
    """The table of a file: drawn where a person watches, else a line for each rule."""
    if report.refused:
        click.echo(report.refused)
        return
    click.echo(f"{report.name}({report.form})")
    if sys.stdout.isatty():
        _draw(report)
    else:
        for verdict, rule, required, found in _rows(report):
            click.echo(f"  {verdict}  {rule}  要求:{required}  实际:{found}")


def _rows(report: LintReport) -> Iterator[tuple[str, str, str, str]]:
    for check in report.checks:
        rule, outcome = check.rule, check.outcome
        yield outcome.verdict, f"{rule.name}({rule.clause})", rule.required, outcome.found


def _draw(report: LintReport) -> None:
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    table = Table(*(Column(head, overflow="fold") for head in ("结论", "规则", "要求", "实际")))
    colours = {"不符": "bold red", "符合": "green"}
    for row in _rows(report):
        style = colours.get(row[0], "dim")
        table.add_row(*(Text(cell) for cell in row), style=style)
    Console().print(table)


def _closing(reports: Sequence[LintReport], fonts: str) -> Iterator[str]:
    """What is wrong in each file once more, the fonts that are missing, and the counts."""
    from ledgerkit.papers.lint import Verdict

    for report in reports:
        for check in report.failed:
            rule, found = check.rule, check.outcome.found
            yield f"{report.name}:{rule.name}不符:{found}。要求:{rule.required}"
    if fonts:
        yield fonts
    good, bad, none = (sum(report.count(verdict) for report in reports) for verdict in Verdict)
    unread = sum(bool(report.refused) for report in reports)
    yield (
        f"共 {len(reports)} 个文件:符合 {good} 项,不符 {bad} 项,不适用 {none} 项"
        + (f",读不了 {unread} 个。" if unread else "。")
    )
    if bad:
        yield "请按“要求”改好样式后再检查一次。"


def _record(report: LintReport) -> dict[str, Any]:
    return {
        "path": report.name,
        "form": report.form,
        "refused": report.refused,
        "checks": [
            {
                "id": check.rule.id,
                "rule": check.rule.name,
                "clause": check.rule.clause,
                "required": check.rule.required,
                "found": check.outcome.found,
                "verdict": check.outcome.verdict,
            }
            for check in report.checks
        ],
    }
