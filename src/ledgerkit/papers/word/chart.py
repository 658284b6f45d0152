"""Charts for Word: one PNG of bars, in a Chinese font of this machine; same chart, same bytes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from ledgerkit.findings.messages import finding
from ledgerkit.model.document import Chart
from ledgerkit.model.finding import Finding
from ledgerkit.model.place import Place
from ledgerkit.papers.word import installed

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.container import BarContainer
    from matplotlib.font_manager import FontProperties

CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "SimHei",
    "DengXian",
    "SimSun",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Noto Sans CJK JP",
    "AR PL UMing CN",
)
"""In order of preference; of a collection matplotlib draws with the first face."""
SIZE = (5.9, 2.75)
"""Inches: 150 mm × 70 mm, the picture's place in the template."""
COLOURS = ("#1F4E79", "#C55A11", "#548235", "#7F6000", "#7030A0")
_DPI = 200


def font_path() -> Path | None:
    """The file of the first Chinese font that this machine has, None if it has none."""
    return installed.file_of(*CHINESE_FONTS)


def font_finding() -> Finding | None:
    """What to say, once, where charts are left out for want of a Chinese font."""
    return None if font_path() else finding("chart-font-missing", Place("文书"))


def png(chart: Chart) -> bytes:
    """The chart as a PNG; RuntimeError where ``font_path`` is None."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    path = font_path()
    if path is None:
        raise RuntimeError("no Chinese font")
    with mpl.rc_context({"axes.unicode_minus": False}):
        figure = Figure(figsize=SIZE, dpi=_DPI, layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        _bars(axes, chart, FontProperties(fname=path, size=9))
        target = io.BytesIO()
        figure.savefig(target, format="png", metadata={"Software": None})
    return target.getvalue()


def _bars(axes: Axes, chart: Chart, font: FontProperties) -> None:
    from matplotlib.font_manager import FontProperties
    from matplotlib.ticker import MaxNLocator

    assert isinstance(font, FontProperties)
    width = 0.8 / max(len(chart.series), 1)
    for at, (name, values) in enumerate(chart.series.items()):
        middle = (at - (len(chart.series) - 1) / 2) * width
        places = [place + middle for place in range(len(values))]
        colour = COLOURS[at % len(COLOURS)]
        bars = axes.bar(places, values, width * 0.9, label=name, color=colour)
        _label(axes, bars, font)
    axes.set_xticks(range(len(chart.categories)), chart.categories, fontproperties=font)
    axes.set_ylabel(chart.unit, fontproperties=font)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.margins(y=0.12)
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_title(chart.title, fontproperties=font, fontsize=11)
    axes.legend(
        prop=font,
        ncols=len(chart.series),
        frameon=False,
        loc="upper center",
        bbox_to_anchor=(0.5, -0.1),
    )


def _label(axes: Axes, bars: BarContainer, font: FontProperties) -> None:
    labels = axes.bar_label(bars, padding=1)
    for label in labels:
        label.set_fontproperties(font)
