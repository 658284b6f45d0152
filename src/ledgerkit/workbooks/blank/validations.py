"""What Excel itself accepts, offers and says while a clerk types."""

from __future__ import annotations

from typing import Literal, assert_never

from openpyxl.worksheet.datavalidation import DataValidation

from ledgerkit.model.columns import (
    AnyColumn,
    Choice,
    Count,
    CreditCode,
    Date,
    DueDay,
    Key,
    Light,
    Name,
    Names,
    People,
    Phone,
    Reference,
    References,
    Serial,
    Text,
    Time,
)
from ledgerkit.model.table import Table
from ledgerkit.workbooks.blank import wording

Style = Literal["stop", "warning", "information"]
STOP: Style = "stop"
WARN: Style = "warning"
TELL: Style = "information"
Kind = Literal["whole", "date", "time", "textLength"]
_FIRST_DAY, _LAST_DAY = "36526", "73050"
"""2000-01-01 and 2099-12-31 as Excel counts days."""
UNKNOWN_NAME = "名录里没有这个名称。确认没写错,就点“确定”。"
_PROMPT, _TITLE = 255, 32
"""Longest prompt and longest title that Excel shows."""


def for_column(
    column: AnyColumn, table: type[Table], cells: str, options: str | None
) -> DataValidation:
    """The validation of a column's cells such as ``E6:E505``; ``options`` names its list."""
    rule = _rule(column, cells, options)
    rule.promptTitle = column.name[:_TITLE]
    rule.errorTitle = column.name[:_TITLE]
    rule.prompt = prompt(column, table)
    rule.showInputMessage = rule.prompt is not None
    if cells:
        rule.sqref = cells
    return rule


def prompt(column: AnyColumn, table: type[Table]) -> str | None:
    """The message beside a cell that is typed into; None where the drop-down says enough."""
    match column:
        case DueDay() | Light():
            return "自动计算,不用填"
        case Date() | Time() | Count() | Key() | Reference() | References() | CreditCode():
            parts = (wording.manner(column), column.help, wording.demanded_when(column, table))
            return "。".join(filter(None, parts))[:_PROMPT]
        case Serial() | Phone() | Text() | Choice() | Name() | Names() | People():
            return None
        case _:
            assert_never(column)


def listed(options: str, style: Style | None, message: str = "") -> DataValidation:
    """A drop-down; without a style anything else may be typed as well."""
    return DataValidation(
        type="list",
        formula1=options,
        allow_blank=True,
        showErrorMessage=style is not None,
        errorStyle=style,
        error=message or None,
    )


def _rule(column: AnyColumn, cells: str, options: str | None) -> DataValidation:
    match column:
        case Choice(open=suggested) if options:
            return listed(options, None if suggested else STOP, "请从下拉中选一项。")
        case Name() if options:
            return listed(options, TELL, UNKNOWN_NAME)
        case Names() if options:
            return listed(options, None, UNKNOWN_NAME)
        case Date():
            return _between("date", _FIRST_DAY, _LAST_DAY, STOP, "请写成 2026-10-13 这样的日期。")
        case Time():
            return _between("time", "0", "0.999988", WARN, "请写成 09:30 这样的时间。")
        case Count(signed=signed):
            low = "-9999999" if signed else "0"
            return _between("whole", low, "9999999", STOP, "请只写数字,如 12。")
        case CreditCode():
            return _between("textLength", "18", "18", WARN, "应是 18 位,请核对。")
        case Key():
            return _unique(cells)
        case (
            Serial()
            | Text()
            | Choice()
            | Name()
            | Names()
            | People()
            | Reference()
            | References()
            | DueDay()
            | Light()
        ):
            return DataValidation(allow_blank=True)
        case _:
            assert_never(column)


def _between(kind: Kind, low: str, high: str, style: Style, message: str) -> DataValidation:
    return DataValidation(
        type=kind,
        operator="between",
        formula1=low,
        formula2=high,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle=style,
        error=message,
    )


def _unique(cells: str) -> DataValidation:
    first, last = cells.split(":")
    letter = first.rstrip("0123456789")
    block = f"${letter}${first[len(letter) :]}:${letter}${last[len(letter) :]}"
    return DataValidation(
        type="custom",
        formula1=f"COUNTIF({block},{first})=1",
        allow_blank=True,
        showErrorMessage=True,
        errorStyle=WARN,
        error="这个编号上面已经有了,请换一个。",
    )
