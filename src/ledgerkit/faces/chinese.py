"""What click says in English, in Chinese."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from typing import Any, cast

import click

_REMARK = re.compile(r"  \[x>=\d+\]")
"""What click adds of a number's range."""


class ChineseCommand(click.Command):
    """A command whose help page is Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法:")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = super().collect_usage_pieces(ctx)
        return ["[选项]" if piece == self.options_metavar else piece for piece in pieces]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [
            (option, _REMARK.sub("", text).replace("[required]", "[必填]"))
            for param in self.get_params(ctx)
            if isinstance(param, click.Option)
            if (record := param.get_help_record(ctx))
            for option, text in (record,)
        ]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这页说明。"
        return option


class ChineseGroup(ChineseCommand, click.Group):
    """Commands in Chinese; each is imported when it is asked for."""

    def __init__(self, *args: Any, places: Mapping[str, str], **kwargs: Any) -> None:
        """``places`` gives for each command, in order, where it stands: ``module:name``."""
        super().__init__(*args, **kwargs)
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._places:
            return None
        module, _, name = self._places[cmd_name].partition(":")
        return cast(click.Command, getattr(importlib.import_module(module), name))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        ChineseCommand.format_options(self, ctx, formatter)
        names = self.list_commands(ctx)
        commands = [(name, self.get_command(ctx, name)) for name in names]
        with formatter.section("命令"):
            formatter.write_dl(
                [(name, command.help or "") for name, command in commands if command]
            )

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Written by ``format_options``."""


def wrong_call(error: click.ClickException) -> str:
    """What is wrong with the call, in Chinese, and where help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "ledgerkit"
    return f"命令写得不对:{_reason(error)}\n请看 {path} --help"


def _reason(error: click.ClickException) -> str:
    match error:
        case click.exceptions.NoSuchOption(option_name=name):
            return f"没有选项 {name}"
        case click.exceptions.MissingParameter(param=click.Option() as option):
            return f"缺少选项 {option.opts[0]}"
        case click.exceptions.MissingParameter(param=click.Argument() as argument):
            return f"缺少{argument.metavar or argument.name}"
        case click.BadParameter(param=param):
            about = f"{param.opts[0]}:" if isinstance(param, click.Option) else ""
            return about + _translated(error.message)
        case click.UsageError(message=message):
            return _translated(message)
    return error.format_message()


_PHRASES = (
    ("No such command", "没有命令"),
    ("does not exist.", "不存在"),
    ("is not in the range x>=1.", "太小,至少是 1"),
    ("is not a valid integer", "不是整数"),
    ("is not one of", "不行,只能是"),
    ("is a file.", "是文件,不是文件夹"),
    ("Got unexpected extra argument", "多出了参数"),
    ("Missing command.", "缺少命令"),
    ("requires an argument.", "后面要有内容"),
    ("Directory", "文件夹"),
    ("File", "文件"),
    ("Option", "选项"),
    ("Path", "路径"),
)


def _translated(message: str) -> str:
    for english, chinese in _PHRASES:
        message = message.replace(english, chinese)
    return message
