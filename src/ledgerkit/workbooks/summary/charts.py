"""The native charts of 看板; each draws cells of that sheet and no numbers of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook

from ledgerkit.workbooks.summary.styles import FONT, INK, LINE, Tone

AGES = "未办结问题已提出多久(件)"
_SMALL = {"name": FONT, "size": 9, "color": INK}
_TITLE = {"name": FONT, "size": 11, "bold": True, "color": INK}


def categories(book: Workbook, sheet: str, first: int, last: int) -> Any:
    """Bars of the problem categories in A:C of the rows first to last, the largest on top."""
    chart = _chart(book, {"type": "bar"}, "问题类别(件)")
    chart.add_series(
        _series(sheet, "件数", (first, 0, last, 0), (first, 2, last, 2), Tone.BLUE, numbered=True)
    )
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": _SMALL, "line": {"color": LINE}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    return chart


def ages(book: Workbook, sheet: str, row: int, first: int, last: int) -> Any:
    """Columns of the open problems by age; labels in ``row``, counts in the row below."""
    chart = _chart(book, {"type": "column"}, AGES)
    labels, counts = (row, first, row, last), (row + 1, first, row + 1, last)
    chart.add_series(_series(sheet, "件数", labels, counts, Tone.ORANGE, numbered=True))
    chart.set_legend({"none": True})
    chart.set_x_axis({"num_font": _SMALL, "line": {"color": LINE}})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
    return chart


def alerts(
    book: Workbook, sheet: str, rows: tuple[int, int], left: int, tones: Sequence[Tone]
) -> Any:
    """Bars of the alerts by unit, stacked by level in the levels' colours."""
    first, last = rows
    chart = _chart(book, {"type": "bar", "subtype": "stacked"}, "各单位预警(件)")
    for column, tone in enumerate(tones, left + 2):
        names, counts = (first, left, last, left), (first, column, last, column)
        chart.add_series(
            _series(sheet, [sheet, first - 1, column], names, counts, tone, numbered=True)
        )
    chart.set_legend({"position": "bottom", "font": _SMALL})
    chart.set_y_axis({"reverse": True, "num_font": _SMALL, "line": {"color": LINE}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    return chart


def _chart(book: Workbook, kind: dict[str, str], title: str) -> Any:
    chart = book.add_chart(kind)
    chart.set_title({"name": title, "name_font": _TITLE, "overlay": False})
    chart.set_chartarea({"border": {"color": LINE}})
    return chart


def _series(
    sheet: str,
    name: str | list[Any],
    labels: tuple[int, int, int, int],
    counts: tuple[int, int, int, int],
    tone: Tone,
    *,
    numbered: bool = False,
) -> dict[str, Any]:
    series: dict[str, Any] = {
        "name": name,
        "categories": [sheet, *labels],
        "values": [sheet, *counts],
        "fill": {"color": tone.solid},
        "gap": 60,
    }
    if numbered:
        series["data_labels"] = {"value": True, "font": _SMALL, "num_format": "0;;"}
    return series
