"""What click says in English, in Chinese; and the kinds of argument that the commands take."""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import re
from types import ModuleType
from typing import Any, cast

import click

from ledgerkit.model.period import Cycle, Month, Period

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
            if (one := param.get_help_record(ctx))
            for option, text in (one,)
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
    """The commands of a package, in Chinese; each is imported when it is asked for."""

    def __init__(self, *args: Any, package: ModuleType, **kwargs: Any) -> None:
        """``package.NAMES`` lists the commands in order; each module gives ``command``."""
        super().__init__(*args, **kwargs)
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._package.NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._package.NAMES:
            return None
        module = importlib.import_module(f"{self._package.__name__}.{cmd_name}")
        return cast(click.Command, module.command)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        ChineseCommand.format_options(self, ctx, formatter)
        names = self.list_commands(ctx)
        found = [(name, self.get_command(ctx, name)) for name in names]
        with formatter.section("命令"):
            formatter.write_dl([(name, one.help or "") for name, one in found if one])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Written by ``format_options``."""


class MonthType(click.ParamType[Month]):
    """A month such as 2026-10."""

    name = "月份"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Month:
        if isinstance(value, Month):
            return value
        try:
            return Month.parse(value)
        except ValueError:
            self.fail(f"“{value}”不是月份,请写成 2026-10 这样", param, ctx)


class PeriodType(click.ParamType[Period]):
    """A quarter such as 2026Q4, or a year such as 2026."""

    def __init__(self, cycle: Cycle, name: str, example: str) -> None:
        self.name = name
        self._cycle, self._example = cycle, example

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        if isinstance(value, Period):
            return value
        with contextlib.suppress(ValueError):
            period = Period.parse(value)
            if period.cycle is self._cycle:
                return period
        raise click.BadParameter(
            f"“{value}”不是{self.name},请写成 {self._example} 这样", ctx, param
        )


class DayType(click.ParamType[dt.date]):
    """A day such as 2026-10-31."""

    name = "日期"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}”不是日期,请写成 2026-10-31 这样", param, ctx)


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
