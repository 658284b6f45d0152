"""The command line: names English, help and output Chinese; each command in ``commands``."""

from __future__ import annotations

import sys

import click

from ledgerkit import __version__
from ledgerkit.faces import show
from ledgerkit.faces.chinese import ChineseGroup, wrong_call
from ledgerkit.faces.commands import COMMANDS
from ledgerkit.faces.ending import FAULT, WRONG_CALL, failure


@click.group(
    cls=ChineseGroup,
    places=COMMANDS,
    subcommand_metavar="命令 …",
    help="读懂各单位报来的 Excel/WPS 台账,汇总、催办、写文书。",
)
@click.version_option(__version__, message="ledgerkit %(version)s", help="显示版本。")
def cli() -> None:
    """All commands."""


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
    except Exception as error:
        failed = failure(error)
        click.echo(failed.text, err=True)
        sys.exit(failed.status)
