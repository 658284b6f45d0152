"""The kinds of path and number that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

GOOD, MUST_MEND, WRONG_CALL, FAULT = 0, 1, 2, 3
"""Exit statuses (DESIGN 4)."""
FOLDER = click.Path(file_okay=False, path_type=Path)
EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
EXISTING = click.Path(exists=True, path_type=Path)
jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="个数",
    help="同时读几个文件,默认按处理器个数。",
)


def refuse_received(out: Path | None, *received: Path) -> None:
    """UsageError for results among the received files: they would be read as such the next time."""
    for folder in received:
        if out and out.resolve().is_relative_to(folder.resolve()):
            raise click.UsageError(f"--out 不能在 {folder} 里面,请换一个文件夹")
